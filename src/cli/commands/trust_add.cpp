// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/key_check.h>
#include <solander/revocation.h>
#include <solander/trust.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/moment.h"
#include "cli/own_store.h"
#include "trust/revoked_keys.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> words;
    StoreOption store;
    RevokedOption revoked;
    std::string valid_after;
    std::string valid_before;
    std::string namespaces;
    bool replace = false;
};

bool has_blank(std::string_view word) {
    return word.find_first_of(" \t\n") != std::string_view::npos;
}

/// Whose keys the others are, if the first word says so.
Result<std::string> principal_of(const Io& io, const Options& options) {
    const std::string& first = options.words.front();
    if (options.words.size() < 2 || first == "-" || first.ends_with(".pub") || has_blank(first) ||
        first.find('/') != std::string::npos)
        return std::string();
    const auto file = io.files.find(first);
    if (file && *file)
        return Error(ErrorCode::usage,
                     fmt::format("'{0}' could be a name, and is a file here: write ./{0} for the "
                                 "file, or go to another directory",
                                 base::printable(first)));
    return first;
}

/// Where a name is all that was given, its key is missing.
Result<void> check_for_a_key(const Io& io, const Options& options) {
    const std::string& word = options.words.front();
    if (options.words.size() > 1 || word == "-" || word.ends_with(".pub") || !is_principal(word) ||
        word.find('/') != std::string::npos)
        return {};
    SOLANDER_TRY_ASSIGN(const auto file, io.files.find(word));
    if (file) return {};
    return Error(
        ErrorCode::usage,
        fmt::format("'{0}' is no file here; if it is a name, its key is missing: `solander "
                    "trust add {1} KEY.pub{2}`",
                    base::printable(word), shell_word(word), options.store.words()));
}

/// What one word stands for: a file, standard input, or a line as it is.
Result<std::string> text_of(const Io& io, const std::string& word) {
    if (word != "-") {
        SOLANDER_TRY_ASSIGN(const auto there, io.files.find(word));
        if (!there && has_blank(word)) return word;
    }
    auto bytes = base::read_all(io.files, word, base::Limits{}.key_file_bytes);
    if (!bytes) return naming(bytes.error(), word);
    return std::string(base::as_text(*bytes));
}

Result<std::vector<TrustAddition>> additions_in(const Io& io, const Options& options,
                                                const std::string& word,
                                                const std::string& principal) {
    SOLANDER_TRY_ASSIGN(const std::string text, text_of(io, word));
    const std::string shown = word == "-" ? "standard input" : base::printable(word);
    if (text.starts_with("-----BEGIN"))
        return Error(ErrorCode::format,
                     shown +
                         ": is no public key; if it is a secret one, name the .pub file beside "
                         "it, and never give the secret one away");
    std::vector<TrustAddition> found;
    std::string_view rest = text;
    while (!rest.empty()) {
        auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos || line.starts_with('#'))
            continue;
        auto addition = parse_trust_line(line, io.clock);
        if (!addition && text == word)
            return Error(addition.error().code(),
                         fmt::format("'{}' is neither a file here nor a line of a trust file ({}); "
                                     "if it is to be a name: one has no blanks",
                                     shown, addition.error().message()));
        if (!addition) return addition.error().in(shown);
        if (!principal.empty()) addition->principal = principal;
        if (principal.empty() && !is_principal(addition->principal))
            return Error(
                ErrorCode::usage,
                fmt::format("{}: says '{}', which is no name for a trust file: say whose "
                            "key it is, without blanks, commas and wildcards: `solander "
                            "trust add NAME {}{}`",
                            shown, base::printable(addition->principal),
                            has_blank(word) ? "LINE" : shell_word(word), options.store.words()));
        found.push_back(*std::move(addition));
    }
    if (found.empty()) return Error(ErrorCode::format, shown + ": has no key");
    return found;
}

Result<std::vector<TrustAddition>> additions_of(const Io& io, const Options& options) {
    SOLANDER_TRY(check_for_a_key(io, options));
    SOLANDER_TRY_ASSIGN(const std::string principal, principal_of(io, options));
    std::vector<TrustAddition> all;
    for (std::size_t i = principal.empty() ? 0 : 1; i < options.words.size(); ++i) {
        SOLANDER_TRY_ASSIGN(const auto some,
                            additions_in(io, options, options.words[i], principal));
        all.insert(all.end(), some.begin(), some.end());
    }
    for (auto& addition : all) {
        if (!options.namespaces.empty()) addition.namespaces = options.namespaces;
        if (!options.valid_after.empty()) addition.valid_after = parse_moment(options.valid_after);
        if (!options.valid_before.empty())
            addition.valid_before = parse_moment(options.valid_before);
    }
    return all;
}

/// `may sign custody@solander, until 2027-01-01T00:00:00Z`
template <class Line>
std::string rights_of(const Line& line) {
    return fmt::format("may sign {}{}{}", base::printable(line.namespaces.value_or("anything")),
                       line.valid_after ? ", from " + line.valid_after->text() : "",
                       line.valid_before ? ", until " + line.valid_before->text() : "");
}

/// What makes a key count for less than its card says.
void warn_of_card(const Io& io, const TrustAddition& addition, const trust::RevokedKeys& revoked) {
    if (const Revocation* revocation = revoked.find(addition.key.fingerprint()))
        io.err << fmt::format(
            "solander: warning: the key of {} is revoked {} ({}: {}), which its card does not "
            "undo\n",
            addition.principal, trust::since_of(*revocation), base::printable(revocation->at),
            base::printable(revocation->reason));
    if (addition.valid_before && *addition.valid_before <= io.clock.now())
        io.err << fmt::format(
            "solander: warning: the time of the key of {} is over since {}: what it signed counts "
            "only where something proves when\n",
            addition.principal, addition.valid_before->text());
}

/// Other keys of the same name, of which one may be lost; what came with this command is meant.
void tell_namesakes(const Io& io, const Options& options, const TrustAdded& added,
                    const std::vector<TrustAdded>& all, const trust::RevokedKeys& revoked) {
    for (const auto& other : added.namesakes) {
        const bool came_along = std::ranges::count(all, other.line, &TrustAdded::line) > 0;
        if (came_along || revoked.find(other.fingerprint) != nullptr) continue;
        io.out << fmt::format(
            "    {} has another key, too, in line {}, and both count: if that was lost or stolen,\n"
            "    say `solander trust revoke {} --reason WORDS{}{}`\n",
            added.now.principal, other.line, other.fingerprint, options.store.words(),
            options.revoked.words());
    }
}

void tell(const Io& io, const TrustAdded& added) {
    const TrustAddition& addition = added.now;
    io.out << fmt::format("{} line {}: {}\n    {}\n    {}\n", added.before ? "replaced" : "added",
                          added.line, addition.principal, addition.key.fingerprint(),
                          rights_of(addition));
    if (added.before)
        io.out << fmt::format("    was: {}, {}\n", base::printable(added.before->principals),
                              rights_of(*added.before));
}

Result<void> add(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const auto additions, additions_of(io, options));
    SOLANDER_TRY_ASSIGN(const auto file, options.store.writable_file(io));
    SOLANDER_TRY_ASSIGN(const auto revocations, options.revoked.load(io));
    const trust::RevokedKeys revoked(revocations);
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "adding");
    warn_of_others(io, file, options.store.words());  // before it is written anew
    SOLANDER_TRY_ASSIGN(
        const auto added,
        add_trust(file, additions, options.replace ? Existing::replace : Existing::refuse,
                  work.environment()));
    io.out << base::printable(file.string()) << '\n';
    for (const TrustAdded& one : added) {
        tell(io, one);
        tell_namesakes(io, options, one, added, revoked);
        warn_of_card(io, one.now, revoked);
    }
    SOLANDER_TRY_ASSIGN(const std::string principal, principal_of(io, options));
    if (principal.empty())
        io.out << fmt::format(
            "\nThe name is what came with the key. To give it yours:\n"
            "    solander trust add NAME KEY --replace{}\n",
            options.store.words());
    io.out << fmt::format(
        "\nNow compare each fingerprint with its owner, by another way than the key came by: by\n"
        "telephone, on paper, from hand to hand. If one differs, take it out:\n"
        "    solander trust remove FINGERPRINT{}\n",
        options.store.words());
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_arguments(app, "KEY", options->words,
                          "First, if you like, your name for the keys' owner; then keys: .pub "
                          "files, files or lines that `solander key export` wrote, or - for "
                          "standard input"));
    options->store.add_to(app);
    options->revoked.add_to(app);
    add_moment(app, "--valid-after", options->valid_after,
               "Believe the key from then on: a day, or a time such as 2030-12-31T18:00:00Z");
    add_moment(app, "--valid-before", options->valid_before,
               "Believe the key until then. Once that is over, what it signed before is unproven, "
               "too (key.unproven-time), unless your memory (--state) or a witness of time shows "
               "when: a key whose owner has left needs none");
    const auto namespaces =
        add_text(app, "--namespaces", "LIST", options->namespaces,
                 fmt::format("What the key may sign (default: what the line says, else {})",
                             kTrustNamespaces));
    add_check(namespaces, [](const std::string& text) {
        const bool fits = text.find_first_of("\" \t\n") == std::string::npos;
        return fits ? "" : "takes names separated by commas, without blanks or quotes";
    });
    add_flag(app, "--replace", options->replace,
             "Let a key that is there already have another name, dates or namespaces; what you do "
             "not name of these stays as it is");
    return [options](Io& io) {
        const auto added = add(io, *options);
        return added ? Exit::passed : fail(io, added.error());
    };
}

}  // namespace

extern const Command trust_add;
const Command trust_add{
    .group = "trust",
    .name = "add",
    .title = "Believe somebody's key from now on",
    .examples =
        "  solander trust add helena@example.org helena.pub\n"
        "  solander trust add helena.pub --valid-before 2030-12-31\n"
        "  solander trust add helena@example.org helena.pub --replace \\\n"
        "      --namespaces custody@solander\n"
        "  solander key export helena.pub | solander trust add -\n\n"
        "The key goes into your own trust file, which verify and the other verbs use by\n"
        "themselves: docs/trust.md. What else stands there stays as it is.\n",
    .setup = setup,
};

}  // namespace solander::cli
