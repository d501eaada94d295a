// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <solander/ssh_agent.h>

#include "base/bytes.h"

namespace solander::crypto {

// The messages of an ssh-agent. Spec: draft-miller-ssh-agent, section 4.

base::Bytes list_request();
base::Bytes sign_request(const PublicKey& key, base::BytesView message);

/// Errors: open (refused); io (not such an answer).
Result<std::vector<AgentKey>> parse_list_answer(base::BytesView answer);
/// The signature as it stands, verified by nobody. Errors: likewise.
Result<SignatureBytes> parse_sign_answer(base::BytesView answer);

}  // namespace solander::crypto
