// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace solander::base {

/// Every size, count and depth that comes from outside meets one of these before it meets memory.
/// Spec: docs/format.md, "Limits".
struct Limits {
    std::uint64_t manifest_bytes = std::uint64_t{64} << 20;
    std::uint64_t event_bytes = std::uint64_t{1} << 20;
    std::uint64_t signature_bytes = std::uint64_t{128} << 10;
    std::uint64_t key_file_bytes = std::uint64_t{64} << 10;
    std::uint64_t trust_store_bytes = std::uint64_t{16} << 20;
    std::uint64_t receipt_bytes = std::uint64_t{16} << 20;  ///< One file of receipt lines.
    std::uint64_t proof_bytes = std::uint64_t{32} << 20;    ///< A proof of equivocation.
    std::uint64_t capture_bytes = std::uint64_t{4}
                                  << 20;  ///< A text that a metadata reader looks at.
    std::uint64_t record_bytes = std::uint64_t{64} << 20;   ///< A hand-over file or a table.
    std::uint64_t settings_bytes = std::uint64_t{1} << 20;  ///< A configuration, or a text of it.
    std::uint64_t agent_answer_bytes = std::uint64_t{256} << 10;  ///< Of an ssh-agent.
    std::size_t agent_keys = 2048;
    std::size_t xml_depth = 32;
    std::size_t signatures = 64;  ///< Sealing signers of one manifest, or signers of one event.
    std::size_t custody_files = 100'000;
    std::uint64_t custody_bytes = std::uint64_t{256} << 20;
    std::size_t directory_depth = 128;  ///< Of an unpacked package, or of what is to be packed.
};

}  // namespace solander::base
