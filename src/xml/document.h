// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include <solander/error.h>

#include "base/bytes.h"

namespace pugi {
struct xml_attribute_struct;
struct xml_node_struct;
}  // namespace pugi

namespace solander::xml {

struct Tree;

/// An attribute of an Element, as cheap and as long valid as that.
class Attribute {
public:
    std::string_view name() const;
    std::string_view value() const;
    /// The next one in the order of the source.
    std::optional<Attribute> next() const;

private:
    friend class Element;
    explicit Attribute(pugi::xml_attribute_struct* attribute) : attribute_(attribute) {}

    pugi::xml_attribute_struct* attribute_;
};

/// An element of a Document: a cursor, cheap to copy. It and the texts that it gives are valid
/// while the Document is, wherever that is moved to.
class Element {
public:
    std::string_view name() const;
    /// From 1: the line of the source on which the element begins.
    std::size_t line() const;

    std::optional<std::string_view> attribute(std::string_view name) const;
    std::optional<Attribute> first_attribute() const;

    std::optional<Element> first_child() const;
    /// The next element with the same parent.
    std::optional<Element> next() const;

    /// The words of an element without children, to the byte, references resolved. Of an element
    /// with children it is the first text among them, if any: ask has_only_elements() there.
    std::string_view text() const;
    /// Whether there is no text between the children but white space.
    bool has_only_elements() const;
    /// Whether there is nothing inside, not even white space.
    bool is_empty() const;

private:
    friend class Document;
    Element(const Tree* tree, pugi::xml_node_struct* node) : tree_(tree), node_(node) {}

    const Tree* tree_;
    pugi::xml_node_struct* node_;
};

/// A parsed text. Owns its bytes and everything that its elements point to; may be read from
/// several threads at once.
class Document {
public:
    /// Parses a copy of bytes that scan() had nothing against; the parser alone lets much pass that
    /// is no XML. What it made of them is counted against the tags in the bytes.
    /// Errors: limit, at 4 GiB; internal, if parser and bytes disagree.
    static Result<Document> parse(base::BytesView scanned);

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document();

    Element root() const;

private:
    explicit Document(std::unique_ptr<Tree> tree);

    std::unique_ptr<Tree> tree_;
};

}  // namespace solander::xml
