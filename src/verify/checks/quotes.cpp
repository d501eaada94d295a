// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "verify/check.h"

namespace solander::verify {

namespace {

/// Whether each capture that is quoted was there to look in; if not, another check tells why.
bool answered_for_all(const Evidence& evidence) {
    return evidence.quotes.size() == evidence.quoted_captures;
}

Verdict run(const Evidence& evidence, Answers& answers) {
    if (!evidence.manifest) return Verdict::indeterminate;
    const auto path_of = [&evidence](std::size_t index) {
        return evidence.manifest->files[index].path.str();
    };
    for (const auto& [index, found] : evidence.quotes) {
        for (const auto& quote : found.misquotes)
            answers.findings.push_back(
                {Code::quote_differs, path_of(index),
                 fmt::format("does not hold at {} the words that the record quotes from there: "
                             "'{}'",
                             quote.at, quote.words)});
        if (found.gave_up)
            answers.findings.push_back({Code::limit_exceeded, path_of(index),
                                        "is quoted in such large pieces, and so often, that not "
                                        "all quotes were looked up"});
    }
    for (const std::size_t index : evidence.unread_captures)
        answers.findings.push_back(
            {Code::limit_exceeded, path_of(index),
             fmt::format("is quoted, and has {} bytes; quotes are looked up in captures of at most "
                         "{}",
                         evidence.manifest->files[index].size, evidence.limits.capture_bytes)});
    return answered_for_all(evidence) ? Verdict::passed : Verdict::indeterminate;
}

}  // namespace

extern const Check quotes;
const Check quotes{
    .name = "quotes",
    .title = "Every word that a record quotes from a capture stands where it says",
    .layer = Layer::metadata,
    .run = run,
};

}  // namespace solander::verify
