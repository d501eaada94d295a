// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <solander/verify.h>

#include "custody/folder.h"
#include "trust/trust_store.h"
#include "verify/chain_walk.h"

namespace solander::verify {

/// Whether nothing but warnings is in a custody directory and its chain, and every signer trusted.
bool is_sound(const custody::Folder& folder, const WalkedChain& walked);

/// What there is to say of a custody directory and its chain where the package was not looked at:
/// every other layer is undecided. `trust` is what the chain was walked with.
Report report_of_chain(const std::filesystem::path& package, const custody::Folder& folder,
                       const WalkedChain& walked, const trust::TrustStore* trust);

}  // namespace solander::verify
