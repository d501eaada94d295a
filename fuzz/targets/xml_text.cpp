// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/limits.h"
#include "properties/second_xml.h"
#include "properties/target.h"
#include "properties/words.h"
#include "xml/document.h"
#include "xml/scanner.h"
#include "xml/writer.h"

namespace solander::fuzz {

namespace {

/// Words between elements are left out: the writer has no way to write them.
void write(xml::Writer& writer, const xml::Element& element) {
    writer.start(element.name());
    for (auto attribute = element.first_attribute(); attribute; attribute = attribute->next())
        writer.attribute(attribute->name(), attribute->value());
    const auto first = element.first_child();
    if (!first) writer.text(element.text());
    for (auto child = first; child; child = child->next()) write(writer, *child);
    writer.end();
}

std::string written(const xml::Document& document) {
    std::string text;
    xml::Writer writer(text);
    write(writer, document.root());
    return text;
}

Broken check_problem(const xml::ScanProblem& problem, std::string_view text) {
    if (problem.offset > text.size()) return "a problem lies behind the end of the text";
    const auto before = text.substr(0, problem.offset);
    const auto lines = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    if (problem.line != lines)
        return fmt::format("a problem of line {} is told of line {}", lines, problem.line);
    if (problem.column < 1) return "a problem has no column";
    return check_words("a problem", problem.message);
}

/// What is written of a document is it, in the one form that it has.
Broken check_written(const xml::Document& document) {
    const std::string text = written(document);
    if (const auto problem = xml::scan(base::as_bytes(text), base::Limits{}))
        return fmt::format("what is written is refused: {}", problem->message);
    const auto again = xml::Document::parse(base::as_bytes(text));
    if (!again) return fmt::format("what is written cannot be parsed: {}", again.error().message());
    if (outline_of(*again) != outline_of(document, Between::elements_only))
        return fmt::format("what is written says something else: {}", base::printable_lines(text));
    if (written(*again) != text) return "what is written has two forms";
    return std::nullopt;
}

/// Whatever the strict scanner accepts is XML to everybody, and the same XML.
Broken check(std::string_view input) {
    const auto bytes = base::as_bytes(input);
    if (const auto problem = xml::scan(bytes, base::Limits{}))
        return check_problem(*problem, input);
    const auto document = xml::Document::parse(bytes);
    if (!document)
        return fmt::format("a text that was scanned cannot be parsed: {}",
                           document.error().message());
    const auto second = second_outline_of(input);
    if (!second) return "the scanner accepts what another reader does not call well-formed";
    const std::string outline = outline_of(*document);
    if (*second != outline)
        return fmt::format("two readers differ:\n{}\n{}", base::printable_lines(outline),
                           base::printable_lines(*second));
    return check_written(*document);
}

}  // namespace

extern const Target xml_text;
const Target xml_text{.name = "xml_text", .check = check, .is_xml = true};

}  // namespace solander::fuzz
