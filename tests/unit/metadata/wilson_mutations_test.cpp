// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/quotes.h"
#include "metadata/reader.h"
#include "properties/quoted_words.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::metadata {
namespace {

constexpr std::size_t kMutations = 10'000;

/// All texts at hand, in the order of their names.
std::vector<std::string> texts() {
    std::vector<std::filesystem::path> paths;
    for (const auto& directory :
         {test::source_root() / "fixtures" / "captures", test::shared_root() / "samples"}) {
        if (!std::filesystem::exists(directory)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(directory))
            if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<std::string> all;
    for (const auto& path : paths) all.push_back(test::read_file(path));
    return all;
}

/// Deterministic on every platform: std::uniform_int_distribution is not.
class Choice {
public:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

private:
    std::mt19937_64 random_{20261124};
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::string mutated(std::string text, Choice& choice) {
    auto lines = lines_of(text);
    if (lines.empty()) return text;
    const auto line = lines.begin() + static_cast<std::ptrdiff_t>(choice.below(lines.size()));
    const auto other = choice.below(lines.size());
    switch (choice.below(8)) {
        case 0:
            lines.erase(line);
            break;
        case 1:
            lines.insert(line, lines[other]);
            break;
        case 2:
            std::swap(*line, lines[other]);
            break;
        case 3:
            lines.insert(line, "\n");
            break;
        case 4:
            lines.erase(line, lines.end());
            break;
        case 5:
            return text.substr(0, choice.below(text.size()));
        case 6:
            text.erase(choice.below(text.size()), 1 + choice.below(4));
            return text;
        case 7:
            text[choice.below(text.size())] = static_cast<char>(choice.below(256));
            return text;
    }
    std::string joined;
    for (const auto& each : lines) joined += each;
    return joined;
}

/// Whether a reader read the text; if so, every word that it quotes must stand where it says. A
/// text that is recognised may be refused, with a sentence.
bool is_read_soundly(const std::string& text) {
    const auto* reader = choose_reader({"data/text.txt", text}).reader;
    if (reader == nullptr) return false;
    const auto reading = reader->read({"data/text.txt", text});
    if (!reading) {
        EXPECT_EQ(reading.error().code(), ErrorCode::format);
        EXPECT_FALSE(reading.error().message().empty());
        return false;
    }
    for (const auto& described : reading->documents) {
        EXPECT_THAT(fuzz::misquotations(described.document, text), testing::IsEmpty()) << text;
        const auto quotes = format::quotes_of(described.document);
        EXPECT_TRUE(format::look_up(quotes, text).misquotes.empty()) << text;
    }
    return true;
}

/// The forms in which texts were read, to see that none is left out.
std::set<std::string> forms_of(const std::vector<std::string>& all) {
    std::set<std::string> forms;
    for (const auto& text : all) {
        const auto* reader = choose_reader({"data/text.txt", text}).reader;
        if (reader == nullptr) continue;
        if (const auto reading = reader->read({"data/text.txt", text}))
            forms.insert(reading->documents.front().document.origins.front().form);
    }
    return forms;
}

TEST(Captures, AreQuotedAtTheirPlaces) {
    const auto originals = texts();
    EXPECT_GT(std::ranges::count_if(originals, is_read_soundly), 0);
    EXPECT_THAT(forms_of(originals), testing::IsSupersetOf({"A", "B", "C", "D"}));
}

TEST(Captures, AreQuotedAtTheirPlacesWhenSpoilt) {
    const auto originals = texts();
    Choice choice;
    std::size_t read = 0;
    for (std::size_t i = 0; i < kMutations && !testing::Test::HasFailure(); ++i) {
        auto text = originals[i % originals.size()];
        for (auto rounds = choice.below(4) + 1; rounds > 0; --rounds)
            text = mutated(std::move(text), choice);
        if (is_read_soundly(text)) ++read;
    }
    EXPECT_GT(read, kMutations / 4) << "most texts are spoilt beyond reading: nothing is tested";
}

}  // namespace
}  // namespace solander::metadata
