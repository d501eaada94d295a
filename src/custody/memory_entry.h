// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "custody/memory.h"

namespace solander::custody {

// One package's directory in a memory: `seen.txt` and, unless it was reset, `custody/`.
//
//   # solander memory 1: package NAME manifest sha256:HEX
//   2026-12-01T00:00:00Z HEX 0001-seal.xml
//   2026-12-01T00:00:00Z HEX -
//
// First the events of the chain in order, then those of chains that were set aside.

inline constexpr std::string_view kSeenFile = "seen.txt";
inline constexpr std::string_view kChainDirectory = "custody";

std::string seen_text(const Sha256& manifest, const Remembered& remembered);

/// Writes into `directory`, which is empty, and returns once all of it is on the medium.
/// Errors: create, io.
Result<void> write_entry(Directory& directory, const Sha256& manifest,
                         const Remembered& remembered);

/// Errors: open, limit, interrupted; io, if the entry is not whole.
Result<Remembered> read_entry(const Environment& environment, const Directory& directory,
                              const Sha256& manifest, const base::Limits& limits);

}  // namespace solander::custody
