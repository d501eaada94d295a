// SPDX-License-Identifier: Apache-2.0
#include "pack/name_template.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "pack/package_name.h"

namespace solander::pack {

namespace {

struct NamePart {
    std::string_view name;
    std::string NameFields::*value;
};

constexpr std::array kNameParts = {
    NamePart{"date", &NameFields::date}, NamePart{"title-slug", &NameFields::title_slug},
    NamePart{"id", &NameFields::id},     NamePart{"file", &NameFields::file},
    NamePart{"n", &NameFields::number},
};

constexpr std::string_view kSeparators = "-_.";

std::string all_fields() {
    std::string text;
    for (const NamePart& field : kNameParts)
        text += fmt::format("{}{{{}}}", text.empty() ? "" : ", ", field.name);
    return text;
}

Error refused(std::string_view text, std::string_view why) {
    return {ErrorCode::usage, fmt::format("--name '{}': {}", base::printable(text), why)};
}

Result<std::string NameFields::*> field_of(std::string_view text, std::string_view name) {
    std::array<std::string_view, kNameParts.size()> names;
    std::ranges::transform(kNameParts, names.begin(), &NamePart::name);
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
        return kNameParts.at(static_cast<std::size_t>(found - names.begin())).value;
    return refused(
        text, fmt::format("there is no field '{{{}}}'; {}the fields are {}", base::printable(name),
                          base::did_you_mean(name, names), all_fields()));
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kSeparators.find(c) != std::string_view::npos;
}

void drop_last_separators(std::string& text) {
    while (!text.empty() && kSeparators.find(text.back()) != std::string_view::npos)
        text.pop_back();
}

/// So many bytes of it at most, which are whole words, or much of the first.
void cut(std::string& title_slug, std::size_t room) {
    static constexpr std::size_t kLeastOfAWord = 8;
    if (title_slug[room] != '-') {
        const auto last = title_slug.rfind('-', room);
        if (last != std::string::npos)
            room = last;
        else if (room < kLeastOfAWord)
            room = 0;
    }
    title_slug.resize(room);
    drop_last_separators(title_slug);
}

}  // namespace

Result<NameTemplate> NameTemplate::parse(std::string_view text) {
    NameTemplate made;
    std::size_t letters = 0;
    bool has_field = false;
    for (std::string_view rest = text; !rest.empty();) {
        Part part;
        if (rest.front() == '{') {
            const auto end = rest.find('}');
            if (end == std::string_view::npos)
                return refused(text, "a '{' opens a field, and no '}' closes it");
            auto field = field_of(text, rest.substr(1, end - 1));
            if (!field) return field.error();
            part.field = *field;
            has_field = true;
            rest.remove_prefix(end + 1);
        } else {
            part.letters = rest.substr(0, rest.find('{'));
            rest.remove_prefix(part.letters.size());
            letters += part.letters.size();
            if (!std::ranges::all_of(part.letters, is_letter))
                return refused(text,
                               "beside fields, the name of a package has letters A-Z and "
                               "a-z, digits, '.', '_' and '-' only");
        }
        made.parts_.push_back(std::move(part));
    }
    if (!has_field)
        return refused(text, fmt::format("every package would have this name; put a field into "
                                         "it, such as '{}-{{n}}'. The fields are {}",
                                         base::printable(text), all_fields()));
    if (letters >= kMostNameBytes)
        return refused(text, fmt::format("a name has at most {} characters", kMostNameBytes));
    return made;
}

std::string NameTemplate::fill(const NameFields& fields) const {
    std::string name;
    bool drops_next = false;  // nothing stands in front of what separates
    for (const Part& part : parts_) {
        if (part.field == nullptr) {
            std::string_view letters = part.letters;
            if (drops_next)
                letters.remove_prefix(
                    std::min(letters.find_first_not_of(kSeparators), letters.size()));
            name += letters;
            drops_next = drops_next && letters.empty();
        } else if ((fields.*part.field).empty()) {
            drop_last_separators(name);
            drops_next = name.empty();
        } else {
            name += fields.*part.field;
            drops_next = false;
        }
    }
    return name;
}

Result<std::string> NameTemplate::name(NameFields fields) const {
    std::string name = fill(fields);
    while (name.size() > kMostNameBytes && !fields.title_slug.empty()) {
        const std::size_t excess = name.size() - kMostNameBytes;
        if (excess < fields.title_slug.size())
            cut(fields.title_slug, fields.title_slug.size() - excess);
        else
            fields.title_slug.clear();
        name = fill(fields);
    }
    if (name.empty())
        return Error(ErrorCode::usage,
                     "nothing is known of it that could name its package: put {n} into --name");
    if (name.size() > kMostNameBytes)
        return Error(ErrorCode::usage,
                     fmt::format("its package would be named '{}', and a name has at most {} "
                                 "characters: choose other fields for --name, such as {{n}}",
                                 name, kMostNameBytes));
    if (auto good = check_name(name); !good) return std::move(good).error();
    return name;
}

std::string slug(std::string_view title) {
    std::string plain;
    // The name of a file need not be text.
    const bool is_text = !base::find_invalid_utf8(title);
    const std::string letters = is_text ? base::plain_letters(title) : std::string(title);
    for (const char c : letters)
        if (c != '\'') plain += c == '.' || c == '_' ? '-' : c;
    // The typographic apostrophe belongs to its word, too.
    static constexpr std::string_view kApostrophe = "\xE2\x80\x99";
    for (auto at = plain.find(kApostrophe); at != std::string::npos; at = plain.find(kApostrophe))
        plain.erase(at, kApostrophe.size());
    std::string small = nearest_name(plain);
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

}  // namespace solander::pack
