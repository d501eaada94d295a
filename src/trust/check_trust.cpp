// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <solander/key_check.h>
#include <solander/trust.h>

#include "base/directory_of.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "trust/revoked_keys.h"
#include "trust/trust_lines.h"
#include "trust/trust_rules.h"

namespace solander {

namespace {

using trust::KeyStanding;
using trust::Rule;

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::uint32_t kChangedByOthers = 022;
constexpr std::uint32_t kSticky = 01000;

bool is_wildcard(std::string_view pattern) {
    return pattern.find_first_of("*?") != std::string_view::npos;
}

std::vector<std::string_view> split(std::string_view patterns) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto comma = patterns.find(',');
        parts.push_back(patterns.substr(0, comma));
        if (comma == std::string_view::npos) return parts;
        patterns.remove_prefix(comma + 1);
    }
}

/// Whether a pattern excludes all that a wildcard takes. One that has a `?` is believed to only if
/// it is the same, since a `?` does not fit what a `*` stands for.
bool covers(std::string_view excluded, std::string_view wildcard) {
    if (excluded == wildcard) return true;
    return excluded.find('?') == std::string_view::npos &&
           format::matches_pattern_list(wildcard, excluded);
}

/// Whether no name at all fits a list.
bool fits_nobody(std::string_view patterns) {
    if (!format::literal_names(patterns).empty()) return false;
    const auto parts = split(patterns);
    return std::ranges::none_of(parts, [&](std::string_view wanted) {
        return !wanted.starts_with('!') && is_wildcard(wanted) &&
               std::ranges::none_of(parts, [&](std::string_view other) {
                   return other.starts_with('!') && covers(other.substr(1), wanted);
               });
    });
}

bool share_a_name(const TrustEntry& one, const TrustEntry& other) {
    const auto names = format::literal_names(one.principals);
    return std::ranges::any_of(format::literal_names(other.principals), [&](auto name) {
        return std::ranges::find(names, name) != names.end();
    });
}

/// Whether a list has a pattern that any namespace fits, and excludes none.
bool fits_any_namespace(std::string_view namespaces) {
    // Those that OpenSSH and git use, and two that nobody has thought of yet.
    static constexpr std::array<std::string_view, 5> kOthers{"file", "git", "email", "to-come",
                                                             "to-come@example.org"};
    return std::ranges::any_of(kOthers, [namespaces](std::string_view other) {
        return format::matches_pattern_list(other, namespaces) &&
               std::string_view(namespaces).find_first_of("*?") != std::string_view::npos;
    });
}

bool is_over(const TrustEntry& entry, Timestamp now) {
    return entry.valid_before && *entry.valid_before <= now;
}

/// Looks one text through. Of lines that count for nothing only that is told.
class Linter {
public:
    Linter(std::string_view text, const Clock& clock, std::span<const Revocation> revocations)
        : text_(text), clock_(clock), revoked_(revocations) {}

    TrustCheck run() {
        const auto file = format::parse_allowed_signers(text_);
        for (const auto& problem : file.problems) tell_unreadable(problem);
        tell_line_ends();
        for (const auto& signer : file.signers) look_at(signer);
        for (std::size_t i = 0; i < usable_.size(); ++i) compare_with_earlier(i);
        if (usable_.empty()) tell(Rule::empty, 0, "no line lists a key that can be used");
        std::ranges::stable_sort(check_.findings, {}, &TrustFinding::line);
        check_.usable = static_cast<std::size_t>(std::ranges::count_if(
            usable_, [](const TrustEntry& e) { return fits_our_namespace(namespaces_of(e)); }));
        return std::move(check_);
    }

private:
    static bool fits_our_namespace(std::string_view patterns) {
        return trust::fits_our_namespace(patterns);
    }
    static std::string_view namespaces_of(const TrustEntry& entry) {
        return trust::namespaces_of(entry);
    }

    void tell(Rule rule, std::size_t line, std::string message) {
        check_.findings.push_back({&trust::rule(rule), line, std::move(message)});
    }

    void tell_unreadable(const format::LineProblem& problem) {
        const bool is_mark = problem.line == 1 && text_.starts_with(kMark);
        tell(is_mark ? Rule::byte_order_mark : Rule::line_unreadable, problem.line,
             problem.sentence);
    }

    void tell_line_ends() {
        const auto at = text_.find("\r\n");
        if (at == std::string_view::npos) return;
        const auto before = std::count(text_.begin(), text_.begin() + static_cast<long>(at), '\n');
        tell(Rule::carriage_return, static_cast<std::size_t>(before) + 1,
             "the line ends in CR LF; whatever else does is not told");
    }

    void look_at(const format::AllowedSigner& signer) {
        const TrustEntry entry = trust::entry_of(signer, clock_);
        if (signer.cert_authority)
            return tell(Rule::cert_authority, entry.line,
                        "is for keys with a certificate, and is not used");
        switch (trust::key_standing(signer)) {
            case KeyStanding::other_type:
                return tell(
                    Rule::key_type, entry.line,
                    fmt::format("a key of type {} is not used", base::printable(entry.key_type)));
            case KeyStanding::damaged:
                return tell(Rule::key_damaged, entry.line, "the key has not the right length");
            case KeyStanding::weak:
                return tell(Rule::key_weak, entry.line,
                            "a signature by the key could fit any statement; it is not used");
            case KeyStanding::usable:
                break;
        }
        if (entry.valid_after && entry.valid_before && *entry.valid_before <= *entry.valid_after)
            return tell(Rule::dates_swapped, entry.line,
                        fmt::format("valid-before ({}) is not later than valid-after ({})",
                                    entry.valid_before->text(), entry.valid_after->text()));
        if (fits_nobody(entry.principals))
            return tell(Rule::nobody, entry.line,
                        fmt::format("'{}' fits no name", base::printable(entry.principals)));
        look_at_dates(signer, entry);
        look_at_scope(entry);
        look_at_revocation(entry);
        usable_.push_back(entry);
    }

    void look_at_dates(const format::AllowedSigner& signer, const TrustEntry& entry) {
        const auto tell_local = [&](const auto& time, std::string_view option,
                                    const std::optional<Timestamp>& moment) {
            if (time && !time->utc)
                tell(Rule::local_time, entry.line,
                     fmt::format("{} is in the time zone of whoever reads it; here it is {}",
                                 option, moment->text()));
        };
        tell_local(signer.valid_after, "valid-after", entry.valid_after);
        tell_local(signer.valid_before, "valid-before", entry.valid_before);
        if (is_over(entry, clock_.now()))
            tell(Rule::expired, entry.line,
                 fmt::format("the key's time is over since {}", entry.valid_before->text()));
    }

    void look_at_scope(const TrustEntry& entry) {
        const auto parts = split(entry.principals);
        const auto wild = std::ranges::find_if(parts, [](std::string_view part) {
            return !part.starts_with('!') && is_wildcard(part);
        });
        if (wild != parts.end())
            tell(Rule::wildcard, entry.line,
                 fmt::format("whoever has the key may call themselves anything that fits '{}'",
                             base::printable(*wild)));
        const auto names = format::literal_names(entry.principals);
        const auto odd = std::ranges::find_if_not(names, is_principal);
        if (odd != names.end())
            tell(Rule::odd_name, entry.line,
                 fmt::format("'{}' has blanks or characters that are not shown, or begins as an "
                             "option or a fingerprint does",
                             base::printable(*odd)));
        if (names.size() > 1)
            tell(Rule::two_names, entry.line,
                 fmt::format("the key is '{}' and '{}'", base::printable(names[0]),
                             base::printable(names[1])));
        if (!entry.namespaces)
            tell(Rule::any_namespace, entry.line,
                 "there are no namespaces: a signature made for mail or software counts, too");
        else if (!fits_our_namespace(*entry.namespaces))
            tell(Rule::other_namespaces, entry.line,
                 fmt::format("'{}' has no namespace of a package",
                             base::printable(*entry.namespaces)));
        else if (fits_any_namespace(*entry.namespaces))
            tell(Rule::any_namespace, entry.line,
                 fmt::format("'{}' has namespaces of other programs: a signature made for mail or "
                             "software counts, too",
                             base::printable(*entry.namespaces)));
        if (entry.namespaces)
            if (auto wrong = trust::misspelt_namespace(*entry.namespaces); !wrong.empty())
                tell(Rule::namespace_misspelt, entry.line, std::move(wrong));
    }

    void look_at_revocation(const TrustEntry& entry) {
        const Revocation* revocation = revoked_.find(entry.fingerprint);
        if (revocation == nullptr) return;
        tell(Rule::revoked, entry.line,
             fmt::format("the key is revoked {} ({}: {})", trust::since_of(*revocation),
                         base::printable(revocation->at), base::printable(revocation->reason)));
    }

    /// One finding at most, about the first earlier line that has the key. Of lines that are for
    /// nothing of ours, or for nobody by name, there may be very many: they are told by themselves.
    void compare_with_earlier(std::size_t index) {
        const TrustEntry& entry = usable_[index];
        if (!fits_our_namespace(namespaces_of(entry)) ||
            format::literal_names(entry.principals).empty())
            return;
        auto& earlier = lines_of_[entry.fingerprint];
        for (const std::size_t i : earlier)
            if (trust::share_our_namespace(namespaces_of(usable_[i]), namespaces_of(entry)) &&
                compare(usable_[i], entry))
                return;
        earlier.push_back(index);
    }

    bool compare(const TrustEntry& earlier, const TrustEntry& entry) {
        const Timestamp now = clock_.now();
        if (share_a_name(earlier, entry)) {
            const bool one_is_over = is_over(earlier, now) != is_over(entry, now);
            tell(one_is_over ? Rule::expired_beside_open : Rule::key_twice, entry.line,
                 fmt::format("line {} lists the same key under the same name{}", earlier.line,
                             one_is_over ? ", and only one of the two is over" : ""));
            return true;
        }
        const auto before = format::literal_names(earlier.principals);
        const auto here = format::literal_names(entry.principals);
        tell(Rule::two_names, entry.line,
             fmt::format("the key of '{}' is that of '{}' in line {}", base::printable(here[0]),
                         base::printable(before[0]), earlier.line));
        return true;
    }

    std::string_view text_;
    const Clock& clock_;
    trust::RevokedKeys revoked_;
    TrustCheck check_;
    std::vector<TrustEntry> usable_;
    /// By fingerprint, those about which nothing was found: few, of any key.
    std::unordered_map<std::string, std::vector<std::size_t>> lines_of_;
};

bool is_changed_by_others(const FileInfo& info) {
    const bool is_shared_place =
        info.kind == FileKind::directory && (info.permissions & kSticky) != 0;
    return (info.permissions & kChangedByOthers) != 0 && !is_shared_place;
}

}  // namespace

std::vector<std::filesystem::path> changeable_by_others(const std::filesystem::path& file,
                                                        const FileSystem& files) {
    std::vector<std::filesystem::path> found;
    const auto info = files.find(file);
    if (!info || !*info || (*info)->kind != FileKind::regular) return found;
    if (is_changed_by_others(**info)) found.push_back(file);
    // Of a link, whoever may change the directory of the link, or that of the file, counts.
    const auto directory = base::directory_of(file);
    std::vector<std::filesystem::path> directories{directory};
    if (const auto real = files.canonical(file);
        real && files.link_info(file) && files.link_info(file)->kind == FileKind::symlink)
        directories.push_back(base::directory_of(*real));
    for (const auto& each : directories)
        if (const auto there = files.info(each); there && is_changed_by_others(*there))
            found.push_back(each);
    return found;
}

Result<TrustCheck> check_trust(const std::filesystem::path& file, const Environment& environment,
                               std::span<const Revocation> revocations) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(environment.files, file, base::Limits{}.trust_store_bytes));
    SOLANDER_TRY(trust::check_no_secret(base::as_text(bytes), file));
    TrustCheck check = Linter(base::as_text(bytes), environment.clock, revocations).run();
    for (const auto& path : changeable_by_others(file, environment.files))
        check.findings.insert(check.findings.begin(),
                              {&trust::rule(Rule::others_may_change), 0,
                               fmt::format("{} may be changed by others than its owner",
                                           base::printable(path.string()))});
    return check;
}

}  // namespace solander
