// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/digest.h>
#include <solander/document.h>
#include <solander/entry_path.h>
#include <solander/sealed_audit.h>
#include <solander/timestamp.h>

namespace solander {

/// One who seals: must have signed the manifest. `name` is a claim; the key is the identity.
struct SealingPrincipal {
    std::string name;
    std::string fingerprint;  ///< `SHA256:…`, as ssh-keygen prints it.
    std::string key_type;     ///< `ssh-ed25519`
    std::uint64_t signature_bytes = 0;
};

enum class AgreementKind { deed_of_gift, deposit_agreement, purchase, transfer, loan, other };
struct Agreement {
    AgreementKind kind = AgreementKind::other;
    std::string date;  ///< EDTF
    std::string identifier;
    std::string file;
};

/// Immediate source of acquisition (DACS 5.2, ISAD(G) 3.2.4), once for the package.
struct Deposit {
    std::string accession;
    std::optional<Agent> depositor;
    std::vector<Agreement> agreements;
};

/// `unstated`: nobody said what the file is to its document.
enum class FileRole {
    original,
    scan,
    transcript,
    translation,
    capture,
    metadata,
    supporting,
    unstated,
};

std::string_view file_role_name(FileRole role);  ///< As manifests spell it: `capture`, …

enum class MadeMethod { digitisation, transcription, translation, conversion, redaction };
enum class MachineMade { none, assisted, generated };
/// How a derived file came to be (PREMIS derivation).
struct Made {
    MadeMethod method = MadeMethod::conversion;
    std::string from;
    std::optional<MachineMade> machine;
    std::string by;
    std::string tool;
    std::string date;
};

/// A checksum that the supplier stated, and whether it agreed on arrival.
struct ReceivedDigest {
    std::string algorithm;
    std::string value;
    bool agreed = false;
    std::string file;
};

struct PayloadFile {
    EntryPath path;
    std::uint64_t size = 0;
    Sha256 sha256;
    std::optional<Sha512> sha512;
    std::string media_type;
    FileRole role = FileRole::unstated;
    std::string document;  ///< The id of the one document that it belongs to, or empty.
    std::optional<std::uint64_t> order;
    std::string language;
    std::string original_name;  ///< Where packing renamed the file.
    std::optional<Timestamp> modified;
    std::string pronom;
    std::optional<Made> made;
    std::vector<ReceivedDigest> received_digests;
};

struct TagFile {
    std::string path;
    std::uint64_t size = 0;
    Sha256 sha256;
};

/// What manifest.xml says. Plain data: having one proves nothing about a signature; a
/// VerifiedManifest (verify.h) does. Spec: docs/format.md, "manifest.xml".
struct Manifest {
    std::string id;    ///< `urn:uuid:…`, version 8
    std::string name;  ///< [A-Za-z0-9_][A-Za-z0-9._-]{0,63}
    Timestamp created;
    std::vector<SealingPrincipal> sealing;
    std::optional<Deposit> deposit;
    std::vector<Document> documents;
    std::vector<PayloadFile> files;  ///< In order of path.
    std::vector<TagFile> tag_files;  ///< bag-info.txt, bagit.txt, manifest-sha256.txt
    std::optional<SealedAudit> audit = {};
};

}  // namespace solander
