// SPDX-License-Identifier: Apache-2.0
#include "format/allowed_signers.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/base64.h"
#include "base/bytes.h"
#include "base/escape.h"
#include "properties/standing_clock.h"
#include "properties/target.h"
#include "properties/words.h"
#include "trust/namespaces.h"
#include "trust/trust_store.h"

namespace solander::fuzz {

namespace {

using format::AllowedSigner;
using format::AllowedSigners;

std::string in_quotes(std::string_view words) {
    std::string text = "\"";
    for (const char c : words) {
        if (c == '"') text += '\\';
        text += c;
    }
    return text + '"';
}

std::string written(const format::SignerTime& time) {
    const CivilTime& civil = time.civil;
    return fmt::format("\"{:04}{:02}{:02}{:02}{:02}{:02}{}\"", civil.year, civil.month, civil.day,
                       civil.hour, civil.minute, civil.second, time.utc ? "Z" : "");
}

/// A line as ssh-keygen(1) describes it, everything in quotes that may be.
std::string written(const AllowedSigner& signer) {
    std::string options;
    const auto add = [&options](std::string_view option) {
        options += options.empty() ? ' ' : ',';
        options += option;
    };
    if (signer.cert_authority) add("cert-authority");
    if (signer.namespaces) add("namespaces=" + in_quotes(*signer.namespaces));
    if (signer.valid_after) add("valid-after=" + written(*signer.valid_after));
    if (signer.valid_before) add("valid-before=" + written(*signer.valid_before));
    return fmt::format("{}{} {} {} {}", in_quotes(signer.principals), options, signer.key_type,
                       base::to_base64(signer.key_blob), signer.comment);
}

bool is_same(const std::optional<format::SignerTime>& one,
             const std::optional<format::SignerTime>& other) {
    if (!one || !other) return one.has_value() == other.has_value();
    return written(*one) == written(*other);
}

bool is_same(const AllowedSigner& one, const AllowedSigner& other) {
    return one.principals == other.principals && one.cert_authority == other.cert_authority &&
           one.namespaces == other.namespaces && is_same(one.valid_after, other.valid_after) &&
           is_same(one.valid_before, other.valid_before) && one.key_type == other.key_type &&
           one.key_blob == other.key_blob && one.comment == other.comment;
}

/// The lines that say something, by their numbers.
std::set<std::size_t> telling_lines(std::string_view text) {
    std::set<std::size_t> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        const auto first = line.find_first_not_of(" \t");
        if (first != std::string_view::npos && line[first] != '#') lines.insert(number);
    }
    return lines;
}

/// Each line is somebody's, or told of, and never both.
Broken check_lines(std::string_view text, const AllowedSigners& file) {
    auto left = telling_lines(text);
    if (format::begins_as_secret_key(text)) {
        const bool is_told = file.problems.size() == 1 && left.contains(file.problems[0].line);
        if (!is_told || !file.signers.empty()) return "a secret key is read as a trust file";
        return std::nullopt;
    }
    std::size_t last = 0;
    for (const AllowedSigner& signer : file.signers) {
        if (left.erase(signer.line) != 1 || signer.line <= last)
            return fmt::format("line {} is read as it is not", signer.line);
        last = signer.line;
    }
    last = 0;
    for (const auto& problem : file.problems) {
        if (left.erase(problem.line) != 1 || problem.line <= last)
            return fmt::format("line {} is refused as it is not", problem.line);
        last = problem.line;
        if (auto broken = check_words("a problem", problem.sentence)) return broken;
    }
    if (!left.empty()) return fmt::format("line {} is lost", *left.begin());
    return std::nullopt;
}

Broken check_written(const AllowedSigner& signer) {
    const std::string line = written(signer);
    const auto again = format::parse_allowed_signers(line);
    if (again.signers.size() != 1 || !again.problems.empty())
        return fmt::format("what a line says cannot be written: {}", base::printable(line));
    if (!is_same(again.signers.front(), signer))
        return fmt::format("what a line says is written as something else: {}",
                           base::printable(line));
    return std::nullopt;
}

/// Whether a text matches one pattern, by trying every way there is; for short ones.
bool matches_somehow(std::string_view text, std::string_view pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern.front() == '*')
        return matches_somehow(text, pattern.substr(1)) ||
               (!text.empty() && matches_somehow(text.substr(1), pattern));
    return !text.empty() && (pattern.front() == '?' || pattern.front() == text.front()) &&
           matches_somehow(text.substr(1), pattern.substr(1));
}

/// As matches_pattern_list() has it, said the other way round.
bool is_in_list(std::string_view text, std::string_view patterns) {
    bool is_in = false;
    for (;;) {
        const auto pattern = patterns.substr(0, patterns.find(','));
        if (pattern.starts_with('!')) {
            if (matches_somehow(text, pattern.substr(1))) return false;
        } else {
            is_in |= matches_somehow(text, pattern);
        }
        if (pattern.size() == patterns.size()) return is_in;
        patterns.remove_prefix(pattern.size() + 1);
    }
}

/// Two ways to match names agree, and so do the names that a list is made of.
Broken check_patterns(const AllowedSigner& signer) {
    static constexpr std::size_t kShort = 24;
    const std::string_view patterns = signer.principals;
    for (const auto name : format::literal_names(patterns))
        if (!format::matches_pattern_list(name, patterns))
            return fmt::format("a list does not match its own name {}", base::printable(name));
    if (patterns.size() > kShort) return std::nullopt;
    for (const std::string_view name :
         {std::string_view("archivist@example.org"), std::string_view("a"), std::string_view(),
          patterns, patterns.substr(0, patterns.find(',')), patterns.substr(patterns.size() / 2)})
        if (format::matches_pattern_list(name, patterns) != is_in_list(name, patterns))
            return fmt::format("two ways of matching differ on {} in {}", base::printable(name),
                               base::printable(patterns));
    return std::nullopt;
}

/// Who the keys of a trust store are, asked from both sides.
Broken check_names(const trust::TrustStore& store, const AllowedSigners& file,
                   std::string_view name_space) {
    for (const AllowedSigner& signer : file.signers)
        for (const auto name : format::literal_names(signer.principals))
            for (const PublicKey& key : store.keys_of(name, name_space)) {
                const std::string fingerprint = key.fingerprint();
                const auto names = store.names_of(fingerprint, name_space);
                if (std::ranges::find(names, name) == names.end())
                    return fmt::format("a key of {} has not that name", base::printable(name));
                if (!store.could_be(fingerprint, name, name_space) ||
                    !store.fits_a_line(name, name_space) ||
                    !store.same_principal(fingerprint, fingerprint, name_space))
                    return fmt::format("a key of {} could not be it", base::printable(name));
                const auto found = store.find(key, name, name_space, {});
                if (found.standing != trust::Standing::known || found.by_pattern)
                    return fmt::format("a key of {} is not known", base::printable(name));
            }
    return std::nullopt;
}

Broken check_store(std::string_view text, const AllowedSigners& file) {
    const StandingClock clock;
    const auto store = trust::TrustStore::parse(text, clock);
    std::set<std::size_t> unused;
    for (const auto& problem : store.problems()) {
        if (!unused.insert(problem.line).second)
            return fmt::format("line {} is refused twice", problem.line);
        if (auto broken = check_words("a problem", problem.sentence)) return broken;
    }
    for (const auto& problem : file.problems)
        if (!unused.contains(problem.line))
            return fmt::format("line {} cannot be read, and counts", problem.line);
    const bool is_used = unused.size() < file.signers.size() + file.problems.size();
    if (store.empty() == is_used) return "a line is neither used nor refused";
    for (const auto name_space : {trust::kManifestNamespace, trust::kCustodyNamespace})
        if (auto broken = check_names(store, file, name_space)) return broken;
    return std::nullopt;
}

Broken check(std::string_view input) {
    const auto file = format::parse_allowed_signers(input);
    if (auto broken = check_lines(input, file)) return broken;
    for (const AllowedSigner& signer : file.signers) {
        if (auto broken = check_written(signer)) return broken;
        if (auto broken = check_patterns(signer)) return broken;
    }
    return check_store(input, file);
}

}  // namespace

extern const Target allowed_signers;
const Target allowed_signers{.name = "allowed_signers", .check = check};

}  // namespace solander::fuzz
