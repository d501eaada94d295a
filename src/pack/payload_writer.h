// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/environment.h>
#include <solander/manifest.h>

#include "pack/inputs.h"
#include "package/layout.h"

namespace solander::pack {

/// Reads every input once and writes it to its place in the tar, headers and padding with it, from
/// all workers at once; the digests are filled into `manifest.files`, which stand in the order of
/// `inputs.files`.
/// Errors: open; io, also for a file that is not the one of the inventory any more.
Result<void> write_payload(const Environment& environment, const Inputs& inputs,
                           const package::Layout& layout, OutputFile& tar, Manifest& manifest);

}  // namespace solander::pack
