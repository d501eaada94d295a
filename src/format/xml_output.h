// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "format/describe.h"
#include "format/values.h"
#include "xml/writer.h"

namespace solander::format {

/// The visitor that writes (see describe.h).
class XmlOutput {
public:
    static constexpr bool kWrites = true;

    explicit XmlOutput(xml::Writer& writer) : writer_(writer) {}

    void constant(std::string_view name, std::string_view value) { writer_.attribute(name, value); }

    template <class T>
    void required(std::string_view name, const T& value) {
        writer_.attribute(name, to_text(value));
    }

    template <class T>
    void optional(std::string_view name, const T& value) {
        if (!is_empty(value)) writer_.attribute(name, to_text(value));
    }

    void type_of(std::string_view name, const model::EventBody& body) {
        writer_.attribute(name, model::name_of(static_cast<model::EventType>(body.index())));
    }

    void text(const std::string& words) { writer_.text(words); }

    template <class T>
    void child(std::string_view name, const T& value) {
        writer_.start(name);
        describe(*this, value);
        writer_.end();
    }

    void child(std::string_view name, const std::string& words) {
        writer_.start(name).text(words).end();
    }

    void maybe(std::string_view name, const std::string& words) {
        if (!words.empty()) child(name, words);
    }

    template <class T>
    void maybe(std::string_view name, const std::optional<T>& value) {
        if (value) child(name, *value);
    }

    template <class T>
    void each(std::string_view name, const std::vector<T>& list) {
        for (const T& value : list) child(name, value);
    }

    void each(std::string_view name, const std::vector<TypedWords>& list, std::string_view type) {
        for (const TypedWords& value : list)
            writer_.start(name).attribute(type, value.type).text(value.words).end();
    }

    void each_of(std::string_view transfer, std::string_view gap,
                 const std::vector<std::variant<Transfer, Gap>>& steps) {
        for (const auto& step : steps) {
            if (const auto* moved = std::get_if<Transfer>(&step))
                child(transfer, *moved);
            else
                child(gap, std::get<Gap>(step));
        }
    }

    template <class T>
    void list(std::string_view name, std::string_view item, const std::vector<T>& values) {
        writer_.start(name);
        each(item, values);
        writer_.end();
    }

private:
    xml::Writer& writer_;
};

}  // namespace solander::format
