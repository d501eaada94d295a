// SPDX-License-Identifier: Apache-2.0
#include "flaw.h"

#include <algorithm>
#include <ostream>

namespace solander::test {

void PrintTo(const Flaw& flaw, std::ostream* out) {
    *out << flaw.name;
}

void PrintTo(const DirectoryFlaw& flaw, std::ostream* out) {
    *out << flaw.name;
}

std::string distinct_codes(const Report& report) {
    std::vector<std::string_view> seen;
    std::string all;
    for (const auto& finding : report.findings) {
        const auto id = code_info(finding.code).id;
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
        seen.push_back(id);
        if (!all.empty()) all += ' ';
        all += id;
    }
    return all;
}

std::string layer_letters(const Report& report) {
    std::string letters;
    for (const Verdict verdict : report.layers) letters += verdict_name(verdict).front();
    return letters;
}

std::string told(const Report& report) {
    std::string all;
    for (const auto& finding : report.findings)
        all += std::string(code_info(finding.code).id) + ": " + finding.subject + " " +
               finding.message + "\n";
    return all;
}

}  // namespace solander::test
