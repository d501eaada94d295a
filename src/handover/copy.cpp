// SPDX-License-Identifier: Apache-2.0
#include "handover/copy.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "format/lexical.h"
#include "verify/chain_report.h"
#include "verify/outside.h"
#include "verify/report_builder.h"
#include "verify/timeline.h"

namespace solander::handover {

namespace {

constexpr std::string_view kEnding = ".custody";
constexpr const char* kNoPipe =
    "a step of the custody needs the package as a file or a directory, not as a pipe";

bool is_passed(const Report& report, Layer layer) {
    return report.layers.at(static_cast<std::size_t>(layer)) == Verdict::passed;
}

/// What of the payload could be read, as sealed or not.
void count_read(const Manifest& manifest, const package::Contents& contents, Copy& copy) {
    using Status = package::FileFailure::Status;
    for (std::size_t i = 0; i < manifest.files.size(); ++i) {
        const auto failed = contents.failed.find(i);
        const auto status = failed == contents.failed.end() ? Status::good : failed->second.status;
        if (status == Status::missing || status == Status::unreadable) continue;
        ++copy.read_files;
        copy.read_bytes +=
            status == Status::size ? failed->second.found_bytes : manifest.files[i].size;
    }
}

}  // namespace

Result<std::unique_ptr<Copy>> Copy::open(const CustodyStep& step, Need need,
                                         const Environment& environment) {
    if (step.package == "-") return Error(ErrorCode::usage, kNoPipe);
    auto copy = std::make_unique<Copy>();
    copy->need_ = need;
    SOLANDER_TRY_ASSIGN(copy->trust_, verify::TrustFile::read(step.how, environment));
    SOLANDER_TRY_ASSIGN(copy->known_, verify::Known::read(step.how, environment));
    SOLANDER_TRY(verify::check_own_is_outside(step.package, step.how, environment));
    SOLANDER_TRY(copy->lock_custody(step, environment));
    if (need == Need::chain)
        SOLANDER_TRY(copy->read_chain_alone(step, environment));
    else
        SOLANDER_TRY(copy->read_all(step, environment));
    return copy;
}

Result<void> Copy::lock_custody(const CustodyStep& step, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto info, environment.files.find(step.package));
    has_package_ = info.has_value();
    const bool is_directory = info && info->kind == FileKind::directory;
    const auto form = is_directory ? package::Form::directory : package::Form::tar;
    path = step.how.custody.value_or(verify::custody_beside(step.package, form));
    if (path.empty())
        return Error(ErrorCode::usage,
                     "the custody of a directory that was not given by its name has to be named "
                     "with --custody");
    SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(path));
    if (!there) return {};
    SOLANDER_TRY_ASSIGN(real, environment.files.canonical(path));
    name = real.filename().string();
    SOLANDER_TRY_ASSIGN(parent, environment.files.open_directory(real.parent_path()));
    SOLANDER_TRY_ASSIGN(directory, parent->open_directory(name));
    SOLANDER_TRY_ASSIGN(lock, directory->lock(LockKind::exclusive));
    return {};
}

Result<void> Copy::read_all(const CustodyStep& step, const Environment& environment) {
    VerifyOptions how = step.how;
    if (directory) how.custody = path;
    auto gathered = verify::gather(step.package, how, trust_.store(), environment);
    if (!gathered) {
        const Error& error = gathered.error();
        if (error.code() != ErrorCode::format && error.code() != ErrorCode::limit) return error;
        const bool is_none = error.code() == ErrorCode::format;
        report = verify::ReportBuilder::refuse(
            step.package, is_none ? Code::package_unrecognised : Code::limit_exceeded,
            is_none ? "is " + error.message() : error.message());
        return {};
    }
    verify::Evidence& evidence = **gathered;
    if (evidence.package->bundle() != nullptr)
        return Error(ErrorCode::usage,
                     "a bundle is for sending, and nothing is added to it: take it apart with "
                     "`solander unbundle`");
    if (evidence.package->form() == package::Form::pipe) return Error(ErrorCode::usage, kNoPipe);
    SOLANDER_TRY(known_.look_up(step.how, environment, evidence));
    limits = evidence.limits;
    context = verify::context_of(evidence);
    if (evidence.manifest) count_read(*evidence.manifest, evidence.contents, *this);
    // The one thing that the next step may find, since it puts it in order.
    evidence.chain.unfinished.clear();
    report = verify::ReportBuilder::build(step.package, evidence);
    context.manifest = report.manifest();
    if (evidence.custody) take(*std::move(evidence.custody));
    return {};
}

Result<void> Copy::read_chain_alone(const CustodyStep& step, const Environment& environment) {
    if (!directory)
        return Error(ErrorCode::open, base::printable(path.string()) +
                                          ": is not there: the custody of a package lies beside "
                                          "it, or where --custody says");
    limits.manifest_bytes = step.how.manifest_bytes;
    SOLANDER_TRY_ASSIGN(auto all, custody::read_folder(environment, *directory, limits));
    context.trust = trust_.store();
    context.now = environment.clock.now();
    const verify::Chain first = verify::read_chain(all, limits);
    if (!first.events.empty() && first.events.front().event)
        context.manifest_digest = first.events.front().event->manifest.sha256;
    if (has_package_) {
        // Whether the package is as sealed is no matter here, but its manifest tells more.
        auto front = verify::open_evidence(step.package, step.how, trust_.store(), environment);
        if (!front && front.error().code() == ErrorCode::interrupted) return front.error();
        if (front && (*front)->manifest && (*front)->manifest_digest == context.manifest_digest) {
            front_ = *std::move(front);
            SOLANDER_TRY(known_.look_up(step.how, environment, *front_));
            context = verify::context_of(*front_);
        } else {
            notes.push_back(fmt::format(
                "{} is not the package that {} is about, or is damaged: "
                "only the chain was looked at",
                base::printable(step.package.string()), base::printable(path.string())));
        }
    }
    if (!front_ && known_.memory() != nullptr && context.manifest_digest) {
        SOLANDER_TRY_ASSIGN(const auto remembered,
                            known_.memory()->recall(*context.manifest_digest));
        if (remembered) context.seen = remembered->seen;
    }
    take(std::move(all));
    report = verify::report_of_chain(step.package, folder, walked, context.trust);
    report.manifest_digest = context.manifest_digest;
    return {};
}

void Copy::take(custody::Folder all) {
    unfinished = verify::read_chain(all, limits).unfinished;
    folder = std::move(all);
    std::erase_if(folder.files, [this](const custody::FolderFile& file) {
        return std::find(unfinished.begin(), unfinished.end(), file.name) != unfinished.end();
    });
    chain = verify::read_chain(folder, limits);
    walked = verify::walk_chain(context, chain);
}

bool Copy::is_good() const {
    const bool custody_is_good = directory && is_passed(report, Layer::custody) &&
                                 verify::is_sound(folder, walked) && !chain.events.empty();
    if (!custody_is_good) return false;
    const bool signers_are_good =
        is_passed(report, Layer::authenticity) && report.manifest() != nullptr;
    switch (need_) {
        case Need::all:
            return report.passed();
        case Need::vouched:
            return signers_are_good && is_passed(report, Layer::integrity);
        case Need::signers:
            return signers_are_good && read_files > 0;
        case Need::chain:
            return true;
    }
    return false;
}

std::string Copy::package_name() const {
    std::string_view stem = name;
    if (stem.ends_with(kEnding)) stem.remove_suffix(kEnding.size());
    if (format::is_package_name(stem)) return std::string(stem);
    return context.manifest != nullptr ? context.manifest->name : "package";
}

}  // namespace solander::handover
