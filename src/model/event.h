// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <solander/manifest.h>

#include "model/names.h"

namespace solander::model {

/// A signature file of the manifest, bound by the seal: so the container's bytes are bound too.
struct ManifestSignature {
    std::string file;
    Sha256 sha256;
};

struct Seal {
    std::vector<ManifestSignature> manifest_signatures;
};

enum class EventType { seal };

template <>
struct Names<EventType> {
    static constexpr std::array<std::string_view, 1> kAll{"seal"};
};

/// A digest as custody events write it: `sha256:` and hexadecimal.
struct Link {
    Sha256 sha256;
    friend bool operator==(const Link&, const Link&) = default;
};

/// One event of a package's custody: plain data, proven by nothing but the signatures beside its
/// file. Spec: docs/format.md, "Custody".
struct Event {
    std::uint64_t seq = 0;
    EventType type = EventType::seal;
    std::string premis;  ///< Three letters of the PREMIS event type vocabulary.
    Timestamp time;      ///< Claimed.
    Link manifest;
    std::optional<Link> prev;
    std::vector<SealingPrincipal> signers;  ///< The actor first.
    Seal seal;
};

/// `0001-seal.xml`
std::string event_file_name(const Event& event);

}  // namespace solander::model
