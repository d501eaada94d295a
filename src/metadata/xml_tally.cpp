// SPDX-License-Identifier: Apache-2.0
#include "metadata/xml_tally.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "metadata/xml_name.h"

namespace solander::metadata {

namespace {

constexpr std::string_view kSchemaSpace = "http://www.w3.org/2001/XMLSchema-instance";

bool says_nothing_of_the_record(const XmlName& name) {
    return name.is(kSchemaSpace, "schemaLocation") ||
           name.is(kSchemaSpace, "noNamespaceSchemaLocation") || name.is(kXmlSpace, "space");
}

Said at_element(const XmlElement& element) {
    Said said;
    said.place.origin = kHandOverOrigin;
    said.place.at = element.path();
    said.place.label = element.name.written;
    return said;
}

}  // namespace

Said XmlTally::take(const XmlElement& element) {
    take_words(element);
    Said said = at_element(element);
    said.words = element.words;
    said.place.lang = language_of(element);
    return said;
}

Said XmlTally::take(const XmlElement& element, const XmlAttribute& attribute) {
    taken_.insert(&attribute);
    Said said = at_element(element);
    said.words = attribute.value;
    said.place.at += fmt::format("/@{}", attribute.name.written);
    said.place.label += fmt::format("/@{}", attribute.name.written);
    return said;
}

std::string_view XmlTally::consume(const XmlElement& element, std::string_view local) {
    return consume(element, {}, local);
}

std::string_view XmlTally::consume(const XmlElement& element, std::string_view space,
                                   std::string_view local) {
    const auto* attribute = element.attribute(space, local);
    if (attribute == nullptr) return {};
    taken_.insert(attribute);
    return attribute->value;
}

std::string_view XmlTally::consume(const XmlElement& element) {
    take_words(element);
    return element.words;
}

Said XmlTally::take_joined(const XmlElement& around, const std::vector<const XmlElement*>& children,
                           std::string_view between) {
    Said said = at_element(around);
    said.place.lang = language_of(around);
    for (const auto* child : children) {
        const auto words = consume(*child);
        if (words.empty()) continue;
        if (!said.words.empty()) said.words += between;
        said.words += words;
    }
    return said;
}

void XmlTally::take_words(const XmlElement& element) {
    taken_.insert(&element);
    for (const auto* child : element.children) take_words(*child);
}

/// `xml:lang`, and the `lang` that MODS and EAD have, hold for what is inside too.
std::string XmlTally::language_of(const XmlElement& element) {
    for (const auto* around = &element; around != nullptr; around = around->parent) {
        const auto* lang = around->attribute(kXmlSpace, "lang");
        if (lang == nullptr) lang = around->attribute("lang");
        if (lang == nullptr) continue;
        auto tag = language_tag(lang->value);
        if (!tag.empty()) taken_.insert(lang);
        return tag;
    }
    return {};
}

void XmlTally::keep_rest(Document& document, const XmlElement& element) {
    if (left_.contains(&element)) return;
    for (const auto& attribute : element.attributes) {
        if (has(element) && attribute.name.local == "lang") language_of(element);
        if (taken_.contains(&attribute) || says_nothing_of_the_record(attribute.name)) continue;
        auto said = take(element, attribute);
        auto name = said.place.label;
        put_note(document, std::move(name), std::move(said));
    }
    if (!has(element) && (element.has_own_words || element.children.empty())) {
        auto said = take(element);
        put_note(document, element.name.written, std::move(said));
    }
    for (const auto* child : element.children) keep_rest(document, *child);
}

}  // namespace solander::metadata
