// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/keys.h"

namespace solander::cli {

namespace {

struct Options {
    std::string file;
    std::string format;
    PassphraseOptions passphrase;
};

Result<NamedKey> public_key_of(Io& io, const Options& options) {
    const std::filesystem::path file = options.file;
    if (!is_agent_key(options.file) && file.extension() == ".pub")
        return read_public_file(io, file);
    SOLANDER_TRY_ASSIGN(const OwnKey own, read_own_key(io, options.file, options.passphrase));
    return NamedKey{own.key->public_key(), own.principal};
}

Result<void> show(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const NamedKey named, public_key_of(io, options));
    const std::string comment =
        named.comment.empty() ? "no comment" : base::printable(named.comment);
    if (options.format == "json") {
        const nlohmann::ordered_json json{{"fingerprint", named.key.fingerprint()},
                                          {"type", "ssh-ed25519"},
                                          {"principal", base::printable(named.comment)},
                                          {"label", named.key.label()},
                                          {"openssh", named.key.openssh_line("")}};
        io.out << json.dump(2) << '\n';
    } else {
        io.out << fmt::format("256 {} {} (ED25519)\n", named.key.fingerprint(), comment);
    }
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->passphrase.otherwise = ", or name the .pub file";
    require(add_argument(app, "FILE", options->file,
                         "A key file, its .pub file, or agent:FINGERPRINT"));
    add_format(app, options->format, {"text", "json"});
    options->passphrase.add_to(
        app, "Read the passphrase of an encrypted key, one line, from this open file descriptor");
    return [options](Io& io) {
        const auto shown = show(io, *options);
        return shown ? Exit::passed : fail(io, shown.error());
    };
}

}  // namespace

extern const Command key_show;
const Command key_show{
    .group = "key",
    .name = "show",
    .title = "Show a key's fingerprint, as ssh-keygen -l does",
    .examples =
        "  solander key show archivist.pub\n"
        "  solander key show archivist.key --format json\n",
    .setup = setup,
};

}  // namespace solander::cli
