// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <fmt/format.h>

#include <solander/audit_config.h>

#include "base/directory_of.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"

namespace solander {

namespace fs = std::filesystem;

namespace {

std::string text_of(const base::Bytes& bytes) {
    return std::string(base::as_text(bytes));
}

Result<std::string> read_settings(const fs::path& file, const FileSystem& files) {
    SOLANDER_TRY_ASSIGN(const FileInfo info, files.info(file));
    if (info.kind != FileKind::regular)
        return Error(ErrorCode::open, base::printable(file.string()) + ": is no regular file");
    const auto bytes = base::read_all(files, file, base::Limits{}.settings_bytes);
    if (!bytes) {
        const bool is_fault = bytes.error().code() == ErrorCode::limit;
        return Error(is_fault ? ErrorCode::usage : bytes.error().code(), bytes.error().message());
    }
    return text_of(*bytes);
}

/// Looks upward, and into each directory once. What came with a package says nothing about how it
/// is audited: the search begins above it.
class Search {
public:
    explicit Search(const FileSystem& files) : files_(files) {}

    Result<std::optional<fs::path>> from(const fs::path& input, const FileInfo& info) {
        const bool is_directory = info.kind == FileKind::directory;
        SOLANDER_TRY_ASSIGN(const fs::path start,
                            files_.canonical(is_directory ? input : base::directory_of(input)));
        std::optional<fs::path> nearest;
        for (fs::path here = start;; here = here.parent_path()) {
            SOLANDER_TRY_ASSIGN(const Kind kind, kind_of(here));
            if (kind == Kind::package)
                nearest.reset();
            else if (kind == Kind::configured && !nearest)
                nearest = here / kAuditConfigName;
            if (!here.has_relative_path()) break;
        }
        if (nearest) SOLANDER_TRY(check(*nearest, info));
        return nearest;
    }

private:
    enum class Kind { plain, configured, package };

    Result<Kind> kind_of(const fs::path& directory) {
        const auto known = known_.find(directory);
        if (known != known_.end()) return known->second;
        SOLANDER_TRY_ASSIGN(const bool has_bag, has(directory / "bagit.txt"));
        SOLANDER_TRY_ASSIGN(const bool has_manifest, has(directory / "manifest.xml"));
        SOLANDER_TRY_ASSIGN(const bool has_config, has(directory / kAuditConfigName));
        const Kind kind = has_bag && has_manifest ? Kind::package
                          : has_config            ? Kind::configured
                                                  : Kind::plain;
        return known_[directory] = kind;
    }

    Result<bool> has(const fs::path& file) const {
        SOLANDER_TRY_ASSIGN(const auto info, files_.find(file));
        return info.has_value();
    }

    /// Whoever owns it must be one who could have changed the input, or the directory, anyway: not
    /// just anybody who may write to a directory above, such as /tmp.
    Result<void> check(const fs::path& config, const FileInfo& input) const {
        SOLANDER_TRY_ASSIGN(const FileInfo info, files_.link_info(config));
        const std::string shown = base::printable(config.string());
        if (info.kind != FileKind::regular)
            return Error(ErrorCode::open,
                         shown +
                             ": is no regular file; name one with --config, or say "
                             "--no-config");
        SOLANDER_TRY_ASSIGN(const FileInfo above, files_.info(config.parent_path()));
        if (info.owner == 0 || info.owner == input.owner || info.owner == above.owner) return {};
        return Error(ErrorCode::open,
                     shown +
                         ": belongs to another user than its directory and the input; name it "
                         "with --config if it holds, or say --no-config");
    }

    const FileSystem& files_;
    std::map<fs::path, Kind> known_;
};

std::string place_of(const std::optional<fs::path>& config) {
    return config ? base::printable(config->string()) : "no configuration";
}

}  // namespace

Result<AuditConfig> load_audit_config(const fs::path& file, const FileSystem& files) {
    SOLANDER_TRY_ASSIGN(const std::string text, read_settings(file, files));
    return read_audit_config(
        text, file.string(), [&](const std::string& name) -> Result<std::string> {
            SOLANDER_TRY_ASSIGN(const auto directory,
                                files.open_directory(base::directory_of(file)));
            SOLANDER_TRY_ASSIGN(const auto bytes,
                                base::read_all(*directory, name, base::Limits{}.settings_bytes));
            return text_of(bytes);
        });
}

Result<std::optional<fs::path>> find_audit_config(std::span<const fs::path> inputs,
                                                  const FileSystem& files) {
    Search search(files);
    std::optional<fs::path> first;
    const fs::path* first_input = nullptr;
    for (const fs::path& input : inputs) {
        if (input == "-") continue;
        SOLANDER_TRY_ASSIGN(const auto info, files.find(input));
        if (!info) continue;
        SOLANDER_TRY_ASSIGN(const auto found, search.from(input, *info));
        if (first_input == nullptr) {
            first = found;
            first_input = &input;
        } else if (found != first) {
            return Error(ErrorCode::usage,
                         fmt::format("{} lies under {}, and {} under {}; audit them one after the "
                                     "other, or say --config FILE or --no-config",
                                     base::printable(first_input->string()), place_of(first),
                                     base::printable(input.string()), place_of(found)));
        }
    }
    return first;
}

Result<std::vector<AuditException>> load_audit_exceptions(const fs::path& file,
                                                          const FileSystem& files) {
    SOLANDER_TRY_ASSIGN(const std::string text, read_settings(file, files));
    return read_audit_exceptions(text, file.string());
}

}  // namespace solander
