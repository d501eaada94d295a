// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/key.h>
#include <solander/pack_audit.h>
#include <solander/text_encoding.h>
#include <solander/timestamp.h>

namespace solander {

/// Who seals: a key, and the name that goes with it into the manifest as a claim.
struct Sealer {
    const Signer& key;
    std::string principal;
};

/// A person's own word about the documents, first before what captures say.
struct Setting {
    std::string field;  ///< One of setting_fields().
    std::string value;
};

struct SettingField {
    std::string_view name;
    std::string_view meaning;
};

/// What a Setting can set.
std::span<const SettingField> setting_fields();

struct PackRequest {
    /// Files and directories. Each goes to `data/` under its own last name.
    std::vector<std::filesystem::path> inputs;
    /// Where NAME.tar and NAME.custody are put; made if it is not there.
    std::filesystem::path output;
    /// NAME: [A-Za-z0-9_][A-Za-z0-9._-]{0,63}. Empty: the name of the one input, without its
    /// extension.
    std::string name = {};
    /// The time of sealing, a claim. Same inputs, keys and time give the same bytes.
    Timestamp created = {};
    std::vector<Sealer> sealers = {};  ///< At least one; the first is the actor of the seal event.
    std::vector<Setting> settings = {};
    /// A table that describe() wrote and a person edited; empty: none. Captures are read again, and
    /// only what the person changed is said in the table's name. It is packed as well.
    std::filesystem::path records = {};
    /// How records and tables are written that have no byte order mark and are not UTF-8. Without
    /// it nothing is read from them. Captures are UTF-8 whatever this says.
    std::optional<TextEncoding> encoding = std::nullopt;
    /// Files that are never packed, such as those of the keys: an input that is one of them, under
    /// whatever name, is refused. A copy is another file and is not recognised.
    std::vector<std::filesystem::path> secrets = {};
    bool replace = false;  ///< Overwrite a package of the same name, unless it has a history.
    /// Give unsafe names a safe form instead of refusing them. Where two have the same one, or it
    /// is there already, the later in the order of the names end in `_2`, `_3` and so on.
    bool rename_safe = false;
    bool sha512 = false;  ///< State SHA-512 beside SHA-256.
    bool sync = true;     ///< Return only once everything is on the medium.
    /// The documents are audited before anything is written, and the manifest states what came of
    /// it. Nothing: they are not, and it states none.
    std::optional<PackAudit> audit = PackAudit{};
};

/// A text whose record became a document.
struct ReadCapture {
    std::string path;    ///< In the package, from `data/`.
    std::string reader;  ///< Name and version, `wilson/1`.
    std::string form;    ///< Of the capture, as the reader calls it: `A`.
};

struct Packed {
    std::filesystem::path package;
    std::filesystem::path custody;
    std::string id;
    Sha256 manifest;  ///< The identity of the package: the digest of manifest.xml.
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t documents = 0;
    std::vector<ReadCapture> captures = {};  ///< In the order of their paths.
    std::optional<SealedAudit> audit = {};   ///< As the manifest states it.
    /// Sentences on what the archivist should know: renamed files, empty directories, hard links,
    /// captures that no reader could read, dates kept as words, a manifest that readers do not take
    /// unasked, an output directory inside an input, what a run cut short has left. Fit for a
    /// terminal.
    std::vector<std::string> notes = {};
};

/// Bundles and seals: one package and the first event of its custody.
///
/// Every input is read once. Either all of the output is there afterwards, or nothing is.
///
/// That holds for a process that ends as it should. The custody directory is put in place first,
/// the tar last: a crash between the two leaves a custody directory without a tar or, where a
/// package was being replaced, the new one beside the old tar. The new tar is then still there
/// under its draft's name, `.NAME.N.partial.tar`, and so is a replaced custody directory,
/// `.NAME.N.partial.custody`. Without `replace` the next call refuses and says what it found; with
/// `replace` it makes the package anew.
///
/// Errors: usage (no input, no sealer, a name or setting that can't be); open (an input that is
/// missing, unreadable, a link or no file, a secret, part of the very output, an unsafe or
/// colliding name, nothing to pack); limit (a tree of more than 128 levels, a manifest of more than
/// 1 GiB); create (the output exists, or cannot be made); refused (by `audit.fail_on`); io (also a
/// file that changes while it is read); interrupted; internal; those of Signer::sign(). Never
/// format or unsupported: the keys have been read already.
Result<Packed> make_package(const PackRequest& request, const Environment& environment);

}  // namespace solander
