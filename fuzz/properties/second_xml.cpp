// SPDX-License-Identifier: Apache-2.0
#include "properties/second_xml.h"

#include <cstdlib>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include "base/escape.h"

namespace solander::fuzz {

namespace {

struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlChar* text) const { xmlFree(text); }
    void operator()(xmlSchemaParserCtxt* parser) const { xmlSchemaFreeParserCtxt(parser); }
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaValidCtxt* validation) const { xmlSchemaFreeValidCtxt(validation); }
};
template <class T>
using Xml = std::unique_ptr<T, Free>;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Lengths keep apart what only looks alike.
void add_words(std::string& outline, std::string_view words) {
    outline += fmt::format(" {}:{}", words.size(), words);
}

void add_attribute(std::string& outline, std::string_view name, std::string_view value) {
    outline += fmt::format(" {}=", name);
    add_words(outline, value);
}

void add_element(std::string& outline, const xml::Element& element, Between between,
                 std::size_t depth) {
    outline += fmt::format("{} {}", depth, element.name());
    for (auto attribute = element.first_attribute(); attribute; attribute = attribute->next())
        add_attribute(outline, attribute->name(), attribute->value());
    const auto first = element.first_child();
    if (!first) {
        add_words(outline, element.text());
    } else if (between == Between::elements_and_words && !element.has_only_elements()) {
        outline += " and words";
    }
    outline += '\n';
    for (auto child = first; child; child = child->next())
        add_element(outline, *child, between, depth + 1);
}

void add_node(std::string& outline, xmlNode& node, Blank blank, std::size_t depth) {
    static constexpr std::string_view kWhiteSpace = " \t\n";
    outline += fmt::format("{} {}", depth, view(node.name));
    for (const auto* space = node.nsDef; space != nullptr; space = space->next)
        add_attribute(outline, "xmlns", view(space->href));
    for (auto* attribute = node.properties; attribute != nullptr; attribute = attribute->next) {
        const Xml<xmlChar> value(xmlNodeListGetString(node.doc, attribute->children, 1));
        add_attribute(outline, view(attribute->name), view(value.get()));
    }
    bool has_words = false;
    bool has_children = false;
    std::string words;
    for (const auto* child = node.children; child != nullptr; child = child->next) {
        has_children |= child->type == XML_ELEMENT_NODE;
        if (child->type == XML_ELEMENT_NODE) continue;
        words += view(child->content);
        has_words |= view(child->content).find_first_not_of(kWhiteSpace) != std::string_view::npos;
    }
    if (!has_children) {
        add_words(outline, blank == Blank::nothing && !has_words ? "" : words);
    } else if (has_words) {
        outline += " and words";
    }
    outline += '\n';
    for (auto* child = node.children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE) add_node(outline, *child, blank, depth + 1);
}

Xml<xmlDoc> parse(std::string_view text) {
    // Without XML_PARSE_NOENT an ampersand of a namespace's name is given as `&#38;`.
    static constexpr int kOptions =
        XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    return Xml<xmlDoc>(
        xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, kOptions));
}

void keep_complaint(void* kept, xmlErrorPtr error) {
    auto& first = *static_cast<std::string*>(kept);
    if (first.empty() && error->message != nullptr) first = error->message;
}

/// The schema itself is right, or nothing could be asked: that ends the program.
xmlSchema& schema_of(const std::string& name) {
    static std::map<std::string, Xml<xmlSchema>> schemas;
    auto& schema = schemas[name];
    if (!schema) {
        const std::string path = fmt::format("{}/schemas/{}", SOLANDER_SOURCE_DIR, name);
        const Xml<xmlSchemaParserCtxt> parser(xmlSchemaNewParserCtxt(path.c_str()));
        if (parser) schema.reset(xmlSchemaParse(parser.get()));
        if (!schema) std::abort();
    }
    return *schema;
}

}  // namespace

std::string outline_of(const xml::Document& document, Between between) {
    std::string outline;
    add_element(outline, document.root(), between, 1);
    return outline;
}

std::optional<std::string> second_outline_of(std::string_view text, Blank blank) {
    const auto document = parse(text);
    auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return std::nullopt;
    std::string outline;
    add_node(outline, *root, blank, 1);
    return outline;
}

Broken check_valid(std::string_view text, const std::string& schema) {
    const auto document = parse(text);
    if (!document) return "a second reader does not call it well-formed";
    const Xml<xmlSchemaValidCtxt> validation(xmlSchemaNewValidCtxt(&schema_of(schema)));
    if (!validation) std::abort();
    std::string complaint;
    xmlSchemaSetValidStructuredErrors(validation.get(), keep_complaint, &complaint);
    if (xmlSchemaValidateDoc(validation.get(), document.get()) == 0) return std::nullopt;
    return fmt::format("it is not valid by {}: {}", schema, base::printable(complaint));
}

}  // namespace solander::fuzz
