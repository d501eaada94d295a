// SPDX-License-Identifier: Apache-2.0
#include "metadata/json_record.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "xml/writer.h"

namespace solander::metadata {

namespace {

/// Keys become places and labels, in which nothing is ever replaced.
bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }) ||
           xml::storable(text, nullptr) != text;
}

std::string_view without_blanks(std::string_view words) {
    static constexpr std::string_view kWhite = " \t\r\n";
    const auto first = words.find_first_not_of(kWhite);
    if (first == words.npos) return {};
    return words.substr(first, words.find_last_not_of(kWhite) - first + 1);
}

std::string escaped(std::string_view key) {
    std::string token;
    token.reserve(key.size());
    for (const char c : key) {
        if (c == '~') {
            token += "~0";
        } else if (c == '/') {
            token += "~1";
        } else {
            token += c;
        }
    }
    return token;
}

}  // namespace

/// Receives what the parser reads. Each step answers whether the parser may go on; if not,
/// `error_` says why.
class JsonBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonBuilder(std::string_view text, JsonRecord::Parts& parts, const JsonLimits& limits)
        : text_(text), parts_(parts), limits_(limits) {}

    Error error() const {
        return error_.value_or(Error(ErrorCode::format, "the text is not well-formed JSON"));
    }

    bool null() override { return add(JsonKind::null, {}); }
    bool boolean(bool value) override { return add(JsonKind::boolean, value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override {
        return add(JsonKind::number, fmt::format("{}", value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return add(JsonKind::number, fmt::format("{}", value));
    }
    bool number_float(number_float_t, const string_t& written) override {
        return add(JsonKind::number, written);
    }
    bool string(string_t& value) override { return add(JsonKind::string, std::move(value)); }
    bool binary(binary_t&) override { return fail(ErrorCode::format, "JSON has no binary values"); }
    bool start_object(std::size_t) override { return open(JsonKind::object); }
    bool start_array(std::size_t) override { return open(JsonKind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (name.size() > limits_.key_bytes)
            return fail(ErrorCode::limit,
                        fmt::format("a key has more than {} bytes", limits_.key_bytes));
        if (has_control_character(name))
            return fail(ErrorCode::format,
                        "a key has a control character, or another that XML cannot carry");
        key_ = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& exception) override {
        const auto before = text_.substr(0, position);
        const std::string_view what = exception.what();
        const std::string_view why =
            what.find("surrogate") != what.npos ? ": a \\u escape names half of a character" : "";
        return fail(ErrorCode::format, fmt::format("line {}: the text is not well-formed JSON{}",
                                                   1 + std::ranges::count(before, '\n'), why));
    }

private:
    bool fail(ErrorCode code, std::string message) {
        error_ = Error(code, std::move(message));
        return false;
    }

    bool add(JsonKind kind, std::string words) {
        if (parts_.values.size() == limits_.values)
            return fail(ErrorCode::limit,
                        fmt::format("there are more than {} values", limits_.values));
        JsonValue& value = parts_.values.emplace_back();
        value.kind = kind;
        value.words = std::move(words);
        if (open_.empty()) return true;
        JsonValue& around = *open_.back();
        value.parent = &around;
        value.key = around.kind == JsonKind::array ? fmt::format("{}", around.children.size())
                                                   : std::exchange(key_, {});
        pointers_ += pointer_ + value.key.size() + 1;
        if (pointers_ > limits_.pointer_bytes)
            return fail(ErrorCode::limit, "long keys are nested too deeply and too often");
        around.children.push_back(&value);
        return true;
    }

    bool open(JsonKind kind) {
        if (open_.size() == limits_.depth)
            return fail(ErrorCode::limit,
                        fmt::format("values are nested more than {} deep", limits_.depth));
        if (!add(kind, {})) return false;
        open_.push_back(&parts_.values.back());
        pointer_ += open_.back()->key.size() + 1;
        return true;
    }

    bool close() {
        JsonValue& value = *open_.back();
        if (value.kind == JsonKind::object) drop_duplicates(value);
        pointer_ -= value.key.size() + 1;
        open_.pop_back();
        return true;
    }

    /// Once an object is complete, so that many members cost no more than sorting them.
    void drop_duplicates(JsonValue& object) {
        auto by_key = object.children;
        std::ranges::stable_sort(by_key, {}, &JsonValue::key);
        std::unordered_set<const JsonValue*> dropped;
        for (std::size_t i = 1; i < by_key.size(); ++i)
            if (by_key[i - 1]->key == by_key[i]->key) dropped.insert(by_key[i - 1]);
        if (dropped.empty()) return;
        std::erase_if(object.children, [&](const JsonValue* each) {
            if (!dropped.contains(each)) return false;
            parts_.remarks.push_back({"json.duplicate-key", each->pointer(),
                                      "this key stands more than once in its object; the last "
                                      "value was read, and the one before it was not"});
            return true;
        });
    }

    std::string_view text_;
    JsonRecord::Parts& parts_;
    const JsonLimits& limits_;
    std::vector<JsonValue*> open_;
    std::string key_;
    std::size_t pointer_ = 0;   ///< Bytes of the pointer to the innermost open value.
    std::size_t pointers_ = 0;  ///< Of all so far.
    std::optional<Error> error_;
};

Result<JsonRecord> JsonRecord::parse(std::string_view text, const JsonLimits& limits) {
    JsonRecord record;
    JsonBuilder builder(text, *record.parts_, limits);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return builder.error();
    return record;
}

const JsonValue* JsonValue::member(std::string_view name) const {
    if (kind != JsonKind::object) return nullptr;
    const auto found =
        std::ranges::find_if(children, [&](const JsonValue* each) { return each->key == name; });
    return found == children.end() ? nullptr : *found;
}

std::string JsonValue::pointer() const {
    std::vector<const JsonValue*> steps;
    for (const auto* step = this; step->parent != nullptr; step = step->parent)
        steps.push_back(step);
    std::string pointer = "pointer ";
    std::ranges::reverse(steps);
    for (const auto* step : steps) {
        pointer += '/';
        pointer += escaped(step->key);
    }
    return pointer;
}

std::vector<const JsonValue*> JsonValue::each() const {
    if (kind == JsonKind::array && !children.empty()) return children;
    return {this};
}

Said JsonTally::take(const JsonValue& value, std::string_view label) {
    taken_.insert(&value);
    auto said = place_of(value, label);
    said.words = without_blanks(value.words);
    return said;
}

Said JsonTally::place_of(const JsonValue& value, std::string_view label) {
    Said said;
    said.place.origin = kHandOverOrigin;
    said.place.at = value.pointer();
    said.place.label = label;
    return said;
}

std::string_view JsonTally::consume(const JsonValue* value) {
    if (value == nullptr) return {};
    taken_.insert(value);
    return without_blanks(value->words);
}

void JsonTally::keep_rest(Document& document, const JsonValue& value) {
    if (has(value)) return;
    for (const auto* child : value.children) keep_rest(document, *child);
    if (value.words.empty()) return;
    // Items of an array have the name of the array.
    const auto* named = &value;
    while (named->parent != nullptr && named->parent->kind == JsonKind::array)
        named = named->parent;
    auto said = take(value, named->key);
    auto type = named->key.empty() ? std::string("value") : named->key;
    put_note(document, std::move(type), std::move(said));
}

}  // namespace solander::metadata
