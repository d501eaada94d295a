// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include <solander/audit_config.h>

#include "audit/record.h"
#include "base/directory_of.h"
#include "base/escape.h"
#include "base/glob.h"

namespace solander {

namespace fs = std::filesystem;

namespace {

/// Paths of files as they are from one directory on, whatever way they were named.
class Places {
public:
    Places(const fs::path& directory, const FileSystem& files)
        : directory_(directory), files_(files) {}

    /// Links on the way to a file are followed; the file may be one. Of what is not below the
    /// directory, the path as it is named: the way there is another on each machine.
    std::string of(const fs::path& file) {
        const fs::path parent = base::directory_of(file);
        auto known = known_.find(parent);
        if (known == known_.end()) {
            known = known_.emplace(parent, below(parent)).first;
        }
        return (known->second / file.filename()).lexically_normal().generic_string();
    }

private:
    fs::path below(const fs::path& parent) const {
        const auto canonical = files_.canonical(parent);
        if (!canonical) return parent;
        fs::path relative = canonical->lexically_relative(directory_);
        return relative.empty() || *relative.begin() == ".." ? parent : relative;
    }

    const fs::path& directory_;
    const FileSystem& files_;
    std::map<fs::path, fs::path> known_;
};

}  // namespace

void place_audited(std::span<AuditRecord> records, std::span<RefusedText> refused,
                   std::span<ReadRemark> remarks, const fs::path& directory,
                   const FileSystem& files) {
    Places places(directory, files);
    for (AuditRecord& record : records) {
        if (record.document.origins.empty()) continue;
        const std::string& named = record.document.origins.front().file;
        // Of the path in a package, the file system knows nothing.
        const bool is_inside = !record.package.empty() && named.starts_with(record.package);
        if (is_inside && record.package == "-") continue;
        record.path = places.of(is_inside ? record.package : named);
        if (is_inside) record.path += named.substr(record.package.size());
    }
    for (RefusedText& text : refused) text.path = places.of(text.file);
    for (ReadRemark& remark : remarks) remark.path = places.of(remark.file);
}

std::vector<std::string> unmatched_paths(const AuditConfig& config, const AuditRequest& audited) {
    std::set<std::string> paths;
    for (const AuditRecord& record : audited.records) paths.insert(audit::path_of(record));
    for (const RefusedText& text : audited.refused) paths.insert(audit::path_of(text));
    for (const ReadRemark& remark : audited.remarks) paths.insert(audit::path_of(remark));
    std::set<std::string_view> told;
    std::vector<std::string> notes;
    for (const AuditLevelChange& change : config.levels) {
        if (change.path.empty() || !told.insert(change.path).second) continue;
        const auto fits = [&change](const std::string& path) {
            return base::fits_glob(path, change.path);
        };
        if (std::ranges::any_of(paths, fits)) continue;
        notes.push_back(
            fmt::format("{}: the path '{}' fits none of the files that were audited; "
                        "paths begin at the directory of the configuration",
                        base::printable(change.at), base::printable(change.path)));
    }
    return notes;
}

}  // namespace solander
