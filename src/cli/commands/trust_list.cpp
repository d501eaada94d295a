// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/revocation.h>
#include <solander/trust.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/own_store.h"
#include "trust/revoked_keys.h"

namespace solander::cli {

namespace {

struct Options {
    StoreOption store;
    RevokedOption revoked;
    std::string format;
};

/// What there is to list.
struct Cards {
    std::filesystem::path file;
    std::vector<TrustEntry> entries;
    std::vector<Revocation> revocations;
};

/// The revocations that fit no card, each key once, in their order.
std::vector<const Revocation*> without_card(const Cards& cards, const trust::RevokedKeys& revoked) {
    std::set<std::string_view> listed;
    for (const TrustEntry& entry : cards.entries) listed.insert(entry.fingerprint);
    std::vector<const Revocation*> found;
    for (const Revocation& each : cards.revocations)
        if (revoked.find(each.fingerprint) == &each && !listed.contains(each.fingerprint))
            found.push_back(&each);
    return found;
}

std::string text_of(const Revocation& revocation) {
    return fmt::format("    REVOKED {}: {}\n", trust::since_of(revocation),
                       base::printable(revocation.reason));
}

/// `, from 2020-01-01T00:00:00Z, until 2021-01-01T00:00:00Z (over)`
std::string time_of(const TrustEntry& entry, Timestamp now) {
    std::string text;
    if (entry.valid_after)
        text += fmt::format(", from {}{}", entry.valid_after->text(),
                            now < *entry.valid_after ? " (NOT BEGUN)" : "");
    if (entry.valid_before)
        text += fmt::format(", until {}{}", entry.valid_before->text(),
                            *entry.valid_before <= now ? " (OVER)" : "");
    return text;
}

std::string text_of(const Cards& cards, const Options& options, Timestamp now) {
    const trust::RevokedKeys revoked(cards.revocations);
    std::string text = base::printable(cards.file.string()) + "\n";
    if (cards.entries.empty())
        text += fmt::format("lists no key: put one in with `solander trust add NAME KEY.pub{}`\n",
                            options.store.words());
    for (const TrustEntry& entry : cards.entries) {
        text += fmt::format("line {}: {}\n    {}{}\n    may sign {}", entry.line,
                            base::printable(entry.principals), entry.fingerprint,
                            entry.key_type == "ssh-ed25519"
                                ? ""
                                : fmt::format(" ({})", base::printable(entry.key_type)),
                            entry.namespaces ? base::printable(*entry.namespaces) : "anything");
        text += time_of(entry, now);
        if (entry.cert_authority) text += "; not used, being a certificate authority";
        text += "\n";
        if (const Revocation* revocation = revoked.find(entry.fingerprint))
            text += text_of(*revocation);
    }
    for (const Revocation* each : without_card(cards, revoked))
        text += fmt::format(
            "{}: no card has this key: look whether the fingerprint is the right one, letter by "
            "letter\n    {}\n{}",
            base::printable(each->at), each->fingerprint, text_of(*each));
    return text;
}

nlohmann::ordered_json json_of(const Revocation& revocation) {
    nlohmann::ordered_json json{{"reason", base::printable(revocation.reason)}};
    if (revocation.compromised_since)
        json["compromised_since"] = revocation.compromised_since->text();
    return json;
}

std::string json_of(const Cards& cards) {
    using Json = nlohmann::ordered_json;
    const trust::RevokedKeys revoked(cards.revocations);
    Json keys = Json::array();
    for (const TrustEntry& entry : cards.entries) {
        Json json{{"line", entry.line},
                  {"principals", base::printable(entry.principals)},
                  {"type", base::printable(entry.key_type)},
                  {"fingerprint", entry.fingerprint},
                  {"cert_authority", entry.cert_authority}};
        if (entry.namespaces) json["namespaces"] = base::printable(*entry.namespaces);
        if (entry.valid_after) json["valid_after"] = entry.valid_after->text();
        if (entry.valid_before) json["valid_before"] = entry.valid_before->text();
        if (!entry.comment.empty()) json["comment"] = base::printable(entry.comment);
        if (const Revocation* revocation = revoked.find(entry.fingerprint))
            json["revoked"] = json_of(*revocation);
        keys.push_back(std::move(json));
    }
    Json others = Json::array();
    for (const Revocation* each : without_card(cards, revoked)) {
        Json json{{"fingerprint", each->fingerprint}};
        json.update(json_of(*each));
        others.push_back(std::move(json));
    }
    return Json{{"schema", "urn:solander:trust-list:1"},
                {"file", base::printable(cards.file.string())},
                {"keys", std::move(keys)},
                {"revoked_without_card", std::move(others)}}
               .dump(2) +
           "\n";
}

Result<void> list(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const auto file, options.store.present_file(io));
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "reading");
    auto entries = list_trust(file, work.environment());
    if (!entries) return naming(entries.error(), file);
    Cards cards{file, *std::move(entries), {}};
    SOLANDER_TRY_ASSIGN(cards.revocations, options.revoked.load(io));
    warn_of_others(io, file, options.store.words());
    io.out << (options.format == "json" ? json_of(cards) : text_of(cards, options, io.clock.now()));
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->store.add_to(app);
    options->revoked.add_to(app);
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) {
        const auto listed = list(io, *options);
        return listed ? Exit::passed : fail(io, listed.error());
    };
}

}  // namespace

extern const Command trust_list;
const Command trust_list{
    .group = "trust",
    .name = "list",
    .title = "List whom you believe, for what, and until when",
    .examples =
        "  solander trust list\n"
        "  solander trust list --trust allowed_signers --format json\n\n"
        "Times are in UTC. Whether the lines mean what you think, `solander trust check`\n"
        "tells.\n",
    .setup = setup,
};

}  // namespace solander::cli
