// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheet.h"

namespace solander {
namespace {

using test::Scratch;
using test::World;
using testing::HasSubstr;
using testing::SizeIs;

constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

constexpr const char* kHead =
    "record,title,file,place,field,value,rule,question,proposed-value,decision,decided-value,"
    "decided-by,date,how,finding\r\n";
constexpr const char* kRow =
    "MS 1,Letter,a.txt,line 3,source,,SRC001,Where?,,set,Box 3,J. Novak,2026-11-20,aid,v1:00\r\n";

Result<std::vector<WorklistRow>> read(const std::string& text,
                                      std::optional<TextEncoding> encoding = {}) {
    Scratch scratch;
    World world;
    test::write_file(scratch / "q.csv", text);
    return read_worklist(scratch / "q.csv", encoding, world.environment);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

struct Readable {
    const char* name;
    std::string text;
    std::string by = "J. Novak";
    std::string how = "aid";
    std::optional<TextEncoding> encoding = {};
};
void PrintTo(const Readable& c, std::ostream* out) {
    *out << c.name;
}
class ReadWorklist : public testing::TestWithParam<Readable> {};

TEST_P(ReadWorklist, TakesWhatSpreadsheetsMakeOfIt) {
    const auto rows = read(GetParam().text, GetParam().encoding);
    ASSERT_TRUE(rows) << rows.error().message();
    ASSERT_THAT(*rows, SizeIs(1));
    const WorklistRow& row = rows->front();
    EXPECT_EQ(row.number, 2U);
    EXPECT_EQ(row.record, "MS 1");
    EXPECT_EQ(row.field, "source");
    EXPECT_EQ(row.decision, "set");
    EXPECT_EQ(row.decided_value, "Box 3");
    EXPECT_EQ(row.decided_by, GetParam().by);
    EXPECT_EQ(row.date, "2026-11-20");
    EXPECT_EQ(row.how, GetParam().how);
    EXPECT_EQ(row.finding, "v1:00");
}

const std::string kPlain = std::string(kHead) + kRow;

INSTANTIATE_TEST_SUITE_P(
    Forms, ReadWorklist,
    testing::Values(
        Readable{"Plain", kPlain}, Readable{"ByteOrderMark", "\xEF\xBB\xBF" + kPlain},
        Readable{"Semicolons", "\xEF\xBB\xBF" + with(kPlain, ",", ";")},
        Readable{"Tabs", with(kPlain, ",", "\t")},
        Readable{"LineFeeds", with(kPlain, "\r\n", "\n")},
        Readable{"EveryCellQuoted",
                 "\"" + with(with(kPlain, ",", "\",\""), "\r\n", "\"\r\n\"") + "\"\r\n"},
        Readable{"ColumnsOfOnesOwn",
                 with(with(kPlain, "finding\r", "finding,remark\r"), "v1:00", "v1:00,ask")},
        Readable{"ColumnsMoved",
                 "finding,how,date,decided-by,decided-value,decision,proposed-value,field,record\n"
                 "v1:00,aid,2026-11-20,J. Novak,Box 3,set,,source,MS 1\n"},
        Readable{"LinesInACell", with(kPlain, ",aid,", ",\"one\r\ntwo\","), "J. Novak", "one\ntwo"},
        Readable{"GuardOfAFormula", with(kPlain, ",aid,", ",'=aid,"), "J. Novak", "=aid"},
        Readable{"AnApostropheThatIsMeant", with(kPlain, ",aid,", ",'tis so,"), "J. Novak",
                 "'tis so"},
        Readable{"GuardOfAGuard", with(kPlain, ",aid,", ",''tis so,"), "J. Novak", "'tis so"},
        Readable{"GuardInAColumnOfTheAudit", with(kPlain, "MS 1", "'MS 1")},
        Readable{"Windows1252", with(kPlain, "J. Novak", "J. Nov\xE9k"), "J. Nov\u00E9k", "aid",
                 TextEncoding::windows_1252}),
    named);

struct Hostile {
    const char* name;
    std::string text;
    std::string words;
};
void PrintTo(const Hostile& c, std::ostream* out) {
    *out << c.name;
}
class RefusedWorklist : public testing::TestWithParam<Hostile> {};

TEST_P(RefusedWorklist, SaysWhereItIsTorn) {
    const auto rows = read(GetParam().text);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code(), ErrorCode::format);
    EXPECT_THAT(rows.error().message(), HasSubstr(GetParam().words));
    EXPECT_THAT(rows.error().message(), HasSubstr("q.csv: "));
}

INSTANTIATE_TEST_SUITE_P(
    Forms, RefusedWorklist,
    testing::Values(
        Hostile{"Nothing", "", "q.csv"},
        Hostile{"Words", "a page of words\n", "there is no column 'record'"},
        Hostile{"ShortRow", kPlain + "MS 2,Letter\r\n", "(table.ragged-row)"},
        Hostile{"LongRow", kPlain + with(kRow, "v1:00", "v1:00,x,y"), "(table.ragged-row)"},
        Hostile{"OpenQuotationMark", with(kPlain, ",aid,", ",\"aid,"), "(table.unclosed-quote)"},
        Hostile{"StrayQuotationMark", with(kPlain, ",aid,", ",\"a\"id,"), "(table.stray-quote)"},
        Hostile{"NoUtf8", with(kPlain, "J. Novak", "J. Nov\xE9k"), "not UTF-8"},
        Hostile{"NoDate", with(kPlain, ",date,", ",day,"), "there is no column 'date'"},
        Hostile{"TwoDates", with(kPlain, ",title,", ",date,"), "the column 'date' is there twice"}),
    named);

TEST(ReadWorklistOf, SaysWhatIsNotThere) {
    World world;
    Scratch scratch;
    const auto rows = read_worklist(scratch / "q.csv", {}, world.environment);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code(), ErrorCode::open);
}

}  // namespace
}  // namespace solander
