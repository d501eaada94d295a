// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/key_check.h>

#include "base/escape.h"
#include "cli/common.h"
#include "cli/keys.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> files;
    std::string format;
    PassphraseOptions passphrase;
};

std::string text_of(const KeyReport& key) {
    std::string text =
        fmt::format("{}: {} key, {}{}{}\n", base::printable(key.file.string()),
                    key.is_private ? "private" : "public", key.is_weak() ? "WEAK" : "good",
                    key.fingerprint.empty() ? "" : ", " + key.fingerprint,
                    key.comment.empty() ? "" : ", " + base::printable(key.comment));
    for (const KeyRemark& remark : key.remarks)
        text += fmt::format("  {} ({}): {}\n", remark.id, remark.is_weakness ? "weakness" : "note",
                            base::printable(remark.sentence));
    return text;
}

nlohmann::ordered_json json_of(const KeyReport& key) {
    using Json = nlohmann::ordered_json;
    Json json{{"path", base::printable(key.file.string())},
              {"kind", key.is_private ? "private" : "public"},
              {"form", base::printable(key.form)},
              {"weak", key.is_weak()}};
    if (!key.fingerprint.empty()) json["fingerprint"] = key.fingerprint;
    if (!key.comment.empty()) json["comment"] = base::printable(key.comment);
    json["remarks"] = Json::array();
    for (const KeyRemark& remark : key.remarks)
        json["remarks"].push_back({{"id", remark.id},
                                   {"weakness", remark.is_weakness},
                                   {"message", base::printable(remark.sentence)}});
    return json;
}

Result<KeyReport> report_of(Io& io, const Options& options, const std::string& file) {
    if (is_agent_key(file))
        return Error(ErrorCode::usage,
                     base::printable(file) +
                         ": a key in an agent cannot be looked at: write its line of `ssh-add -L` "
                         "into a .pub file, and check that");
    const AskPassphrase ask = [&io, &options] { return options.passphrase.ask(io, ""); };
    return check_key_file(io.files, file, options.passphrase.descriptor >= 0 ? ask : nullptr);
}

Exit check_keys(Io& io, const Options& options) {
    Exit code = Exit::passed;
    auto keys = nlohmann::ordered_json::array();
    for (const std::string& file : options.files) {
        const auto key = report_of(io, options, file);
        if (!key) {
            code = graver(code, fail(io, key.error()));
            continue;
        }
        if (key->is_weak()) code = graver(code, Exit::failed);
        if (options.format == "json")
            keys.push_back(json_of(*key));
        else
            io.out << text_of(*key);
    }
    if (options.format == "json")
        io.out << nlohmann::ordered_json{{"schema", "urn:solander:key-check:1"},
                                         {"keys", std::move(keys)}}
                      .dump(2)
               << '\n';
    return code;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_arguments(app, "FILE", options->files, "Key files, private or public"));
    options->passphrase.add_to(
        app,
        "Open encrypted keys, too, with passphrases from this open file descriptor: one line "
        "for each");
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) { return check_keys(io, *options); };
}

}  // namespace

extern const Command key_check;
const Command key_check{
    .group = "key",
    .name = "check",
    .title = "Name all that weakens key files, private or public",
    .examples =
        "  solander key check archivist.key\n"
        "  solander key check ~/.ssh/*.pub --format json\n\n"
        "Exits 0 if there is no weakness, 1 if there is one, 2 if a file holds no key:\n"
        "docs/keys.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
