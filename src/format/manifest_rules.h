// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <solander/manifest.h>

#include "base/limits.h"
#include "model/event.h"

namespace solander::format {

/// The rules of a manifest that lie between its parts: references lead somewhere, names are unique
/// and in order, paths do not collide, states and words agree. The first that is broken, as a
/// sentence; nothing if none is. Spec: docs/format.md, "Rules between the parts".
std::optional<std::string> find_broken_rule(const Manifest& manifest,
                                            const base::Limits& limits = {});

/// The same for an event: its signers, what it seals, and the link that all but the first have.
std::optional<std::string> find_broken_rule(const model::Event& event,
                                            const base::Limits& limits = {});

}  // namespace solander::format
