// SPDX-License-Identifier: Apache-2.0
#include "format/allowed_signers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include <fmt/format.h>
#include <tl/expected.hpp>

#include "base/base64.h"
#include "base/decimal.h"
#include "base/escape.h"

namespace solander::format {

namespace {

/// Of one line: each name may be held against all of them.
constexpr std::ptrdiff_t kMostPatterns = 1000;
/// So many tell enough of what a file is; others of it are counted.
constexpr std::size_t kMostProblems = 100;

/// What is wrong with a line, in a sentence.
template <class T>
using LineRead = tl::expected<T, std::string>;

tl::unexpected<std::string> wrong(std::string sentence) {
    return tl::unexpected(std::move(sentence));
}

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kSeparated =
    "; between names, and between options, stands a comma without blanks";

void skip_blanks(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(kBlanks)));
}

std::string_view take_word(std::string_view& rest) {
    const auto word = rest.substr(0, rest.find_first_of(kBlanks));
    rest.remove_prefix(word.size());
    skip_blanks(rest);
    return word;
}

/// Principals end at a blank or, if a quote comes first, at the quote that closes it.
LineRead<std::string> take_principals(std::string_view& rest) {
    std::string principals(rest.substr(0, rest.find_first_of(" \t\"")));
    rest.remove_prefix(principals.size());
    if (rest.starts_with('"')) {
        const auto close = rest.find('"', 1);
        if (close == std::string_view::npos) return wrong("a quote is not closed");
        principals += rest.substr(1, close - 1);
        rest.remove_prefix(close + 1);
    }
    skip_blanks(rest);
    if (principals.empty()) return wrong("no principal is named");
    return principals;
}

/// The options up to the first blank outside quotes.
LineRead<std::string_view> take_options(std::string_view& rest) {
    bool quoted = false;
    std::size_t end = 0;
    for (; end < rest.size(); ++end) {
        const char c = rest[end];
        if (!quoted && kBlanks.find(c) != std::string_view::npos) break;
        if (c == '\\' && rest.substr(end + 1).starts_with('"')) {
            ++end;
        } else if (c == '"') {
            quoted = !quoted;
        }
    }
    if (quoted) return wrong("a quote is not closed");
    const auto options = rest.substr(0, end);
    rest.remove_prefix(end);
    skip_blanks(rest);
    return options;
}

std::optional<int> small_number(std::string_view digits) {
    const auto value = base::parse_decimal(digits, base::LeadingZeros::allow);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

bool exists(const CivilTime& time) {
    const std::chrono::year_month_day day{std::chrono::year(time.year),
                                          std::chrono::month(static_cast<unsigned>(time.month)),
                                          std::chrono::day(static_cast<unsigned>(time.day))};
    return day.ok() && time.hour <= 23 && time.minute <= 59 && time.second <= 59;
}

/// `YYYYMMDD[Z]` or `YYYYMMDDHHMM[SS][Z]`.
std::optional<SignerTime> parse_time(std::string_view text) {
    SignerTime time;
    time.utc = text.ends_with('Z') || text.ends_with('z');
    if (time.utc) text.remove_suffix(1);
    if (text.size() != 8 && text.size() != 12 && text.size() != 14) return std::nullopt;
    if (!base::parse_decimal(text, base::LeadingZeros::allow)) return std::nullopt;
    const auto part = [text](std::size_t at, std::size_t size) {
        return at < text.size() ? small_number(text.substr(at, size)).value_or(0) : 0;
    };
    time.civil = {part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2), part(12, 2)};
    // To ssh-keygen, what is at or before the beginning of 1970 is no time.
    return exists(time.civil) && time.civil.year > 1970 ? std::optional(time) : std::nullopt;
}

/// Takes `"…"` off the front; \" stands for a quote in it.
std::optional<std::string> take_quoted(std::string_view& rest) {
    if (!rest.starts_with('"')) return std::nullopt;
    std::string value;
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '"') {
            rest.remove_prefix(at + 1);
            return value;
        }
        if (rest[at] == '\\' && rest.substr(at + 1).starts_with('"')) ++at;
        value += rest[at];
    }
    return std::nullopt;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

LineRead<void> set_time(std::optional<SignerTime>& field, std::string_view name,
                        std::string_view value) {
    if (field) return wrong(fmt::format("{} is there twice", name));
    field = parse_time(value);
    if (!field) return wrong(fmt::format("{} is not a time like 20301231 or 203012312359Z", name));
    return {};
}

LineRead<void> set_option(AllowedSigner& signer, std::string_view name,
                          const std::optional<std::string>& value) {
    if (name == "cert-authority" && !value) {
        signer.cert_authority = true;
        return {};
    }
    if (name == "namespaces" && value) {
        if (signer.namespaces) return wrong("namespaces is there twice");
        if (std::ranges::count(*value, ',') >= kMostPatterns)
            return wrong(fmt::format("more than {} namespaces stand in it", kMostPatterns));
        signer.namespaces = *value;
        return {};
    }
    if (name == "valid-after" && value) return set_time(signer.valid_after, name, *value);
    if (name == "valid-before" && value) return set_time(signer.valid_before, name, *value);
    return wrong(fmt::format("an unknown option, or one without its value in quotes: {}{}",
                             base::printable(name), name.empty() ? "" : kSeparated));
}

LineRead<void> read_options(AllowedSigner& signer, std::string_view options) {
    for (;;) {
        const auto name = options.substr(0, options.find_first_of("=,"));
        options.remove_prefix(name.size());
        std::optional<std::string> value;
        if (options.starts_with('=')) {
            options.remove_prefix(1);
            value = take_quoted(options);
        }
        if (auto done = set_option(signer, lower_case(name), value); !done) return done;
        if (options.empty()) return {};
        if (!options.starts_with(',')) return wrong("options are not parted by commas");
        options.remove_prefix(1);
    }
}

/// Whether an SSH key blob begins with this type.
bool begins_with_type(base::BytesView blob, std::string_view type) {
    static constexpr std::size_t kLengthBytes = 4;
    if (blob.size() < kLengthBytes + type.size()) return false;
    std::uint64_t length = 0;
    for (const std::byte byte : blob.first(kLengthBytes))
        length = length << 8 | std::to_integer<std::uint64_t>(byte);
    return length == type.size() && base::as_text(blob.subspan(kLengthBytes, type.size())) == type;
}

/// Reads type, key and comment; false, and `signer` as it was, if that is not what is there.
bool read_key(AllowedSigner& signer, std::string_view rest) {
    const auto type = take_word(rest);
    auto blob = base::from_base64(take_word(rest));
    if (type.empty() || !blob || !begins_with_type(*blob, type)) return false;
    signer.key_type = type;
    signer.key_blob = *std::move(blob);
    signer.comment = rest;
    return true;
}

LineRead<AllowedSigner> read_line(std::string_view line) {
    const bool has_control = std::ranges::any_of(line, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
    if (has_control) return wrong("a control character is in the line");
    // It would be a letter of the first name, which nobody sees and which makes it another name.
    if (line.starts_with("\xEF\xBB\xBF"))
        return wrong("a byte order mark is in front of it; save the file without one");
    AllowedSigner signer;
    auto principals = take_principals(line);
    if (!principals) return wrong(principals.error());
    signer.principals = *std::move(principals);
    if (std::ranges::count(signer.principals, ',') >= kMostPatterns)
        return wrong(fmt::format("more than {} names stand in it", kMostPatterns));
    if (read_key(signer, line)) return signer;
    const auto options = take_options(line);
    if (!options) return wrong(options.error());
    if (!read_key(signer, line)) {
        if (begins_with_key_type(signer.principals))
            return wrong(
                "names nobody in front of the key, as a .pub file does: `solander trust add NAME "
                "KEY.pub` puts it into a trust file");
        return wrong(
            fmt::format("not of the form: principals [options] key-type base64-key [comment]{}",
                        options->find('=') == std::string_view::npos ? "" : kSeparated));
    }
    if (const auto done = read_options(signer, *options); !done) return wrong(done.error());
    return signer;
}

/// Whether `text` matches one pattern. Only the last `*` ever needs to be tried again, since an
/// earlier one can do no more with what a later one can take as well.
bool matches_pattern(std::string_view text, std::string_view pattern) {
    std::size_t t = 0;
    std::size_t p = 0;
    std::optional<std::size_t> star;
    std::size_t star_ends = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            star_ends = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star) {
            p = *star + 1;
            t = ++star_ends;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

template <class Use>
void for_each_pattern(std::string_view patterns, Use use) {
    for (;;) {
        const auto pattern = patterns.substr(0, patterns.find(','));
        use(pattern);
        if (pattern.size() == patterns.size()) return;
        patterns.remove_prefix(pattern.size() + 1);
    }
}

}  // namespace

AllowedSigners parse_allowed_signers(std::string_view text) {
    AllowedSigners file;
    if (begins_as_secret_key(text)) {
        const auto before = text.substr(0, text.find('-'));
        const auto lines = std::ranges::count(before, '\n');
        file.problems.push_back({static_cast<std::size_t>(lines) + 1, std::string(kIsSecretKey)});
        return file;
    }
    std::size_t problems = 0;
    std::size_t last_problem = 0;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        skip_blanks(line);
        if (line.empty() || line.starts_with('#')) continue;
        if (auto signer = read_line(line)) {
            signer->line = number;
            file.signers.push_back(*std::move(signer));
        } else {
            if (++problems <= kMostProblems)
                file.problems.push_back({number, std::move(signer).error()});
            last_problem = number;
        }
    }
    if (problems > kMostProblems)
        file.problems.push_back({last_problem, fmt::format("nor are {} others that cannot be read",
                                                           problems - kMostProblems - 1)});
    return file;
}

bool begins_as_secret_key(std::string_view text) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
    return text.starts_with("-----BEGIN ") &&
           text.substr(0, text.find('\n')).find("PRIVATE KEY-----") != std::string_view::npos;
}

bool begins_with_key_type(std::string_view line) {
    static constexpr std::array<std::string_view, 8> kTypes{"ssh-ed25519",
                                                            "ssh-rsa",
                                                            "ssh-dss",
                                                            "ecdsa-sha2-nistp256",
                                                            "ecdsa-sha2-nistp384",
                                                            "ecdsa-sha2-nistp521",
                                                            "sk-ssh-ed25519@openssh.com",
                                                            "sk-ecdsa-sha2-nistp256@openssh.com"};
    const std::string_view type = take_word(line);
    return std::ranges::find(kTypes, type) != kTypes.end();
}

bool matches_pattern_list(std::string_view text, std::string_view patterns) {
    bool matched = false;
    bool excluded = false;
    for_each_pattern(patterns, [&](std::string_view pattern) {
        if (pattern.starts_with('!')) {
            excluded = excluded || matches_pattern(text, pattern.substr(1));
        } else {
            matched = matched || matches_pattern(text, pattern);
        }
    });
    return matched && !excluded;
}

std::vector<std::string_view> literal_names(std::string_view patterns) {
    std::vector<std::string_view> names;
    std::vector<std::string_view> exclusions;
    for_each_pattern(patterns, [&](std::string_view pattern) {
        if (pattern.starts_with('!')) exclusions.push_back(pattern.substr(1));
    });
    for_each_pattern(patterns, [&](std::string_view pattern) {
        const bool plain = !pattern.empty() && !pattern.starts_with('!') &&
                           pattern.find_first_of("*?") == std::string_view::npos;
        if (plain && std::ranges::none_of(exclusions, [pattern](std::string_view exclusion) {
                return matches_pattern(pattern, exclusion);
            }))
            names.push_back(pattern);
    });
    return names;
}

}  // namespace solander::format
