// SPDX-License-Identifier: Apache-2.0
#include "xml/writer.h"

#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "xml/document.h"
#include "xml/scanner.h"

namespace solander::xml {

namespace {

TEST(Writer, LaysOutOneElementALine) {
    std::string out;
    Writer writer(out);
    writer.start("source").attribute("state", "stated").attribute("origin", "c1");
    writer.start("verbatim").text("MS ").text("12").end();
    writer.start("place").end();
    writer.start("list").start("item").attribute("n", "1").end().end();
    writer.end();
    EXPECT_EQ(out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<source state=\"stated\" origin=\"c1\">\n"
              "  <verbatim>MS 12</verbatim>\n"
              "  <place/>\n"
              "  <list>\n"
              "    <item n=\"1\"/>\n"
              "  </list>\n"
              "</source>\n");
}

TEST(Writer, ShowsNothingUnseenByReferences) {
    std::string out;
    Writer(out).start("a").text_by_references("x\n::e ##[f] & \u202E\u009B\x7F\u00E9").end();
    EXPECT_EQ(out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<a>x&#10;::e &#35;#[f] &amp; &#8238;&#155;&#127;\u00E9</a>\n");
}

TEST(Writer, EscapesWhatTheProfileEscapes) {
    std::string out;
    Writer(out).start("a").attribute("b", "<&>\"'\t\n").text("<&>\"'\t\n").end();
    EXPECT_EQ(out.substr(out.find("<a")),
              "<a b=\"&lt;&amp;&gt;&quot;'&#9;&#10;\">&lt;&amp;&gt;\"'\t\n</a>\n");
}

TEST(Writer, WritesNoWordsAsAnEmptyElement) {
    std::string out;
    Writer(out).start("a").text("").end();
    EXPECT_EQ(out.substr(out.find("<a")), "<a/>\n");
}

TEST(Writer, OnlyAppends) {
    std::string out = "before";
    Writer writer(out);
    std::string collected = std::exchange(out, {});
    writer.start("a").start("b").end();
    collected += std::exchange(out, {});
    writer.end();
    EXPECT_EQ(collected + out, "before" + std::string(kDeclaration) + "\n<a>\n  <b/>\n</a>\n");
}

TEST(WriterDeathTest, AbortsOnMisuse) {
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    std::string out;
    EXPECT_DEATH(Writer(out).end(), "");
    EXPECT_DEATH(Writer(out).text("x"), "");
    EXPECT_DEATH(Writer(out).start("a").text("x").attribute("b", ""), "");
    EXPECT_DEATH(Writer(out).start("a").text("x").start("b"), "");
    EXPECT_DEATH(Writer(out).start("a").start("b").end().text("x"), "");
    EXPECT_DEATH(Writer(out).start("a").end().start("b"), "");
}

struct StorableCase {
    const char* name = "";
    std::string text;
    std::string stored;
    bool replaced = false;
};
void PrintTo(const StorableCase& row, std::ostream* out) {
    *out << row.name;
}
std::string case_name(const testing::TestParamInfo<StorableCase>& info) {
    return info.param.name;
}

class Storable : public testing::TestWithParam<StorableCase> {};

TEST_P(Storable, SaysWhatItReplaced) {
    bool replaced = false;
    EXPECT_EQ(storable(GetParam().text, &replaced), GetParam().stored);
    EXPECT_EQ(replaced, GetParam().replaced);
    EXPECT_EQ(storable(GetParam().text, nullptr), GetParam().stored);
}

const std::string kMark = "\xEF\xBF\xBD";

// clang-format off
INSTANTIATE_TEST_SUITE_P(Texts, Storable, testing::Values(
    StorableCase{"Empty", "", "", false},
    StorableCase{"Plain", "a\tb\nc <&>\"", "a\tb\nc <&>\"", false},
    StorableCase{"CrLf", "a\r\nb\r\n", "a\nb\n", false},
    StorableCase{"Cr", "a\rb\r", "a\nb\n", false},
    StorableCase{"CrCrLf", "\r\r\n\n", "\n\n\n", false},
    StorableCase{"BeyondAscii", "\xC2\xA0\xD0\x96\xF0\x9F\x98\x80", "\xC2\xA0\xD0\x96\xF0\x9F\x98\x80", false},
    StorableCase{"TheMarkItself", "\xEF\xBF\xBD", "\xEF\xBF\xBD", false},
    StorableCase{"Nul", std::string("a\0b", 3), "a" + kMark + "b", true},
    StorableCase{"C0", "\x1B[0m", kMark + "[0m", true},
    StorableCase{"C1", "a\xC2\x85z", "a" + kMark + "z", true},
    StorableCase{"Fffe", "\xEF\xBF\xBE\xEF\xBF\xBF", kMark + kMark, true},
    StorableCase{"Latin1", "caf\xE9", "caf" + kMark, true},
    StorableCase{"EveryBadByte", "\xE2\x82" "a\x80", kMark + kMark + "a" + kMark, true},
    StorableCase{"Surrogate", "\xED\xA0\x80", kMark + kMark + kMark, true}
), case_name);
// clang-format on

TEST(StorableFlag, IsNeverTakenBack) {
    bool replaced = false;
    storable("\x01", &replaced);
    storable("plain", &replaced);
    EXPECT_TRUE(replaced);
}

/// A random tree of elements, whose texts are bytes of every kind made storable.
struct Node {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string words;
    std::vector<Node> children;
};

class Grower {
public:
    explicit Grower(unsigned seed) : random_(seed) {}

    Node node(std::size_t depth) {
        static constexpr std::array kNames{"a", "b-c", "_d", "E.9"};
        Node made;
        made.name = kNames[below(kNames.size())];
        for (std::size_t i = below(4); i-- > 0;)
            made.attributes.emplace_back("x" + std::to_string(i), words());
        if (depth == 0 || below(3) == 0) {
            made.words = words();
        } else {
            for (std::size_t i = below(4); i-- > 0;) made.children.push_back(node(depth - 1));
        }
        return made;
    }

private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    std::string words() {
        static constexpr std::array kPieces{"<",    ">",    "&",        "\"",       "'",    "\t",
                                            "\n",   "\r",   "]]>",      "&#10;",    " ",    "word",
                                            "\x01", "\xFF", "\xD0\x96", "\xC2\x85", "<!--", "  "};
        std::string text;
        for (std::size_t i = below(6); i-- > 0;) text += kPieces[below(kPieces.size())];
        return storable(text, nullptr);
    }

    std::mt19937 random_;
};

void write(Writer& writer, const Node& node) {
    writer.start(node.name);
    for (const auto& [name, value] : node.attributes) writer.attribute(name, value);
    writer.text(node.words);
    for (const auto& child : node.children) write(writer, child);
    writer.end();
}

void expect_same(const Element& element, const Node& node) {
    EXPECT_EQ(element.name(), node.name);
    auto attribute = element.first_attribute();
    for (const auto& [name, value] : node.attributes) {
        ASSERT_TRUE(attribute);
        EXPECT_EQ(attribute->name(), name);
        EXPECT_EQ(attribute->value(), value);
        attribute = attribute->next();
    }
    EXPECT_FALSE(attribute);
    if (node.children.empty()) {
        EXPECT_EQ(element.text(), node.words);
    }
    auto child = element.first_child();
    for (const auto& expected : node.children) {
        ASSERT_TRUE(child);
        expect_same(*child, expected);
        child = child->next();
    }
    EXPECT_FALSE(child);
}

TEST(WriterProperty, WhatIsWrittenPassesTheScannerAndReadsBackTheSame) {
    for (unsigned seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto tree = Grower(seed).node(4);
        std::string out;
        Writer writer(out);
        write(writer, tree);
        const auto problem = scan(base::as_bytes(out), base::Limits{});
        ASSERT_FALSE(problem) << problem->message << "\n" << out;
        const auto document = Document::parse(base::as_bytes(out));
        ASSERT_TRUE(document) << document.error().message() << "\n" << out;
        expect_same(document->root(), tree);
    }
}

}  // namespace

}  // namespace solander::xml
