// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
#include <solander/audit_known.h>
#include <solander/error.h>
#include <solander/file_system.h>

namespace solander {

inline constexpr std::string_view kAuditConfigName = "solander.toml";
inline constexpr std::string_view kAuditExceptionsName = "solander-exceptions.toml";

/// What a `solander.toml` says. Members that end in `at` tell where: `solander.toml:6`.
/// Spec: docs/audit-config.md.
struct AuditConfig {
    std::vector<std::string> profiles = {};
    std::string profiles_at = {};
    std::optional<AuditLevel> fail_on = {};  ///< `off`: never.
    std::string fail_on_at = {};
    /// Those of `[rules]`, then those of each `[[path]]`: the last one that is about a finding
    /// holds.
    std::vector<AuditLevelChange> levels = {};
    std::vector<AuditBoilerplate> boilerplate = {};
    std::vector<AuditFunder> funders = {};
    /// Of the bytes of the file, as `sha256sum` gives it. Where it names text files: of the lines
    /// that `sha256sum` writes of it and of them, in their order.
    std::string sha256 = {};

    bool operator==(const AuditConfig&) const = default;
};

/// Gives the bytes of a file that a configuration names.
using ReadTextFile = std::function<Result<std::string>(const std::string& name)>;

/// Reads the text of a configuration; `file` is what messages call it.
/// Errors: usage, with file and line, for whatever is not as it should be, with the nearest name
/// where a name is not known; those of `read_text_file`.
Result<AuditConfig> read_audit_config(std::string_view text, const std::string& file,
                                      const ReadTextFile& read_text_file);

/// A configuration that says the same: read_audit_config() gives it back, but for `at` and
/// `sha256`. What is known of origins (`at`) stands in comments. Texts of files are names of files.
std::string write_audit_config(const AuditConfig& config);

/// Reads the file, and the text files that it names, which lie below its directory.
/// Errors: as read_audit_config(); open, io, limit.
Result<AuditConfig> load_audit_config(const std::filesystem::path& file, const FileSystem& files);

/// The one configuration that files and directories lie under: the first that stands in the
/// directory of each, or in one above it. Nothing if there is none; `-` and what is not there lie
/// under none. What lies in an unpacked package is never taken for one.
/// Errors: usage, if they do not all lie under the same; open, also where it is a link, or of a
/// user who owns neither its directory nor the input.
Result<std::optional<std::filesystem::path>> find_audit_config(
    std::span<const std::filesystem::path> inputs, const FileSystem& files);

/// Gives records, texts and remarks the paths by which patterns, exceptions and fingerprints know
/// them: those of their files from `directory` on, which is canonical, whatever way they were
/// named. What is not below it keeps the path that it was named by. Of a file in a package it is
/// the path of that, and the path in it.
void place_audited(std::span<AuditRecord> records, std::span<RefusedText> refused,
                   std::span<ReadRemark> remarks, const std::filesystem::path& directory,
                   const FileSystem& files);

/// Of the patterns of `[[path]]`, those that fit none of the paths that place_audited() gave:
/// `solander.toml:9: the path 'miror/**' fits …`, each once.
std::vector<std::string> unmatched_paths(const AuditConfig& config, const AuditRequest& audited);

/// Reads a list of exceptions. Whether they hold is for an audit to say.
/// Errors: usage, with file and line.
Result<std::vector<AuditException>> read_audit_exceptions(std::string_view text,
                                                          const std::string& file);
Result<std::vector<AuditException>> load_audit_exceptions(const std::filesystem::path& file,
                                                          const FileSystem& files);

/// A level that a rule has where no path says otherwise.
struct AuditLevelInEffect {
    std::string_view rule;
    std::vector<std::string> fields = {};  ///< None: in all fields but those told apart.
    AuditLevel level = AuditLevel::off;
    std::string from = {};  ///< `default`, `profile dpla`, or as AuditLevelChange::at.
};
/// Of each rule, in order of their ids. Errors: as audit_records().
Result<std::vector<AuditLevelInEffect>> audit_levels_in_effect(const AuditRequest& request);

}  // namespace solander
