// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <solander/manifest.h>

#include "model/event.h"
#include "model/names.h"

namespace solander::format {

// How attribute values are spelled: one spelling each, read strictly.

inline const std::string& to_text(const std::string& value) {
    return value;
}
inline std::string to_text(bool value) {
    return value ? "yes" : "no";
}
inline std::string to_text(std::uint64_t value) {
    return std::to_string(value);
}
inline std::string to_text(const Timestamp& value) {
    return value.text();
}
inline const std::string& to_text(const EntryPath& value) {
    return value.str();
}
inline std::string to_text(const model::Link& value) {
    return "sha256:" + value.sha256.hex();
}
std::string to_text(const std::vector<Drop>& value);
std::string to_text(const std::vector<std::string>& value);

template <std::size_t Size>
std::string to_text(const Digest<Size>& value) {
    return value.hex();
}

template <class E>
requires std::is_enum_v<E> std::string to_text(E value) {
    return std::string(model::name_of(value));
}

template <class T>
decltype(auto) to_text(const std::optional<T>& value) {
    return to_text(*value);
}

inline bool is_empty(const std::string& value) {
    return value.empty();
}
inline bool is_empty(bool value) {
    return !value;
}
inline bool is_empty(const std::vector<Drop>& value) {
    return value.empty();
}
inline bool is_empty(const std::vector<std::string>& value) {
    return value.empty();
}
template <class T>
bool is_empty(const std::optional<T>& value) {
    return !value.has_value();
}

// Each returns whether `text` is a value; `value` is untouched if not.

bool from_text(std::string_view text, std::string& value);
bool from_text(std::string_view text, bool& value);
bool from_text(std::string_view text, std::uint64_t& value);
bool from_text(std::string_view text, Timestamp& value);
bool from_text(std::string_view text, EntryPath& value);
bool from_text(std::string_view text, model::Link& value);
bool from_text(std::string_view text, std::vector<Drop>& value);
bool from_text(std::string_view text, std::vector<std::string>& value);

template <std::size_t Size>
bool from_text(std::string_view text, Digest<Size>& value) {
    const auto digest = Digest<Size>::parse(text);
    if (digest) value = *digest;
    return digest.has_value();
}

template <class E>
requires std::is_enum_v<E>
bool from_text(std::string_view text, E& value) {
    const auto named = model::parse_name<E>(text);
    if (named) value = *named;
    return named.has_value();
}

template <class T>
bool from_text(std::string_view text, std::optional<T>& value) {
    T inner{};
    if (!from_text(text, inner)) return false;
    value = inner;
    return true;
}

}  // namespace solander::format
