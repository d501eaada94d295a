// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <solander/custody.h>
#include <solander/environment.h>
#include <solander/key.h>
#include <solander/rights.h>
#include <solander/verify.h>

namespace solander {

// The steps of a package's custody. Each locks the custody directory, verifies what is there, asks
// whether the step may come next, records it in the signer's journal, signs it, and puts it in
// place: signatures first, the event last, and nothing of what was there is replaced. Either the
// whole step is there afterwards, or the chain is as it was. Steps may run at one time, in any
// number of processes: one after the other gets its turn, and then sees what the others did.

/// Who signs an event: a key, and the name that goes with it as a claim.
struct Signatory {
    const Signer& key;
    std::string principal;
};

/// What every step is told.
struct CustodyStep {
    std::filesystem::path package;  ///< A tar or an unpacked directory.
    /// Whom the signer believes, and where the custody directory is. Nothing is signed without
    /// trust: it names the parties, and the signers' own keys have to be in it, too.
    VerifyOptions how = {};
    std::vector<Signatory> signers = {};  ///< The actor first.
    /// The directory of the signers' journal, which must be there and theirs alone. Without it
    /// nothing keeps a restored backup from making them contradict themselves.
    std::optional<std::filesystem::path> journal = {};
};

/// Why a step may not be done; nothing was changed.
struct StepRefusal {
    Code code;
    /// For a person: what is against it, who holds the package in this copy, what is allowed now.
    std::string sentence;
};

/// What came of a step.
struct StepOutcome {
    /// Passed: it was done, or there was nothing to do. Else what stood against it: the refusal's
    /// effect, or the verdict of the report; of a fixity check, also what was found by it.
    Verdict verdict = Verdict::passed;
    std::optional<StepRefusal> refusal = {};
    /// What verification said beforehand: of the package, or of the chain alone where that is
    /// enough. Without a refusal and with nothing written it says why.
    Report report = {};
    std::vector<EventReport> written = {};  ///< The events that are new in the chain.
    CustodyReport custody = {};             ///< Where the chain stands now.
    std::filesystem::path directory = {};   ///< The custody directory.
    /// Two lines over the last event, which `sha256sum --strict -c` checks from the directory that
    /// holds the custody directory; empty where nothing was written.
    std::string receipt = {};
    std::filesystem::path set_aside = {};  ///< Where sync put events that gave way; else empty.
    std::vector<std::string> notes = {};   ///< Sentences for a person, fit for a terminal.
};

struct ReleaseRequest {
    std::string to;  ///< The recipient, by a literal name of the trust file.
    std::string method = {};
    std::string remark = {};
    /// The recipient's fingerprints, if they have been shown to somebody who agreed: others are
    /// then an Error.
    std::vector<std::string> recipients = {};
};

struct ReceiveRequest {
    std::string remark = {};
    /// Receive although somebody else may hold a receipt: an earlier release was cancelled, and
    /// its recipient has not confirmed that.
    bool accept_unconfirmed = false;
};

/// Somebody's decision on rights, as the holder records it. Spec: docs/format.md, "Custody".
struct RightsDecision {
    std::string date;           ///< `YYYY-MM-DD`
    std::string document = {};  ///< An id of the manifest; empty: all of them.
    std::optional<RightsCovers> covers = {};
    std::string jurisdiction = {};  ///< Two letters of ISO 3166-1.
    std::string uri = {};
    std::string by;
    std::string how;
    std::string what;
};

// Errors of every step: usage (no signer, one twice, words that an event cannot hold, the trust
// file inside the package); open (package, custody or trust file cannot be opened); create, io;
// format (a damaged journal); limit; interrupted; internal; those of Signer::sign().

/// The fingerprints of the keys that the trust file gives `name` for custody, those that are valid
/// now; none where the name is not there, or only a wildcard fits it.
Result<std::vector<std::string>> recipient_keys(const std::string& name, const VerifyOptions& how,
                                                const Environment& environment);

/// The holder hands over. The whole package must verify.
Result<StepOutcome> release_package(const CustodyStep& step, const ReleaseRequest& request,
                                    const Environment& environment);
/// The recipient takes the package and answers for what was read: every byte of it.
Result<StepOutcome> receive_package(const CustodyStep& step, const ReceiveRequest& request,
                                    const Environment& environment);
/// The recipient does not take it. The chain alone is enough: a lost parcel can be refused.
Result<StepOutcome> refuse_package(const CustodyStep& step, const std::string& reason,
                                   const Environment& environment);
/// The releaser takes back what has not been received; likewise. `reason` may be empty.
Result<StepOutcome> cancel_release(const CustodyStep& step, const std::string& reason,
                                   const Environment& environment);
/// The recipient confirms that nothing was received; likewise.
Result<StepOutcome> confirm_cancel(const CustodyStep& step, const std::string& remark,
                                   const Environment& environment);
Result<StepOutcome> add_note(const CustodyStep& step, const std::string& words,
                             const Environment& environment);
/// The holder, and whoever else signs, say what they found. What is not as sealed is recorded, too,
/// if the manifest and the chain are good.
Result<StepOutcome> check_fixity(const CustodyStep& step, const std::string& remark,
                                 const Environment& environment);
Result<StepOutcome> determine_rights(const CustodyStep& step, const RightsDecision& decision,
                                     const Environment& environment);
/// The holder has placed a copy somewhere.
Result<StepOutcome> record_replica(const CustodyStep& step, const std::string& place,
                                   const std::string& remark, const Environment& environment);

/// Takes from another copy of the chain what it has more, byte for byte; signs nothing. Where our
/// cancel and the recipient's answer crossed, our events are moved aside and theirs are taken.
/// `from` is another custody directory, or a bundle.
Result<StepOutcome> sync_custody(const CustodyStep& step, const std::filesystem::path& from,
                                 const Environment& environment);

}  // namespace solander
