// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "custody/receipt.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

using custody::ReceiptFile;
using custody::ReceiptLine;

template <class Use>
void for_each_line(std::string_view text, Use use) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        use(line);
    }
}

/// No line of sha256sum is overlooked.
Broken check_sums(std::string_view text, const ReceiptFile& file) {
    Broken broken;
    for_each_line(text, [&](std::string_view line) {
        if (line.size() < 67 || (line.substr(64, 2) != "  " && line.substr(64, 2) != " *")) return;
        const auto digest = Sha256::parse(line.substr(0, 64));
        // A carriage return alone is no name.
        if (digest && line.substr(66) != "\r" && !file.has(*digest))
            broken = fmt::format("the digest {} is overlooked", digest->hex());
    });
    return broken;
}

Broken check_problems(std::string_view text, const ReceiptFile& file) {
    std::size_t lines = 0;
    for_each_line(text, [&lines](std::string_view) { ++lines; });
    lines = std::max<std::size_t>(lines, 1);  // an empty file is complained of where it begins
    std::size_t last = 0;
    for (const auto& problem : file.problems()) {
        if (problem.line <= last || problem.line > lines)
            return fmt::format("line {} is told of twice, or is none", problem.line);
        last = problem.line;
        if (auto broken = check_words("a problem", problem.sentence)) return broken;
    }
    return std::nullopt;
}

/// What a receipt claims is written as a receipt, and read as the same.
Broken check_receipt(const ReceiptLine& line, const ReceiptFile& file) {
    if (!line.claim || !file.has(line.digest)) return "a receipt has no claim, or no digest";
    const std::string written = custody::receipt_text(*line.claim, line.digest);
    const auto again = ReceiptFile::parse("again", written);
    const auto about = again.about(line.claim->manifest);
    if (!again.problems().empty() || about.size() != 1 || !again.has(line.digest))
        return fmt::format("a receipt is written as none: {}", base::printable_lines(written));
    const auto& claim = *about.front()->claim;
    if (claim.package != line.claim->package || claim.seq != line.claim->seq ||
        claim.type != line.claim->type)
        return fmt::format("a receipt is written as another: {}", base::printable_lines(written));
    return std::nullopt;
}

Broken check(std::string_view input) {
    static constexpr std::string_view kLink = "sha256:";
    const auto file = ReceiptFile::parse("receipts.txt", input);
    if (auto broken = check_problems(input, file)) return broken;
    if (auto broken = check_sums(input, file)) return broken;
    for (auto at = input.find(kLink); at != std::string_view::npos; at = input.find(kLink, at + 1))
        if (const auto manifest = Sha256::parse(input.substr(at + kLink.size(), Sha256::kHexSize)))
            for (const ReceiptLine* line : file.about(*manifest))
                if (auto broken = check_receipt(*line, file)) return broken;
    return std::nullopt;
}

}  // namespace

extern const Target receipts;
const Target receipts{.name = "receipts", .check = check};

}  // namespace solander::fuzz
