// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::trust {

/// The namespaces of what is signed, which keep a signature over one thing from counting for
/// another. Spec: docs/format.md, "Signatures"; OpenSSH's PROTOCOL.sshsig.
inline constexpr std::string_view kManifestNamespace = "manifest@solander";
inline constexpr std::string_view kCustodyNamespace = "custody@solander";
inline constexpr std::string_view kAttestNamespace = "attest@solander";

}  // namespace solander::trust
