// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include <solander/key_check.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/keys.h"
#include "trust/trust_lines.h"

namespace solander::cli {

namespace {

struct Options {
    std::string file;
    std::string format;
    std::string principal;
    std::string namespaces = "manifest@solander,custody@solander";
    PassphraseOptions passphrase;
};

/// The public line beside a key file serves as well, and asks for no passphrase; but the key file
/// is what was named, and as far as it can be read it has to be of the same key. Nothing where no
/// such line can be used.
Result<std::optional<NamedKey>> line_beside(Io& io, const Options& options) {
    const auto public_file = public_file_beside(io.files, options.file);
    if (!io.files.info(options.file) || !io.files.info(public_file)) return std::nullopt;
    auto named = read_public_file(io, public_file);
    if (!named) return std::nullopt;  // which is told where the key itself is read
    const AskPassphrase ask = [&] { return options.passphrase.ask(io, ""); };
    SOLANDER_TRY_ASSIGN(
        const KeyReport key,
        check_key_file(io.files, options.file, options.passphrase.descriptor >= 0 ? ask : nullptr));
    if (!key.fingerprint.empty() && key.fingerprint != named->key.fingerprint())
        return Error(
            ErrorCode::format,
            fmt::format("{}: has the key {}, and {} beside it is of another, {}: take that "
                        "away, then the key itself is asked",
                        base::printable(options.file), key.fingerprint,
                        base::printable(public_file.string()), named->key.fingerprint()));
    if (named->comment.empty()) named->comment = key.comment;
    return *std::move(named);
}

Result<NamedKey> key_of(Io& io, const Options& options) {
    const std::filesystem::path file = options.file;
    if (!is_agent_key(options.file)) {
        if (file.extension() == ".pub") return read_public_file(io, file);
        SOLANDER_TRY_ASSIGN(auto beside, line_beside(io, options));
        if (beside) return *std::move(beside);
    }
    SOLANDER_TRY_ASSIGN(const OwnKey own, read_own_key(io, options.file, options.passphrase));
    return NamedKey{own.key->public_key(), own.principal};
}

Result<void> write(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const NamedKey named, key_of(io, options));
    if (options.format == "pem") {
        io.out << named.key.openssl_pem();
        return {};
    }
    std::string principal = options.principal.empty() ? named.comment : options.principal;
    if (principal.empty()) principal = name_of_key(options.file);
    SOLANDER_TRY(check_principal(principal));
    if (const auto wrong = trust::misspelt_namespace(options.namespaces); !wrong.empty())
        return Error(ErrorCode::usage, wrong);
    io.out << fmt::format("{} namespaces=\"{}\" {}\n", principal, options.namespaces,
                          named.key.openssh_line(""));
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->passphrase.otherwise = ", or name the .pub file";
    require(add_argument(app, "FILE", options->file,
                         "A key file, its .pub file, or agent:FINGERPRINT"));
    add_format(app, options->format, {"allowed-signers", "pem"});
    add_text(app, "--principal", "WHO", options->principal,
             "The name to write (default: the comment of the .pub file, or the name of the file)");
    const auto namespaces =
        add_text(app, "--namespaces", "LIST", options->namespaces,
                 fmt::format("What the key may sign: manifest@solander, custody@solander, "
                             "attest@solander (default: {})",
                             options->namespaces));
    add_check(namespaces, [](const std::string& text) {
        const bool fits = text.find_first_of("\" \t\n") == std::string::npos;
        return fits ? "" : "takes names separated by commas, without blanks or quotes";
    });
    options->passphrase.add_to(
        app, "Read the passphrase of an encrypted key, one line, from this open file descriptor");
    return [options](Io& io) {
        const auto written = write(io, *options);
        return written ? Exit::passed : fail(io, written.error());
    };
}

}  // namespace

extern const Command key_export;
const Command key_export{
    .group = "key",
    .name = "export",
    .title = "Write a public key for others: a trust file's line, or PEM",
    .examples =
        "  solander key export archivist.key >> allowed_signers\n"
        "  solander key export archivist.pub --principal archivist@example.org\n"
        "  solander key export examiner.pub --namespaces attest@solander\n"
        "  solander key export archivist.pub --format pem | openssl pkey -pubin -text\n",
    .setup = setup,
};

}  // namespace solander::cli
