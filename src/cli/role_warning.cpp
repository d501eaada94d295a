// SPDX-License-Identifier: Apache-2.0
#include "cli/role_warning.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <solander/policy.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/listed.h"
#include "base/read_file.h"
#include "base/try.h"
#include "trust/namespaces.h"
#include "trust/trust_store.h"

namespace solander::cli {

namespace {

/// The roles of docs/policy.md, by the verbs that take them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kRoleOfVerb{
    {{"release", "release"},
     {"cancel", "release"},
     {"receive", "receive"},
     {"cancel-confirm", "receive"},
     {"note", "record"},
     {"fixity", "record"},
     {"determine", "record"},
     {"replicate", "record"}}};

bool is_among(const std::vector<std::string>& names, const std::vector<std::string>& others) {
    return std::ranges::any_of(names, [&others](const std::string& name) {
        return std::ranges::find(others, name) != others.end();
    });
}

void warn(const Io& io, const PolicyRole& role, std::string_view who) {
    io.err << fmt::format(
        "solander: warning: by your policy ({}) '{}' is for {}, and {} is none of them: no package "
        "with this step meets it\n",
        base::printable(role.at), role.name, base::printable(base::listed(role.principals)),
        base::printable(who));
}

/// A policy's role, if the reader has a policy and it has the role.
Result<std::optional<PolicyRole>> role_in(const Io& io, const VerifyOptions& how,
                                          std::string_view name) {
    if (!how.policy) return std::optional<PolicyRole>();
    SOLANDER_TRY_ASSIGN(const Policy policy, load_policy(*how.policy, io.files));
    const PolicyRole* const role = policy.role(name);
    return role == nullptr ? std::optional<PolicyRole>() : *role;
}

Result<std::vector<std::string>> names_of(const Io& io, const VerifyOptions& how,
                                          const PublicKey& key) {
    if (!how.trust) return std::vector<std::string>();
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(io.files, *how.trust, base::Limits{}.trust_store_bytes));
    const auto store = trust::TrustStore::parse(base::as_text(bytes), io.clock);
    const Timestamp now = io.clock.now();
    return store.names_at(key.fingerprint(), trust::kCustodyNamespace, now, now, now);
}

}  // namespace

Result<void> warn_of_role(const Io& io, const VerifyOptions& how, std::string_view verb,
                          const PublicKey& actor) {
    const auto* const found =
        std::ranges::find(kRoleOfVerb, verb, &std::pair<std::string_view, std::string_view>::first);
    if (found == kRoleOfVerb.end()) return {};
    SOLANDER_TRY_ASSIGN(const auto role, role_in(io, how, found->second));
    if (!role) return {};
    SOLANDER_TRY_ASSIGN(const auto names, names_of(io, how, actor));
    if (!is_among(names, role->principals))
        warn(io, *role, names.empty() ? "your key" : std::string_view(names.front()));
    return {};
}

Result<void> warn_of_recipient(const Io& io, const VerifyOptions& how, const std::string& name) {
    SOLANDER_TRY_ASSIGN(const auto role, role_in(io, how, "receive"));
    if (role && !is_among({name}, role->principals)) warn(io, *role, name);
    return {};
}

}  // namespace solander::cli
