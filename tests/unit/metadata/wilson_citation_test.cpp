// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_citation.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::metadata {
namespace {

struct CitationCase {
    std::string name;
    std::string text;
    std::string parts;  ///< Title, date, source, address.
};
void PrintTo(const CitationCase& c, std::ostream* out) {
    *out << c.text;
}
std::string citation_name(const testing::TestParamInfo<CitationCase>& info) {
    return info.param.name;
}

class Citation : public testing::TestWithParam<CitationCase> {};
TEST_P(Citation, IsTakenApart) {
    const auto citation = read_citation(GetParam().text);
    std::string parts = "none";
    if (citation) {
        parts.clear();
        for (const auto part : {citation->title, citation->date, citation->source, citation->url})
            parts += std::string(part) + "|";
    }
    EXPECT_EQ(parts, GetParam().parts);
}

const std::string kBy = ", History and Public Policy Program Digital Archive, ";

INSTANTIATE_TEST_SUITE_P(
    Texts, Citation,
    testing::Values(
        CitationCase{"Whole",
                     "“Cable, A to B,” May 4, 1957" + kBy + "Box 4. https://x.example/document/1",
                     "Cable, A to B|May 4, 1957|Box 4.|https://x.example/document/1|"},
        CitationCase{"StraightQuotes", "\"Cable\",\" May 1957" + kBy + "Box 4",
                     "Cable\"|May 1957|Box 4||"},
        CitationCase{"QuoteInTheTitle", "“On “Rights,” and so on,” 1957" + kBy + "Box",
                     "On “Rights,” and so on|1957|Box||"},
        CitationCase{"NewerName", "“Cable,” 1957, Wilson Center Digital Archive, Box 4.",
                     "Cable|1957|Box 4.||"},
        CitationCase{"NameNeverClosed", "“Cable 1957" + kBy + "Box 4", "||Box 4||"},
        CitationCase{"AddressAlone", "“Cable,” 1957" + kBy + "https://x.example/1",
                     "Cable|1957||https://x.example/1|"},
        CitationCase{"AddressInTheMiddleStays",
                     "“Cable,” 1957" + kBy + "See https://x.example/1 there",
                     "Cable|1957|See https://x.example/1 there||"},
        CitationCase{"SourceLost",
                     "“Cable,” 1957, History and Public Policy Program Digital Archive",
                     "Cable|1957|||"},
        CitationCase{"OtherPublisher", "“Cable,” 1957, Harbour Press, Box 4.", "none"},
        CitationCase{"LongerName", "“Cable,” 1957, Wilson Center Digital Archives, Box 4.",
                     "none"}),
    citation_name);

TEST(RecordId, IsTheLastPartAfterDocument) {
    EXPECT_EQ(record_id_in("http://x.example/document/117349"), "117349");
    for (const auto* other : {"http://x.example/node/89885", "http://x.example/document/cable-1",
                              "http://x.example/document/1/2", "http://x.example/document/", ""})
        EXPECT_EQ(record_id_in(other), "") << other;
}

}  // namespace
}  // namespace solander::metadata
