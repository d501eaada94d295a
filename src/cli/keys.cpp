// SPDX-License-Identifier: Apache-2.0
#include "cli/keys.h"

#include <limits>
#include <ostream>

#include <fmt/format.h>

#include <solander/key_check.h>
#include <solander/revocation.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/agent_key.h"
#include "cli/cli11.h"
#include "cli/common.h"
#include "cli/own_store.h"
#include "trust/revoked_keys.h"

namespace solander::cli {

void PassphraseOptions::add_to(CLI::App& app, const std::string& description) {
    app.add_option("--passphrase-fd", descriptor, description)
        ->type_name("N")
        ->check(whole_number(0, std::numeric_limits<int>::max(),
                             "the number of an open file descriptor, such as 3"));
}

Result<SecretBytes> PassphraseOptions::ask(Io& io, std::string_view prompt) const {
    if (descriptor >= 0) return io.terminal.read_secret(descriptor);
    SOLANDER_TRY_ASSIGN(auto answer, io.terminal.ask_secret(prompt));
    if (answer) return *std::move(answer);
    return Error(ErrorCode::usage,
                 fmt::format("a passphrase is needed, and there is no terminal to ask at: give it "
                             "with --passphrase-fd{}",
                             otherwise));
}

Result<void> check_principal(std::string_view principal) {
    if (is_principal(principal)) return {};
    return Error(ErrorCode::usage,
                 fmt::format("'{}' cannot stand as a name in a trust file (no blanks, quotes, "
                             "commas or wildcards): give one with --principal",
                             base::printable(principal)));
}

std::string_view name_wanted(std::string_view principal) {
    return is_principal(principal) ? "" : " --principal NAME";
}

Result<NamedKey> read_public_file(const Io& io, const std::filesystem::path& path) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(io.files, path, base::Limits{}.key_file_bytes));
    auto key = PublicKey::parse_openssh_line(base::as_text(bytes));
    if (!key) return key.error().in(path.string());
    return key;
}

namespace {

Result<OwnKey> read_key_of_file(Io& io, const std::filesystem::path& path,
                                const PassphraseOptions& passphrase) {
    const std::string prompt = "Passphrase for " + base::printable(path.string()) + ": ";
    SOLANDER_TRY_ASSIGN(KeyFile file,
                        read_key_file(io.files, path, [&] { return passphrase.ask(io, prompt); }));
    for (const auto& warning : file.warnings)
        io.err << "solander: warning: " << base::printable(warning) << '\n';
    std::string principal = file.comment.empty() ? name_of_key(path) : file.comment;
    const auto public_file = public_file_beside(io.files, path);
    if (io.files.info(public_file)) {
        const auto named = read_public_file(io, public_file);
        if (!named)
            io.err << fmt::format(
                "solander: warning: {}; its name is not used, and `solander explain public-file` "
                "tells how to write it anew\n",
                base::printable(named.error().message()));
        else if (named->key != file.key.public_key())
            io.err << fmt::format(
                "solander: warning: {} is of another key than {}: whoever trusts that one does not "
                "trust what you sign\n",
                base::printable(public_file.string()), base::printable(path.string()));
        else if (!named->comment.empty())
            principal = named->comment;
    }
    return OwnKey{std::make_unique<SigningKey>(std::move(file.key)), std::move(principal)};
}

/// Who goes on signing with a key that they have revoked themselves should know.
void warn_of_revocation(const Io& io, const std::string& name, const std::string& fingerprint) {
    const auto revocations = RevokedOption().load(io);
    if (!revocations) {
        io.err << fmt::format("solander: warning: whether you have revoked {} cannot be told: {}\n",
                              base::printable(name),
                              base::printable(revocations.error().message()));
        return;
    }
    const auto* const revoked = trust::RevokedKeys(*revocations).find(fingerprint);
    if (revoked != nullptr &&
        (!revoked->compromised_since || *revoked->compromised_since <= io.clock.now()))
        io.err << fmt::format(
            "solander: warning: you have revoked {} yourself ({}: {}): take another key, or nobody "
            "who knows of it believes what you sign\n",
            base::printable(name), base::printable(revoked->at), base::printable(revoked->reason));
}

}  // namespace

Result<OwnKey> read_own_key(Io& io, const std::string& name, const PassphraseOptions& passphrase) {
    auto own =
        is_agent_key(name) ? find_agent_key(io, name) : read_key_of_file(io, name, passphrase);
    if (own) warn_of_revocation(io, name, own->key->public_key().fingerprint());
    return own;
}

Result<std::string> key_to_sign_with(const Io& io, const std::string& named) {
    if (!named.empty()) return named;
    const auto stem = default_key_stem(io);
    if (!stem || !io.files.info(stem->string() + ".key"))
        return Error(ErrorCode::usage,
                     "no key to sign with: name one with -k, or make a default key once with "
                     "`solander key new --default`");
    return stem->string() + ".key";
}

std::vector<std::filesystem::path> key_files_among(const std::vector<std::string>& names) {
    std::vector<std::filesystem::path> files;
    for (const auto& name : names)
        if (!is_agent_key(name)) files.emplace_back(name);
    return files;
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
