// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <solander/error.h>

#include "pack/inputs.h"

namespace solander::pack {

/// Why the inputs cannot all be in one package: two whose names collide. Names both as they were
/// given, and says what to do. Of several collisions it is the first.
std::optional<Error> find_collision(const Inputs& inputs);

/// The same of two files that have one path.
Error collided(const Inputs& inputs, const InputFileEntry& first, const InputFileEntry& second);

}  // namespace solander::pack
