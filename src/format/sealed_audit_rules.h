// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include <solander/sealed_audit.h>

namespace solander::format {

/// The rules of an audit in a manifest that has these documents and paths: it names what is there,
/// and what it lists and what it counts add up. The first that is broken, as a sentence.
std::optional<std::string> find_broken_rule(const SealedAudit& audit,
                                            const std::unordered_set<std::string_view>& documents,
                                            const std::unordered_set<std::string_view>& paths);

}  // namespace solander::format
