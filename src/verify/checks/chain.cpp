// SPDX-License-Identifier: Apache-2.0
#include "custody/folder.h"
#include "custody/verify_text.h"
#include "verify/chain_walk.h"
#include "verify/check.h"

namespace solander::verify {

namespace {

constexpr std::string_view kLitter = ": litter of a file manager, which can be deleted";

bool is_litter(std::string_view name) {
    return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" ||
           name.starts_with("._");
}

void judge_folder(const custody::Folder& folder, std::vector<Finding>& findings) {
    for (const auto& name : folder.foreign)
        findings.push_back(
            {Code::custody_unlisted, name,
             "belongs to no event of the custody" + std::string(is_litter(name) ? kLitter : "")});
    for (const auto& [name, reason] : folder.unreadable)
        findings.push_back({Code::custody_unreadable, name, reason});
    const custody::FolderFile* text = folder.find(custody::kVerifyFile);
    if (text == nullptr || base::as_text(text->bytes) != custody::verify_text())
        findings.push_back({Code::custody_verify_txt, std::string(custody::kVerifyFile),
                            text == nullptr ? "is not there" : "is not the constant text"});
}

Verdict run(const Evidence& evidence, Answers& answers) {
    if (evidence.custody_problem) {
        answers.findings.push_back(
            {Code::custody_unreadable, "custody", evidence.custody_problem->message()});
        return Verdict::indeterminate;
    }
    if (!evidence.custody) {
        answers.findings.push_back({Code::custody_missing, "custody",
                                    evidence.package->form() == package::Form::pipe
                                        ? "of a pipe has to be named with --custody"
                                        : "directory is not beside the package"});
        return Verdict::indeterminate;
    }
    judge_folder(*evidence.custody, answers.findings);
    return walk_chain(evidence, *evidence.custody, answers);
}

}  // namespace

extern const Check chain;
const Check chain{
    .name = "chain",
    .title = "The custody begins with the seal, is about this package, and is signed",
    .layer = Layer::custody,
    .run = run,
};

}  // namespace solander::verify
