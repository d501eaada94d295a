// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_words.h"

#include <algorithm>
#include <array>

#include "metadata/field.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

namespace {

// In the order of records. Those marked (*) are known names that no record at hand has had; where
// they stand is a guess, and a wrong one makes a reader stop early, never read more.
constexpr std::array<WilsonLabel, 19> kLabels = {{
    {"Author(s):", WilsonField::creator},
    {"Contributor(s)", WilsonField::contributor},  // (*)
    {"Associated People & Organizations", WilsonField::subject_agent},
    {"Associated Places", WilsonField::subject_place},
    {"Associated Topics", WilsonField::subject},
    {"Subjects Discussed", WilsonField::subject},
    {"Related Documents", WilsonField::relation},
    {"Document Information", WilsonField::heading},
    {"Source", WilsonField::source},
    {"Original Archive", WilsonField::original_archive},
    {"Rights", WilsonField::rights},
    {"Original Uploaded Title", WilsonField::upload_title},  // (*)
    {"Original Uploaded Date", WilsonField::upload_date},
    {"Type", WilsonField::type},
    {"Language", WilsonField::language},
    {"Languages", WilsonField::language},  // (*)
    {"Record ID", WilsonField::record_id},
    {"Original Classification", WilsonField::classification},  // (*)
    {"Donors", WilsonField::donors},
}};

constexpr std::string_view kCredit = "This document was made possible with support from";

constexpr std::string_view kRightsText =
    "The History and Public Policy Program welcomes reuse of Digital Archive materials for "
    "research and educational purposes. Some documents may be subject to copyright, which is "
    "retained by the rights holders in accordance with US and international copyright laws. When "
    "possible, rights holders have been contacted for permission to reproduce their materials.";

constexpr std::string_view kContactLead =
    "To enquire about this document's rights status or request permission for commercial use, "
    "please contact the ";
constexpr std::string_view kContactName = "History and Public Policy Program";

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    return at != 0 && at < text.size() - 1 && text.find(' ') == text.npos &&
           text.find_first_of("[]") == text.npos && fold_white_space(text) == text;
}

}  // namespace

const WilsonLabel* wilson_label(std::string_view line) {
    const auto is_it = [line](const WilsonLabel& label) { return is_words(line, label.text); };
    const auto* found = std::ranges::find_if(kLabels, is_it);
    return found == kLabels.end() ? nullptr : found;
}

bool is_label_after(std::string_view line, WilsonField other) {
    const auto* label = wilson_label(line);
    return label != nullptr && label->field > other;
}

std::optional<std::string_view> credited_funder(std::string_view line) {
    auto name = after_words(line, kCredit);
    if (!name) return std::nullopt;
    if (name->ends_with('.')) name->remove_suffix(1);
    if (name->empty()) return name;
    name = after_words(*name, " ");
    if (name && is_words(*name, "the")) return std::string_view();
    if (const auto without_article = name ? after_words(*name, "the ") : std::nullopt)
        return without_article;
    return name;
}

bool is_wilson_rights_text(std::string_view line) {
    return is_words(line, kRightsText);
}

std::optional<WilsonContact> wilson_rights_contact(std::string_view line) {
    const auto from_name = after_words(line, kContactLead);
    if (!from_name) return std::nullopt;
    const auto from_verb = after_words(*from_name, kContactName);
    if (!from_verb) return std::nullopt;
    auto email = after_words(*from_verb, " at ");
    if (!email || !email->ends_with('.')) return std::nullopt;
    email->remove_suffix(1);
    const auto name = from_name->substr(0, from_name->size() - from_verb->size());
    if (is_address(*email)) return WilsonContact{name, *email, {}};
    return WilsonContact{name, {}, is_placeholder(*email) ? *email : std::string_view()};
}

}  // namespace solander::metadata
