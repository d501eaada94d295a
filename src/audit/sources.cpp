// SPDX-License-Identifier: Apache-2.0
#include "audit/sources.h"

#include <algorithm>
#include <array>

#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, base::is_digit);
}

}  // namespace

bool names_only_publisher(std::string_view words, const Context& context) {
    const std::string name = folded_name(words);
    if (is_web_address(name)) return name.find(' ') == std::string::npos;
    for (const Profile* profile : context.profiles)
        for (const auto publisher : profile->publishers)
            if (folded_name(publisher) == name) return true;
    static constexpr std::array<std::string_view, 6> kEnds{
        "digital archive",    "digital archives",    "digital library",
        "digital collection", "digital collections", "digital repository"};
    if (has_digit(name) || name.find(',') != std::string::npos) return false;
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return name.ends_with(end); });
}

bool has_locator(const Record& record) {
    for (const SourceStatement& source : record.document().sources)
        if (!source.locator.empty() || has_digit(source.verbatim)) return true;
    for (const IdentifierStatement& identifier : record.document().identifiers) {
        const bool is_value =
            identifier.state == State::stated || identifier.state == State::inferred;
        if (is_value && !is_web_address(identifier.words) && identifier.type != "record-id" &&
            identifier.type != "url" && has_digit(identifier.words))
            return true;
    }
    return false;
}

}  // namespace solander::audit
