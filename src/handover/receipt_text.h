// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/custody.h>

namespace solander::handover {

/// The receipt for an event: a comment, and a line of `sha256sum` for whoever stands in the
/// directory that holds NAME.custody. Spec: docs/format.md, "Receipts".
std::string receipt_text(const std::string& package_name, const Sha256& manifest,
                         const EventReport& event);

}  // namespace solander::handover
