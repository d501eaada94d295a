// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/timestamp.h>

namespace solander {

// A reader's own memory: a directory of which verify_package() is told in VerifyOptions::state. It
// keeps the custody of each package that passed, word for word, and when each event of it was first
// seen. A chain that is later shown shorter, or otherwise, is then found out; and a signature by a
// key that has expired since counts if it was seen before. It is worth as much as the directory is
// safe from others. Any number of threads and processes may use one at the same time. Spec:
// docs/format.md, "State".

/// What a memory has of one package.
struct StateEntry {
    Sha256 manifest;           ///< Its identity.
    std::string package;       ///< Its name as sealed.
    std::uint64_t events = 0;  ///< How long its chain is; 0 after accept_state().
    std::string head;          ///< The file of the last event: `0003-receipt.xml`.
    std::string head_by;       ///< Whoever signed that, as they call themselves.
    Sha256 head_digest;
    Timestamp first_seen;  ///< Of the seal.
    Timestamp last_seen;   ///< Of what was seen last.
};

/// Everything that a memory has, by digest. Errors: open; io, also for what is damaged;
/// interrupted.
Result<std::vector<StateEntry>> list_state(const std::filesystem::path& state,
                                           const Environment& environment);

/// Lets the next chain of a package that passes be taken as new, whatever was known before: for
/// when a memory has followed the branch that gave way. What was known is set aside, not deleted,
/// and the time and `reason` are written to `accepted.log`. When events were first seen stays
/// known. Errors: usage, if nothing is known of that manifest, or the reason is no line of words;
/// open, create, io, interrupted.
Result<void> accept_state(const std::filesystem::path& state, const Sha256& manifest,
                          std::string_view reason, const Environment& environment);

}  // namespace solander
