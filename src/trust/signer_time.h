// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <solander/environment.h>
#include <solander/timestamp.h>

#include "format/allowed_signers.h"

namespace solander::trust {

/// The moments that a trust file means by valid-after and valid-before, or the nearest that there
/// are. ssh-keygen takes a local time in summer for one of standard time; of the two readings the
/// one counts that lets less be signed.
std::optional<Timestamp> begin_of(const format::AllowedSigner& signer, const Clock& clock);
std::optional<Timestamp> end_of(const format::AllowedSigner& signer, const Clock& clock);

/// The same moment as a trust file has it: `20301231235959Z`.
std::string signer_time(Timestamp time);

}  // namespace solander::trust
