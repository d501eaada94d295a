// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <solander/key_check.h>
#include <solander/trust.h>

#include "base/change_file.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "trust/signer_time.h"
#include "trust/trust_lines.h"

namespace solander {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNamesTold = 10;

std::vector<TrustEntry> entries_of(std::string_view text, const Clock& clock) {
    std::vector<TrustEntry> entries;
    for (const auto& signer : format::parse_allowed_signers(text).signers)
        entries.push_back(trust::entry_of(signer, clock));
    return entries;
}

/// A text whose lines can be exchanged, with whatever line ends they have.
class LinesOfText {
public:
    explicit LinesOfText(std::string_view text) {
        while (!text.empty()) {
            const auto line = text.substr(0, text.find('\n') + 1);
            lines_.emplace_back(line.empty() ? text : line);
            text.remove_prefix(lines_.back().size());
        }
    }

    void replace(std::size_t number, std::string line) { lines_.at(number - 1) = std::move(line); }

    /// Gives the number of the new line.
    std::size_t append(std::string line) {
        if (!lines_.empty() && !lines_.back().ends_with('\n')) lines_.back() += '\n';
        lines_.push_back(std::move(line));
        return lines_.size();
    }

    std::string text() const {
        std::string text;
        for (const auto& line : lines_) text += line;
        return text;
    }

private:
    std::vector<std::string> lines_;
};

Result<void> change_store(const fs::path& file, const Environment& environment,
                          const base::ChangeText& change) {
    const auto unless_secret = [&](const std::string& text) -> Result<std::string> {
        SOLANDER_TRY(trust::check_no_secret(text, file));
        return change(text);
    };
    return base::change_file(environment.files, file, base::Limits{}.trust_store_bytes,
                             unless_secret);
}

Result<void> check_addition(const TrustAddition& addition) {
    if (!is_principal(addition.principal))
        return Error(ErrorCode::usage,
                     fmt::format("'{}' cannot stand as a name in a trust file: it takes one name "
                                 "without blanks, quotes, commas, wildcards, ! and #, such as "
                                 "archivist@example.org",
                                 base::printable(addition.principal)));
    const std::string& namespaces = *addition.namespaces;
    const bool is_list = !namespaces.empty() &&
                         namespaces.find_first_of("\"\\ \t") == std::string::npos &&
                         base::printable(namespaces) == namespaces;
    if (!is_list)
        return Error(ErrorCode::usage,
                     fmt::format("'{}' cannot stand as namespaces in a trust file: they are names "
                                 "between commas, without blanks and quotes",
                                 base::printable(namespaces)));
    if (const auto misspelt = trust::misspelt_namespace(namespaces); !misspelt.empty())
        return Error(ErrorCode::usage, misspelt);
    if (addition.valid_after && addition.valid_before &&
        *addition.valid_before <= *addition.valid_after)
        return Error(ErrorCode::usage,
                     fmt::format("the key would never count: its time would end ({}) before it "
                                 "begins ({})",
                                 addition.valid_before->text(), addition.valid_after->text()));
    return {};
}

std::string line_of(const TrustAddition& addition) {
    std::string line =
        fmt::format("{} namespaces=\"{}\"", addition.principal, *addition.namespaces);
    if (addition.valid_after)
        line += fmt::format(",valid-after=\"{}\"", trust::signer_time(*addition.valid_after));
    if (addition.valid_before)
        line += fmt::format(",valid-before=\"{}\"", trust::signer_time(*addition.valid_before));
    // What cannot be shown is nobody's comment.
    const bool says_something = addition.comment != addition.principal &&
                                base::printable(addition.comment) == addition.comment;
    return line + " " + addition.key.openssh_line(says_something ? addition.comment : "") + "\n";
}

/// The line that has the key, if one has. Errors: create, where it may not be replaced, or where it
/// is not clear which.
Result<std::optional<TrustEntry>> line_to_replace(const std::vector<TrustEntry>& entries,
                                                  const TrustAddition& addition,
                                                  Existing existing) {
    const std::string fingerprint = addition.key.fingerprint();
    std::vector<const TrustEntry*> same;
    for (const auto& entry : entries)
        if (entry.fingerprint == fingerprint) same.push_back(&entry);
    if (same.empty()) return std::optional<TrustEntry>();
    const std::string who = base::printable(same.front()->principals);
    if (existing == Existing::refuse)
        return Error(ErrorCode::create,
                     fmt::format("the key {} is there already, in line {}, as '{}': --replace puts "
                                 "a new line in its place",
                                 fingerprint, same.front()->line, who));
    if (same.size() > 1)
        return Error(ErrorCode::create,
                     fmt::format("the key {} is there in lines {} and {}: take all but one of them "
                                 "out first, by its fingerprint and --line {}",
                                 fingerprint, same[0]->line, same[1]->line, same[1]->line));
    return std::optional(*same.front());
}

/// What is not said of a line that is replaced stays as it was: a limit that somebody set is not
/// lifted by correcting a name.
TrustAddition completed(TrustAddition addition, const std::optional<TrustEntry>& old) {
    if (old) {
        if (!addition.namespaces) addition.namespaces = old->namespaces;
        if (!addition.valid_after) addition.valid_after = old->valid_after;
        if (!addition.valid_before) addition.valid_before = old->valid_before;
    }
    if (!addition.namespaces) addition.namespaces = kTrustNamespaces;
    return addition;
}

Result<TrustAdded> add_one(LinesOfText& lines, const TrustAddition& addition, Existing existing,
                           const Clock& clock) {
    const auto entries = entries_of(lines.text(), clock);
    SOLANDER_TRY_ASSIGN(auto old, line_to_replace(entries, addition, existing));
    TrustAdded added{.now = completed(addition, old), .before = {}, .namesakes = {}};
    added.before = std::move(old);
    SOLANDER_TRY(check_addition(added.now));
    if (added.before) {
        added.line = added.before->line;
        lines.replace(added.line, line_of(added.now));
    } else {
        added.line = lines.append(line_of(added.now));
    }
    for (const auto& entry : entries) {
        const auto names = format::literal_names(entry.principals);
        if (entry.line != added.line && std::ranges::count(names, addition.principal) > 0)
            added.namesakes.push_back(entry);
    }
    return added;
}

std::string line_names(const std::vector<const TrustEntry*>& entries) {
    std::string text;
    for (const TrustEntry* entry : entries)
        text += fmt::format("{}line {}: '{}' {}", text.empty() ? "" : "; ", entry->line,
                            base::printable(entry->principals), entry->fingerprint);
    return text;
}

bool is_meant(const TrustEntry& entry, std::string_view who) {
    if (entry.fingerprint == who || entry.principals == who) return true;
    const auto names = format::literal_names(entry.principals);
    return std::ranges::find(names, who) != names.end();
}

Result<TrustEntry> find_one(const std::vector<TrustEntry>& entries, std::string_view who,
                            std::optional<std::size_t> line) {
    std::vector<const TrustEntry*> meant;
    std::vector<const TrustEntry*> all;
    for (const auto& entry : entries) {
        if (all.size() < kNamesTold) all.push_back(&entry);
        if (is_meant(entry, who) && (!line || entry.line == *line)) meant.push_back(&entry);
    }
    const std::string where = line ? fmt::format(" in line {}", *line) : "";
    if (meant.empty())
        return Error(ErrorCode::usage,
                     fmt::format("there is nothing for '{}'{}; there is {}", base::printable(who),
                                 where, all.empty() ? "no key at all" : line_names(all)));
    if (meant.size() > 1)
        return Error(ErrorCode::usage,
                     fmt::format("'{}' is in several lines: say which with --line ({})",
                                 base::printable(who), line_names(meant)));
    const TrustEntry& found = *meant.front();
    if (found.principals != who && found.fingerprint != who)
        return Error(ErrorCode::usage,
                     fmt::format("line {} is for '{}', not for '{}' alone: give the fingerprint "
                                 "{} to take it out for all of them",
                                 found.line, base::printable(found.principals),
                                 base::printable(who), found.fingerprint));
    return found;
}

}  // namespace

Result<std::vector<TrustEntry>> list_trust(const fs::path& file, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(environment.files, file, base::Limits{}.trust_store_bytes));
    SOLANDER_TRY(trust::check_no_secret(base::as_text(bytes), file));
    return entries_of(base::as_text(bytes), environment.clock);
}

Result<std::vector<TrustAdded>> add_trust(const fs::path& file,
                                          std::span<const TrustAddition> additions,
                                          Existing existing, const Environment& environment) {
    std::vector<TrustAdded> added;
    SOLANDER_TRY(
        change_store(file, environment, [&](const std::string& text) -> Result<std::string> {
            LinesOfText lines(text);
            for (const auto& addition : additions) {
                auto one = add_one(lines, addition, existing, environment.clock);
                if (!one) return one.error().in(base::printable(file.string()));
                added.push_back(*std::move(one));
            }
            return lines.text();
        }));
    return added;
}

Result<TrustEntry> remove_trust(const fs::path& file, std::string_view who,
                                std::optional<std::size_t> line, const Environment& environment) {
    std::optional<TrustEntry> removed;
    SOLANDER_TRY(
        change_store(file, environment, [&](const std::string& text) -> Result<std::string> {
            auto found = find_one(entries_of(text, environment.clock), who, line);
            if (!found) return found.error().in(base::printable(file.string()));
            LinesOfText lines(text);
            lines.replace(found->line, "");
            removed = *std::move(found);
            return lines.text();
        }));
    return *removed;
}

}  // namespace solander
