// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <solander/environment.h>
#include <solander/key.h>
#include <solander/verify.h>

namespace solander {

/// What came of attesting a package.
struct Attested {
    /// What verification said beforehand.
    Report report;
    /// The signature file over manifest.xml, which `ssh-keygen -Y verify -n attest@solander` takes,
    /// too. Empty, if the package is not whole: nothing was signed then.
    std::string signature = {};
    /// Where it belongs: beside the package, `NAME.attest-LABEL.sig`; empty for a package that
    /// was not given by a name, such as `-`.
    std::filesystem::path place = {};
};

/// Signs the manifest once more, by somebody who need not be its sealer: nothing of the package or
/// its custody is changed. The whole package is verified before. Every byte has to be as sealed;
/// that the signers are unknown, or the custody is not there, is the attester's to weigh, and in
/// the report. A package that FAILED is never signed.
/// `output`, if given, must not lie inside the package or its custody directory.
/// Errors: as verify_package(); usage (`output` lies there); those of Signer::sign().
Result<Attested> attest_package(const std::filesystem::path& package, const Signer& signer,
                                const VerifyOptions& how,
                                const std::optional<std::filesystem::path>& output,
                                const Environment& environment);

}  // namespace solander
