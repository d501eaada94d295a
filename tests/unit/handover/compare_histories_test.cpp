// SPDX-License-Identifier: Apache-2.0
#include "handover/compare_histories.h"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace solander::handover {
namespace {

using Outcome = Comparison::Outcome;
using Files = std::vector<std::pair<std::string, std::string>>;

custody::Folder folder(const Files& files) {
    custody::Folder made;
    for (const auto& [name, text] : files) {
        const auto bytes = base::as_bytes(text);
        made.files.push_back({name, {bytes.begin(), bytes.end()}});
    }
    return made;
}

const std::pair<std::string, std::string> kSeal{"0001-seal.xml", "seal"};
const std::pair<std::string, std::string> kSeal2{"0001-seal.xml", "SEAL"};
const std::pair<std::string, std::string> kSealSig{"0001-seal.xml.0123456789abcdef.sig", "s"};
const std::pair<std::string, std::string> kNote{"0002-note.xml", "note"};
const std::pair<std::string, std::string> kOther{"0002-release.xml", "release"};
const std::pair<std::string, std::string> kThird{"0003-note.xml", "more"};
const std::pair<std::string, std::string> kText{"VERIFY.txt", "how"};

struct Pair {
    std::string name;
    Files first;
    Files second;
    Outcome outcome;
    std::string difference = {};
};

void PrintTo(const Pair& pair, std::ostream* out) {
    *out << pair.name;
}

class Histories : public testing::TestWithParam<Pair> {};

TEST_P(Histories, StandToEachOtherAsTheirBytesSay) {
    const auto compared = compare_histories(folder(GetParam().first), folder(GetParam().second));
    EXPECT_EQ(compared.outcome, GetParam().outcome);
    EXPECT_EQ(compared.difference, GetParam().difference);
}

INSTANTIATE_TEST_SUITE_P(
    Handover, Histories,
    testing::Values(
        Pair{"Same", {kSeal, kSealSig}, {kSeal, kSealSig}, Outcome::same},
        Pair{"SameWithoutTheText", {kSeal, kText}, {kSeal}, Outcome::same},
        Pair{"FirstLonger", {kSeal, kNote}, {kSeal}, Outcome::first_longer},
        Pair{"SecondLonger", {kSeal}, {kSeal, kNote, kThird}, Outcome::second_longer},
        Pair{"OtherBytes", {kSeal}, {kSeal2}, Outcome::different, "0001-seal.xml"},
        Pair{"OtherBytesAndLonger", {kSeal, kNote}, {kSeal2}, Outcome::different, "0001-seal.xml"},
        Pair{"TwoSeconds", {kSeal, kNote}, {kSeal, kOther}, Outcome::different, "0002-note.xml"},
        Pair{"OneHasAHole",
             {kSeal, kThird},
             {kSeal, kNote, kThird},
             Outcome::different,
             "0002-note.xml"},
        Pair{"ASignatureMore",
             {kSeal, kSealSig},
             {kSeal},
             Outcome::different,
             "0001-seal.xml.0123456789abcdef.sig"}),
    [](const auto& tested) { return tested.param.name; });

TEST(EventCount, CountsNoSignaturesAndNoText) {
    EXPECT_EQ(event_count(folder({kSeal, kSealSig, kNote, kText})), 2U);
}

}  // namespace
}  // namespace solander::handover
