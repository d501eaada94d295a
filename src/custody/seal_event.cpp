// SPDX-License-Identifier: Apache-2.0
#include "custody/seal_event.h"

#include "crypto/sshsig.h"
#include "trust/namespaces.h"

namespace solander::custody {

model::Event seal_event(const Manifest& manifest, const Sha256& manifest_digest,
                        std::vector<model::ManifestSignature> signatures) {
    model::Event event;
    event.seq = 1;
    event.premis = model::premis_event_type(model::EventType::seal);
    event.time = manifest.created;
    event.manifest = {manifest_digest};
    event.signers.push_back(manifest.sealing.front());
    event.signers.front().signature_bytes = crypto::signature_file_size(trust::kCustodyNamespace);
    event.body = model::Seal{std::move(signatures)};
    return event;
}

}  // namespace solander::custody
