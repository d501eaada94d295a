// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <solander/remark.h>

#include "audit/rule.h"

namespace solander::audit {

// The tables that systems import, by the reader that a text is for.

inline bool is_archivematica_rights(const ReadRemark& remark) {
    return remark.reader.starts_with("archivematica-rights/");
}
inline bool is_archivematica_metadata(const ReadRemark& remark) {
    return remark.reader.starts_with("archivematica-metadata/");
}
inline bool is_archivematica(const ReadRemark& remark) {
    return remark.reader.starts_with("archivematica-");
}
inline bool is_atom(const ReadRemark& remark) {
    return remark.reader.starts_with("atom-");
}
inline bool is_omeka(const ReadRemark& remark) {
    return remark.reader.starts_with("omeka");
}
inline bool is_dspace(const ReadRemark& remark) {
    return remark.reader.starts_with("dspace-");
}
inline bool is_table(const ReadRemark& remark) {
    return is_archivematica(remark) || is_atom(remark) || is_omeka(remark);
}

/// A finding on what a remark is about.
inline Hit hit_of(const ReadRemark& remark, AuditLevel level, std::string message) {
    Hit hit;
    hit.value = remark.value;
    hit.message = std::move(message);
    hit.level = level;
    return hit;
}

}  // namespace solander::audit
