// SPDX-License-Identifier: Apache-2.0
#include "table/row.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "table/field_values.h"

namespace solander::table {

static void PrintTo(const RowFile& file, std::ostream* out) {
    *out << file.path << ' ' << file_role_name(file.role) << ' ' << file.order.value_or(0);
}

namespace {

/// The name of a case in a table.
constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

using testing::ElementsAre;
using testing::HasSubstr;

struct FilesCase {
    const char* name;
    std::vector<RowFile> files;
    FileCells cells;
};
void PrintTo(const FilesCase& c, std::ostream* out) {
    *out << c.name;
}

class Files : public testing::TestWithParam<FilesCase> {};

TEST_P(Files, AreWrittenAndReadAgain) {
    const auto& [name, files, cells] = GetParam();
    const auto written = write_files(files);
    EXPECT_EQ(written.files, cells.files);
    EXPECT_EQ(written.role, cells.role);
    EXPECT_EQ(written.order, cells.order);
    const auto read = read_files(cells);
    ASSERT_TRUE(read.has_value()) << read.error().message();
    EXPECT_EQ(*read, files);
}

INSTANTIATE_TEST_SUITE_P(
    All, Files,
    testing::Values(FilesCase{"None", {}, {"", "", ""}},
                    FilesCase{"One", {{"a.txt", FileRole::capture, {}}}, {"a.txt", "capture", ""}},
                    FilesCase{
                        "OneUnstated", {{"a.txt", FileRole::unstated, {}}}, {"a.txt", "", ""}},
                    FilesCase{"OneRoleForAll",
                              {{"p2.tif", FileRole::scan, 1}, {"p10.tif", FileRole::scan, 2}},
                              {"p2.tif|p10.tif", "scan", "1|2"}},
                    FilesCase{"ARoleForEach",
                              {{"a.txt", FileRole::capture, {}}, {"a.tif", FileRole::scan, 1}},
                              {"a.txt|a.tif", "capture|scan", "_|1"}},
                    FilesCase{"BarInAName", {{"a|b", FileRole::scan, {}}}, {"a\\|b", "scan", ""}}),
    named);

TEST(ReadFiles, CountsNoRecords) {
    const auto files = read_files({"a.txt|1.tif|2.tif", "capture|scan|scan", ""});
    ASSERT_TRUE(files.has_value());
    EXPECT_THAT(*files, ElementsAre(RowFile{"a.txt", FileRole::capture, {}},
                                    RowFile{"1.tif", FileRole::scan, 1},
                                    RowFile{"2.tif", FileRole::scan, 2}));
}

TEST(ReadFiles, CountsWhatHasNoOrder) {
    const auto files = read_files({"b.tif | a.tif", "scan", ""});
    ASSERT_TRUE(files.has_value());
    EXPECT_THAT(*files, ElementsAre(RowFile{"b.tif", FileRole::scan, 1},
                                    RowFile{"a.tif", FileRole::scan, 2}));
}

struct BadFiles {
    const char* name;
    FileCells cells;
    const char* says;
};
void PrintTo(const BadFiles& c, std::ostream* out) {
    *out << c.name;
}

class FilesThatCannotBe : public testing::TestWithParam<BadFiles> {};

TEST_P(FilesThatCannotBe, AreRefusedInWords) {
    const auto files = read_files(GetParam().cells);
    ASSERT_FALSE(files.has_value());
    EXPECT_EQ(files.error().code(), ErrorCode::format);
    EXPECT_THAT(files.error().message(), HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    All, FilesThatCannotBe,
    testing::Values(BadFiles{"UnknownRole", {"a", "scann", ""}, "did you mean 'scan'?"},
                    BadFiles{"TooManyRoles", {"a", "scan|scan", ""}, "2 values for 1 files"},
                    BadFiles{"TooFewRoles", {"a|b|c", "scan|scan", ""}, "2 values for 3 files"},
                    BadFiles{"TooFewOrders", {"a|b", "", "1"}, "column 'order' has 1"},
                    BadFiles{"TheRoleOfARecordForAll", {"a|b", "metadata", ""}, "capture|scan"},
                    BadFiles{"OrderZero", {"a", "", "0"}, "'0' is no number of a file"},
                    BadFiles{"OrderWithoutEnd", {"a", "", "4294967296"}, "no number of a file"},
                    BadFiles{"OrderInWords", {"a", "", "first"}, "'first' is no number"}),
    named);

TEST(TableOf, HidesWhatNoRowSaysAnythingOf) {
    Row row{"a.txt", {{"a.txt", FileRole::capture, {}}}, {}};
    for (std::size_t i = 0; i < columns().size(); ++i)
        row.cells.emplace_back(i == 0 ? "Letter" : "[absent]");
    const auto table = table_of({row}, false);
    EXPECT_THAT(table.header, ElementsAre("document", "files", "role", "order", "title"));
    EXPECT_THAT(table.rows, ElementsAre(ElementsAre("a.txt", "a.txt", "capture", "", "Letter")));
    EXPECT_EQ(table_of({row}, true).header.size(), 4 + columns().size() + 2);
}

TEST(WriteTable, IsSafeForSpreadsheets) {
    const RecordTable table{{"a", "b"}, {{"x,y", "say \"so\""}, {"two\nlines", "\u00E9"}}};
    EXPECT_EQ(write_table(table, TableFormat::csv),
              "\xEF\xBB\xBF"
              "a,b\r\n\"x,y\",\"say \"\"so\"\"\"\r\n\"two\nlines\",\u00E9\r\n");
    EXPECT_EQ(write_table(RecordTable{{"a"}, {{"x"}}}, TableFormat::json),
              "[\n  {\n    \"a\": \"x\"\n  }\n]\n");
}

}  // namespace
}  // namespace solander::table
