// SPDX-License-Identifier: Apache-2.0
#include "unit/format/element_tree.h"

#include <stdexcept>

#include "support/scratch.h"
#include "support/shared.h"
#include "xml/document.h"
#include "xml/scanner.h"

namespace solander::format::test {

namespace {

TreeElement copy(const xml::Element& element) {
    TreeElement made;
    made.name = element.name();
    for (auto attribute = element.first_attribute(); attribute; attribute = attribute->next())
        made.attributes.emplace_back(attribute->name(), attribute->value());
    for (auto child = element.first_child(); child; child = child->next())
        made.children.push_back(copy(*child));
    if (made.children.empty()) made.words = element.text();
    return made;
}

std::string escaped(std::string_view text, bool is_value) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (is_value && c == '"')
            out += "&quot;";
        else if (is_value && c == '\t')
            out += "&#9;";
        else if (is_value && c == '\n')
            out += "&#10;";
        else
            out += c;
    }
    return out;
}

void write(std::string& out, const TreeElement& element, std::size_t depth) {
    const std::string line = "\n" + std::string(2 * depth, ' ');
    out += line + "<" + element.name;
    for (const auto& [name, value] : element.attributes)
        out += " " + name + "=\"" + escaped(value, true) + "\"";
    if (element.words.empty() && element.children.empty()) {
        out += "/>";
        return;
    }
    out += ">";
    for (const auto& child : element.children) write(out, child, depth + 1);
    out += escaped(element.words, false);
    if (!element.children.empty()) out += line;
    out += "</" + element.name + ">";
}

}  // namespace

std::string* TreeElement::attribute(std::string_view wanted) {
    for (auto& [key, value] : attributes)
        if (key == wanted) return &value;
    return nullptr;
}

TreeElement read_tree(std::string_view text) {
    const auto bytes = base::as_bytes(text);
    const auto document = xml::Document::parse(bytes);
    if (xml::scan(bytes, base::Limits{}) || !document)
        throw std::runtime_error("no text of the XML profile");
    return copy(document->root());
}

std::string write_tree(const TreeElement& root) {
    std::string out(xml::kDeclaration);
    write(out, root, 0);
    return out + "\n";
}

void for_each_element(TreeElement& root, const std::function<void(TreeElement&)>& visit) {
    visit(root);
    for (auto& child : root.children) for_each_element(child, visit);
}

const std::vector<std::string>& event_files() {
    static const std::vector<std::string> names{
        "seal.xml",     "release.xml",      "receipt.xml",
        "refuse.xml",   "cancel.xml",       "cancel-confirm.xml",
        "note.xml",     "fixity-check.xml", "rights-determination.xml",
        "replicate.xml"};
    return names;
}

std::string data_file(std::string_view name) {
    return solander::test::read_file(solander::test::source_root() / "tests/unit/format/data" /
                                     name);
}

std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        throw std::runtime_error("not there exactly once: " + std::string(from));
    return text.replace(at, from.size(), to);
}

}  // namespace solander::format::test
