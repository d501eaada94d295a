// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_config_options.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/directory_of.h"
#include "base/escape.h"
#include "base/try.h"

namespace solander::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kCommandLine = "command line";
constexpr std::string_view kDefault = "default";

Result<void> add_exceptions(AuditSettings& settings, const AuditConfigOptions& options,
                            const FileSystem& files) {
    settings.exceptions_file = options.exceptions;
    if (options.exceptions.empty()) {
        if (settings.file.empty()) return {};
        const fs::path beside = base::directory_of(settings.file) / kAuditExceptionsName;
        SOLANDER_TRY_ASSIGN(const auto info, files.find(beside));
        if (!info) return {};
        settings.exceptions_file = beside;
    }
    SOLANDER_TRY_ASSIGN(settings.exceptions,
                        load_audit_exceptions(settings.exceptions_file, files));
    return {};
}

}  // namespace

void AuditConfigOptions::add_to(CLI::App& app) {
    add_text(app, "--config", "FILE", config,
             "The configuration (default: the solander.toml in the directory of each PATH, or in "
             "one above it)");
    add_flag(app, "--no-config", no_config, "Look for no configuration");
    add_text(app, "--exceptions", "FILE", exceptions,
             "Findings that somebody has accepted (default: the solander-exceptions.toml beside "
             "the configuration)");
}

void AuditSettings::apply_to(AuditRequest& request) const {
    if (request.profiles.empty()) request.profiles = config.profiles;
    request.levels = config.levels;
    request.boilerplate = config.boilerplate;
    request.funders = config.funders;
    request.exceptions = exceptions;
    request.config_sha256 = config.sha256;
}

AuditLevel AuditSettings::threshold(const std::string& named) const {
    if (!named.empty()) return parse_audit_level(named).value_or(AuditLevel::off);
    return config.fail_on.value_or(AuditLevel::error);
}

void AuditSettings::tell(Io& io, const AuditConfigOptions& options, bool quiet) const {
    if (file.empty() || !options.config.empty()) return;
    const bool is_weaker = config.fail_on == AuditLevel::off ||
                           std::ranges::find(config.levels, AuditLevel::off,
                                             &AuditLevelChange::level) != config.levels.end();
    if (quiet && !is_weaker) return;
    io.err << fmt::format("solander: note: configured by {}{}\n", base::printable(file.string()),
                          is_weaker ? ", by which not all is told: `--print-config` shows it" : "");
}

void AuditSettings::place(AuditInputs& inputs, const FileSystem& files) const {
    place_audited(inputs.records, inputs.refused, inputs.remarks, directory, files);
}

Result<AuditSettings> load_audit_settings(const AuditConfigOptions& options,
                                          std::span<const std::string> inputs,
                                          const FileSystem& files) {
    if (options.no_config && !options.config.empty())
        return Error(ErrorCode::usage, "--config and --no-config contradict each other");
    AuditSettings settings;
    settings.file = options.config;
    if (options.config.empty() && !options.no_config) {
        const std::vector<fs::path> paths(inputs.begin(), inputs.end());
        SOLANDER_TRY_ASSIGN(const auto found, find_audit_config(paths, files));
        settings.file = found.value_or(fs::path());
    }
    if (!settings.file.empty()) {
        SOLANDER_TRY_ASSIGN(settings.config, load_audit_config(settings.file, files));
    }
    SOLANDER_TRY(add_exceptions(settings, options, files));
    const fs::path& from = settings.file.empty() ? settings.exceptions_file : settings.file;
    SOLANDER_TRY_ASSIGN(settings.directory,
                        files.canonical(from.empty() ? fs::path(".") : base::directory_of(from)));
    return settings;
}

Result<std::string> print_audit_settings(const AuditSettings& settings, AuditRequest request,
                                         const std::string& threshold) {
    AuditConfig shown = settings.config;
    if (!request.profiles.empty()) {
        shown.profiles = request.profiles;
        shown.profiles_at = kCommandLine;
    } else if (shown.profiles.empty()) {
        shown.profiles = {"core"};
        shown.profiles_at = kDefault;
    }
    if (!threshold.empty() || !shown.fail_on)
        shown.fail_on_at = threshold.empty() ? kDefault : kCommandLine;
    shown.fail_on = settings.threshold(threshold);
    settings.apply_to(request);
    SOLANDER_TRY_ASSIGN(const auto levels, audit_levels_in_effect(request));
    std::string text = settings.file.empty() ? std::string("# No configuration file.\n")
                                             : fmt::format("# {}, SHA-256 {}\n",
                                                           base::printable(settings.file.string()),
                                                           settings.config.sha256);
    if (!settings.exceptions_file.empty())
        text += fmt::format("# {} exceptions in {}\n", settings.exceptions.size(),
                            base::printable(settings.exceptions_file.string()));
    text += write_audit_config(shown);
    text += "\n# In effect, where no path says otherwise:\n";
    for (const AuditLevelInEffect& each : levels) {
        std::string fields;
        for (const std::string& field : each.fields)
            fields += fmt::format("{}{}", fields.empty() ? " in " : ", ", field);
        text += fmt::format("# {}{} = {}  # {}\n", each.rule, fields, audit_level_name(each.level),
                            base::printable(each.from));
    }
    return text;
}

}  // namespace solander::cli
