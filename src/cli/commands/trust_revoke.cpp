// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/revocation.h>
#include <solander/trust.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/keys.h"
#include "cli/moment.h"
#include "cli/own_store.h"
#include "format/allowed_signers.h"
#include "trust/revoked_keys.h"

namespace solander::cli {

namespace {

struct Options {
    std::string who;
    std::string reason;
    std::string since;
    StoreOption store;
    RevokedOption revoked;
};

/// The lines of the trust file; none where it is one's own, and not there.
Result<std::vector<TrustEntry>> cards_of(const Io& io, const Options& options,
                                         const Environment& environment) {
    const auto file = named_or_own(io, options.store.trust, own_trust_file(io));
    if (!file) return std::vector<TrustEntry>();
    return list_trust(*file, environment);
}

/// Of a name, the key that the trust file has for it.
Result<std::string> key_of_name(const std::vector<TrustEntry>& cards, const std::string& who) {
    std::string found;
    for (const TrustEntry& card : cards) {
        const auto names = format::literal_names(card.principals);
        if (std::ranges::find(names, who) == names.end() || card.fingerprint == found) continue;
        if (!found.empty())
            return Error(ErrorCode::usage,
                         fmt::format("'{}' has several keys: give the fingerprint of the one that "
                                     "is meant ({} or {})",
                                     base::printable(who), found, card.fingerprint));
        found = card.fingerprint;
    }
    if (found.empty())
        return Error(ErrorCode::usage,
                     fmt::format("'{}' is no name in your trust file, no .pub file, and no "
                                 "fingerprint (SHA256: and 43 characters)",
                                 base::printable(who)));
    return found;
}

Result<std::string> fingerprint_of(const Io& io, const std::string& who,
                                   const std::vector<TrustEntry>& cards) {
    if (who.starts_with("SHA256:")) return who;
    // No other file: one that has a name of the trust file could be anybody's.
    if (!who.ends_with(".pub")) return key_of_name(cards, who);
    SOLANDER_TRY_ASSIGN(const NamedKey key, read_public_file(io, who));
    return key.key.fingerprint();
}

void tell(const Io& io, const Revocation& revocation, const std::vector<TrustEntry>& cards) {
    const auto card = std::ranges::find(cards, revocation.fingerprint, &TrustEntry::fingerprint);
    const auto& since = revocation.compromised_since;
    io.out << fmt::format(
        "revoked: {}\n    {}\n    {}\n",
        card == cards.end() ? "a key without a card" : base::printable(card->principals),
        revocation.fingerprint, trust::since_of(revocation));
    if (since)
        io.out << "What claims to be signed then or later is FAILED for you (key.revoked). What "
                  "claims\nan earlier time counts where your memory (--state) or a witness of time "
                  "shows that\nit was there before.\n";
    else
        io.out << "All that it ever signed is FAILED for you (key.revoked).\n";
    if (card == cards.end())
        io.err << "solander: warning: no line of your trust file has this key: look whether the "
                  "fingerprint is the right one, letter by letter\n";
    if (since && *since > io.clock.now())
        io.err << fmt::format(
            "solander: warning: {} is still to come; until then the key counts as before\n",
            since->text());
}

Result<void> revoke(Io& io, const Options& options) {
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "revoking");
    SOLANDER_TRY_ASSIGN(const auto cards, cards_of(io, options, work.environment()));
    Revocation revocation{.fingerprint = {}, .reason = options.reason};
    SOLANDER_TRY_ASSIGN(revocation.fingerprint, fingerprint_of(io, options.who, cards));
    if (!options.since.empty()) revocation.compromised_since = parse_moment(options.since);
    SOLANDER_TRY_ASSIGN(const auto file, options.revoked.writable_file(io));
    warn_of_others(io, file, options.revoked.words());  // before it is written anew
    SOLANDER_TRY(add_revocation(file, revocation, work.environment()));
    io.out << base::printable(file.string()) << '\n';
    tell(io, revocation, cards);
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "WHO", options->who,
                         "The key: its fingerprint (SHA256:…), a .pub file, or the name that has "
                         "it alone in your trust file"));
    require(add_text(app, "--reason", "WORDS", options->reason, "What happened to the key"));
    add_moment(app, "--compromised-since", options->since,
               "Since when somebody else may have had it: a day, or a time such as "
               "2026-03-01T12:00:00Z (default: from the beginning)");
    options->revoked.add_to(app);
    options->store.add_to(app);
    return [options](Io& io) {
        const auto revoked = revoke(io, *options);
        return revoked ? Exit::passed : fail(io, revoked.error());
    };
}

}  // namespace

extern const Command trust_revoke;
const Command trust_revoke{
    .group = "trust",
    .name = "revoke",
    .title = "Write down that a key was lost or stolen, and since when",
    .examples =
        "  solander trust revoke helena@example.org --reason 'laptop stolen' \\\n"
        "      --compromised-since 2026-03-01\n"
        "  solander trust revoke old.pub --reason 'was never hers'\n\n"
        "Its line in the trust file stays: without it the honest packages would be\n"
        "unknown, too. To take a revocation back, take it out of the file by hand:\n"
        "docs/trust.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
