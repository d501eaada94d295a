// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "properties/sample_package.h"
#include "properties/tar_headers.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

/// Nothing proves a contradiction but the one that there is.
Broken check_proof(std::string_view input) {
    static const std::string good = sample_proof();
    const auto report = verify_as_proof(input);
    if (!report) return check_error(report.error());
    if (report->sentence.empty()) return "a proof is judged without a word";
    if ((report->verdict == Verdict::passed) != (input == good))
        return input == good ? "the good proof does not hold" : "something else holds as a proof";
    return std::nullopt;
}

Broken check(std::string_view input) {
    if (auto broken = check_proof(input)) return broken;
    const std::string mended = with_checksums(input);
    return mended == input ? std::nullopt : check_proof(mended);
}

}  // namespace

extern const Target proof;
const Target proof{.name = "proof", .check = check};

}  // namespace solander::fuzz
