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
    void add_to(CLI::App& app);
    /// Asks whoever is to be asked.
    Result<SecretBytes> ask(Io& io, std::string_view prompt) const;
};

/// A key and the name that its owner goes by.
struct OwnKey {
    SigningKey key;
    std::string principal;
};

/// Reads a key file, warning on standard error where its owner should know something. The principal
/// is the comment of the `.pub` file beside it if that is of the same key, else the file's stem.
Result<OwnKey> read_own_key(Io& io, const std::filesystem::path& path,
                            const PassphraseOptions& passphrase);

/// The `.pub` file that goes with a key file: `x.key` has `x.pub`.
std::filesystem::path public_file_of(const std::filesystem::path& key_file);

/// Reads the line of a `.pub` file. Errors: open, format, unsupported.
Result<NamedKey> read_public_file(const Io& io, const std::filesystem::path& path);

/// The key of the configuration directory, without its extension. Errors: usage, if no variable
/// tells where that is.
Result<std::filesystem::path> default_key_stem(const Io& io);

}  // namespace solander::cli
