// SPDX-License-Identifier: Apache-2.0
#include "custody/seal_event.h"

#include <cstdlib>

#include "crypto/sshsig.h"

namespace solander::custody {

model::Event seal_event(const Manifest& manifest, const Sha256& manifest_digest,
                        std::vector<model::ManifestSignature> signatures) {
    model::Event event;
    event.seq = 1;
    event.type = model::EventType::seal;
    event.premis = premis_event_type(event.type);
    event.time = manifest.created;
    event.manifest = {manifest_digest};
    event.signers.push_back(manifest.sealing.front());
    event.signers.front().signature_bytes = crypto::signature_file_size(kCustodyNamespace);
    event.seal.manifest_signatures = std::move(signatures);
    return event;
}

std::string_view premis_event_type(model::EventType type) {
    switch (type) {
        case model::EventType::seal:
            return "ipc";  // information package creation
    }
    std::abort();
}

}  // namespace solander::custody
