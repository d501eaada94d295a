// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/error.h>

#include "cli/io.h"
#include "cli/keys.h"

namespace solander::cli {

/// The key that `name`, `agent:…`, means among those of the ssh-agent of SSH_AUTH_SOCK. Says once
/// on standard error that it waits where a signature takes long: somebody may have to touch a
/// token. `io` must outlive the key. Errors: usage (no agent, several keys fit); open (not there,
/// refused); unsupported; io; interrupted.
Result<OwnKey> find_agent_key(Io& io, const std::string& name);

}  // namespace solander::cli
