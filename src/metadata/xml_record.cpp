// SPDX-License-Identifier: Apache-2.0
#include "metadata/xml_record.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/escape.h"
#include "base/try.h"
#include "metadata/xml_name.h"

namespace solander::metadata {

namespace {

// Comments, processing instructions and the DOCTYPE are passed over; all white space is kept, since
// it parts words in mixed content.
constexpr unsigned kParse = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                            pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;

std::string_view without_xml_space(std::string_view text) {
    static constexpr std::string_view kWhite = " \t\r\n";
    const auto first = text.find_first_not_of(kWhite);
    if (first == text.npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

bool is_declaration(std::string_view attribute) {
    return attribute == "xmlns" || attribute.starts_with("xmlns:");
}

std::pair<std::string_view, std::string_view> split_name(std::string_view written) {
    const auto colon = written.find(':');
    if (colon == written.npos) return {std::string_view(), written};
    return {written.substr(0, colon), written.substr(colon + 1)};
}

}  // namespace

/// Makes our elements of the parser's. Recursion is bounded by the depth that was checked.
class XmlTreeBuilder {
public:
    XmlTreeBuilder(XmlRecord::Parts& parts, const XmlLimits& limits)
        : parts_(parts), limits_(limits) {}

    Result<XmlCounts> build(const pugi::xml_document& document, std::size_t text_bytes) {
        parts_.words.reserve(text_bytes);  // Views of it must not move.
        scopes_.emplace_back("xml", kXmlSpace);
        SOLANDER_TRY(add(document.document_element(), nullptr, 0));
        return counts_;
    }

private:
    using Scope = std::pair<std::string, std::string>;

    Result<void> add(const pugi::xml_node& node, XmlElement* parent, std::size_t ordinal) {
        const auto outer = scopes_.size();
        declare(node);
        XmlElement& element = parts_.elements.emplace_back();
        element.parent = parent;
        element.ordinal = ordinal;
        element.name.written = node.name();
        ++counts_.elements;
        if (parent != nullptr) parent->children.push_back(&element);
        path_ += element.name.written.size() + 1;
        if ((paths_ += path_) > limits_.path_bytes)
            return Error(ErrorCode::limit, "long names are nested too deeply and too often");
        SOLANDER_TRY_ASSIGN(element.name, resolve(node.name(), element, true));
        SOLANDER_TRY(add_attributes(node, element));
        SOLANDER_TRY(add_content(node, element));
        scopes_.resize(outer);
        path_ -= element.name.written.size() + 1;
        return {};
    }

    void declare(const pugi::xml_node& node) {
        for (const auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            ++counts_.attributes;
            if (is_declaration(name))
                scopes_.emplace_back(split_name(name).second, attribute.value());
            if (name == "xmlns") scopes_.back().first.clear();
        }
    }

    Result<XmlName> resolve(std::string_view written, const XmlElement& at,
                            bool takes_default) const {
        const auto [prefix, local] = split_name(written);
        XmlName name{{}, std::string(local), std::string(written)};
        if (prefix.empty() && !takes_default) return name;
        const auto found =
            std::ranges::find(scopes_.rbegin(), scopes_.rend(), prefix, &Scope::first);
        if (found != scopes_.rend()) name.space = found->second;
        if (!prefix.empty() && name.space.empty())
            return Error(ErrorCode::format,
                         base::printable(fmt::format("{}: the prefix '{}' is not declared",
                                                     at.path(), prefix)));
        return name;
    }

    Result<void> add_attributes(const pugi::xml_node& node, XmlElement& element) const {
        for (const auto& attribute : node.attributes()) {
            if (is_declaration(attribute.name())) continue;
            SOLANDER_TRY_ASSIGN(auto name, resolve(attribute.name(), element, false));
            if (element.attribute(name.space, name.local) != nullptr)
                return Error(ErrorCode::format,
                             base::printable(fmt::format("{}: two attributes are '{}'",
                                                         element.path(), name.local)));
            std::string value = attribute.value();
            // A reference can bring in what the parser makes blanks of elsewhere.
            std::ranges::replace_if(
                value, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
            element.attributes.push_back({std::move(name), std::move(value)});
        }
        return {};
    }

    Result<void> add_content(const pugi::xml_node& node, XmlElement& element) {
        std::map<std::string_view, std::pair<std::size_t, std::size_t>> twins;  // all, so far
        for (const auto& child : node.children()) ++twins[child.name()].first;
        const auto begin = parts_.words.size();
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_element) {
                auto& [all, so_far] = twins[child.name()];
                SOLANDER_TRY(add(child, &element, all > 1 ? ++so_far : 0));
            } else {
                const std::string_view words = child.value();
                element.has_own_words = element.has_own_words || !without_xml_space(words).empty();
                parts_.words += words;
            }
        }
        element.words = without_xml_space(std::string_view(parts_.words).substr(begin));
        return {};
    }

    XmlRecord::Parts& parts_;
    std::vector<Scope> scopes_;  ///< Prefix (empty: the default) and URI, the innermost last.
    XmlCounts counts_;
    const XmlLimits& limits_;
    std::size_t path_ = 0;   ///< Bytes of the present path, without indexes.
    std::size_t paths_ = 0;  ///< Of all so far.
};

Result<XmlRecord> XmlRecord::parse(std::string_view text, const XmlLimits& limits) {
    SOLANDER_TRY_ASSIGN(const auto expected, check_well_formed(text, limits));
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size(), kParse, pugi::encoding_utf8);
    if (!parsed) return Error(ErrorCode::internal, parsed.description()).in("the XML parser");
    XmlRecord record;
    SOLANDER_TRY_ASSIGN(const auto counts,
                        XmlTreeBuilder(*record.parts_, limits).build(document, text.size()));
    if (counts.elements != expected.elements || counts.attributes != expected.attributes)
        return Error(ErrorCode::internal, "the XML parser did not find what the tags say");
    if (expected.doctype_line)
        record.parts_->remarks.push_back(
            {"record.doctype", fmt::format("line {}", *expected.doctype_line),
             "a DOCTYPE stands here; what it points to is not fetched, and changes nothing"});
    return record;
}

const XmlElement* XmlElement::child(std::string_view local) const {
    const auto is_it = [&](const XmlElement* each) { return each->name.is(name.space, local); };
    const auto found = std::ranges::find_if(children, is_it);
    return found == children.end() ? nullptr : *found;
}

const XmlAttribute* XmlElement::attribute(std::string_view local) const {
    return attribute({}, local);
}

const XmlAttribute* XmlElement::attribute(std::string_view space, std::string_view local) const {
    const auto is_it = [&](const XmlAttribute& each) { return each.name.is(space, local); };
    const auto found = std::ranges::find_if(attributes, is_it);
    return found == attributes.end() ? nullptr : &*found;
}

std::string_view XmlElement::value_of(std::string_view local) const {
    const auto* found = attribute(local);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string XmlElement::path() const {
    std::vector<const XmlElement*> steps;
    for (const auto* step = this; step != nullptr; step = step->parent) steps.push_back(step);
    std::string path = "path ";
    std::ranges::reverse(steps);
    for (const auto* step : steps) {
        path += '/';
        path += step->name.written;
        if (step->ordinal > 0) path += fmt::format("[{}]", step->ordinal);
    }
    return path;
}

}  // namespace solander::metadata
