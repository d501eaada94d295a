// SPDX-License-Identifier: Apache-2.0
#include "audit/funder_ids.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "audit/vocabulary.h"
#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

const AuditVocabularyInfo kFunderIdsInfo{
    .name = "funder identifiers",
    .version = "1",
    .date = "2026-11-27",
    .source = "forms of Crossref Funder ID (doi.org/10.13039), ROR and ISNI (ISO 27729)",
};

namespace {

/// Crockford's base 32 leaves out the letters that are taken for digits, and u.
constexpr std::string_view kBase32 = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view kFunderDoi = "10.13039/";
constexpr std::size_t kRorLength = 9;
constexpr std::size_t kIsniLength = 16;

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, base::is_digit);
}

/// Behind the scheme and host of an address of one of `hosts`; else the whole text.
std::string_view without_host(std::string_view text,
                              std::initializer_list<std::string_view> hosts) {
    if (!is_web_address(text)) return text;
    const auto path = text.substr(text.find("://") + 3);
    for (const auto host : hosts)
        if (path.starts_with(host)) return path.substr(host.size());
    return text;
}

std::string_view crossref_part(std::string_view text) {
    text = without_host(text, {"doi.org/", "dx.doi.org/", "www.doi.org/"});
    if (text.starts_with("doi:")) text.remove_prefix(4);
    return text;
}

std::string_view ror_part(std::string_view text) {
    text = without_host(text, {"ror.org/", "www.ror.org/"});
    if (text.starts_with("ror.org/")) text.remove_prefix(8);
    return text;
}

std::string_view isni_part(std::string_view text) {
    text =
        without_host(text, {"isni.org/isni/", "www.isni.org/isni/", "isni.org/", "www.isni.org/"});
    if (text.starts_with("isni:")) text.remove_prefix(5);
    return trimmed(text);
}

std::string without_separators(std::string_view text) {
    std::string bare(text);
    std::erase_if(bare, [](char c) { return c == ' ' || c == '-'; });
    return bare;
}

bool has_isni_form(std::string_view text) {
    const std::string bare = without_separators(text);
    return bare.size() == kIsniLength && all_digits(std::string_view(bare).substr(0, 15)) &&
           (base::is_digit(bare.back()) || bare.back() == 'x' || bare.back() == 'X');
}

bool has_ror_form(std::string_view text) {
    return text.size() == kRorLength && text.front() == '0' && all_digits(text.substr(7)) &&
           std::ranges::all_of(text,
                               [](char c) { return kBase32.find(c) != std::string_view::npos; });
}

}  // namespace

std::string_view funder_scheme_name(FunderScheme scheme) {
    switch (scheme) {
        case FunderScheme::crossref:
            return "Crossref Funder ID";
        case FunderScheme::ror:
            return "ROR";
        case FunderScheme::isni:
            return "ISNI";
    }
    return {};
}

std::optional<FunderScheme> find_funder_scheme(std::string_view type) {
    const std::string plain = folded(type);
    static constexpr std::array<std::string_view, 6> kCrossref{
        "crossref funder id", "crossref", "crossref-funder-id",
        "crossref-funder",    "fundref",  "funder-doi"};
    if (std::ranges::find(kCrossref, plain) != kCrossref.end()) return FunderScheme::crossref;
    if (plain == "ror") return FunderScheme::ror;
    if (plain == "isni") return FunderScheme::isni;
    return {};
}

std::optional<FunderScheme> scheme_of_form(std::string_view identifier) {
    const std::string plain = folded(identifier);
    if (crossref_part(plain).starts_with(kFunderDoi)) return FunderScheme::crossref;
    if (ror_part(plain).size() != plain.size() || has_ror_form(plain)) return FunderScheme::ror;
    if (isni_part(plain).size() != plain.size() || has_isni_form(plain)) return FunderScheme::isni;
    return {};
}

std::string wrong_with_funder_id(FunderScheme scheme, std::string_view identifier) {
    const std::string plain = folded(identifier);
    if (const auto other = scheme_of_form(plain); other && *other != scheme)
        return "is a " + std::string(funder_scheme_name(*other)) + " and not a " +
               std::string(funder_scheme_name(scheme));
    switch (scheme) {
        case FunderScheme::crossref: {
            auto part = crossref_part(plain);
            if (part.starts_with(kFunderDoi)) part.remove_prefix(kFunderDoi.size());
            return all_digits(part) ? "" : "is not 10.13039/ and digits";
        }
        case FunderScheme::ror:
            if (is_ror(ror_part(plain))) return "";
            return has_ror_form(ror_part(plain)) ? "does not end in its check digits"
                                                 : "is not 0, six letters or digits, two digits";
        case FunderScheme::isni:
            if (is_isni(isni_part(plain))) return "";
            return has_isni_form(isni_part(plain)) ? "does not end in its check digit"
                                                   : "does not have sixteen digits";
    }
    return "";
}

bool is_isni(std::string_view text) {
    if (!has_isni_form(text)) return false;
    const std::string bare = without_separators(text);
    unsigned total = 0;
    for (std::size_t i = 0; i + 1 < kIsniLength; ++i)
        total = (total + static_cast<unsigned>(bare[i] - '0')) * 2 % 11;
    const unsigned check = (12 - total) % 11;
    return check == 10 ? !base::is_digit(bare.back())
                       : bare.back() == static_cast<char>('0' + check);
}

bool is_ror(std::string_view text) {
    if (!has_ror_form(text)) return false;
    std::uint64_t number = 0;
    for (const char c : text.substr(1, 6)) number = number * 32 + kBase32.find(c);
    const std::uint64_t check = 98 - number * 100 % 97;
    const auto stated = base::parse_decimal(text.substr(7), base::LeadingZeros::allow);
    return check == stated;
}

}  // namespace solander::audit
