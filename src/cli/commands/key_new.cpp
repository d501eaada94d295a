// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/keys.h"

namespace solander::cli {

namespace {

struct Options {
    std::string name;
    std::string principal;
    bool is_default = false;
    bool no_passphrase = false;
    bool force = false;
    PassphraseOptions passphrase;
};

bool same(const SecretBytes& a, const SecretBytes& b) {
    return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin(), b.bytes().end());
}

/// Asked twice at a terminal, since nobody sees what they type; read once from a descriptor.
Result<SecretBytes> new_passphrase(Io& io, const PassphraseOptions& options) {
    SOLANDER_TRY_ASSIGN(SecretBytes first, options.ask(io, "New passphrase: "));
    if (first.size() == 0)
        return Error(ErrorCode::usage,
                     "an empty passphrase protects nothing: choose one, or say "
                     "--no-passphrase");
    if (options.descriptor < 0) {
        SOLANDER_TRY_ASSIGN(const SecretBytes second, options.ask(io, "The same again: "));
        if (!same(first, second))
            return Error(ErrorCode::usage, "the two passphrases differ; no key was made");
    }
    return first;
}

Result<std::filesystem::path> stem_of(Io& io, const Options& options) {
    if (options.is_default && !options.name.empty())
        return Error(
            ErrorCode::usage,
            "--default and the name of a key contradict each other: leave one of them out");
    if (options.is_default) {
        SOLANDER_TRY_ASSIGN(auto stem, default_key_stem(io));
        SOLANDER_TRY(io.files.create_directories(stem.parent_path()));
        return stem;
    }
    if (options.name.empty())
        return Error(ErrorCode::usage,
                     "name the key, or say --default to make the one that pack "
                     "uses by itself");
    std::filesystem::path stem = options.name;
    if (stem.extension() == ".key") stem.replace_extension();
    if (stem.filename().empty())
        return Error(ErrorCode::usage, fmt::format("{} names a directory: add the key's own name",
                                                   base::printable(options.name)));
    return stem;
}

/// Said before a passphrase is asked for; write_key_pair() makes sure once more.
Result<void> check_nothing_is_there(const Io& io, const std::filesystem::path& stem) {
    for (const std::string extension : {".key", ".pub"})
        if (const std::string file = stem.string() + extension; io.files.info(file))
            return Error(ErrorCode::create,
                         fmt::format("{} is there already: choose another name; --force replaces "
                                     "the key, which cannot be undone",
                                     base::printable(file)));
    return {};
}

Result<void> make(Io& io, const Options& options) {
    if (options.no_passphrase && options.passphrase.descriptor >= 0)
        return Error(ErrorCode::usage,
                     "--no-passphrase and --passphrase-fd contradict each other: leave one of them "
                     "out");
    SOLANDER_TRY_ASSIGN(const std::filesystem::path stem, stem_of(io, options));
    const std::string principal =
        options.principal.empty() ? stem.filename().string() : options.principal;
    SOLANDER_TRY(check_principal(principal));
    if (!options.force) SOLANDER_TRY(check_nothing_is_there(io, stem));
    std::optional<SecretBytes> passphrase;
    if (!options.no_passphrase) {
        SOLANDER_TRY_ASSIGN(passphrase, new_passphrase(io, options.passphrase));
    }
    SOLANDER_TRY_ASSIGN(const SigningKey key, SigningKey::generate());
    SOLANDER_TRY(write_key_pair(io.files, stem, key, principal, passphrase ? &*passphrase : nullptr,
                                options.force ? Existing::replace : Existing::refuse));
    const std::string shown = base::printable(stem.string());
    io.out << fmt::format(
        "{0}.key  the secret key{1}: keep it, and a copy of it, where only you can read it\n"
        "{0}.pub  the public key: give it to whoever is to verify what you seal\n"
        "fingerprint {2}\n"
        "principal   {3}\n\n"
        "Next: solander pack FILES{4} -o DIRECTORY\n",
        shown, options.no_passphrase ? " (no passphrase protects it)" : "",
        key.public_key().fingerprint(), base::printable(principal),
        options.is_default ? "" : " -k " + shell_word(stem.string() + ".key"));
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->passphrase.otherwise = ", or say --no-passphrase";
    add_argument(app, "NAME", options->name, "Path and name of the key: NAME.key and NAME.pub");
    add_text(app, "--principal", "WHO", options->principal,
             "The name that goes with the key, such as an address; trust files name it, so it has "
             "no blanks, quotes, commas or wildcards (default: NAME)");
    add_flag(app, "--default", options->is_default,
             "Make the key that pack uses by itself, in the configuration directory");
    add_flag(app, "--no-passphrase", options->no_passphrase,
             "Do not encrypt the key: for machines and for trying things out");
    add_flag(app, "--force", options->force, "Overwrite a key of that name");
    options->passphrase.add_to(app,
                               "Read the new passphrase, one line, from this open file descriptor");
    return [options](Io& io) {
        const auto made = make(io, *options);
        return made ? Exit::passed : fail(io, made.error());
    };
}

}  // namespace

extern const Command key_new;
const Command key_new{
    .group = "key",
    .name = "new",
    .title = "Make an Ed25519 key to seal with",
    .examples =
        "  solander key new archivist --principal archivist@example.org\n"
        "  solander key new --default\n"
        "  solander key new ci --no-passphrase\n",
    .setup = setup,
};

}  // namespace solander::cli
