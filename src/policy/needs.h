// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <solander/policy.h>
#include <solander/timestamp.h>
#include <solander/verify.h>

#include "trust/trust_store.h"

namespace solander::policy {

/// What a policy is held against.
struct Judged {
    const Report& report;                      ///< With its manifest.
    const trust::TrustStore* trust = nullptr;  ///< Null: the reader gave none.
    Timestamp now;
    std::optional<Timestamp> seen = {};  ///< When the reader's memory first had the package.
};

/// Holds a report against a policy. Only signatures count that are good, by keys that the reader
/// trusts at their time; and names are those that the reader's trust file has, never those that
/// signers claim. Spec: docs/policy.md.
PolicyReport judge(const Policy& policy, const Judged& judged);

}  // namespace solander::policy
