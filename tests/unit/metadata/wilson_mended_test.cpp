// SPDX-License-Identifier: Apache-2.0
// Captures whose lost values somebody has written in by hand.
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "reading.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::metadata {
namespace {

struct MendedCase {
    std::string name;
    std::string label;    ///< The line that the value is written under.
    std::string value;    ///< One line or more.
    std::string archive;  ///< The original archive that is read.
    bool has_description = true;
    std::vector<std::string> remarks = {};
};
void PrintTo(const MendedCase& one, std::ostream* out) {
    *out << one.name;
}

std::string mended(const MendedCase& one) {
    std::string text =
        test::read_file(test::source_root() / "fixtures/captures/harbour-telegram-1962.txt");
    const std::string line = "\n" + one.label + "\n";
    text.insert(text.rfind(line) + line.size(), one.value);
    return text;
}

class MendedCapture : public testing::TestWithParam<MendedCase> {};

TEST_P(MendedCapture, LosesNothingInSilence) {
    const MendedCase& one = GetParam();
    const auto reading = test::read_records(mended(one));
    const Document& d = reading.documents.front().document;
    std::vector<std::string> archives;
    for (const ArchiveStatement& each : d.original_archives)
        if (each.state == State::stated) archives.push_back(each.name + each.verbatim);
    EXPECT_EQ(archives,
              one.archive.empty() ? std::vector<std::string>() : std::vector{one.archive});
    EXPECT_EQ(d.descriptions.front().state != State::absent, one.has_description);
    std::vector<std::string> remarks;
    for (const Remark& remark : reading.remarks) remarks.push_back(remark.code + " " + remark.at);
    EXPECT_EQ(remarks, one.remarks);
}

INSTANTIATE_TEST_SUITE_P(
    All, MendedCapture,
    testing::Values(MendedCase{"NothingWritten", "Original Archive", "", ""},
                    MendedCase{"TheArchive", "Original Archive", "Harbour Archive, Port Aveline\n",
                               "Harbour Archive, Port Aveline"},
                    MendedCase{"TheArchiveInTwoLines",
                               "Original Archive",
                               "Harbour Archive\nPort Aveline\n",
                               "",
                               false,
                               {"wilson.labels-not-read lines 17-24"}},
                    MendedCase{"ATopic",
                               "Associated Topics",
                               "Harbours\n",
                               "",
                               false,
                               {"wilson.labels-not-read lines 17-20"}}),
    [](const testing::TestParamInfo<MendedCase>& test) { return test.param.name; });

}  // namespace
}  // namespace solander::metadata
