// SPDX-License-Identifier: Apache-2.0
#include "verify/folder_findings.h"

#include <string>

#include "base/litter.h"
#include "custody/verify_text.h"

namespace solander::verify {

namespace {

/// Of a file that is not the constant text.
std::string what_is_wrong_with(const custody::FolderFile& text) {
    std::string unix_text(base::as_text(text.bytes));
    std::erase(unix_text, '\r');
    return unix_text == custody::verify_text()
               ? "line endings were converted (CR LF): fetch the file again in binary form"
               : "is not the constant text";
}

}  // namespace

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
                            text == nullptr ? "is not there" : what_is_wrong_with(*text)});
    return findings;
}

}  // namespace solander::verify
