// SPDX-License-Identifier: Apache-2.0
#include "pack/check_request.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "pack/audit_documents.h"

namespace solander::pack {

Result<void> check_request(const PackRequest& request) {
    if (request.inputs.empty())
        return Error(ErrorCode::usage, "nothing to pack: name files or directories");
    if (request.sealers.empty()) return Error(ErrorCode::usage, "no key to seal with");
    for (const Sealer& sealer : request.sealers) {
        if (sealer.principal.empty() || base::printable(sealer.principal) != sealer.principal)
            return Error(ErrorCode::usage, fmt::format("'{}' cannot be the name of a signer",
                                                       base::printable(sealer.principal)));
        const auto same = std::count_if(
            request.sealers.begin(), request.sealers.end(), [&sealer](const Sealer& other) {
                return other.key.public_key() == sealer.key.public_key();
            });
        if (same > 1) return Error(ErrorCode::usage, "one key was given twice");
    }
    return request.audit ? check_audit(*request.audit, request.created) : Result<void>();
}

}  // namespace solander::pack
