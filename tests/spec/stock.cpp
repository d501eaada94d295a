// SPDX-License-Identifier: Apache-2.0
#include "stock.h"

#include <array>
#include <cstddef>
#include <sstream>

namespace solander::test {

namespace {

constexpr std::string_view kRefused = "refused";
constexpr std::string_view kPassed = "passed";
constexpr std::string_view kNot = "not applicable";

/// In the order of Stock.
constexpr std::array kAnswers{
    StockInfo{kRefused, ""},
    StockInfo{kPassed, ""},
    StockInfo{kPassed, "headers, and bytes between and behind files, are not looked at"},
    StockInfo{kPassed, "XML is searched, not parsed"},
    StockInfo{kPassed, "names are taken as they are"},
    StockInfo{kPassed, "ssh-keygen takes more than one spelling"},
    StockInfo{kPassed, "ssh-keygen takes weak keys, and another digest"},
    StockInfo{kPassed, "who may take which step is not judged"},
    StockInfo{kPassed, "what is signed is not held against the rest"},
    StockInfo{kPassed, "ssh-keygen takes any line that lists the key"},
    StockInfo{kPassed, "claimed times are not looked at"},
    StockInfo{kPassed, "the steps do not check their own text"},
    StockInfo{kNot, "there is no key to check by"},
    StockInfo{kNot, "the steps begin with a tar"},
    StockInfo{kNot, "it takes another clock"},
    StockInfo{kNot, "it takes something else that the reader has"},
};
static_assert(kAnswers.size() == static_cast<std::size_t>(Stock::no_option) + 1);

}  // namespace

const StockInfo& stock_info(Stock stock) {
    return kAnswers.at(static_cast<std::size_t>(stock));
}

bool is_applicable(Stock stock) {
    return stock_info(stock).word != kNot;
}

bool passes(Stock stock) {
    return stock_info(stock).word == kPassed;
}

std::string commands_of(const std::string& verify_text) {
    std::istringstream lines(verify_text);
    std::string commands;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("$ ") || line.starts_with("> ")) commands += line.substr(2) + "\n";
    return commands;
}

Finished run_steps(const std::string& commands, const std::string& shell,
                   const std::filesystem::path& directory, const std::filesystem::path& trust) {
    std::filesystem::remove_all(directory / "letters.check");
    return run_program({shell, "-c", commands},
                       {.directory = directory,
                        .environment = {{"NAME", "letters"}, {"SIGNERS", trust.string()}}});
}

bool every_step_passed(const Finished& done) {
    return done.status == 0 && done.out.ends_with("Every step passed.\n");
}

}  // namespace solander::test
