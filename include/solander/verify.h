// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/custody.h>
#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/finding.h>
#include <solander/manifest.h>
#include <solander/policy.h>

namespace solander {

struct VerifyOptions {
    /// Whom the reader believes: a file in OpenSSH allowed_signers form. Without it no package
    /// passes. A file inside a package or its custody directory is refused.
    std::optional<std::filesystem::path> trust = {};
    /// The custody directory; else it is NAME.custody beside the package. A pipe has only this; a
    /// bundle comes with its own.
    std::optional<std::filesystem::path> custody = {};
    /// Keys that the reader no longer believes: solander/revocation.h. It is an error if it cannot
    /// be read, never as if there were none.
    std::optional<std::filesystem::path> revoked = {};
    /// What the reader asks beyond that a package is sound, and whose claimed times count:
    /// solander/policy.h.
    std::optional<std::filesystem::path> policy = {};
    /// The largest manifest.xml that is read.
    std::uint64_t manifest_bytes = std::uint64_t{64} << 20;

    // What is known of the chain from elsewhere. None of it may lie inside a package or its
    // custody directory.

    /// Files of receipt lines: which events somebody wrote down, by their digests.
    std::vector<std::filesystem::path> receipts = {};
    /// The reader's own memory, a directory that is there already: see solander/state.h. It learns
    /// from packages that passed.
    std::optional<std::filesystem::path> state = {};
    /// Other custody directories of the one package, to compare with.
    std::vector<std::filesystem::path> compare = {};
    /// Further signatures over the manifest of the one package, each a file that attest_package()
    /// or ssh-keygen made. One that does not hold is a finding.
    std::vector<std::filesystem::path> attestations = {};
    /// Where a proof is written if a signer made two histories (solander/proof.h); else it is
    /// `proofs` in the state directory, if one is given.
    std::optional<std::filesystem::path> write_proof = {};
};

namespace verify {
class ReportBuilder;
}

/// What trusted signers said, and nothing that anybody else could have changed since. Made by
/// verification only, and only if every declared signature is good and its signer trusted.
class VerifiedManifest {
public:
    const Manifest& get() const noexcept { return manifest_; }

private:
    friend class verify::ReportBuilder;
    explicit VerifiedManifest(Manifest manifest) : manifest_(std::move(manifest)) {}
    Manifest manifest_;
};

/// One signer of the manifest or of a custody event, or who attested the manifest.
struct SignerReport {
    std::string statement;  ///< `manifest.xml`, the event's file, or `attestation`.
    std::string claimed_name;
    std::string fingerprint;
    bool signature_good = false;
    bool trusted = false;
    std::string name;  ///< The reader's own name for the key; empty if not trusted.
    /// All names that the reader's trust file writes down for the key, each on a line that is for
    /// this use and holds at the time of the statement. Empty if not trusted.
    std::vector<std::string> names = {};
    std::filesystem::path file = {};  ///< Of an attestation, which claims no name; else empty.
};

/// What came of one check.
struct CheckReport {
    std::string_view name;   ///< `payload`
    std::string_view title;  ///< What holds if it passed, in one sentence.
    Layer layer = Layer::container;
    Verdict verdict = Verdict::indeterminate;
};

/// Everything that verification found out about one package.
struct Report {
    std::filesystem::path package;
    std::string form;  ///< `tar`, `directory`, `pipe` or `bundle`
    Verdict verdict = Verdict::indeterminate;
    std::array<Verdict, kLayerCount> layers{};  ///< By Layer.
    std::vector<CheckReport> checks;            ///< Those that were made, in order.
    std::vector<Finding> findings;  ///< In an order that depends on nothing but the package.
    std::optional<Sha256> manifest_digest;  ///< The identity of the package.
    std::vector<SignerReport> signers;
    std::vector<EventReport> events;
    std::optional<CustodyReport> custody;  ///< Where there is a chain.
    /// The proofs of a signer's contradiction that were written, or were there already.
    std::vector<std::filesystem::path> proofs;
    std::optional<PolicyReport> policy;  ///< Where the reader gave one; no part of the verdict.
    /// One of the two at most: what trusted signers said, or what somebody claims they said.
    std::optional<VerifiedManifest> verified;
    std::optional<Manifest> unverified;

    bool passed() const noexcept { return verdict == Verdict::passed; }
    /// Whichever there is, for showing; null if there is none.
    const Manifest* manifest() const noexcept;
};

/// Checks a tar, a bundle, an unpacked directory or (`-`) a pipe: every byte of it, every
/// signature, and its custody. Finds all that is wrong in one run; what is wrong is in the report,
/// and an Error only says why there is none.
/// Errors: open, io, usage (what the reader relies on lies inside the package, or custody is named
/// for a bundle), limit, interrupted; create and io, if a proof could not be written or the memory
/// not be kept.
Result<Report> verify_package(const std::filesystem::path& package, const VerifyOptions& options,
                              const Environment& environment);

/// The same for many packages, several at a time; the results are in the order of `packages`.
/// Errors, for all of them: what concerns the trust file, the receipts or the memory as a whole.
Result<std::vector<Result<Report>>> verify_packages(std::span<const std::filesystem::path> packages,
                                                    const VerifyOptions& options,
                                                    const Environment& environment);

}  // namespace solander
