// SPDX-License-Identifier: Apache-2.0
#include "xml/document.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "xml/scanner.h"

namespace solander::xml {

namespace {

Document parse(std::string_view after_declaration) {
    const auto text = std::string(kDeclaration) + "\n" + std::string(after_declaration);
    const auto problem = scan(base::as_bytes(text), base::Limits{});
    EXPECT_FALSE(problem) << problem->message;
    auto document = Document::parse(base::as_bytes(text));
    EXPECT_TRUE(document) << document.error().message();
    return std::move(document).value();
}

std::vector<std::string> child_names(const Element& parent) {
    std::vector<std::string> names;
    for (auto child = parent.first_child(); child; child = child->next())
        names.emplace_back(child->name());
    return names;
}

TEST(Document, WalksElementsInOrder) {
    const auto document = parse("<a>\n  <b/>\n  <c><d/></c>\n  <b/>\n</a>\n");
    EXPECT_EQ(document.root().name(), "a");
    EXPECT_EQ(child_names(document.root()), (std::vector<std::string>{"b", "c", "b"}));
    EXPECT_FALSE(document.root().next());
    EXPECT_FALSE(document.root().first_child()->first_child());
}

TEST(Document, PassesOverTextBetweenElements) {
    const auto document = parse("<a>x<b/>y<c/>z</a>");
    EXPECT_EQ(child_names(document.root()), (std::vector<std::string>{"b", "c"}));
}

TEST(Document, GivesAttributesByNameAndInOrder) {
    const auto document = parse(R"(<a z="1" b=""/>)");
    const auto element = document.root();
    EXPECT_EQ(element.attribute("z"), "1");
    EXPECT_EQ(element.attribute("b"), "");
    EXPECT_FALSE(element.attribute("Z"));
    EXPECT_FALSE(element.attribute(""));
    const auto first = element.first_attribute();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->name(), "z");
    const auto second = first->next();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->name(), "b");
    EXPECT_EQ(second->value(), "");
    EXPECT_FALSE(second->next());
}

TEST(Document, KeepsTheBytesOfAValue) {
    const auto document = parse("<a b=\"  x  y&#9;&#10; &quot;&lt;&gt;&amp;lt;'&apos; \"/>");
    EXPECT_EQ(document.root().attribute("b"), "  x  y\t\n \"<>&lt;'' ");
}

struct TextCase {
    const char* name = "";
    const char* source = "";
    const char* text = "";
};
void PrintTo(const TextCase& row, std::ostream* out) {
    *out << row.name;
}
std::string case_name(const testing::TestParamInfo<TextCase>& info) {
    return info.param.name;
}

class DocumentText : public testing::TestWithParam<TextCase> {};

TEST_P(DocumentText, IsKeptToTheByte) {
    const auto document = parse(GetParam().source);
    EXPECT_EQ(document.root().text(), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, DocumentText,
    testing::Values(TextCase{"None", "<a/>", ""}, TextCase{"Empty", "<a></a>", ""},
                    TextCase{"Words", "<a>x y</a>", "x y"},
                    TextCase{"SpaceAround", "<a>  x\n </a>", "  x\n "},
                    TextCase{"OnlySpace", "<a> \t\n</a>", " \t\n"},
                    TextCase{"SpaceThenReference", "<a>\n&#10;&#9; </a>", "\n\n\t "},
                    TextCase{"References", "<a>&amp;amp;&lt;b/&gt;</a>", "&amp;<b/>"},
                    TextCase{"Brackets", "<a>]]&gt;</a>", "]]>"},
                    TextCase{"BeyondAscii", "<a>\xD0\x96\xF0\x9F\x98\x80</a>",
                             "\xD0\x96\xF0\x9F\x98\x80"}),
    case_name);

TEST(Document, TellsContentApart) {
    const auto is_empty = [](std::string_view text) { return parse(text).root().is_empty(); };
    EXPECT_TRUE(is_empty("<a/>"));
    EXPECT_TRUE(is_empty("<a></a>"));
    EXPECT_FALSE(is_empty("<a> </a>"));
    EXPECT_FALSE(is_empty("<a><b/></a>"));

    const auto only_elements = [](std::string_view text) {
        return parse(text).root().has_only_elements();
    };
    EXPECT_TRUE(only_elements("<a/>"));
    EXPECT_TRUE(only_elements("<a>\n  <b>x</b>\n</a>"));
    EXPECT_FALSE(only_elements("<a>x</a>"));
    EXPECT_FALSE(only_elements("<a>x<b/></a>"));
    EXPECT_FALSE(only_elements("<a><b/>x<b/></a>"));
    EXPECT_FALSE(only_elements("<a><b/>\nx</a>"));
}

TEST(Document, KnowsLines) {
    const auto document = parse("<a>\n  <b>&#10;&#10;x\n&amp;</b><c/>\n  <d/></a>");
    const auto b = document.root().first_child();
    EXPECT_EQ(document.root().line(), 2U);
    EXPECT_EQ(b->line(), 3U);
    EXPECT_EQ(b->next()->line(), 4U);
    EXPECT_EQ(b->next()->next()->line(), 5U);
}

TEST(Document, MovesWithItsElements) {
    auto first = parse("<a>words</a>");
    const auto root = first.root();
    const Document second = std::move(first);
    EXPECT_EQ(root.text(), "words");
    EXPECT_EQ(second.root().text(), "words");
}

TEST(Document, RefusesWhatParserAndTagsDisagreeOn) {
    for (const std::string text : {"", "<a", "x", "<a b=\"1\" c='2'/>", "<a><!-- <b/> --></a>"}) {
        const auto document = Document::parse(base::as_bytes(text));
        ASSERT_FALSE(document) << text;
        EXPECT_EQ(document.error().code(), ErrorCode::internal);
    }
}

}  // namespace

}  // namespace solander::xml
