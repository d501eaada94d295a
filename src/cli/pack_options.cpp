// SPDX-License-Identifier: Apache-2.0
#include "cli/pack_options.h"

#include <ostream>
#include <utility>

#include <fmt/format.h>

#include <solander/pack_each.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"

namespace solander::cli {

namespace {

Result<Timestamp> created_time(const Io& io, const PackOptions& options) {
    if (!options.created.empty()) {
        if (const auto time = Timestamp::parse(options.created)) return *time;
        return Error(ErrorCode::usage,
                     fmt::format("--created takes a time such as 2026-11-24T00:00:00Z, not '{}'",
                                 base::printable(options.created)));
    }
    const auto epoch = io.variable("SOURCE_DATE_EPOCH");
    if (!epoch) return io.clock.now();
    const auto seconds = base::parse_decimal(*epoch);
    if (seconds && *seconds <= static_cast<std::uint64_t>(Timestamp::kMax))
        return *Timestamp::from_seconds(static_cast<std::int64_t>(*seconds));
    return Error(ErrorCode::usage,
                 fmt::format("SOURCE_DATE_EPOCH takes seconds since 1970, not '{}'",
                             base::printable(*epoch)));
}

Result<std::vector<Setting>> settings_of(const PackOptions& options) {
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
Result<std::vector<std::string>> key_files_of(const Io& io, const PackOptions& options) {
    if (!options.keys.empty()) return options.keys;
    const auto stem = default_key_stem(io);
    if (!stem || !io.files.info(stem->string() + ".key"))
        return Error(ErrorCode::usage,
                     "no key to seal with: name one with -k, or make a default key once with "
                     "`solander key new --default`");
    return std::vector{stem->string() + ".key"};
}

Result<std::vector<OwnKey>> keys_of(Io& io, const PackOptions& options,
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

std::string settable_fields() {
    std::string text = "What is known of every document; repeatable. The fields:";
    for (const SettingField& field : setting_fields())
        text += fmt::format("\n  {}: {}", field.name, field.meaning);
    return text;
}

/// What goes with --each, and without it.
Result<void> check_together(const PackOptions& options) {
    if (!options.each && !options.report.empty())
        return Error(ErrorCode::usage, "--report goes with --each: one package needs no report");
    if (!options.each && options.name.find('{') != std::string::npos)
        return Error(ErrorCode::usage,
                     fmt::format("--name '{}' is a template, which goes with --each",
                                 base::printable(options.name)));
    return {};
}

}  // namespace

void PackOptions::add_to(CLI::App& app) {
    require(add_arguments(app, "INPUT", inputs, "Files and directories to pack"));
    add_repeatable(app, "-k,--key", kKeyValue, keys,
                   "The key to seal with, a key file or agent:FINGERPRINT, a key of your "
                   "ssh-agent; repeatable (default: the key that `solander key new --default` "
                   "made)");
    add_text(app, "-o,--output", "DIR", output,
             "Where to put NAME.tar and NAME.custody (default: here)");
    add_text(app, "--name", "NAME", name,
             fmt::format("The name of the package (default: that of the one input, without its "
                         "extension). With --each, a template with the fields {{date}}, "
                         "{{title-slug}}, {{id}}, {{file}} and {{n}} (default: {})",
                         kEachName));
    add_text(app, "--principal", "WHO", principal,
             "The signer's name, if there is one key (default: the comment in the .pub file beside "
             "it, else the name of its file)");
    add_text(
        app, "--records", "FILE", records,
        "A table that `solander describe -o` wrote and a person edited, .csv, .json or .toml: what "
        "was changed in it is said in its name, and it is packed as well");
    add_flag(app, "--each", each,
             "One package for each document: for each row of `solander describe`. What is there "
             "already is skipped, so the same command goes on where it was cut short. One that "
             "fails does not stop the others; the exit code is that of the gravest failure");
    add_text(app, "--report", "FILE", report,
             "With --each: where to write what came of each document, .csv or .json (default: "
             "pack-report.csv in the output directory)");
    add_repeatable(app, "--set", "FIELD=VALUE", settings, settable_fields());
    encoding.add_to(app);
    add_text(app, "--created", "TIME", created,
             "The time of sealing, UTC, such as 2026-11-24T00:00:00Z (default: SOURCE_DATE_EPOCH, "
             "or now). The modification times of the files are sealed too: the same bytes come "
             "only of files that have the same times");
    add_flag(app, "--force", force,
             "Replace a package of that name, unless it has a custody history");
    add_flag(app, "--rename-safe", rename_safe,
             "Give unsafe file names a safe form; the manifest keeps the original ones");
    add_flag(app, "--sha512", sha512, "State SHA-512 digests, too");
    add_flag(app, "--no-sync", no_sync, "Do not wait until all is on the medium");
    audit.add_to(app);
    notes.add_to(app);
    add_format(app, format, {"text", "json"});
    passphrase.add_to(app,
                      "Read passphrases from this open file descriptor: one line for each "
                      "encrypted key, in the order of -k");
    work.add_jobs(app);
    work.add_quiet(app);
}

Result<PackOrder> read_order(Io& io, const PackOptions& options) {
    SOLANDER_TRY(check_together(options));
    PackOrder order;
    PackRequest& request = order.request;
    request.inputs.assign(options.inputs.begin(), options.inputs.end());
    request.output = options.output;
    request.name = options.name;
    SOLANDER_TRY_ASSIGN(request.created, created_time(io, options));
    SOLANDER_TRY_ASSIGN(request.settings, settings_of(options));
    SOLANDER_TRY_ASSIGN(request.audit, options.audit.value(io, options.inputs, order.audit_files));
    const bool is_told = options.format != "json" && !options.work.quiet;
    order.audit_files.settings.tell(io, options.audit.config, !is_told);
    request.records = options.records;
    SOLANDER_TRY_ASSIGN(request.encoding, options.encoding.value());
    request.replace = options.force;
    request.rename_safe = options.rename_safe;
    request.sha512 = options.sha512;
    request.sync = !options.no_sync;
    SOLANDER_TRY_ASSIGN(order.key_files, key_files_of(io, options));
    SOLANDER_TRY_ASSIGN(order.keys, keys_of(io, options, order.key_files));
    request.secrets = key_files_among(order.key_files);
    for (const OwnKey& own : order.keys) request.sealers.push_back({*own.key, own.principal});
    return order;
}

std::string next_steps(const PackOptions& options, const PackOrder& order,
                       const std::string& packages) {
    std::string text;
    for (std::size_t i = 0; i < order.key_files.size(); ++i) {
        std::string principal(name_wanted(order.keys[i].principal));
        if (principal.empty() && !options.principal.empty())
            principal = " --principal " + shell_word(options.principal);
        text += fmt::format("{}solander key export {}{} >> ALLOWED_SIGNERS\n",
                            text.empty() ? "Next: " : "      ", shell_word(order.key_files[i]),
                            principal);
    }
    return text + fmt::format("      solander verify {} --trust ALLOWED_SIGNERS\n", packages);
}

}  // namespace solander::cli
