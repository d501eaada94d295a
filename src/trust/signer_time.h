// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <solander/environment.h>
#include <solander/timestamp.h>

#include "format/allowed_signers.h"

namespace solander::trust {

/// The moment that a trust file means, or the nearest that there is.
Timestamp moment_of(const format::SignerTime& time, const Clock& clock);
std::optional<Timestamp> moment_of(const std::optional<format::SignerTime>& time,
                                   const Clock& clock);

/// The same moment as a trust file has it: `20301231235959Z`.
std::string signer_time(Timestamp time);

}  // namespace solander::trust
