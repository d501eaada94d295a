// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <fmt/format.h>

#include <solander/audit_config.h>

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
    if (info.kind == FileKind::directory)
        return Error(ErrorCode::open, base::printable(file.string()) + ": is a directory");
    const auto bytes = base::read_all(files, file, base::Limits{}.settings_bytes);
    if (!bytes) {
        const bool is_fault = bytes.error().code() == ErrorCode::limit;
        return Error(is_fault ? ErrorCode::usage : bytes.error().code(), bytes.error().message());
    }
    return text_of(*bytes);
}

fs::path directory_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Looks upward, and into each directory once.
class Search {
public:
    explicit Search(const FileSystem& files) : files_(files) {}

    Result<std::optional<fs::path>> from(const fs::path& input, const FileInfo& info) {
        const bool is_directory = info.kind == FileKind::directory;
        SOLANDER_TRY_ASSIGN(const fs::path start,
                            files_.canonical(is_directory ? input : directory_of(input)));
        for (fs::path here = start;; here = here.parent_path()) {
            SOLANDER_TRY_ASSIGN(const bool is_here, is_in(here));
            if (is_here) return std::optional(here / kAuditConfigName);
            if (!here.has_relative_path()) return std::optional<fs::path>();
        }
    }

private:
    Result<bool> is_in(const fs::path& directory) {
        const auto known = known_.find(directory);
        if (known != known_.end()) return known->second;
        SOLANDER_TRY_ASSIGN(const auto info, files_.find(directory / kAuditConfigName));
        return known_[directory] = info.has_value();
    }

    const FileSystem& files_;
    std::map<fs::path, bool> known_;
};

std::string place_of(const std::optional<fs::path>& config) {
    return config ? base::printable(config->string()) : "no configuration";
}

}  // namespace

Result<AuditConfig> load_audit_config(const fs::path& file, const FileSystem& files) {
    SOLANDER_TRY_ASSIGN(const std::string text, read_settings(file, files));
    return read_audit_config(
        text, file.string(), [&](const std::string& name) -> Result<std::string> {
            SOLANDER_TRY_ASSIGN(const auto directory, files.open_directory(directory_of(file)));
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
        SOLANDER_TRY_ASSIGN(const auto info,
                            input == "-" ? std::optional<FileInfo>() : files.find(input));
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
