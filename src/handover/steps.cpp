// SPDX-License-Identifier: Apache-2.0
// The steps that sign an event. Each opens the copy as far as it needs it, and says what the event
// states; append() does the rest.
#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include <solander/handover.h>

#include "base/escape.h"
#include "base/try.h"
#include "format/lexical.h"
#include "handover/append.h"
#include "handover/copy.h"
#include "model/event.h"
#include "trust/namespaces.h"

namespace solander {

namespace {

using handover::append;
using handover::Copy;
using handover::Need;
using handover::not_good;
using handover::refused;

bool is_blank(std::string_view words) {
    return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// A step with nothing to look into: it appends what it was given.
Result<StepOutcome> append_to(Need need, const CustodyStep& step, model::EventBody body,
                              const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto copy, Copy::open(step, need, environment));
    if (!copy->is_good()) return not_good(*copy);
    return append(*copy, step, std::move(body), environment);
}

std::vector<std::string> valid_keys(const trust::TrustStore& trust, const std::string& name,
                                    Timestamp now) {
    std::vector<std::string> fingerprints;
    for (const PublicKey& key : trust.keys_of(name, trust::kCustodyNamespace)) {
        const auto known = trust.find(key, name, trust::kCustodyNamespace, now);
        if (trust::judge_time(known, now, now) == trust::TimeStanding::ok)
            fingerprints.push_back(key.fingerprint());
    }
    return fingerprints;
}

/// Why a release cannot be to this name.
std::optional<StepRefusal> object_to_name(const trust::TrustStore& trust, const std::string& name) {
    const std::string shown = base::printable(name);
    if (!trust.keys_of(name, trust::kCustodyNamespace).empty())
        return StepRefusal{
            Code::key_not_valid_then,
            fmt::format("no key that your trust file gives to {} is valid today", shown)};
    const bool is_by_wildcard = trust.fits_a_line(name, trust::kCustodyNamespace);
    return StepRefusal{
        is_by_wildcard ? Code::trust_pattern : Code::signer_unknown,
        fmt::format("your trust file has no line for {} of its own that allows {}: a release names "
                    "the recipient's keys, so it takes one line for each key, with that very name "
                    "and no wildcard",
                    shown, trust::kCustodyNamespace)};
}

model::Examination examination_of(const Copy& copy, Verdict verdict, const std::string& remark) {
    model::Examination found;
    found.manifest = {*copy.context.manifest_digest};
    found.verdict = verdict;
    found.files = copy.read_files;
    found.bytes = copy.read_bytes;
    found.remark = remark;
    return found;
}

/// What was found of the package itself, its history set aside.
Verdict verdict_on_package(const Report& report) {
    Verdict worst = Verdict::passed;
    for (std::size_t layer = 0; layer < kLayerCount; ++layer)
        if (static_cast<Layer>(layer) != Layer::custody)
            worst = worse(worst, report.layers.at(layer));
    return worst;
}

Result<void> check_form(std::string_view attribute, const std::string& value,
                        std::string_view wanted) {
    if (value.empty() || format::has_form("rights-determination", attribute, value)) return {};
    return Error(ErrorCode::usage, fmt::format("the {} of a determination is {}, not '{}'",
                                               attribute, wanted, base::printable(value)));
}

Result<void> check_decision(const RightsDecision& decision, const Manifest* manifest) {
    if (decision.date.empty())
        return Error(ErrorCode::usage, "a determination has a date, such as 2026-11-24");
    SOLANDER_TRY(check_form("date", decision.date, "a day such as 2026-11-24"));
    SOLANDER_TRY(
        check_form("jurisdiction", decision.jurisdiction, "a country's two letters such as CZ"));
    SOLANDER_TRY(check_form("uri", decision.uri,
                            "a URI such as http://rightsstatements.org/vocab/InC/1.0/"));
    if (decision.document.empty() || manifest == nullptr) return {};
    const bool is_there = std::ranges::any_of(
        manifest->documents,
        [&decision](const Document& document) { return document.id == decision.document; });
    if (is_there) return {};
    return Error(ErrorCode::usage,
                 fmt::format("the package has no document '{}': `solander show` tells their ids",
                             base::printable(decision.document)));
}

}  // namespace

Result<std::vector<std::string>> recipient_keys(const std::string& name, const VerifyOptions& how,
                                                const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto trust, verify::TrustFile::read(how, environment));
    if (trust.store() == nullptr) return std::vector<std::string>();
    return valid_keys(*trust.store(), name, environment.clock.now());
}

Result<StepOutcome> release_package(const CustodyStep& step, const ReleaseRequest& request,
                                    const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto copy, Copy::open(step, Need::all, environment));
    if (!copy->is_good()) return not_good(*copy);
    const auto& trust = *copy->context.trust;
    const auto keys = valid_keys(trust, request.to, copy->context.now);
    if (keys.empty()) {
        const auto objection = object_to_name(trust, request.to);
        return refused(*copy, objection->code, objection->sentence);
    }
    if (!request.recipients.empty() && request.recipients != keys)
        return Error(ErrorCode::usage,
                     fmt::format("the keys of {} in the trust file are no longer those that were "
                                 "shown: look at them again",
                                 base::printable(request.to)));
    model::Release release{
        .to = request.to, .recipients = {}, .method = request.method, .remark = request.remark};
    for (const auto& key : keys) release.recipients.push_back({key});
    if (copy->walked.holding.state == HoldingState::held_unconfirmed)
        copy->notes.push_back(
            fmt::format("{} has not confirmed that the earlier release was taken back, and can't "
                        "do so in this chain once it is released again; whoever receives has to "
                        "accept that, with --accept-unconfirmed",
                        base::printable(copy->walked.holding.to)));
    return append(*copy, step, std::move(release), environment);
}

Result<StepOutcome> receive_package(const CustodyStep& step, const ReceiveRequest& request,
                                    const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto copy, Copy::open(step, Need::all, environment));
    if (!copy->is_good()) return not_good(*copy);
    const auto unconfirmed =
        std::ranges::find(copy->walked.findings, Code::custody_cancel_unconfirmed, &Finding::code);
    const bool is_on_its_way = copy->walked.holding.state == HoldingState::in_transit;
    if (is_on_its_way && unconfirmed != copy->walked.findings.end() && !request.accept_unconfirmed)
        return refused(*copy, unconfirmed->code,
                       fmt::format("{} {}, so there may be a receipt that this copy does not have. "
                                   "Ask for the confirmation, or take that upon you with "
                                   "--accept-unconfirmed",
                                   base::printable(unconfirmed->subject),
                                   base::printable(unconfirmed->message)));
    return append(*copy, step,
                  model::Receipt{examination_of(*copy, Verdict::passed, request.remark)},
                  environment);
}

Result<StepOutcome> refuse_package(const CustodyStep& step, const std::string& reason,
                                   const Environment& environment) {
    if (is_blank(reason)) return Error(ErrorCode::usage, "a refusal needs a reason, in words");
    return append_to(Need::chain, step, model::Refuse{reason}, environment);
}

Result<StepOutcome> cancel_release(const CustodyStep& step, const std::string& reason,
                                   const Environment& environment) {
    return append_to(Need::chain, step, model::Cancel{reason}, environment);
}

Result<StepOutcome> confirm_cancel(const CustodyStep& step, const std::string& remark,
                                   const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto copy, Copy::open(step, Need::chain, environment));
    if (!copy->is_good()) return not_good(*copy);
    // Where there is nothing to confirm, the state machine says so.
    const auto cancel = copy->walked.holding.cancel.value_or(Sha256());
    return append(*copy, step, model::CancelConfirm{{cancel}, remark}, environment);
}

Result<StepOutcome> add_note(const CustodyStep& step, const std::string& words,
                             const Environment& environment) {
    if (is_blank(words)) return Error(ErrorCode::usage, "a note has words");
    return append_to(Need::vouched, step, model::Note{words}, environment);
}

Result<StepOutcome> check_fixity(const CustodyStep& step, const std::string& remark,
                                 const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto copy, Copy::open(step, Need::signers, environment));
    if (!copy->is_good()) return not_good(*copy);
    const Verdict found = verdict_on_package(copy->report);
    SOLANDER_TRY_ASSIGN(
        auto outcome,
        append(*copy, step, model::FixityCheck{examination_of(*copy, found, remark)}, environment));
    if (!outcome.refusal) outcome.verdict = worse(outcome.verdict, found);
    return outcome;
}

Result<StepOutcome> determine_rights(const CustodyStep& step, const RightsDecision& decision,
                                     const Environment& environment) {
    SOLANDER_TRY(check_decision(decision, nullptr));
    // In some time zone it may be tomorrow already.
    constexpr std::int64_t kDay = 24L * 60 * 60;
    const auto tomorrow = Timestamp::from_seconds(environment.clock.now().seconds() + kDay);
    if (tomorrow && decision.date > tomorrow->date())
        return Error(ErrorCode::usage,
                     fmt::format("{} is still to come: a determination is recorded when it has "
                                 "been made",
                                 decision.date));
    SOLANDER_TRY_ASSIGN(const auto copy, Copy::open(step, Need::vouched, environment));
    if (!copy->is_good()) return not_good(*copy);
    SOLANDER_TRY(check_decision(decision, copy->context.manifest));
    model::RightsDetermination determination;
    determination.date = decision.date;
    determination.document = decision.document;
    determination.covers = decision.covers;
    determination.jurisdiction = decision.jurisdiction;
    determination.uri = decision.uri;
    determination.by = decision.by;
    determination.how = decision.how;
    determination.what = decision.what;
    return append(*copy, step, std::move(determination), environment);
}

Result<StepOutcome> record_replica(const CustodyStep& step, const std::string& place,
                                   const std::string& remark, const Environment& environment) {
    if (is_blank(place))
        return Error(ErrorCode::usage, "a replication names the place of the copy");
    return append_to(Need::vouched, step, model::Replicate{place, remark}, environment);
}

}  // namespace solander
