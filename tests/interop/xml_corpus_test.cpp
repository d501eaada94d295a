// SPDX-License-Identifier: Apache-2.0
// Every XML text that lies in this tree, and many accidents of each, as xmllint judges them and as
// we do: the scanner by the rules of XML, the readers by our schemas. We may only be stricter, and
// whatever we are stricter in is in a list here, with its reason.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "format/manifest_xml.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "xml/scanner.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using Kind = xml::ScanProblem::Kind;

struct Text {
    std::string name;  ///< Where it is from, for a failing test to show.
    std::string bytes;
};

std::vector<Text> texts_below(const fs::path& root) {
    std::vector<Text> texts;
    if (!fs::exists(root)) return texts;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (const auto extension = entry.path().extension();
            extension == ".xml" || extension == ".xsd")
            texts.push_back({entry.path().string(), test::read_file(entry.path())});
    std::ranges::sort(texts, {}, &Text::name);
    return texts;
}

/// Fixtures, schemas, examples; those beside the tree where they are there.
std::vector<Text> corpus() {
    std::vector<Text> all;
    for (const fs::path& root :
         {test::source_root() / "fixtures", test::source_root() / "schemas",
          test::source_root() / "tests/unit/format/data", test::shared_root() / "examples"}) {
        const auto texts = texts_below(root);
        all.insert(all.end(), texts.begin(), texts.end());
    }
    return all;
}

/// What XML has and our profile has not, and what neither has.
constexpr std::array<std::string_view, 24> kPieces{"<",
                                                   ">",
                                                   "&",
                                                   "\"",
                                                   "'",
                                                   " ",
                                                   "\r\n",
                                                   "\t",
                                                   "&#13;",
                                                   "&#x41;",
                                                   "<!-- -->",
                                                   "<![CDATA[x]]>",
                                                   "<?p?>",
                                                   "x:y",
                                                   "\u00E9",
                                                   "\u0085",
                                                   "\uFFFE",
                                                   "\xC0\x80",
                                                   "<b>",
                                                   "</b>",
                                                   "<b/>",
                                                   " c=\"\"",
                                                   " xmlns:p=\"urn:p\"",
                                                   "<!DOCTYPE a>"};

/// The text with one to three accidents: bits, bytes, stretches lost or doubled, and pieces put in.
Text mutated(const Text& original, std::mt19937& random) {
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    Text text = original;
    for (auto accidents = 1 + below(3); accidents > 0 && !text.bytes.empty(); --accidents) {
        const auto at = below(text.bytes.size());
        const auto size = 1 + below(12);
        switch (below(5)) {
            case 0:
                text.bytes[at] =
                    static_cast<char>(static_cast<unsigned char>(text.bytes[at]) ^ 1U << below(8));
                break;
            case 1:
                text.bytes.erase(at, size);
                break;
            case 2:
                text.bytes.insert(below(text.bytes.size()), text.bytes.substr(at, size));
                break;
            case 3:
                text.bytes.insert(at, kPieces[below(kPieces.size())]);
                break;
            case 4:
                std::swap(text.bytes[at], text.bytes[below(text.bytes.size())]);
                break;
        }
    }
    return text;
}

std::vector<Text> mutants_of(const std::vector<Text>& texts, std::size_t of_each) {
    static constexpr std::size_t kLargest = 32'768;
    std::mt19937 random(20261128);
    std::vector<Text> all;
    for (const Text& text : texts)
        for (std::size_t i = 0; i < of_each && text.bytes.size() < kLargest; ++i)
            all.push_back(mutated(text, random));
    return all;
}

/// The text with each of the pieces in front of its root, and behind the root's start tag.
std::vector<Text> planted(const Text& text) {
    const auto root = text.bytes.find('<', text.bytes.find("?>"));
    const auto inside = text.bytes.find('>', root) + 1;
    std::vector<Text> all;
    for (const auto piece : kPieces)
        for (const auto at : {root, inside}) {
            all.push_back(text);
            all.back().bytes.insert(at, piece);
        }
    return all;
}

/// What xmllint says of texts, by their places: those that it has nothing against. With a schema,
/// those that are valid by it; without, those that are well-formed.
std::set<std::size_t> good_by_xmllint(const std::vector<Text>& texts, const std::string& schema) {
    constexpr std::size_t kBatch = 400;
    std::set<std::size_t> good;
    for (std::size_t first = 0; first < texts.size(); first += kBatch) {
        const test::Scratch scratch;
        std::vector<std::string> command{"xmllint", "--noout", "--nonet"};
        if (!schema.empty()) {
            command.emplace_back("--schema");
            command.push_back((test::source_root() / "schemas" / schema).string());
        }
        const std::size_t end = std::min(first + kBatch, texts.size());
        for (std::size_t i = first; i < end; ++i) {
            command.push_back(std::to_string(i) + ".xml");
            test::write_file(scratch / command.back(), texts[i].bytes);
        }
        const auto said = "\n" + test::run_program(command, {.directory = scratch.path()}).err;
        std::set<std::string> malformed;
        for (auto at = said.find(" parser error :"); at != std::string::npos;
             at = said.find(" parser error :", at + 1)) {
            const auto line = said.rfind('\n', at) + 1;
            malformed.insert(said.substr(line, said.find(':', line) - line));
        }
        for (std::size_t i = first; i < end; ++i) {
            const std::string name = std::to_string(i) + ".xml";
            const bool is_good = schema.empty()
                                     ? !malformed.contains(name)
                                     : said.find("\n" + name + " validates\n") != std::string::npos;
            if (is_good) good.insert(i);
        }
    }
    return good;
}

// ---- the scanner, and well-formedness

struct Difference {
    Kind kind;
    std::string_view why;
};
// What the profile leaves out of XML 1.0. All other kinds of problems are such to everybody.
constexpr std::array<Difference, 10> kLeftOut{{
    {Kind::declaration, "one declaration: nothing is to be guessed of an encoding"},
    {Kind::doctype, "entities get in by it"},
    {Kind::processing_instruction, "words that no reader of ours would see"},
    {Kind::cdata, "a second way to write words"},
    {Kind::comment, "words that no reader of ours would see"},
    {Kind::reference, "a second way to write characters"},
    {Kind::tag, "a second way to write tags; names are ASCII"},
    {Kind::name_space, "a second way to write names"},
    {Kind::character, "CR, C1 controls, and > are written in one way or not at all"},
    {Kind::limit, "depth and counts are the attacker's numbers"},
}};

bool is_left_out(Kind kind) {
    return std::ranges::find(kLeftOut, kind, &Difference::kind) != kLeftOut.end();
}

/// How often each kind of difference was met.
std::map<Kind, std::size_t> compare_with_scanner(const std::vector<Text>& texts) {
    const auto well_formed = good_by_xmllint(texts, "");
    std::map<Kind, std::size_t> differences;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto problem = xml::scan(base::as_bytes(texts[i].bytes), base::Limits{});
        if (!problem) {
            EXPECT_TRUE(well_formed.contains(i)) << texts[i].name << "\n" << texts[i].bytes;
        } else if (well_formed.contains(i)) {
            ++differences[problem->kind];
            EXPECT_TRUE(is_left_out(problem->kind))
                << texts[i].name << ":" << problem->line << ": " << problem->message << "\n"
                << texts[i].bytes;
        }
    }
    return differences;
}

TEST(XmlCorpus, IsScannedAsXmllintHasIt) {
    SOLANDER_NEEDS("xmllint");
    const auto texts = corpus();
    EXPECT_GT(texts.size(), 20U);
    const auto well_formed = good_by_xmllint(texts, "");
    EXPECT_EQ(well_formed.size(), texts.size()) << "the corpus is of XML";
    compare_with_scanner(texts);
}

TEST(XmlCorpus, IsScannedAsXmllintHasItAfterAccidents) {
    SOLANDER_NEEDS("xmllint");
    auto texts = mutants_of(corpus(), 60);
    for (const Text& text : texts_below(test::source_root() / "tests/unit/format/data"))
        for (Text& changed : planted(text)) texts.push_back(std::move(changed));
    const auto differences = compare_with_scanner(texts);
    for (const Difference& difference : kLeftOut)
        if (difference.kind != Kind::limit) {
            EXPECT_GT(differences.count(difference.kind), 0U)
                << "no accident shows that we are stricter here: " << difference.why;
        }
}

// ---- the readers, and validity

bool is_manifest(const Text& text) {
    return text.bytes.find("<manifest xmlns=\"urn:solander:manifest:1\"") != std::string::npos;
}

bool is_event(const Text& text) {
    return text.bytes.find("<event xmlns=\"urn:solander:custody:1\"") != std::string::npos;
}

/// Why our reader refuses a text; nothing if it does not.
std::optional<format::Refusal> refusal(const Text& text, const std::string& schema) {
    const auto bytes = base::as_bytes(text.bytes);
    if (schema == "manifest-1.xsd") {
        auto read = format::read_manifest(bytes, base::Limits{});
        return read ? std::nullopt : std::optional(std::move(read).error());
    }
    auto read = format::read_event(bytes, base::Limits{});
    return read ? std::nullopt : std::optional(std::move(read).error());
}

/// What the profile leaves out the schema cannot know of. Between a valid document and its reader
/// no difference comes about by accident: those that there are, the mutants of tests/unit/format
/// name.
bool is_left_out(const Text& text) {
    const auto problem = xml::scan(base::as_bytes(text.bytes), base::Limits{});
    return problem && is_left_out(problem->kind);
}

void compare_with_reader(const std::vector<Text>& texts, const std::string& schema) {
    const auto valid = good_by_xmllint(texts, schema);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto refused = refusal(texts[i], schema);
        if (!refused) {
            EXPECT_TRUE(valid.contains(i)) << texts[i].name << "\n" << texts[i].bytes;
        } else if (valid.contains(i)) {
            EXPECT_TRUE(is_left_out(texts[i]))
                << texts[i].name << ":" << refused->line << ": " << refused->message;
        }
    }
}

class Statements : public testing::TestWithParam<bool> {
protected:
    static std::string schema() { return GetParam() ? "manifest-1.xsd" : "custody-1.xsd"; }
    static std::vector<Text> texts() {
        auto all = corpus();
        std::erase_if(all, [](const Text& text) {
            return GetParam() ? !is_manifest(text) : !is_event(text);
        });
        return all;
    }
};

TEST_P(Statements, AreReadAsTheSchemaHasIt) {
    SOLANDER_NEEDS("xmllint");
    EXPECT_FALSE(texts().empty());
    compare_with_reader(texts(), schema());
}

TEST_P(Statements, AreReadAsTheSchemaHasItAfterAccidents) {
    SOLANDER_NEEDS("xmllint");
    compare_with_reader(mutants_of(texts(), 150), schema());
}

INSTANTIATE_TEST_SUITE_P(Interop, Statements, testing::Values(true, false), [](const auto& tested) {
    return std::string(tested.param ? "Manifests" : "Events");
});

}  // namespace
}  // namespace solander
