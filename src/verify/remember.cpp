// SPDX-License-Identifier: Apache-2.0
#include "verify/remember.h"

#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "verify/branches.h"
#include "verify/chain_walk.h"
#include "verify/report_builder.h"

namespace solander::verify {

namespace {

custody::Heads heads_of(const std::optional<custody::Remembered>& remembered) {
    return remembered ? custody::heads_of(remembered->chain) : custody::Heads{};
}

/// Whether a chain that passed has something to teach a memory.
bool is_news(const Evidence& evidence) {
    if (!evidence.elsewhere.memory) return true;
    const auto branching = compare_branches(evidence.chain, evidence.elsewhere.memory->chain,
                                            comparer(evidence.trust));
    switch (branching.relation) {
        case Relation::ours_goes_on:
            return true;
        case Relation::crossed:
            return branching.ours_stands;  // never back to a cancel
        case Relation::same:
        case Relation::theirs_goes_on:
        case Relation::equivocation:
        case Relation::fork:
        case Relation::undecided:
            break;
    }
    return false;
}

/// What the memory is to have from now on: the chain with its signatures, and what it has seen.
custody::Remembered memory_of(const Evidence& evidence) {
    custody::Remembered next{evidence.manifest->name, {}, evidence.elsewhere.seen()};
    for (const auto& file : evidence.custody->files)
        if (custody::parse_file_name(file.name)) next.chain.files.push_back(file);
    for (const ChainEvent& event : evidence.chain.events)
        next.seen.emplace(event.digest, evidence.now);
    return next;
}

/// Passed, and nothing that the reader has shown stands against this copy.
bool may_be_learnt(const Report& report) {
    return report.passed() && report.custody && report.custody->known_otherwise.empty();
}

}  // namespace

Result<Known> Known::read(const VerifyOptions& options, const Environment& environment) {
    Known known;
    const base::Limits limits;
    if (options.write_proof) {
        SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(*options.write_proof));
        if (there && there->kind != FileKind::directory)
            return Error(ErrorCode::create,
                         base::printable(options.write_proof->string()) +
                             ": is no directory, and proofs are written into one");
    }
    for (const auto& path : options.receipts) {
        SOLANDER_TRY_ASSIGN(const auto bytes,
                            base::read_all(environment.files, path, limits.receipt_bytes));
        known.receipts_.push_back(custody::ReceiptFile::parse(path.string(), base::as_text(bytes)));
    }
    if (options.state) {
        SOLANDER_TRY_ASSIGN(known.memory_, custody::Memory::open(*options.state, environment));
    }
    return known;
}

Result<void> Known::look_up(const VerifyOptions& options, const Environment& environment,
                            Evidence& evidence) const {
    Elsewhere& elsewhere = evidence.elsewhere;
    elsewhere.receipts = &receipts_;
    if (memory_ && evidence.manifest_digest) {
        SOLANDER_TRY_ASSIGN(auto remembered, memory_->recall(*evidence.manifest_digest));
        elsewhere.remember(std::move(remembered), evidence.limits);
    }
    for (const auto& path : options.compare) {
        SOLANDER_TRY_ASSIGN(auto copy, read_other_copy(path, environment, evidence.limits));
        elsewhere.copies.push_back(std::move(copy));
    }
    return {};
}

Result<void> remember(const custody::Memory& memory, const std::filesystem::path& package,
                      Evidence& evidence, Report& report) {
    if (!may_be_learnt(report) || !is_news(evidence)) return {};
    SOLANDER_TRY_ASSIGN(auto place, memory.enter(*evidence.manifest_digest));
    if (heads_of(place.now()) != heads_of(evidence.elsewhere.remembered)) {
        evidence.elsewhere.remember(place.now(), evidence.limits);
        report = ReportBuilder::judge(package, evidence);
        if (!may_be_learnt(report) || !is_news(evidence)) return {};
    }
    return place.keep(memory_of(evidence));
}

}  // namespace solander::verify
