// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>
#include <solander/file_system.h>
#include <solander/key.h>

namespace solander {

/// One kind of thing that check_key_file() finds. Its id is a promise: docs/keys.md.
struct KeyRule {
    std::string_view id;       ///< `open-to-others`
    bool is_weakness = false;  ///< Else it may well be meant so.
    std::string_view title;
    std::string_view fix;
};
/// All of them. docs/keys.md has the same list.
std::span<const KeyRule> key_rules();

/// Something that is wrong with a key file, or worth knowing.
struct KeyRemark {
    std::string_view id;  ///< Of one of key_rules().
    bool is_weakness = false;
    std::string sentence;  ///< With the next step; not yet fit for a terminal.
};

/// What is known of a key file, and what there is to say of it.
struct KeyReport {
    std::filesystem::path file;
    bool is_private = false;
    std::string form;                     ///< `PKCS#8`, `OpenSSH`, or the name of another one.
    std::string fingerprint;              ///< Empty where the file does not tell it.
    std::string comment;                  ///< Of the file, or of a .pub file that goes with it.
    std::vector<KeyRemark> remarks = {};  ///< In an order that depends on nothing but the file.

    bool is_weak() const noexcept;
};

/// Whether a trust file takes `text` for one literal name, and readers take it for that one: no
/// blanks of any kind, nothing that is not shown, no beginning of an option or a fingerprint.
bool is_principal(std::string_view text);

/// Looks for all that weakens a private or a public key: its point and type, who else may read or
/// change its file, how it is encrypted, and whether the `.pub` file beside it is of the same key.
/// `ask_passphrase` may be empty: then an encrypted key is not opened, and what only it would tell
/// is not compared.
/// Errors, each naming the file: open (not there, wrong passphrase); format (no key); limit; those
/// of `ask_passphrase`.
Result<KeyReport> check_key_file(const FileSystem& files, const std::filesystem::path& path,
                                 const AskPassphrase& ask_passphrase);

/// The `.pub` file that goes with a key file: `x.key` has `x.pub`, or `x.key.pub` if that is there.
std::filesystem::path public_file_beside(const FileSystem& files,
                                         const std::filesystem::path& key_file);

/// What a key is called that has no better name: the name of its file, private or public, without
/// `.pub`, `.key` or `.pem`. Nothing else is taken off: `alice@example.org` has no extension.
std::string name_of_key(const std::filesystem::path& key_file);

}  // namespace solander
