// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "verify/chain_walk.h"
#include "verify/check.h"
#include "verify/folder_findings.h"
#include "verify/timeline.h"

namespace solander::verify {

namespace {

Finding missing(const Evidence& evidence) {
    if (evidence.package->form() == package::Form::pipe && evidence.custody_path.empty())
        return {Code::custody_missing, "custody", "of a pipe has to be named with --custody"};
    if (evidence.custody_path.empty())
        return {Code::custody_missing, "custody",
                "of a directory that was not given by its name has to be named with --custody"};
    return {Code::custody_missing, evidence.custody_path.string(),
            "is not there: the custody of a package lies beside it, or where --custody says"};
}

Verdict run(const Evidence& evidence, Answers& answers) {
    if (evidence.custody_problem) {
        answers.findings.push_back({evidence.custody_problem->code() == ErrorCode::limit
                                        ? Code::limit_exceeded
                                        : Code::custody_unreadable,
                                    "custody", evidence.custody_problem->message()});
        return Verdict::indeterminate;
    }
    if (!evidence.custody) {
        answers.findings.push_back(missing(evidence));
        return Verdict::indeterminate;
    }
    answers.findings = findings_of(*evidence.custody);
    WalkedChain walked = walk_chain(context_of(evidence), evidence.chain);
    answers.custody = tell_custody(walked);
    std::move(walked.findings.begin(), walked.findings.end(), std::back_inserter(answers.findings));
    answers.signers = std::move(walked.signers);
    answers.events = std::move(walked.events);
    // Without a manifest nobody can say that the chain is about this package.
    return evidence.manifest ? walked.verdict : worse(walked.verdict, Verdict::indeterminate);
}

}  // namespace

extern const Check chain;
const Check chain{
    .name = "chain",
    .title = "The custody is one signed story about this package, from the seal on",
    .layer = Layer::custody,
    .needs = Needs::custody,
    .run = run,
};

}  // namespace solander::verify
