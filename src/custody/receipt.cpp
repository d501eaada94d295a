// SPDX-License-Identifier: Apache-2.0
#include "custody/receipt.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "custody/folder.h"

namespace solander::custody {

namespace {

constexpr std::string_view kReceiptStart = "# solander receipt ";
constexpr std::string_view kVersion = "1:";

/// So many tell enough of what a file is; others of it are counted.
constexpr std::size_t kMostProblems = 100;

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (;;) {
        const auto blank = text.find(' ');
        words.push_back(text.substr(0, blank));
        if (blank == std::string_view::npos) return words;
        text.remove_prefix(blank + 1);
    }
}

std::optional<Sha256> parse_link(std::string_view text) {
    static constexpr std::string_view kAlgorithm = "sha256:";
    if (!text.starts_with(kAlgorithm)) return std::nullopt;
    return Sha256::parse(text.substr(kAlgorithm.size()));
}

/// `1: package NAME manifest sha256:HEX event N TYPE`
std::optional<ReceiptClaim> parse_claim(std::string_view text) {
    const auto words = words_of(text);
    if (words.size() != 8 || words[0] != kVersion || words[1] != "package" || words[2].empty() ||
        words[3] != "manifest" || words[5] != "event")
        return std::nullopt;
    const auto manifest = parse_link(words[4]);
    const auto seq = base::parse_decimal(words[6]);
    // A number and a type that could stand in the name of an event's file.
    if (!manifest || !seq || !parse_file_name(fmt::format("{:04}-{}.xml", *seq, words[7])))
        return std::nullopt;
    return ReceiptClaim{std::string(words[2]), *manifest, *seq, std::string(words[7])};
}

/// `HEX  name`, `HEX *name`, and the same behind a backslash where the name has one, too.
std::optional<Sha256> parse_sum(std::string_view text) {
    if (text.starts_with('\\')) text.remove_prefix(1);
    static constexpr std::size_t kHex = Sha256::kHexSize;
    if (text.size() < kHex + 3 || text[kHex] != ' ' ||
        (text[kHex + 1] != ' ' && text[kHex + 1] != '*'))
        return std::nullopt;
    return Sha256::parse(text.substr(0, kHex));
}

std::string what_is_wrong_with_claim(std::string_view text) {
    return text.starts_with(kVersion)
               ? "is not as the comment of a receipt is"
               : "is the comment of a receipt in a form that this version does not know";
}

}  // namespace

std::string receipt_text(const ReceiptClaim& claim, const Sha256& digest) {
    return fmt::format(
        "{0}{1} package {2} manifest sha256:{3} event {4} {5}\n"
        "{6}  {2}.custody/{4:04}-{5}.xml\n",
        kReceiptStart, kVersion, claim.package, claim.manifest.hex(), claim.seq, claim.type,
        digest.hex());
}

ReceiptFile ReceiptFile::parse(std::string name, std::string_view text) {
    ReceiptFile file;
    file.name_ = std::move(name);
    std::optional<ReceiptClaim> claim;
    std::size_t number = 0;
    std::size_t objections = 0;
    const auto object = [&](std::size_t line, std::string sentence) {
        if (++objections <= kMostProblems) file.problems_.push_back({line, std::move(sentence)});
    };
    const auto end_claim = [&] {
        if (claim) object(number - 1, "is the comment of a receipt, and no digest follows it");
        claim.reset();
    };
    while (!text.empty()) {
        ++number;
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with(kReceiptStart)) {
            end_claim();
            claim = parse_claim(line.substr(kReceiptStart.size()));
            if (!claim) object(number, what_is_wrong_with_claim(line.substr(kReceiptStart.size())));
        } else if (line.empty() || line.starts_with('#')) {
            end_claim();
        } else if (const auto digest = parse_sum(line)) {
            file.digests_.emplace(*digest, file.lines_.size());
            if (claim) file.manifests_.emplace(claim->manifest, file.lines_.size());
            file.lines_.push_back({number, *digest, std::exchange(claim, std::nullopt)});
        } else {
            claim.reset();  // one complaint for the two is enough
            object(number, "is neither a comment nor a digest and a name");
        }
    }
    ++number;
    end_claim();
    if (objections > kMostProblems)
        file.problems_.push_back(
            {number, fmt::format("is the end of the file, in which {} more lines cannot be read",
                                 objections - kMostProblems)});
    if (file.lines_.empty() && file.problems_.empty()) object(1, "holds no digest");
    return file;
}

std::vector<const ReceiptLine*> ReceiptFile::about(const Sha256& manifest) const {
    std::vector<const ReceiptLine*> found;
    const auto [begin, end] = manifests_.equal_range(manifest);
    for (auto at = begin; at != end; ++at) found.push_back(&lines_[at->second]);
    return found;
}

}  // namespace solander::custody
