// SPDX-License-Identifier: Apache-2.0
#include "xml/scanner.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "support/scratch.h"
#include "support/shared.h"
#include "unit/xml/scanner_cases.h"

namespace solander::xml::test {

namespace {

std::optional<ScanProblem> scan_text(std::string_view text) {
    base::Limits limits;
    limits.xml_depth = 4;
    return scan(base::as_bytes(text), limits);
}

std::string case_name(const testing::TestParamInfo<ScannerCase>& info) {
    return info.param.name;
}

class ScannerProfile : public testing::TestWithParam<ScannerCase> {};

TEST_P(ScannerProfile, IsKept) {
    const auto problem = scan_text(GetParam().text);
    if (!GetParam().problem) {
        EXPECT_FALSE(problem) << problem->message;
        return;
    }
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, *GetParam().problem) << problem->message;
    EXPECT_LE(problem->offset, GetParam().text.size());
    EXPECT_FALSE(problem->message.empty());
}

INSTANTIATE_TEST_SUITE_P(Texts, ScannerProfile, testing::ValuesIn(scanner_cases()), case_name);

/// What docs/format.md, "XML profile", asks for, with a text that keeps the rule and one that
/// breaks it: a case that is taken out of the table above would be missed here.
struct Rule {
    const char* name = "";
    const char* kept = "";
    const char* broken = "";
};
constexpr std::array kRules{
    Rule{"declaration", "EmptyElement", "NoDeclaration"},
    Rule{"nothing before the declaration", "EmptyElement", "SpaceBeforeTheDeclaration"},
    Rule{"no byte order mark", "ByteOrderMarkAsACharacter", "ByteOrderMark"},
    Rule{"LF behind the declaration", "LineFeedAtTheEnd", "DeclarationWithoutLineFeed"},
    Rule{"white space around the root", "WhiteSpaceAroundTheRoot", "NoBreakSpaceAfterTheRoot"},
    Rule{"one root", "EmptyElementInTwoTags", "TwoRoots"},
    Rule{"a root", "EmptyElement", "DeclarationAndWhiteSpace"},
    Rule{"empty element", "EmptyElement", "SpaceBeforeSlash"},
    Rule{"start and end tag", "EmptyElementInTwoTags", "CrossedTags"},
    Rule{"end tag", "EmptyElementInTwoTags", "EndTagWithSpace"},
    Rule{"one space before an attribute", "TwoAttributes", "TwoSpacesBeforeAttribute"},
    Rule{"nothing around =", "Attribute", "SpaceAfterEquals"},
    Rule{"double quotes", "ApostropheInValue", "SingleQuotes"},
    Rule{"first character of a name", "NamesWithEveryCharacter", "NameThatBeginsWithDigit"},
    Rule{"characters of a name", "NamesWithEveryCharacter", "NameThatEndsBeyondAscii"},
    Rule{"< in text", "EveryReferenceInText", "LessInText"},
    Rule{"> in text", "EveryReferenceInText", "GreaterInText"},
    Rule{"& in text", "EveryReferenceInText", "LoneAmpersand"},
    Rule{"< in a value", "EveryReferenceInValue", "LessInValue"},
    Rule{"> in a value", "EveryReferenceInValue", "GreaterInValue"},
    Rule{"tab in a value", "EveryReferenceInValue", "TabInValue"},
    Rule{"tab in text", "TextWithTabAndLineFeed", "BellInText"},
    Rule{"line feed in a value", "TextWithTabAndLineFeed", "LineFeedInValue"},
    Rule{"references", "EveryReferenceInText", "UnknownEntity"},
    Rule{"decimal references", "EveryReferenceInText", "ReferenceInHexadecimal"},
    Rule{"references without zeros", "EveryReferenceInText", "ReferenceWithLeadingZero"},
    Rule{"no carriage return", "TextWithTabAndLineFeed", "CrLfInText"},
    Rule{"no C0 controls", "DeleteIsNoC1Control", "LastC0InText"},
    Rule{"no C1 controls, first", "DeleteIsNoC1Control", "FirstC1InText"},
    Rule{"no C1 controls, last", "TwoByteCharacters", "LastC1InValue"},
    Rule{"characters of XML 1.0", "ThreeByteCharacters", "FffeInText"},
    Rule{"strict UTF-8", "FourByteCharacters", "BeyondUnicode"},
    Rule{"shortest forms", "TwoByteCharacters", "OverlongSlash"},
    Rule{"no surrogates", "ThreeByteCharacters", "HighSurrogate"},
    Rule{"no document type", "QuestionAndExclamationMarksInText", "Doctype"},
    Rule{"no processing instruction", "QuestionAndExclamationMarksInText", "ProcessingInstruction"},
    Rule{"no CDATA section", "TextWithBrackets", "CdataSection"},
    Rule{"no comment", "QuestionAndExclamationMarksInText", "CommentInText"},
    Rule{"no prefix of elements", "NamesThatBeginWithXml", "PrefixOfElement"},
    Rule{"no prefix of attributes", "NamesThatBeginWithXml", "PrefixOfAttribute"},
    Rule{"xmlns on the root", "NamespaceOnTheRoot", "NamespaceOnAChild"},
    Rule{"no attribute twice", "AttributesThatDifferInCase", "DuplicateAttribute"},
    Rule{"levels", "AsDeepAsAllowed", "OneLevelTooDeep"},
    Rule{"attributes", "AsManyAttributesAsAllowed", "OneAttributeTooMany"},
    Rule{"bytes in a name", "LongestName", "OneNameByteTooMany"},
};

TEST(ScannerRules, HaveACaseThatKeepsAndOneThatBreaksThem) {
    const auto cases = scanner_cases();
    const auto find = [&cases](std::string_view name) {
        return std::ranges::find(cases, name,
                                 [](const auto& row) { return std::string(row.name); });
    };
    for (const Rule& rule : kRules) {
        const auto kept = find(rule.kept);
        const auto broken = find(rule.broken);
        ASSERT_NE(kept, cases.end()) << rule.name << ": " << rule.kept;
        ASSERT_NE(broken, cases.end()) << rule.name << ": " << rule.broken;
        EXPECT_FALSE(kept->problem) << rule.name;
        EXPECT_TRUE(broken->problem) << rule.name;
    }
}

TEST(Scanner, AllowsAsManyLevelsAsTheFormatUnasked) {
    const auto nested = [](std::size_t levels) {
        std::string text = std::string(kDeclaration) + "\n";
        for (std::size_t i = 1; i < levels; ++i) text += "<a>";
        text += "<a/>";
        for (std::size_t i = 1; i < levels; ++i) text += "</a>";
        return text;
    };
    EXPECT_FALSE(scan(base::as_bytes(nested(32)), base::Limits{}));
    const auto problem = scan(base::as_bytes(nested(33)), base::Limits{});
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, ScanProblem::Kind::limit);
}

TEST(Scanner, SaysWhereInBytesLinesAndCharacters) {
    const std::string text = std::string(kDeclaration) + "\n<a>\n  \xD0\x96\xD0\x96 & x</a>\n";
    const auto problem = scan_text(text);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->offset, text.find('&'));
    EXPECT_EQ(problem->line, 3U);
    EXPECT_EQ(problem->column, 6U);
}

TEST(Scanner, PointsToTheSecondOfTwoAttributes) {
    const std::string text = std::string(kDeclaration) + "\n<a bc=\"1\" bc=\"2\"/>";
    const auto problem = scan_text(text);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->offset, text.rfind("bc"));
    EXPECT_EQ(problem->message, "the element has two attributes 'bc'");
}

TEST(Scanner, RefusesEveryBeginningOfAGoodText) {
    const std::string text =
        std::string(kDeclaration) + "\n<a b=\"&lt;\xC3\xA9\"><c/>\xE2\x82\xAC&#10;<d>x</d></a>";
    ASSERT_FALSE(scan_text(text));
    for (std::size_t size = 0; size < text.size(); ++size) {
        const std::string cut(text, 0, size);  // exactly so many bytes, for the sanitizers' sake
        EXPECT_TRUE(scan_text(cut)) << cut;
    }
}

TEST(Scanner, NeedsNoStackForDepth) {
    constexpr std::size_t kDepth = 200'000;
    std::string text = std::string(kDeclaration) + "\n";
    for (std::size_t i = 0; i < kDepth; ++i) text += "<long-element>";
    for (std::size_t i = 0; i < kDepth; ++i) text += "</long-element>";
    base::Limits limits;
    limits.xml_depth = kDepth;
    EXPECT_FALSE(scan(base::as_bytes(text), limits));
    limits.xml_depth = kDepth - 1;
    const auto problem = scan(base::as_bytes(text), limits);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, ScanProblem::Kind::limit);
}

/// What little text says must not take much memory: as many as 1024 may be as short as can be.
TEST(Scanner, TakesNoMoreElementsThanTheTextIsLong) {
    const auto text_of = [](std::size_t short_ones, std::size_t padding) {
        std::string text = std::string(kDeclaration) + "\n<a>";
        for (std::size_t i = 0; i < short_ones; ++i) text += "<b/>";
        return text + std::string(padding, ' ') + "</a>\n";
    };
    EXPECT_FALSE(scan_text(text_of(1200, 0)));
    const auto problem = scan_text(text_of(1300, 0));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, ScanProblem::Kind::limit);
    EXPECT_THAT(problem->message, testing::HasSubstr("1024 and one for each 24 bytes"));
    EXPECT_FALSE(scan_text(text_of(1300, 24 * 300)));
}

TEST(Scanner, AcceptsTheWorkedExamples) {
    SOLANDER_NEEDS_SHARED("examples");
    for (const auto* name : {"1-first-sample", "2-b03-d02", "3-letter-photograph", "4-completed"}) {
        const auto file = std::string("examples/") + name + ".xml";
        const auto text = solander::test::read_file(solander::test::shared_root() / file);
        const auto problem = scan(base::as_bytes(text), base::Limits{});
        EXPECT_FALSE(problem) << name << ": " << problem->message;
    }
}

}  // namespace

}  // namespace solander::xml::test
