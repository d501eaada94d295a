// SPDX-License-Identifier: Apache-2.0
#include "verify/folder_findings.h"

#include <string>

#include "base/litter.h"
#include "custody/verify_text.h"

namespace solander::verify {

std::vector<Finding> findings_of(const custody::Folder& folder) {
    std::vector<Finding> findings;
    for (const auto& [name, reason] : folder.foreign)
        findings.push_back({Code::custody_unlisted, name, reason + base::litter_hint(name)});
    for (const auto& [name, reason] : folder.unreadable)
        findings.push_back({Code::custody_unreadable, name, reason});
    if (folder.is_unreadable(custody::kVerifyFile)) return findings;
    const custody::FolderFile* text = folder.find(custody::kVerifyFile);
    if (text == nullptr || base::as_text(text->bytes) != custody::verify_text())
        findings.push_back({Code::custody_verify_txt, std::string(custody::kVerifyFile),
                            text == nullptr ? "is not there" : "is not the constant text"});
    return findings;
}

}  // namespace solander::verify
