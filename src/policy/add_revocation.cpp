// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include <solander/revocation.h>

#include "base/change_file.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "policy/fingerprint.h"
#include "toml/write.h"

namespace solander {

namespace {

Result<void> check(const Revocation& revocation) {
    if (!policy::is_fingerprint(revocation.fingerprint))
        return Error(ErrorCode::usage,
                     fmt::format("'{}' is no fingerprint: it is SHA256: and 43 characters",
                                 base::printable(revocation.fingerprint)));
    const std::string& reason = revocation.reason;
    const bool says_something = reason.find_first_not_of(" \t\n") != std::string::npos;
    if (!says_something || base::printable(reason) != reason)
        return Error(ErrorCode::usage, fmt::format("'{}' is no reason: it takes a line of words",
                                                   base::printable(reason)));
    return {};
}

/// Whether what is written already says as much.
bool covers(const Revocation& written, const Revocation& added) {
    if (written.fingerprint != added.fingerprint) return false;
    if (!written.compromised_since) return true;
    return added.compromised_since && *written.compromised_since <= *added.compromised_since;
}

std::string text_of(const Revocation& revocation) {
    std::string text =
        fmt::format("[[revoked]]\nkey = {}\nreason = {}\n", toml::quoted(revocation.fingerprint),
                    toml::quoted(revocation.reason));
    if (revocation.compromised_since)
        text += fmt::format("compromised-since = {}\n", revocation.compromised_since->text());
    return text;
}

}  // namespace

Result<void> add_revocation(const std::filesystem::path& file, const Revocation& revocation,
                            const Environment& environment) {
    SOLANDER_TRY(check(revocation));
    const auto change = [&](const std::string& before) -> Result<std::string> {
        std::string next = before;
        SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(file));
        if (there) {
            SOLANDER_TRY_ASSIGN(const auto written, read_revocations(before, file.string()));
            for (const Revocation& each : written)
                if (covers(each, revocation))
                    return Error(ErrorCode::create,
                                 fmt::format("{}: the key is revoked there already, {}",
                                             base::printable(each.at),
                                             each.compromised_since
                                                 ? "from " + each.compromised_since->text()
                                                 : "from the beginning"));
            next += before.ends_with('\n') ? "\n" : "\n\n";
        } else {
            next = "version = 1\n\n";
        }
        next += text_of(revocation);
        // What was written by hand may have a form behind which nothing can be put.
        SOLANDER_TRY(read_revocations(next, file.string()));
        return next;
    };
    return base::change_file(environment.files, file, base::Limits{}.settings_bytes, change);
}

}  // namespace solander
