// SPDX-License-Identifier: Apache-2.0
#include "cli/keys.h"

#include <array>
#include <ostream>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/common.h"

namespace solander::cli {

void PassphraseOptions::add_to(CLI::App& app) {
    app.add_option("--passphrase-fd", descriptor,
                   "Read the passphrase, one line, from this open file descriptor")
        ->check(CLI::NonNegativeNumber);
}

Result<SecretBytes> PassphraseOptions::ask(Io& io, std::string_view prompt) const {
    if (descriptor >= 0) return io.terminal.read_secret(descriptor);
    return io.terminal.ask_secret(prompt);
}

std::filesystem::path public_file_of(const std::filesystem::path& key_file) {
    return std::filesystem::path(key_file).replace_extension(".pub");
}

Result<NamedKey> read_public_file(const Io& io, const std::filesystem::path& path) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(io.files, path, base::Limits{}.key_file_bytes));
    auto key = PublicKey::parse_openssh_line(base::as_text(bytes));
    if (!key) return key.error().in(path.string());
    return key;
}

Result<OwnKey> read_own_key(Io& io, const std::filesystem::path& path,
                            const PassphraseOptions& passphrase) {
    const std::string prompt = "Passphrase for " + base::printable(path.string()) + ": ";
    SOLANDER_TRY_ASSIGN(KeyFile file,
                        read_key_file(io.files, path, [&] { return passphrase.ask(io, prompt); }));
    for (const auto& warning : file.warnings)
        io.err << "solander: warning: " << base::printable(warning) << '\n';
    std::string principal = path.stem().string();
    if (io.files.info(public_file_of(path))) {
        const auto named = read_public_file(io, public_file_of(path));
        if (named && named->key == file.key.public_key() && !named->comment.empty())
            principal = named->comment;
    }
    return OwnKey{std::move(file.key), std::move(principal)};
}

Result<std::filesystem::path> default_key_stem(const Io& io) {
    const auto directory = configuration_directory(io);
    if (!directory)
        return Error(ErrorCode::usage,
                     "neither XDG_CONFIG_HOME nor HOME is set, so there is no "
                     "configuration directory: name the key");
    return *directory / "default";
}

}  // namespace solander::cli
