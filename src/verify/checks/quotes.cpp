// SPDX-License-Identifier: Apache-2.0
#include "format/quotes.h"

#include <unordered_map>

#include <fmt/format.h>

#include "verify/check.h"

namespace solander::verify {

namespace {

/// The bytes that an origin's file has, where they were kept.
const base::Bytes* capture_of(const Evidence& evidence, std::string_view file) {
    for (const auto& [index, bytes] : evidence.contents.kept)
        if (evidence.manifest->files[index].path.str() == file) return &bytes;
    return nullptr;
}

Verdict run(const Evidence& evidence, Answers& answers) {
    if (!evidence.manifest) return Verdict::indeterminate;
    bool all_read = true;
    for (const auto& document : evidence.manifest->documents)
        for (const auto& origin : document.origins) {
            if (origin.kind != OriginKind::capture) continue;
            const base::Bytes* capture = capture_of(evidence, origin.file);
            if (capture == nullptr) {  // too large, or not as sealed, which another check tells
                all_read = false;
                continue;
            }
            for (const auto& quote :
                 format::find_misquotes(document, origin.id, base::as_text(*capture)))
                answers.findings.push_back(
                    {Code::quote_differs, origin.file,
                     fmt::format("does not hold at {} the words that the record quotes from there: "
                                 "'{}'",
                                 quote.at, quote.words)});
        }
    return all_read ? Verdict::passed : Verdict::indeterminate;
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
