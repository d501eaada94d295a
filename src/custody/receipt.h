// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/digest.h>

namespace solander::custody {

// A receipt is one comment and one line of sha256sum, to be kept by whoever wants to know later
// that a chain had come so far:
//
//   # solander receipt 1: package NAME manifest sha256:HEX event N TYPE
//   HEX  NAME.custody/NNNN-type.xml
//
// `sha256sum --strict -c` accepts it where NAME.custody lies. Nobody signs it: it is worth what its
// keeper's word is worth. What it is about is told by digests, never by the path. Spec:
// docs/format.md, "Receipts".

/// What the comment says of the event whose digest follows.
struct ReceiptClaim {
    std::string package;
    Sha256 manifest;
    std::uint64_t seq = 0;
    std::string type;
};

/// The two lines of a receipt for the event of that digest.
std::string receipt_text(const ReceiptClaim& claim, const Sha256& digest);

struct ReceiptLine {
    std::size_t line = 0;
    Sha256 digest;
    std::optional<ReceiptClaim> claim = {};  ///< None: a bare line of sha256sum.
};

struct ReceiptProblem {
    std::size_t line = 0;
    std::string sentence;
};

/// A file of receipts and bare lines, for any number of packages.
class ReceiptFile {
public:
    /// Never fails: a line that can't be read is one of problems(), and the others count. Lines may
    /// end in CR LF, as mail makes them, and as sha256sum accepts them.
    static ReceiptFile parse(std::string name, std::string_view text);

    /// As the reader calls the file.
    const std::string& name() const noexcept { return name_; }
    const std::vector<ReceiptProblem>& problems() const noexcept { return problems_; }

    /// Whether some line has this digest.
    bool has(const Sha256& digest) const { return digests_.contains(digest); }
    /// The receipts whose comment names this manifest, in the order of the file.
    std::vector<const ReceiptLine*> about(const Sha256& manifest) const;

private:
    std::string name_;
    std::vector<ReceiptLine> lines_;
    std::vector<ReceiptProblem> problems_;
    std::map<Sha256, std::size_t> digests_;         ///< To `lines_`; of several the first.
    std::multimap<Sha256, std::size_t> manifests_;  ///< To `lines_`.
};

}  // namespace solander::custody
