// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "format/describe.h"
#include "xml/writer.h"

namespace solander::format {

/// The visitor (see describe.h) that replaces what XML cannot carry, and says so in the `replaced`
/// flag of the statement around it.
class Storable {
public:
    static constexpr bool kWrites = false;

    template <class T>
    void required(std::string_view name, T& value) {
        attribute(name, value);
    }
    template <class T>
    void optional(std::string_view name, T& value) {
        attribute(name, value);
    }

    void text(std::string& words) {
        bool replaced = false;
        words = xml::storable(words, &replaced);
        if (replaced && flag_ != nullptr) *flag_ = true;
        has_replaced_ |= replaced;
    }

    bool has_replaced() const { return has_replaced_; }

    void constant(std::string_view, std::string_view) {}
    void type_of(std::string_view, model::EventBody&) {}

    template <class T>
    void list(std::string_view name, std::string_view, std::vector<T>& values) {
        each(name, values);
    }

    template <class T>
    void child(std::string_view, T& value) {
        // The flag of a statement holds for all that is inside it.
        bool* const outer = flag_;
        describe(*this, value);
        flag_ = outer;
    }
    void child(std::string_view, std::string& words) { text(words); }
    void maybe(std::string_view, std::string& words) { text(words); }
    template <class T>
    void maybe(std::string_view name, std::optional<T>& value) {
        if (value) child(name, *value);
    }
    template <class T>
    void each(std::string_view name, std::vector<T>& list) {
        for (T& value : list) child(name, value);
    }
    void each(std::string_view, std::vector<TypedWords>& list, std::string_view) {
        for (TypedWords& value : list) {
            text(value.type);
            text(value.words);
        }
    }
    void each_of(std::string_view, std::string_view,
                 std::vector<std::variant<Transfer, Gap>>& steps) {
        for (auto& step : steps) std::visit([this](auto& value) { child({}, value); }, step);
    }

private:
    void attribute(std::string_view, std::string& value) { text(value); }
    void attribute(std::string_view name, bool& value) {
        if (name == "replaced") flag_ = &value;
    }
    template <class T>
    void attribute(std::string_view, T&) {}

    bool* flag_ = nullptr;
    bool has_replaced_ = false;
};

}  // namespace solander::format
