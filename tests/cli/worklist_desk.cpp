// SPDX-License-Identifier: Apache-2.0
#include "worklist_desk.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "custody_desk.h"
#include "metadata/csv.h"
#include "support/shared.h"

namespace solander::test {

namespace {

std::string quoted(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? std::string(2, c) : std::string(1, c);
    return cell + '"';
}

}  // namespace

void fill_in(Desk& desk, const std::string& path, const std::vector<Answer>& answers) {
    static constexpr std::size_t kField = 4;
    static constexpr std::size_t kDecision = 9;
    const auto said = desk.run({"audit", "@/" + path, "-t", "@/trust", "--fail-on", "never", "-o",
                                "csv=" + desk.path("questions.csv"), "--force"});
    ASSERT_EQ(said.code, 0) << said.err;
    const auto table = metadata::read_csv(desk.read("questions.csv"));
    ASSERT_TRUE(table) << table.error().message();
    std::string text = "\xEF\xBB\xBF";
    const auto write = [&text](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i == 0 ? "" : ";") + quoted(cells[i]);
        text += "\r\n";
    };
    std::vector<std::string> head;
    for (const metadata::Cell& cell : table->head.cells) head.push_back(cell.text);
    write(head);
    for (const metadata::Row& row : table->rows) {
        std::vector<std::string> cells;
        for (const metadata::Cell& cell : row.cells) cells.push_back(cell.text);
        for (const Answer& answer : answers)
            if (cells.at(kField) == answer.field)
                std::ranges::copy(
                    std::vector<std::string>{answer.decision, answer.value, "J. Novak", answer.date,
                                             "register of deaths"},
                    cells.begin() + kDecision);
        write(cells);
    }
    desk.write("questions.csv", text);
}

void capture(Desk& desk) {
    desk.write("rec/letter.txt", read_file(source_root() / "fixtures/captures/crlf.txt"));
}

void answered(Desk& desk) {
    capture(desk);
    fill_in(desk, "rec", {{"rights", "set", kUnd}, {"source", "set", "Box 3"}});
}

std::vector<std::string> apply(std::vector<std::string> more) {
    std::vector<std::string> words{"audit", "@/rec", "--apply", "@/questions.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::vector<std::string> to_table(std::vector<std::string> more) {
    more.insert(more.begin(), {"--write-records", "@/new.csv"});
    return apply(std::move(more));
}

void sealed(Desk& desk, const std::vector<Answer>& answers) {
    ready(desk);
    fill_in(desk, "out/letters.tar", answers);
}
void sealed(Desk& desk) {
    sealed(desk, {{"rights", "set", kUnd}});
}

std::vector<std::string> to_package(std::vector<std::string> more) {
    std::vector<std::string> words{"audit",   "@/out/letters.tar", "-t",
                                   "@/trust", "--apply",           "@/questions.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

}  // namespace solander::test
