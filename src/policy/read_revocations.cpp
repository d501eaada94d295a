// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include <fmt/format.h>

#include <solander/revocation.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "policy/fingerprint.h"
#include "settings/source.h"

namespace solander {

namespace {

using settings::Source;
using toml::Entry;
using toml::Node;

constexpr std::string_view kRevoked = "revoked";
constexpr std::string_view kVersion = "version";
constexpr std::array<std::string_view, 3> kRevocationKeys{"key", "reason", "compromised-since"};

Result<Revocation> read_revocation(const Source& source, const Node& table) {
    Revocation revocation;
    revocation.at = source.at(table.region);
    for (const Entry& entry : table.entries) {
        if (entry.key == "key") {
            SOLANDER_TRY_ASSIGN(revocation.fingerprint, source.text(entry));
            if (!policy::is_fingerprint(revocation.fingerprint))
                return source.wrong(entry.region,
                                    fmt::format("'key' is a fingerprint, as `solander key show` "
                                                "or `ssh-keygen -l` prints it: SHA256: and 43 "
                                                "characters, not {}",
                                                base::printable(revocation.fingerprint)));
        } else if (entry.key == "reason") {
            SOLANDER_TRY_ASSIGN(revocation.reason, source.text(entry));
        } else if (entry.key == "compromised-since") {
            SOLANDER_TRY_ASSIGN(revocation.compromised_since, source.moment(entry));
        } else {
            return source.unknown(entry.region, "key", entry.key, kRevocationKeys);
        }
    }
    if (revocation.fingerprint.empty())
        return source.wrong(table.region, "the revocation has no key");
    if (revocation.reason.empty())
        return source.wrong(table.region, "the revocation has no reason: add reason = \"...\"");
    return revocation;
}

}  // namespace

Result<std::vector<Revocation>> read_revocations(std::string_view text, const std::string& file) {
    static constexpr std::array<std::string_view, 2> kKeys{kVersion, kRevoked};
    SOLANDER_TRY_ASSIGN(const Source source, Source::parse(text, file, "docs/trust.md"));
    std::vector<Revocation> revocations;
    for (const Entry& entry : source.root().entries) {
        if (entry.key == kVersion) {
            SOLANDER_TRY(source.check_version(entry));
        } else if (entry.key == kRevoked) {
            if (entry.value.kind != toml::Kind::array)
                return source.wrong(entry.region,
                                    "a revocation begins with a line [[revoked]], in two pairs of "
                                    "brackets");
            for (const Node& item : entry.value.items) {
                if (item.kind != toml::Kind::table)
                    return source.wrong(item.region, "a revocation is a table with key and reason");
                SOLANDER_TRY_ASSIGN(revocations.emplace_back(), read_revocation(source, item));
            }
        } else {
            return source.unknown(entry.region, "key", entry.key, kKeys);
        }
    }
    if (source.root().entries.empty())
        return Error(ErrorCode::usage,
                     fmt::format("{}: says nothing, as a file does that was cut off; one that "
                                 "revokes no key says: version = 1",
                                 base::printable(file)));
    return revocations;
}

Result<std::vector<Revocation>> load_revocations(const std::filesystem::path& file,
                                                 const FileSystem& files) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(files, file, base::Limits{}.settings_bytes));
    return read_revocations(base::as_text(bytes), file.string());
}

}  // namespace solander
