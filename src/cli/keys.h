// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Somebody who can sign, and the name that they go by.
struct OwnKey {
    std::unique_ptr<Signer> key;
    std::string principal;
};

/// What `-k` takes, for its --help.
inline constexpr const char* kKeyValue = "KEY";

/// Whether `-k` names a key of an ssh-agent, `agent:…`, and not a file.
bool is_agent_key(std::string_view name);

/// Reads a key file, warning on standard error where its owner should know something, or finds the
/// key in the agent of SSH_AUTH_SOCK. The principal is the comment of the `.pub` file beside the
/// file if that is of the same key, else what the file or the agent says of it, else its name.
Result<OwnKey> read_own_key(Io& io, const std::string& name, const PassphraseOptions& passphrase);

/// `named`, or the default key where nothing is named. Errors: usage, if there is none.
Result<std::string> key_to_sign_with(const Io& io, const std::string& named);

/// Those of `names` that are files: never to be packed.
std::vector<std::filesystem::path> key_files_among(const std::vector<std::string>& names);

/// ` --principal NAME` where `principal`, by which a key signs, cannot stand in a trust file: what
/// `key export` has to be told then.
std::string_view name_wanted(std::string_view principal);

/// Reads the line of a `.pub` file. Errors: open, format, unsupported.
Result<NamedKey> read_public_file(const Io& io, const std::filesystem::path& path);

/// The key of the configuration directory, without its extension. Errors: usage, if no variable
/// tells where that is.
Result<std::filesystem::path> default_key_stem(const Io& io);

}  // namespace solander::cli
