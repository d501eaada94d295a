// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <solander/finding.h>
#include <solander/manifest.h>

#include "model/names.h"

namespace solander::model {

/// What happened. Spec: docs/format.md, "Custody".
enum class EventType {
    seal,
    release,
    receipt,
    refuse,
    cancel,
    cancel_confirm,
    note,
    fixity_check,
    rights_determination,
    replicate,
};

template <>
struct Names<EventType> {
    static constexpr std::array<std::string_view, 10> kAll{
        "seal",     "release",      "receipt",
        "refuse",   "cancel",       "cancel-confirm",
        "note",     "fixity-check", "rights-determination",
        "replicate"};
};

template <>
struct Names<Verdict> {
    static constexpr std::array<std::string_view, 3> kAll{"passed", "indeterminate", "failed"};
};

/// A digest as custody events write it: `sha256:` and hexadecimal.
struct Link {
    Sha256 sha256;
    friend bool operator==(const Link&, const Link&) = default;
};

/// A signature file of the manifest, bound by the seal: so the container's bytes are bound too.
struct ManifestSignature {
    std::string file;
    Sha256 sha256;
};

struct Seal {
    std::vector<ManifestSignature> manifest_signatures;
};

/// A key that may receive; its fingerprint.
struct Recipient {
    std::string key;
};

/// The holder hands over: from here on the recipient may receive or refuse.
struct Release {
    std::string to;  ///< The recipient's name in the releaser's trust store: a claim.
    std::vector<Recipient> recipients;
    std::string method;  ///< How it travels, in words; may be empty, as remarks may.
    std::string remark;
};

/// What somebody found who read all of the package.
struct Examination {
    Link manifest;
    Verdict verdict = Verdict::passed;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;  ///< Of the payload.
    std::string remark;
};

struct Receipt : Examination {};
struct FixityCheck : Examination {};

struct Refuse {
    std::string reason;
};

/// The releaser takes back what has not been received; unconfirmed until the recipient says so.
struct Cancel {
    std::string reason;
};

struct CancelConfirm {
    Link cancel;  ///< The digest of the event that is confirmed.
    std::string remark;
};

struct Note {
    std::string words;
};

/// Somebody decided on the rights in the package or one document, and the holder records it.
struct RightsDetermination {
    std::string date;      ///< YYYY-MM-DD, of the decision.
    std::string document;  ///< An id of the manifest; empty: all of them.
    std::optional<RightsCovers> covers;
    std::string jurisdiction;  ///< ISO 3166-1 alpha-2.
    std::string uri;           ///< Of a standard statement or a licence.
    std::string by;
    std::string how;
    std::string what;
};

/// A copy was placed somewhere.
struct Replicate {
    std::string place;
    std::string remark;
};

/// In the order of EventType.
using EventBody = std::variant<Seal, Release, Receipt, Refuse, Cancel, CancelConfirm, Note,
                               FixityCheck, RightsDetermination, Replicate>;

/// One event of a package's custody: plain data, proven by nothing but the signatures beside its
/// file. Spec: docs/format.md, "Custody".
struct Event {
    std::uint64_t seq = 0;
    std::string premis;  ///< Three letters of the PREMIS event type vocabulary.
    Timestamp time;      ///< Claimed.
    Link manifest;
    std::optional<Link> prev;
    std::vector<SealingPrincipal> signers;  ///< The actor first.
    EventBody body;

    EventType type() const { return static_cast<EventType>(body.index()); }
};

/// A body of that type with nothing in it.
EventBody empty_body(EventType type);

/// PREMIS' code for what an event is (http://id.loc.gov/vocabulary/preservation/eventType/).
std::string_view premis_event_type(EventType type);

/// `0001-seal.xml`
std::string event_file_name(const Event& event);

}  // namespace solander::model
