// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/revocation.h>
#include <solander/trust.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/own_store.h"

namespace solander::cli {

namespace {

struct Options {
    StoreOption store;
    RevokedOption revoked;
    std::string format;
};

/// The revocation that holds for each key: of several, that of the earliest time.
using Revoked = std::map<std::string, const Revocation*, std::less<>>;

bool is_earlier(const Revocation& one, const Revocation& other) {
    if (!other.compromised_since) return false;
    return !one.compromised_since || *one.compromised_since < *other.compromised_since;
}

Revoked by_key(const std::vector<Revocation>& revocations) {
    Revoked revoked;
    for (const Revocation& each : revocations) {
        const auto [place, is_first] = revoked.emplace(each.fingerprint, &each);
        if (!is_first && is_earlier(each, *place->second)) place->second = &each;
    }
    return revoked;
}

const Revocation* revocation_of(const Revoked& revoked, const TrustEntry& entry) {
    const auto found = revoked.find(entry.fingerprint);
    return found == revoked.end() ? nullptr : found->second;
}

std::string text_of(const std::filesystem::path& file, const std::vector<TrustEntry>& entries,
                    const Revoked& revoked) {
    std::string text = base::printable(file.string()) + "\n";
    if (entries.empty())
        text += "lists no key: put one in with `solander trust add NAME KEY.pub`\n";
    for (const TrustEntry& entry : entries) {
        text += fmt::format("line {}: {}\n    {}{}\n    may sign {}", entry.line,
                            base::printable(entry.principals), entry.fingerprint,
                            entry.key_type == "ssh-ed25519"
                                ? ""
                                : fmt::format(" ({})", base::printable(entry.key_type)),
                            entry.namespaces ? base::printable(*entry.namespaces) : "anything");
        if (entry.valid_after) text += ", from " + entry.valid_after->text();
        if (entry.valid_before) text += ", until " + entry.valid_before->text();
        if (entry.cert_authority) text += "; not used, being a certificate authority";
        text += "\n";
        if (const Revocation* revocation = revocation_of(revoked, entry))
            text += fmt::format("    REVOKED {}: {}\n",
                                revocation->compromised_since
                                    ? "from " + revocation->compromised_since->text()
                                    : "from the beginning",
                                base::printable(revocation->reason));
    }
    return text;
}

std::string json_of(const std::filesystem::path& file, const std::vector<TrustEntry>& entries,
                    const Revoked& revoked) {
    using Json = nlohmann::ordered_json;
    Json keys = Json::array();
    for (const TrustEntry& entry : entries) {
        Json json{{"line", entry.line},
                  {"principals", base::printable(entry.principals)},
                  {"type", base::printable(entry.key_type)},
                  {"fingerprint", entry.fingerprint},
                  {"cert_authority", entry.cert_authority}};
        if (entry.namespaces) json["namespaces"] = base::printable(*entry.namespaces);
        if (entry.valid_after) json["valid_after"] = entry.valid_after->text();
        if (entry.valid_before) json["valid_before"] = entry.valid_before->text();
        if (!entry.comment.empty()) json["comment"] = base::printable(entry.comment);
        if (const Revocation* revocation = revocation_of(revoked, entry)) {
            json["revoked"] = {{"reason", base::printable(revocation->reason)}};
            if (revocation->compromised_since)
                json["revoked"]["compromised_since"] = revocation->compromised_since->text();
        }
        keys.push_back(std::move(json));
    }
    return Json{{"schema", "urn:solander:trust-list:1"},
                {"file", base::printable(file.string())},
                {"keys", std::move(keys)}}
               .dump(2) +
           "\n";
}

Result<void> list(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const auto file, options.store.present_file(io));
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "reading");
    const auto entries = list_trust(file, work.environment());
    if (!entries) return naming(entries.error(), file);
    SOLANDER_TRY_ASSIGN(const auto revocations, options.revoked.load(io));
    const Revoked revoked = by_key(revocations);
    warn_of_others(io, file, options.store.trust.empty());
    io.out << (options.format == "json" ? json_of(file, *entries, revoked)
                                        : text_of(file, *entries, revoked));
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
