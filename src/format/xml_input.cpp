// SPDX-License-Identifier: Apache-2.0
#include "format/xml_input.h"

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::format {

void XmlInput::each(std::string_view name, std::vector<TypedWords>& list, std::string_view type) {
    content_ = Content::children;
    while (const auto element = take_child(name)) {
        XmlInput inner(*element, problem_);
        TypedWords& value = list.emplace_back();
        inner.required(type, value.type);
        inner.text(value.words);
        if (value.words.empty()) inner.fail("holds no words");
        inner.finish();
    }
}

void XmlInput::each_of(std::string_view transfer, std::string_view gap,
                       std::vector<std::variant<Transfer, Gap>>& steps) {
    content_ = Content::children;
    for (;;) {
        if (const auto element = take_child(transfer)) {
            steps.emplace_back(Transfer{});
            read(*element, std::get<Transfer>(steps.back()), problem_);
        } else if (const auto known_gap = take_child(gap)) {
            steps.emplace_back(Gap{});
            read(*known_gap, std::get<Gap>(steps.back()), problem_);
        } else {
            return;
        }
    }
}

std::optional<std::string_view> XmlInput::take_attribute(std::string_view name, bool required) {
    if (next_attribute_ && next_attribute_->name() == name) {
        const auto value = next_attribute_->value();
        next_attribute_ = next_attribute_->next();
        return value;
    }
    if (required) fail(fmt::format("lacks the attribute {}, or has it out of order", name));
    return std::nullopt;
}

/// Of the root it is the namespace declaration, which the caller reads.
std::optional<xml::Attribute> XmlInput::first_attribute(const xml::Element& element) {
    const auto first = element.first_attribute();
    return first && first->name() == "xmlns" ? first->next() : first;
}

std::optional<xml::Element> XmlInput::take_child(std::string_view name) {
    if (problem_ || !next_child_ || next_child_->name() != name) return std::nullopt;
    const auto child = next_child_;
    next_child_ = child->next();
    return child;
}

void XmlInput::fail(const std::string& what) {
    if (!problem_) problem_ = {element_.line(), fmt::format("<{}> {}", element_.name(), what)};
}

void XmlInput::fail_value(std::string_view name, std::string_view text) {
    static constexpr std::size_t kShown = 80;
    fail(fmt::format("has a {} that is none: '{}'", name, base::printable(text.substr(0, kShown))));
}

void XmlInput::finish() {
    if (problem_) return;
    if (next_attribute_)
        return fail(fmt::format("has an attribute that does not belong there: {}",
                                next_attribute_->name()));
    if (next_child_)
        return fail(
            fmt::format("has an element that does not belong there: <{}>", next_child_->name()));
    if (content_ == Content::none && !element_.is_empty()) fail("should be empty");
    if (content_ == Content::children && !element_.has_only_elements())
        fail("has text between its elements");
}

}  // namespace solander::format
