// SPDX-License-Identifier: Apache-2.0
// What becomes of two branches, event by event: which of them cross, and who contradicts whom. The
// chains are good ones, of which a part is taken away in memory.
#include <algorithm>

#include <gtest/gtest.h>

#include "chronicle.h"
#include "verify/branches.h"

namespace solander {
namespace {

using test::Forgery;
using verify::Chain;
using verify::Relation;

/// One copy of a chain, read.
struct ReadCopy {
    custody::Folder folder;
    Chain chain;
};

std::unique_ptr<ReadCopy> copy_of(Forgery& forgery, std::string_view story) {
    std::vector<custody::FolderFile> files;
    for (const auto& [name, text] : test::chronicle(forgery, story)) {
        const auto bytes = base::as_bytes(text);
        files.push_back({name, {bytes.begin(), bytes.end()}});
    }
    auto copy = std::make_unique<ReadCopy>();
    copy->folder = custody::folder_of(std::move(files), base::Limits{}).value();
    copy->chain = verify::read_chain(copy->folder, base::Limits{});
    return copy;
}

custody::Sameness by_key(const custody::Party& one, const custody::Party& other) {
    return one.fingerprint == other.fingerprint ? custody::Sameness::same
                                                : custody::Sameness::different;
}

using Change = void (*)(Chain& ours, Chain& theirs);

struct Branch {
    std::string name;
    std::string ours;
    std::string theirs;
    Change change;
    Relation relation;
    std::size_t common;
};

void PrintTo(const Branch& one, std::ostream* out) {
    *out << one.name;
}

class Branching : public testing::TestWithParam<Branch> {};

TEST_P(Branching, IsToldAsWhatItIs) {
    const Branch& row = GetParam();
    Forgery forgery;
    const auto ours = copy_of(forgery, row.ours);
    const auto theirs = copy_of(forgery, row.theirs);
    if (row.change != nullptr) row.change(ours->chain, theirs->chain);
    const auto found = verify::compare_branches(ours->chain, theirs->chain, by_key);
    EXPECT_EQ(static_cast<int>(found.relation), static_cast<int>(row.relation));
    EXPECT_EQ(found.common, row.common);
    EXPECT_EQ(found.contradictions.empty(), row.relation != Relation::equivocation);
}

const std::string kCancelled = "A:release>B A:cancel";
const std::string kReceived = "A:release>B B:receipt";
const std::string kReleased = "A:release>B";
const std::string kReleasedToC = "A:release>C";

void nobody_signed_ours_well(Chain& ours, Chain&) {
    for (auto& signature : ours.events[1].signatures) signature.good = false;
}
void somebody_else_signed_ours(Chain& ours, Chain&) {
    for (auto& signature : ours.events[1].signatures) signature.fingerprint = "SHA256:other";
}

INSTANTIATE_TEST_SUITE_P(
    Spec, Branching,
    testing::Values(
        Branch{"Crossed", kCancelled, kReceived, nullptr, Relation::crossed, 2},
        Branch{"OneSignerOfBoth", kReleased, kReleasedToC, nullptr, Relation::equivocation, 1},
        Branch{"ABadSignatureAccusesNobody", kReleased, kReleasedToC, nobody_signed_ours_well,
               Relation::fork, 1},
        Branch{"ASignatureOfSomebodyElseAccusesNobody", kReleased, kReleasedToC,
               somebody_else_signed_ours, Relation::fork, 1},
        Branch{"OursCannotBeReadWhereTheyPart", kCancelled, kReceived,
               [](Chain& ours, Chain&) { ours.events[2].event.reset(); }, Relation::fork, 2},
        Branch{"TheirsCannotBeReadWhereTheyPart", kCancelled, kReceived,
               [](Chain&, Chain& theirs) { theirs.events[2].event.reset(); }, Relation::fork, 2},
        Branch{"NeitherCanBeReadWhereTheyPart", kReleased, kReleasedToC,
               [](Chain& ours, Chain& theirs) {
                   ours.events[1].event.reset();
                   theirs.events[1].event.reset();
               },
               Relation::fork, 1},
        Branch{"ANoteBehindTheCancelCannotBeRead", kCancelled + " A:note", kReceived,
               [](Chain& ours, Chain&) { ours.events[3].event.reset(); }, Relation::fork, 2},
        Branch{"WhatBothBeginWithCannotBeRead", kCancelled, kReceived,
               [](Chain& ours, Chain& theirs) {
                   ours.events[1].event.reset();
                   theirs.events[1].event.reset();
               },
               Relation::fork, 2},
        Branch{"WhatBothBeginWithMayNotFollow", "B:note " + kCancelled, "B:note " + kReceived,
               nullptr, Relation::fork, 3},
        Branch{"OursIsNotThereInBetween", kCancelled, kReceived,
               [](Chain& ours, Chain&) { ours.events[1].file = nullptr; }, Relation::undecided, 1},
        Branch{"TheirsIsNotThereInBetween", kCancelled, kReceived,
               [](Chain&, Chain& theirs) { theirs.events[1].file = nullptr; }, Relation::undecided,
               1},
        Branch{"AReceiptByAThirdCrossesNothing", kCancelled, "A:release>B C:receipt", nullptr,
               Relation::fork, 2},
        Branch{"ACancelByAThirdCrossesNothing", "A:release>B C:cancel", kReceived, nullptr,
               Relation::fork, 2},
        Branch{"TheSame", kReceived, kReceived, nullptr, Relation::same, 3}),
    [](const auto& tested) { return tested.param.name; });

/// Contradictions are of one package and of one place in its chain.
TEST(Contradictions, NeedTwoEventsInOnePlace) {
    Forgery forgery;
    const auto ours = copy_of(forgery, kReleased);
    auto theirs = copy_of(forgery, kReleasedToC);
    const auto& one = ours->chain.events[1];
    auto& other = theirs->chain.events[1];
    EXPECT_EQ(verify::contradictions_between(one, other, by_key).size(), 1U);
    EXPECT_TRUE(verify::contradictions_between(one, one, by_key).empty());
    const auto manifest = other.event->manifest;
    other.event->manifest = {};
    EXPECT_TRUE(verify::contradictions_between(one, other, by_key).empty());
    other.event->manifest = manifest;
    other.event->prev.reset();
    EXPECT_TRUE(verify::contradictions_between(one, other, by_key).empty());
}

struct StatedBranch {
    std::string name;
    std::string ours;
    std::uint64_t seq;
    std::string type;
    Relation relation;
};

void PrintTo(const StatedBranch& one, std::ostream* out) {
    *out << one.name;
}

class BranchingWithAReceipt : public testing::TestWithParam<StatedBranch> {};

TEST_P(BranchingWithAReceipt, IsToldAsWhatItIs) {
    const StatedBranch& row = GetParam();
    Forgery forgery;
    const auto ours = copy_of(forgery, row.ours);
    const auto found = verify::compare_with_stated(ours->chain, row.seq, row.type, by_key);
    EXPECT_EQ(static_cast<int>(found.relation), static_cast<int>(row.relation));
}

INSTANTIATE_TEST_SUITE_P(
    Spec, BranchingWithAReceipt,
    testing::Values(StatedBranch{"OurCancelAndAReceipt", kCancelled, 3, "receipt",
                                 Relation::crossed},
                    StatedBranch{"OurReceiptAndACancel", kReceived, 3, "cancel", Relation::crossed},
                    StatedBranch{"OurCancelAndANote", kCancelled, 3, "note", Relation::fork},
                    StatedBranch{"OurCancelAndAnother", kCancelled, 3, "cancel", Relation::fork},
                    StatedBranch{"OurReceiptAndAnother", kReceived, 3, "receipt", Relation::fork},
                    StatedBranch{"ACancelOfNothing", "A:cancel", 2, "receipt", Relation::fork},
                    StatedBranch{"BehindWhatMayNotFollow", "B:note " + kCancelled, 4, "receipt",
                                 Relation::fork}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander
