// SPDX-License-Identifier: Apache-2.0
#include "threats_page.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "attacks.h"
#include "matrix.h"

namespace solander::test {

namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        words.emplace_back(text.substr(0, text.find(' ')));
        text.remove_prefix(std::min(text.size(), words.back().size() + 1));
    }
    return words;
}

/// A table's cell must not end where a word of it has a bar.
std::string cell(std::string_view text) {
    std::string safe;
    for (const char c : text) safe += c == '|' ? "\\|" : std::string(1, c);
    return safe;
}

std::vector<Row> rows_of(std::string_view attack) {
    std::vector<Row> of;
    for (const Row& row : rows())
        if (row.flaw->attack == attack) of.push_back(row);
    return of;
}

/// Every code that a row of the attack gives, whatever its form; first those that most rows give.
std::string codes_of(const Attack& attack) {
    std::map<std::string, int> counts;
    const auto add = [&counts](std::string_view some) {
        for (auto& code : words_of(some)) ++counts[std::move(code)];
    };
    add(attack.codes);
    for (const Row& row : rows_of(attack.slug)) {
        add(row.flaw->codes);
        if (row.flaw->unpacked) add(row.flaw->unpacked->codes);
    }
    for (const DirectoryFlaw& flaw : directory_flaws())
        if (flaw.attack == attack.slug) add(flaw.codes);
    std::vector<std::pair<std::string, int>> codes(counts.begin(), counts.end());
    std::stable_sort(codes.begin(), codes.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string all;
    for (const auto& [code, count] : codes)
        all += fmt::format("{}`{}`", all.empty() ? "" : ", ", code);
    return all;
}

/// What is known of stock tools, then how many rows the steps of VERIFY.txt let through.
std::string stock_of(const Attack& attack) {
    std::size_t asked = 0;
    std::size_t passed = 0;
    for (const Row& row : rows_of(attack.slug)) {
        if (!is_applicable(row.flaw->stock)) continue;
        ++asked;
        if (passes(row.flaw->stock)) ++passed;
    }
    std::string all(attack.stock);
    if (asked == 0) return all;
    if (!all.empty()) all += "; ";
    if (passed == 0) return all + "VERIFY.txt: all refused";
    return all + fmt::format("VERIFY.txt: **{} of {} go unnoticed**", passed, asked);
}

/// `Tar: Queue, BlockDevice; Directory: QueueMore; tests/…: Name`
std::string tests_of(const Attack& attack) {
    std::string all;
    std::string before;
    const auto add = [&](std::string_view place, std::string_view name) {
        if (place == before)
            all += ", ";
        else
            all += fmt::format("{}{}: ", all.empty() ? "" : "; ", place);
        all += name;
        before = place;
    };
    for (const Row& row : rows_of(attack.slug)) {
        const auto dot = row.name.find('.');
        add(row.name.substr(0, dot), row.name.substr(dot + 1));
    }
    for (const DirectoryFlaw& flaw : directory_flaws())
        if (flaw.attack == attack.slug) add("Directory", flaw.name);
    for (const OtherTest& test : attack.tests) add(fmt::format("`{}`", test.file), test.name);
    return all;
}

/// What the steps do not look at, and the rows that pass for it though they do not with us.
std::string blind_rows(Stock stock) {
    std::string all;
    for (const Row& row : rows()) {
        if (row.flaw->stock != stock) continue;
        if (!all.empty()) all += ", ";
        all += row.name;
        for (const auto& code : words_of(row.flaw->codes)) all += fmt::format(" `{}`", code);
    }
    return all;
}

}  // namespace

std::string threats_tables() {
    std::string page =
        "## Answered\n"
        "\n"
        "| attack | answer | findings | stock tools | rows, and other tests |\n"
        "|---|---|---|---|---|\n";
    for (const Attack& attack : attacks())
        page +=
            fmt::format("| {} | {} | {} | {} | {} |\n", cell(attack.attack), cell(attack.answer),
                        codes_of(attack), cell(stock_of(attack)), cell(tests_of(attack)));
    page +=
        "\n"
        "## Where stock tools pass\n"
        "\n"
        "Every step of VERIFY.txt passes for these rows, and with solander they do not pass, or "
        "pass\n"
        "with a warning. The text itself says so at its end; here is what it comes to.\n"
        "\n"
        "| why | rows, and what solander says |\n"
        "|---|---|\n";
    for (auto stock = Stock::passed; stock <= Stock::blind_to_text;
         stock = static_cast<Stock>(static_cast<int>(stock) + 1))
        if (stock != Stock::passed)
            page += fmt::format("| {} | {} |\n", stock_info(stock).why, blind_rows(stock));
    return page + "\n";
}

}  // namespace solander::test
