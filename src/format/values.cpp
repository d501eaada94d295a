// SPDX-License-Identifier: Apache-2.0
#include "format/values.h"

#include "base/decimal.h"

namespace solander::format {

std::string to_text(const std::vector<Drop>& value) {
    std::string text;
    for (const Drop drop : value) {
        if (!text.empty()) text += ' ';
        text += model::name_of(drop);
    }
    return text;
}

std::string to_text(const std::vector<std::string>& value) {
    std::string text;
    for (const std::string& part : value) {
        if (!text.empty()) text += ' ';
        text += part;
    }
    return text;
}

bool from_text(std::string_view text, std::string& value) {
    value = text;
    return !text.empty();
}

bool from_text(std::string_view text, bool& value) {
    if (text != "yes" && text != "no") return false;
    value = text == "yes";
    return true;
}

bool from_text(std::string_view text, std::uint64_t& value) {
    const auto number = base::parse_decimal(text);
    if (number) value = *number;
    return number.has_value();
}

bool from_text(std::string_view text, Timestamp& value) {
    const auto timestamp = Timestamp::parse(text);
    if (timestamp) value = *timestamp;
    return timestamp.has_value();
}

bool from_text(std::string_view text, EntryPath& value) {
    auto path = EntryPath::parse(text);
    if (!path || !text.starts_with("data/")) return false;
    value = *std::move(path);
    return true;
}

bool from_text(std::string_view text, model::Link& value) {
    static constexpr std::string_view kPrefix = "sha256:";
    return text.starts_with(kPrefix) && from_text(text.substr(kPrefix.size()), value.sha256);
}

bool from_text(std::string_view text, std::vector<Drop>& value) {
    value.clear();
    for (;;) {
        const auto blank = text.find(' ');
        Drop drop{};
        if (!from_text(text.substr(0, blank), drop)) return false;
        value.push_back(drop);
        if (blank == std::string_view::npos) return true;
        text.remove_prefix(blank + 1);
    }
}

bool from_text(std::string_view text, std::vector<std::string>& value) {
    value.clear();
    for (;;) {
        const auto blank = text.find(' ');
        std::string part;
        if (!from_text(text.substr(0, blank), part)) return false;
        value.push_back(std::move(part));
        if (blank == std::string_view::npos) return true;
        text.remove_prefix(blank + 1);
    }
}

}  // namespace solander::format
