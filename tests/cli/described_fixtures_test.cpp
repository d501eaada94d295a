// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "desk.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Desk;

constexpr std::string_view kBegin = "<!-- the table of fixtures begins -->\n";
constexpr std::string_view kEnd = "<!-- the table of fixtures ends -->\n";

const std::vector<std::string> kColumns = {"document",         "title", "date", "creator", "source",
                                           "original-archive", "funder"};

/// A cell of a table in Markdown, long words cut off.
std::string shown(std::string cell) {
    static constexpr std::size_t kShown = 56;
    if (cell.size() > kShown) {
        auto end = cell.rfind(' ', kShown);
        if (end == std::string::npos) end = kShown;
        cell = cell.substr(0, end) + " …";
    }
    std::string escaped;
    for (const char c : cell) {
        if (c == '|') {
            escaped += "&#124;";
        } else if (c == '\n') {
            escaped += "<br>";
        } else if (c == '<') {
            escaped += "&lt;";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

std::string table_of(const nlohmann::json& rows) {
    std::string text = "|";
    for (const auto& column : kColumns) text += " `" + column + "` |";
    text += "\n|";
    for (std::size_t i = 0; i < kColumns.size(); ++i) text += "---|";
    text += '\n';
    for (const auto& row : rows) {
        text += "|";
        for (const auto& column : kColumns)
            text += " " + shown(row.value(column, std::string())) + " |";
        text += '\n';
    }
    return text;
}

/// One record of each form, in the folders of the fixtures.
void records_of_every_form(Desk& desk) {
    for (const std::string name :
         {"captures/harbour-telegram-1962.txt", "captures/paragraphs-donors-differ.txt",
          "captures/page-2016.txt", "captures/export-lines.txt", "captures/frus-page.txt",
          "handover/dublin-core/oai-dc.xml", "handover/mods/letter.xml",
          "handover/ead3/finding-aid.xml", "handover/schema-org/component.json",
          "handover/omeka/classic.csv", "handover/atom/isad.csv", "handover/ris/references.ris",
          "handover/dspace/item_000/contents", "handover/dspace/item_000/dublin_core.xml"})
        desk.write("records/" + name, test::read_file(test::source_root() / "fixtures" / name));
}

TEST(DescribedFixtures, StandInTheDocumentation) {
    Desk desk;
    records_of_every_form(desk);
    const auto said = desk.run({"describe", "@/records", "-f", "json"});
    ASSERT_EQ(said.code, 0) << said.err;
    const std::string table = table_of(nlohmann::json::parse(said.out));
    const auto page = test::source_root() / "docs/metadata.md";
    std::string text = test::read_file(page);
    const auto begin = text.find(kBegin);
    const auto end = text.find(kEnd);
    ASSERT_NE(begin, std::string::npos);
    ASSERT_NE(end, std::string::npos);
    const auto first = begin + kBegin.size();
    if (std::getenv("SOLANDER_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
        test::write_file(page, text.replace(first, end - first, table));
        GTEST_SKIP() << "docs/metadata.md was written anew";
    }
    EXPECT_EQ(text.substr(first, end - first), table) << "run this test with SOLANDER_ACCEPT=1";
}

}  // namespace
}  // namespace solander
