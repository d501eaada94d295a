// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "unit/xml/scanner_cases.h"
#include "xml/document.h"
#include "xml/scanner.h"

// What the scanner accepts, an XML processor that is not ours accepts too; only the converse may
// fail. So whoever reads a manifest with common tools reads what we read.

namespace solander::xml::test {

namespace {

namespace st = solander::test;

bool is_accepted(std::string_view text) {
    return !scan(base::as_bytes(text), base::Limits{}).has_value();
}

/// Fails unless xmllint calls every one of the texts well-formed.
void expect_well_formed(const std::vector<std::string>& texts) {
    constexpr std::size_t kBatch = 500;
    for (std::size_t first = 0; first < texts.size(); first += kBatch) {
        const st::Scratch scratch;
        std::vector<std::string> command{"xmllint", "--noout", "--nonet"};
        for (std::size_t i = first; i < std::min(first + kBatch, texts.size()); ++i) {
            command.push_back(std::to_string(i) + ".xml");
            st::write_file(scratch / command.back(), texts[i]);
        }
        const auto finished = st::run_program(command, {.directory = scratch.path()});
        EXPECT_EQ(finished.status, 0) << finished.err;
    }
}

TEST(Xmllint, AcceptsWhatTheScannerAccepts) {
    SOLANDER_NEEDS("xmllint");
    std::vector<std::string> accepted;
    for (const auto& row : scanner_cases())
        if (is_accepted(row.text)) accepted.push_back(row.text);
    EXPECT_GT(accepted.size(), 30U);
    expect_well_formed(accepted);
}

/// The text with one to three small accidents: a byte changed, removed, doubled or put in, or a
/// piece of it repeated elsewhere.
std::string mutated(std::string text, std::mt19937& random) {
    static constexpr std::array kPieces{
        "<",    ">",    "/",   "\"",      "'",        "=",    " ",    "\n",   "\t",
        "\r",   "&",    ";",   "&#9;",    "&#0;",     "]]>",  "<!--", "-->",  "<?p?>",
        "<b/>", "</b>", "<b>", " x=\"\"", "\xC3\xA9", "\x80", ":",    "&gt;", "xmlns"};
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    for (auto accidents = 1 + below(3); accidents > 0; --accidents) {
        const auto at = below(text.size());
        switch (below(5)) {
            case 0:
                text[at] = static_cast<char>(random() & 0xFF);
                break;
            case 1:
                text.erase(at, 1 + below(3));
                break;
            case 2:
                text.insert(at, 1, text[at]);
                break;
            case 3:
                text.insert(at, kPieces[below(kPieces.size())]);
                break;
            case 4: {
                const auto from = below(text.size());
                const auto piece = text.substr(from, below(24));
                text.insert(at, piece);
                break;
            }
        }
    }
    return text;
}

TEST(Xmllint, AcceptsWhateverMutantTheScannerAccepts) {
    SOLANDER_NEEDS("xmllint");
    const std::string original = std::string(kDeclaration) +
                                 "\n<a xmlns=\"urn:x\" b=\"1 &lt; 2\">\n"
                                 "  <c d=\"&#10;\" e=\"\xD0\x96\">words &amp; \xE2\x82\xAC</c>\n"
                                 "  <f g=\"h\"/>\n</a>\n";
    std::mt19937 random(20261124);
    std::vector<std::string> accepted;
    for (int i = 0; i < 20'000; ++i) {
        auto text = mutated(original, random);
        if (!is_accepted(text)) continue;
        const auto document = Document::parse(base::as_bytes(text));
        EXPECT_TRUE(document) << document.error().message() << "\n" << text;
        accepted.push_back(std::move(text));
    }
    EXPECT_GT(accepted.size(), 1'000U);
    expect_well_formed(accepted);
}

}  // namespace

}  // namespace solander::xml::test
