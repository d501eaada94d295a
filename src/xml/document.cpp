// SPDX-License-Identifier: Apache-2.0
#include "xml/document.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

namespace solander::xml {

struct Tree {
    std::string bytes;  // The parser rewrites them in place, and its nodes point into them.
    std::vector<std::uint32_t> line_feeds;  // Their offsets, before the parser moved anything.
    pugi::xml_document nodes;
};

namespace {

// References are resolved and nothing else is changed; white space is kept only where it is the
// whole content of an element.
constexpr unsigned kParse = pugi::parse_escapes | pugi::parse_ws_pcdata_single;

std::vector<std::uint32_t> line_feeds_of(std::string_view text) {
    std::vector<std::uint32_t> found;
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
        found.push_back(static_cast<std::uint32_t>(at));
    return found;
}

struct Counts {
    std::size_t elements = 0;
    std::size_t attributes = 0;
    bool operator==(const Counts&) const = default;
};

/// The profile has no < or > but those of tags, and no " in tags but those around values.
Counts count_tags(std::string_view text) {
    Counts counts;
    for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        const auto tag = text.substr(at, text.find('>', at) - at);
        if (tag.starts_with("</") || tag.starts_with("<?")) continue;
        ++counts.elements;
        counts.attributes += static_cast<std::size_t>(std::ranges::count(tag, '"')) / 2;
    }
    return counts;
}

Counts count_nodes(pugi::xml_document& document) {
    struct Walker : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& node) override {
            if (node.type() == pugi::node_element) ++counts.elements;
            for (const auto& attribute : node.attributes()) {
                static_cast<void>(attribute);
                ++counts.attributes;
            }
            return true;
        }
        Counts counts;
    } walker;
    document.traverse(walker);
    return walker.counts;
}

bool is_white(std::string_view text) {
    return text.find_first_not_of(" \t\n") == text.npos;
}

bool is_element(const pugi::xml_node& node) {
    return node.type() == pugi::node_element;
}

/// The node itself or the nearest element after it; null if there is none.
pugi::xml_node element_from(pugi::xml_node node) {
    while (node && !is_element(node)) node = node.next_sibling();
    return node;
}

}  // namespace

Result<Document> Document::parse(base::BytesView scanned) {
    if (scanned.size() > std::numeric_limits<std::uint32_t>::max())
        return Error(ErrorCode::limit, "an XML text of more than 4 GiB");
    auto tree = std::make_unique<Tree>();
    tree->bytes = base::as_text(scanned);
    tree->line_feeds = line_feeds_of(tree->bytes);
    const auto expected = count_tags(tree->bytes);
    const auto parsed = tree->nodes.load_buffer_inplace(tree->bytes.data(), tree->bytes.size(),
                                                        kParse, pugi::encoding_utf8);
    if (!parsed) return Error(ErrorCode::internal, parsed.description()).in("the XML parser");
    if (expected.elements == 0 || count_nodes(tree->nodes) != expected)
        return Error(ErrorCode::internal, "the XML parser did not find what the tags say");
    return Document(std::move(tree));
}

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Element Document::root() const {
    return {tree_.get(), tree_->nodes.document_element().internal_object()};
}

std::string_view Attribute::name() const {
    return pugi::xml_attribute(attribute_).name();
}

std::string_view Attribute::value() const {
    return pugi::xml_attribute(attribute_).value();
}

std::optional<Attribute> Attribute::next() const {
    const auto following = pugi::xml_attribute(attribute_).next_attribute();
    if (!following) return std::nullopt;
    return Attribute(following.internal_object());
}

std::string_view Element::name() const {
    return pugi::xml_node(node_).name();
}

std::size_t Element::line() const {
    const auto offset = static_cast<std::uint32_t>(pugi::xml_node(node_).offset_debug());
    const auto& feeds = tree_->line_feeds;
    return 1 + static_cast<std::size_t>(std::ranges::lower_bound(feeds, offset) - feeds.begin());
}

std::optional<std::string_view> Element::attribute(std::string_view name) const {
    for (const auto& attribute : pugi::xml_node(node_).attributes())
        if (attribute.name() == name) return attribute.value();
    return std::nullopt;
}

std::optional<Attribute> Element::first_attribute() const {
    const auto first = pugi::xml_node(node_).first_attribute();
    if (!first) return std::nullopt;
    return Attribute(first.internal_object());
}

std::optional<Element> Element::first_child() const {
    const auto child = element_from(pugi::xml_node(node_).first_child());
    if (!child) return std::nullopt;
    return Element(tree_, child.internal_object());
}

std::optional<Element> Element::next() const {
    const auto sibling = element_from(pugi::xml_node(node_).next_sibling());
    if (!sibling) return std::nullopt;
    return Element(tree_, sibling.internal_object());
}

std::string_view Element::text() const {
    return pugi::xml_node(node_).child_value();
}

bool Element::has_only_elements() const {
    return std::ranges::all_of(pugi::xml_node(node_).children(), [](const pugi::xml_node& child) {
        return is_element(child) || is_white(child.value());
    });
}

bool Element::is_empty() const {
    return !pugi::xml_node(node_).first_child();
}

}  // namespace solander::xml
