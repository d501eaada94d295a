// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/verify.h>

#include "support/scratch.h"
#include "support/world.h"

namespace solander::test {

/// When the package of a forgery was sealed. It lies far enough back that a program which asks the
/// real clock finds the same as the tests do.
inline constexpr std::string_view kCreated = "2024-11-24T00:00:00Z";

/// One entry of a tar, in a forger's hands.
struct TarEntry {
    std::string name;         ///< With the top directory.
    std::string data = {};    ///< Written with padding behind it.
    std::string header = {};  ///< What stands before it; empty: the canonical header.
    char filler = '\0';       ///< What the padding is made of.
};

/// A good package, taken apart so that any part of it can be changed and the whole put together
/// again, with or without the keys that would make the change honest. It holds two letters, one of
/// which needs an extended header, and a captured page with its record.
class Forgery {
public:
    /// Sealed by the named keys of the fixtures, the first being the actor of the seal.
    explicit Forgery(std::vector<std::string> sealers = {"archivist"});

    std::vector<TarEntry> entries;
    std::string end = std::string(1024, '\0');   ///< Behind the last entry.
    std::string created{kCreated};               ///< The time in the canonical headers.
    std::map<std::string, std::string> custody;  ///< File names and bytes.
    std::string trust = trust_lines({"archivist", "registrar"});
    bool has_trust = true;
    bool has_custody = true;
    VerifyOptions options;
    /// What happens to the files once they are written: links, queues and other things that a
    /// custody of names and bytes cannot say.
    void (*afterwards)(const Forgery&) = nullptr;

    /// By the name below the top directory. Throws if there is none.
    TarEntry& entry(std::string_view name);
    std::string& manifest() { return entry("manifest.xml").data; }
    std::string& seal() { return custody.at("0001-seal.xml"); }
    /// The name of a key's signature file beside `statement`.
    static std::string signature_of(std::string_view statement, const std::string& key);

    /// Signs manifest.xml again by all sealers, and lets the package id, the tag files and the seal
    /// follow: what somebody with the keys can make of a manifest that says something else.
    void reseal();
    /// The same without the id and the tag files: for a manifest that contradicts itself.
    void sign_manifest();
    /// Signs an event again, without changing anything else. Later links do not follow.
    void sign_event(const std::string& name, const std::string& key = "archivist");
    /// Adds the event `text` under `name`, signed by `key`.
    void add_event(const std::string& name, const std::string& text,
                   const std::string& key = "archivist");
    /// An event like the seal, with another head: everything before its signers.
    std::string event_text(std::string_view attributes) const;
    /// ` prev="sha256:…"` for the event of that name.
    std::string prev(const std::string& name) const;

    /// The tar as it stands.
    std::string tar() const;
    /// A bundle of it and of the custody, each in its canonical headers.
    std::string bundle() const;
    /// Writes everything and verifies it, as a tar or as a pipe (a FIFO that holds the tar).
    Report verify();
    Report verify_pipe();
    /// Package and custody as one bundle.
    Report verify_bundle();
    /// Whether there is such a bundle: it holds names and bytes of one custody, and nothing else.
    bool can_be_bundled() const;
    Report verify_directory(const std::filesystem::path& directory);
    /// Writes everything, and unpacks the tar beside it with a program that we did not write,
    /// whatever it complains of. Nothing if no package came of it.
    std::optional<std::filesystem::path> unpack();

    /// What the reader's clock says; 2026-12-01T00:00:00Z if it is never set.
    void set_now(std::string_view time);
    bool has_own_clock() const { return has_own_clock_; }

    const Scratch& scratch() const { return scratch_; }
    std::filesystem::path package() const { return scratch_ / "p/letters.tar"; }
    std::filesystem::path bundle_file() const { return scratch_ / "p/letters.bundle.tar"; }
    std::filesystem::path trust_file() const { return scratch_ / "trust"; }
    std::filesystem::path custody_directory() const { return scratch_ / "p/letters.custody"; }
    /// Writes tar, custody and trust file where verify() looks for them.
    void write();

private:
    Report report_on(const std::filesystem::path& package);

    Scratch scratch_;
    World world_;
    std::vector<std::string> sealers_;
    bool has_own_clock_ = false;
};

/// Replaces the first `from`, which must be there.
void replace(std::string& text, std::string_view from, std::string_view to);

/// `sha256sum` of a text, in hexadecimal.
std::string hex_digest(std::string_view text);

/// A header with its checksum made right for what it says.
std::string with_checksum(std::string header);

}  // namespace solander::test
