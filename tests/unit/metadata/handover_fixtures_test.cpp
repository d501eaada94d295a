// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "metadata/csv.h"
#include "metadata/reader.h"
#include "properties/placed_words.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::metadata {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr std::size_t kMutations = 4'000;

struct Text {
    std::string path;  ///< As in a package.
    std::string bytes;
};

/// Every file below a directory of the fixtures, in the order of their paths.
std::vector<Text> fixtures(const std::string& directory) {
    std::vector<Text> texts;
    const fs::path root = test::source_root() / "fixtures" / directory;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file())
            texts.push_back({"data/" + entry.path().lexically_relative(root).generic_string(),
                             test::read_file(entry.path())});
    std::ranges::sort(texts, {}, &Text::path);
    return texts;
}

bool is_of_lines_or_cells(const Text& text) {
    return text.path.ends_with(".csv") || text.path.ends_with(".ris") ||
           text.path.ends_with("/contents") || text.path.ends_with("bag-info.txt");
}

std::size_t certain_readers(const Text& text) {
    return static_cast<std::size_t>(std::ranges::count_if(readers(), [&](const Reader* reader) {
        return reader->recognises({text.path, text.bytes}) == Recognition::certain;
    }));
}

TEST(HandOverFixtures, AreCertainToExactlyOneReaderEach) {
    for (const Text& text : fixtures("handover")) {
        // Other formats have folders of their own, and tests of their own.
        const auto certain = certain_readers(text);
        EXPECT_TRUE(certain == 1 || (certain == 0 && !is_of_lines_or_cells(text))) << text.path;
    }
}

TEST(Captures, AreCertainToAtMostOneReader) {
    for (const Text& text : fixtures("captures")) EXPECT_LE(certain_readers(text), 1u) << text.path;
}

/// Whether a reader read the text; if so, everything that it says must stand where it says.
bool is_read_soundly(const Text& text) {
    const auto choice = choose_reader({text.path, text.bytes});
    if (choice.reader == nullptr) return false;
    const auto reading = choice.reader->read({text.path, text.bytes});
    if (!reading) return false;
    EXPECT_FALSE(reading->documents.empty()) << text.path;
    const auto table = read_csv(text.bytes);
    const char delimiter = table ? table->delimiter : ',';
    for (const Described& described : reading->documents)
        EXPECT_THAT(fuzz::misplaced_words(described.document, text.bytes, delimiter), IsEmpty())
            << text.path << '\n'
            << text.bytes;
    for (const Remark& remark : reading->remarks) {
        EXPECT_FALSE(remark.code.empty() || remark.at.empty() || remark.words.empty());
        EXPECT_EQ(remark.words.find(text.path), std::string::npos);
    }
    return true;
}

TEST(HandOverFixtures, AreQuotedAtTheirPlaces) {
    std::size_t read = 0;
    for (const Text& text : fixtures("handover"))
        if (is_of_lines_or_cells(text) && is_read_soundly(text)) ++read;
    EXPECT_GE(read, 8u);
}

/// Deterministic on every platform: std::uniform_int_distribution is not.
class Dice {
public:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

private:
    std::mt19937_64 random_{20261125};
};

std::string mutated(std::string text, Dice& dice) {
    static constexpr std::string_view kTelling = "\",;|\t\r\n -:/.0";
    if (text.empty()) return text;
    const auto at = dice.below(text.size());
    switch (dice.below(6)) {
        case 0:
            text.erase(at, 1 + dice.below(20));
            return text;
        case 1:
            text.insert(at, 1, kTelling[dice.below(kTelling.size())]);
            return text;
        case 2:
            text[at] = kTelling[dice.below(kTelling.size())];
            return text;
        case 3:
            text.insert(dice.below(text.size()), text.substr(at, dice.below(40)));
            return text;
        case 4:
            text.insert(at, "\u00A0");
            return text;
        default:
            text.resize(text.size() - dice.below(text.size() / 4 + 1));
            return text;
    }
}

TEST(HandOverFixtures, AreQuotedAtTheirPlacesWhenSpoiltToo) {
    auto originals = fixtures("handover");
    std::erase_if(originals, [](const Text& text) { return !is_of_lines_or_cells(text); });
    Dice dice;
    std::size_t read = 0;
    for (std::size_t i = 0; i < kMutations && !testing::Test::HasFailure(); ++i) {
        Text text = originals[i % originals.size()];
        for (auto rounds = dice.below(6) + 1; rounds > 0; --rounds)
            text.bytes = mutated(std::move(text.bytes), dice);
        if (base::find_invalid_utf8(text.bytes)) continue;
        if (is_read_soundly(text)) ++read;
    }
    EXPECT_GT(read, kMutations / 4) << "most texts are spoilt beyond reading: nothing is tested";
}

}  // namespace
}  // namespace solander::metadata
