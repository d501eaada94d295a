// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/manifest.h>

#include "model/event.h"

namespace solander::custody {

/// The first event of every package: the first sealing signer of the manifest takes it into
/// custody, and binds the signature files that are in it. Claims the manifest's own time, so that
/// a package that is sealed again the same way has the same seal.
model::Event seal_event(const Manifest& manifest, const Sha256& manifest_digest,
                        std::vector<model::ManifestSignature> signatures);

}  // namespace solander::custody
