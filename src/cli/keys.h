// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <solander/key.h>

#include "cli/command.h"
#include "cli/io.h"

namespace solander::cli {

/// `--passphrase-fd`: where a passphrase comes from, if not from the terminal.
struct PassphraseOptions {
    int descriptor = -1;
    /// What else somebody can do who cannot be asked, behind "give it with --passphrase-fd".
    std::string_view otherwise = {};

    void add_to(CLI::App& app, const std::string& description);
    /// Asks whoever is to be asked. Errors: usage, if nobody can be; open, io.
    Result<SecretBytes> ask(Io& io, std::string_view prompt) const;
};

/// Whether a trust file takes `principal` for one literal name, and not for several or a pattern.
/// Errors: usage, with the next step.
Result<void> check_principal(std::string_view principal);

/// A key and the name that its owner goes by.
struct OwnKey {
    SigningKey key;
    std::string principal;
};

/// Reads a key file, warning on standard error where its owner should know something. The principal
/// is the comment of the `.pub` file beside it if that is of the same key, else the file's name.
Result<OwnKey> read_own_key(Io& io, const std::filesystem::path& path,
                            const PassphraseOptions& passphrase);

/// What a key is called that has no better name: its file name without `.key` or `.pem`. Nothing
/// else is taken off: `alice@example.org` has no extension.
std::string name_of_key(const std::filesystem::path& key_file);

/// The `.pub` file that goes with a key file: `x.key` has `x.pub`.
std::filesystem::path public_file_of(const std::filesystem::path& key_file);

/// Reads the line of a `.pub` file. Errors: open, format, unsupported.
Result<NamedKey> read_public_file(const Io& io, const std::filesystem::path& path);

/// The key of the configuration directory, without its extension. Errors: usage, if no variable
/// tells where that is.
Result<std::filesystem::path> default_key_stem(const Io& io);

}  // namespace solander::cli
