// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <solander/audit_config.h>

namespace solander {

namespace fs = std::filesystem;

namespace {

fs::path directory_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Paths of files as they are from one directory on, whatever way they were named.
class Places {
public:
    Places(const fs::path& directory, const FileSystem& files)
        : directory_(directory), files_(files) {}

    /// Links on the way to a file are followed; the file may be one. Of what is in no directory
    /// that there is, the path as it is named.
    std::string of(const fs::path& file) {
        const fs::path parent = directory_of(file);
        auto known = known_.find(parent);
        if (known == known_.end()) {
            const auto canonical = files_.canonical(parent);
            known =
                known_
                    .emplace(parent, canonical ? canonical->lexically_relative(directory_) : parent)
                    .first;
        }
        return (known->second / file.filename()).lexically_normal().generic_string();
    }

private:
    const fs::path& directory_;
    const FileSystem& files_;
    std::map<fs::path, fs::path> known_;
};

}  // namespace

void place_audited(std::span<AuditRecord> records, std::span<RefusedText> refused,
                   const fs::path& directory, const FileSystem& files) {
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
}

}  // namespace solander
