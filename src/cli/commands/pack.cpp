// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/pack.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/encoding_option.h"
#include "cli/keys.h"
#include "cli/notes.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::vector<std::string> keys;
    std::vector<std::string> settings;
    std::string output = ".";
    std::string name;
    std::string principal;
    std::string created;
    std::string records;
    EncodingOption encoding;
    NotesOption notes;
    std::string format;
    bool force = false;
    bool rename_safe = false;
    bool sha512 = false;
    bool no_sync = false;
    PassphraseOptions passphrase;
    WorkOptions work;
};

Result<Timestamp> created_time(const Io& io, const Options& options) {
    if (!options.created.empty()) {
        if (const auto time = Timestamp::parse(options.created)) return *time;
        return Error(ErrorCode::usage,
                     fmt::format("--created takes a time such as 2026-11-24T00:00:00Z, not '{}'",
                                 options.created));
    }
    const auto epoch = io.variable("SOURCE_DATE_EPOCH");
    if (!epoch) return io.clock.now();
    const auto seconds = base::parse_decimal(*epoch);
    if (seconds && *seconds <= static_cast<std::uint64_t>(Timestamp::kMax))
        return *Timestamp::from_seconds(static_cast<std::int64_t>(*seconds));
    return Error(ErrorCode::usage,
                 fmt::format("SOURCE_DATE_EPOCH takes seconds since 1970, not '{}'", *epoch));
}

Result<std::vector<Setting>> settings_of(const Options& options) {
    std::vector<Setting> settings;
    for (const auto& text : options.settings) {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            return Error(ErrorCode::usage,
                         fmt::format("--set takes FIELD=VALUE, not '{}'", base::printable(text)));
        settings.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return settings;
}

/// The key files that were named, or that of the default key.
Result<std::vector<std::string>> key_files_of(const Io& io, const Options& options) {
    if (!options.keys.empty()) return options.keys;
    const auto stem = default_key_stem(io);
    if (!stem || !io.files.info(stem->string() + ".key"))
        return Error(ErrorCode::usage,
                     "no key to seal with: name one with -k, or make a default key once with "
                     "`solander key new --default`");
    return std::vector{stem->string() + ".key"};
}

Result<std::vector<OwnKey>> keys_of(Io& io, const Options& options,
                                    const std::vector<std::string>& files) {
    if (files.size() > 1 && !options.principal.empty())
        return Error(ErrorCode::usage,
                     "--principal names one signer, but there are several keys: leave it out, and "
                     "each signer goes by the comment in the .pub file beside the key");
    std::vector<OwnKey> keys;
    for (const auto& file : files) {
        SOLANDER_TRY_ASSIGN(OwnKey own, read_own_key(io, file, options.passphrase));
        if (!options.principal.empty()) own.principal = options.principal;
        keys.push_back(std::move(own));
    }
    return keys;
}

/// What was recognised; each by its name, as long as there are few.
std::string captures_text(const std::vector<ReadCapture>& captures) {
    static constexpr std::size_t kNamed = 3;
    if (captures.empty()) return {};
    if (captures.size() > kNamed)
        return fmt::format("{} read from records\n",
                           report::count_text(captures.size(), "document"));
    std::string text;
    for (const ReadCapture& capture : captures)
        text += fmt::format("1 document read from {} ({}{})\n", base::printable(capture.path),
                            base::printable(capture.reader),
                            capture.form.empty() ? "" : ", form " + base::printable(capture.form));
    return text;
}

nlohmann::ordered_json captures_json(const std::vector<ReadCapture>& captures) {
    auto list = nlohmann::ordered_json::array();
    for (const ReadCapture& capture : captures)
        list.push_back(
            {{"path", capture.path}, {"reader", capture.reader}, {"form", capture.form}});
    return list;
}

/// What to do next: the trust file needs a line for each key, under the name that it sealed with.
std::string next_steps(const Packed& packed, const Options& options,
                       const std::vector<std::string>& key_files) {
    std::string text;
    const std::string principal =
        options.principal.empty() ? "" : " --principal " + shell_word(options.principal);
    for (const std::string& file : key_files)
        text += fmt::format("{}solander key export {}{} >> ALLOWED_SIGNERS\n",
                            text.empty() ? "Next: " : "      ", shell_word(file), principal);
    return text + fmt::format("      solander verify {} --trust ALLOWED_SIGNERS\n",
                              shell_word(packed.package));
}

void report_text(Io& io, const Options& options, const Packed& packed, const std::string& next) {
    const std::string package = base::printable(packed.package.string());
    options.notes.tell(io, packed.notes);
    io.out << fmt::format(
        "{}  {}, {}, {}\n{}/  its custody: the seal, and VERIFY.txt for readers without "
        "solander\n{}identity sha256:{}\nid       {}\n\n{}",
        package, report::count_text(packed.documents, "document"),
        report::count_text(packed.files, "file"), report::size_text(packed.bytes),
        base::printable(packed.custody.string()), captures_text(packed.captures),
        packed.manifest.hex(), packed.id, next);
}

void report_json(Io& io, const Packed& packed) {
    const nlohmann::ordered_json json{{"package", base::printable(packed.package.string())},
                                      {"custody", base::printable(packed.custody.string())},
                                      {"identity", "sha256:" + packed.manifest.hex()},
                                      {"id", packed.id},
                                      {"documents", packed.documents},
                                      {"files", packed.files},
                                      {"bytes", packed.bytes},
                                      {"captures", captures_json(packed.captures)},
                                      {"notes", packed.notes}};
    io.out << json.dump(2) << '\n';
}

Result<void> make(Io& io, const Options& options) {
    PackRequest request{.inputs = {options.inputs.begin(), options.inputs.end()},
                        .output = options.output,
                        .name = options.name};
    SOLANDER_TRY_ASSIGN(request.created, created_time(io, options));
    SOLANDER_TRY_ASSIGN(request.settings, settings_of(options));
    request.records = options.records;
    SOLANDER_TRY_ASSIGN(request.encoding, options.encoding.value());
    request.replace = options.force;
    request.rename_safe = options.rename_safe;
    request.sha512 = options.sha512;
    request.sync = !options.no_sync;
    SOLANDER_TRY_ASSIGN(const auto key_files, key_files_of(io, options));
    SOLANDER_TRY_ASSIGN(const auto keys, keys_of(io, options, key_files));
    request.secrets.assign(key_files.begin(), key_files.end());
    for (const OwnKey& own : keys) request.sealers.push_back({own.key, own.principal});

    Work work(io, options.work, "packing");
    auto packed = make_package(request, work.environment());
    work.done();
    if (!packed) return std::move(packed).error();
    if (options.format == "json")
        report_json(io, *packed);
    else if (!options.work.quiet)
        report_text(io, options, *packed, next_steps(*packed, options, key_files));
    return {};
}

std::string settable_fields() {
    std::string text = "What is known of every document; repeatable. The fields:";
    for (const SettingField& field : setting_fields())
        text += fmt::format("\n  {}: {}", field.name, field.meaning);
    return text;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_arguments(app, "INPUT", options->inputs, "Files and directories to pack"));
    add_repeatable(app, "-k,--key", "FILE", options->keys,
                   "The key to seal with, a .key file; repeatable (default: the key that "
                   "`solander key new --default` made)");
    add_text(app, "-o,--output", "DIR", options->output,
             "Where to put NAME.tar and NAME.custody (default: here)");
    add_text(app, "--name", "NAME", options->name,
             "The name of the package (default: that of the one input, without its extension)");
    add_text(app, "--principal", "WHO", options->principal,
             "The signer's name, if there is one key (default: the comment in the .pub file beside "
             "it, else the name of its file)");
    add_text(app, "--records", "FILE", options->records,
             "A table that `solander describe -o` wrote and a person edited, .csv, .json or .toml: "
             "what was changed in it is said in its name, and it is packed as well");
    add_repeatable(app, "--set", "FIELD=VALUE", options->settings, settable_fields());
    options->encoding.add_to(app);
    add_text(app, "--created", "TIME", options->created,
             "The time of sealing, UTC, such as 2026-11-24T00:00:00Z (default: SOURCE_DATE_EPOCH, "
             "or now). The modification times of the files are sealed too: the same bytes come "
             "only of files that have the same times");
    add_flag(app, "--force", options->force,
             "Replace a package of that name, unless it has a custody history");
    add_flag(app, "--rename-safe", options->rename_safe,
             "Give unsafe file names a safe form; the manifest keeps the original ones");
    add_flag(app, "--sha512", options->sha512, "State SHA-512 digests, too");
    add_flag(app, "--no-sync", options->no_sync, "Do not wait until all is on the medium");
    options->notes.add_to(app);
    add_format(app, options->format, {"text", "json"});
    options->passphrase.add_to(app,
                               "Read passphrases from this open file descriptor: one line for each "
                               "encrypted key, in the order of -k");
    options->work.add_jobs(app);
    options->work.add_quiet(app);
    return [options](Io& io) {
        const auto made = make(io, *options);
        return made ? Exit::passed : fail(io, made.error());
    };
}

}  // namespace

extern const Command pack;
const Command pack{
    .group = "",
    .name = "pack",
    .title = "Bundle files into one sealed package",
    .examples =
        "  solander pack telegram.txt -k archivist.key -o deposit\n"
        "  solander pack scans/ transcript.txt -k archivist.key --name letters-1919 \\\n"
        "      --set title='Letters to Helena' --set date=1919-05 --set source='MS 12'\n"
        "  SOURCE_DATE_EPOCH=1700000000 solander pack scans/ -k ci.key -o out\n",
    .setup = setup,
};

}  // namespace solander::cli
