// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "format/describe.h"
#include "format/lexical.h"
#include "format/values.h"
#include "xml/document.h"

namespace solander::format {

/// The first thing in a text that its description does not allow.
struct Problem {
    std::size_t line = 0;
    std::string message;
};

/// The visitor that reads one element (see describe.h): attributes and children must stand in the
/// order described, and there may be nothing else. After the first problem it reads on without
/// effect; the problem stands in the slot that all visitors of one text share.
class XmlInput {
public:
    static constexpr bool kWrites = false;

    XmlInput(xml::Element element, std::optional<Problem>& problem)
        : element_(element),
          next_attribute_(first_attribute(element)),
          next_child_(element.first_child()),
          problem_(problem) {}

    /// Reads the whole of one element into `value`.
    template <class T>
    static void read(xml::Element element, T& value, std::optional<Problem>& problem) {
        XmlInput input(element, problem);
        if constexpr (std::is_same_v<T, std::string>) {
            input.text(value);
            if (value.empty()) input.fail("holds no words");
        } else {
            describe(input, value);
        }
        input.finish();
    }

    void constant(std::string_view name, std::string_view value) {
        if (take_attribute(name, true).value_or(value) != value)
            fail("has another " + std::string(name) + " than " + std::string(value));
    }

    template <class T>
    void required(std::string_view name, T& value) {
        if (const auto text = take_attribute(name, true)) convert(name, *text, value);
    }

    template <class T>
    void optional(std::string_view name, T& value) {
        if (const auto text = take_attribute(name, false)) {
            convert(name, *text, value);
            if constexpr (std::is_same_v<T, bool>) {
                if (!value)
                    fail("says " + std::string(name) + "=\"no\", which is said by leaving it out");
            }
        }
    }

    void type_of(std::string_view name, model::EventBody& body) {
        model::EventType type{};
        required(name, type);
        body = model::empty_body(type);
    }

    void text(std::string& words) {
        words = element_.text();
        content_ = Content::words;
    }

    template <class T>
    void child(std::string_view name, T& value) {
        content_ = Content::children;
        if (const auto element = take_child(name))
            read(*element, value, problem_);
        else
            fail("lacks its element <" + std::string(name) + ">");
    }

    void maybe(std::string_view name, std::string& words) {
        content_ = Content::children;
        if (const auto element = take_child(name)) read(*element, words, problem_);
    }

    template <class T>
    void maybe(std::string_view name, std::optional<T>& value) {
        content_ = Content::children;
        if (const auto element = take_child(name)) read(*element, value.emplace(), problem_);
    }

    template <class T>
    void each(std::string_view name, std::vector<T>& list) {
        content_ = Content::children;
        while (const auto element = take_child(name)) read(*element, list.emplace_back(), problem_);
    }

    void each(std::string_view name, std::vector<TypedWords>& list, std::string_view type);

    void each_of(std::string_view transfer, std::string_view gap,
                 std::vector<std::variant<Transfer, Gap>>& steps);

    template <class T>
    void list(std::string_view name, std::string_view item, std::vector<T>& values) {
        content_ = Content::children;
        const auto element = take_child(name);
        if (!element) return fail("lacks its element <" + std::string(name) + ">");
        XmlInput inner(*element, problem_);
        inner.each(item, values);
        if (values.empty()) inner.fail("has no <" + std::string(item) + ">");
        inner.finish();
    }

private:
    enum class Content { none, words, children };

    static std::optional<xml::Attribute> first_attribute(const xml::Element& element);
    std::optional<std::string_view> take_attribute(std::string_view name, bool required);
    std::optional<xml::Element> take_child(std::string_view name);
    void fail(const std::string& what);
    /// Nothing may be left over.
    void finish();

    template <class T>
    void convert(std::string_view name, std::string_view text, T& value) {
        if (!has_form(element_.name(), name, text) || !from_text(text, value))
            fail_value(name, text);
    }
    void fail_value(std::string_view name, std::string_view text);

    xml::Element element_;
    std::optional<xml::Attribute> next_attribute_;
    std::optional<xml::Element> next_child_;
    Content content_ = Content::none;
    std::optional<Problem>& problem_;
};

}  // namespace solander::format
