// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "custody/folder.h"
#include "verify/check.h"

namespace solander::verify {

/// Judges the events of a custody directory one after the other: names, numbers, signatures, links,
/// the manifest they are about, and the seal. Spec: docs/format.md, "Custody".
Verdict walk_chain(const Evidence& evidence, const custody::Folder& folder, Answers& answers);

}  // namespace solander::verify
