// SPDX-License-Identifier: Apache-2.0
#include "package/bundle.h"
#include "verify/check.h"

namespace solander::verify {

namespace {

Verdict run(const Evidence& evidence, Answers& answers) {
    if (const package::Bundle* bundle = evidence.package->bundle())
        answers.findings.insert(answers.findings.end(), bundle->flaws.begin(), bundle->flaws.end());
    const auto& cut = evidence.package->front().cut;
    if (!cut.empty())
        answers.findings.push_back(
            {Code::container_size, cut, "is cut off: the tar ends in the middle of it"});
    if (!evidence.manifest) return Verdict::indeterminate;  // nothing to compare with
    const auto& found = evidence.contents.container;
    answers.findings.insert(answers.findings.end(), found.begin(), found.end());
    return Verdict::passed;
}

}  // namespace

extern const Check container;
const Check container{
    .name = "container",
    .title = "The container holds what the manifest implies, to the byte, and nothing else",
    .layer = Layer::container,
    .run = run,
};

}  // namespace solander::verify
