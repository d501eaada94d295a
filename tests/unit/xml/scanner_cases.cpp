// SPDX-License-Identifier: Apache-2.0
#include "unit/xml/scanner_cases.h"

#include <string_view>

namespace solander::xml::test {

namespace {

using Kind = ScanProblem::Kind;

constexpr auto kGood = std::nullopt;
constexpr const char* kBom = "\xEF\xBB\xBF";

std::string document(std::string_view after_declaration) {
    return std::string(kDeclaration) + "\n" + std::string(after_declaration);
}

/// A literal that holds NUL.
template <std::size_t N>
std::string bytes(const char (&literal)[N]) {
    return {literal, N - 1};
}

std::string text(std::string_view words) {
    return document("<a>" + std::string(words) + "</a>");
}
std::string value(std::string_view words) {
    return document("<a b=\"" + std::string(words) + "\"/>");
}

std::string attributes(std::size_t count) {
    std::string tag = "<a";
    for (std::size_t i = 0; i < count; ++i) tag += " b" + std::to_string(i) + "=\"\"";
    return document(tag + "/>");
}

// clang-format off
std::vector<ScannerCase> good() {
    return {
        {"EmptyElement", document("<a/>"), kGood},
        {"EmptyElementInTwoTags", document("<a></a>"), kGood},
        {"LineFeedAtTheEnd", document("<a/>\n"), kGood},
        {"WhiteSpaceAroundTheRoot", document(" \t\n<a/>\n\t \n"), kGood},
        {"Attribute", document("<a b=\"c\"/>"), kGood},
        {"EmptyValue", document("<a b=\"\"/>"), kGood},
        {"TwoAttributes", document("<a b=\"1\" c=\"1\"/>"), kGood},
        {"AttributesThatDifferInCase", document("<a b=\"1\" B=\"1\"/>"), kGood},
        {"SameAttributeInTwoElements", document("<a b=\"1\"><a b=\"1\"/></a>"), kGood},
        {"AsManyAttributesAsAllowed", attributes(kMaxAttributes), kGood},
        {"NamesWithEveryCharacter", document("<_aZ.-9 Z_a.9-=\"\"/>"), kGood},
        {"LongestName", document("<" + std::string(kMaxNameBytes, 'n') + "/>"), kGood},
        {"NamespaceOnTheRoot", document("<a xmlns=\"urn:x\"><b/></a>"), kGood},
        {"Text", text("words"), kGood},
        {"TextOfWhiteSpace", text(" \t\n"), kGood},
        {"TextWithTabAndLineFeed", text("a\tb\nc"), kGood},
        {"TextWithQuotes", text("\"it's\""), kGood},
        {"TextWithBrackets", text("]] ]"), kGood},
        {"EveryReferenceInText", text("&amp;&lt;&gt;&quot;&apos;&#9;&#10;"), kGood},
        {"EveryReferenceInValue", value("&amp;&lt;&gt;&quot;&apos;&#9;&#10;"), kGood},
        {"ApostropheInValue", value("it's"), kGood},
        {"ReferenceOfAReference", text("&amp;#0;"), kGood},
        {"MixedContent", document("<a>x<b/>y<b>z</b></a>"), kGood},
        {"AsDeepAsAllowed", document("<a><b><c><d/></c></b></a>"), kGood},
        {"SiblingsDoNotAddDepth", document("<a><b/><b/><b/><b/><b/></a>"), kGood},
        {"TwoByteCharacters", text("\xC2\xA0\xC3\xA9\xDF\xBF"), kGood},
        {"ThreeByteCharacters", text("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD"), kGood},
        {"FourByteCharacters", text("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), kGood},
        {"CharactersBeyondAsciiInValue", value("\xD0\x96\xE2\x82\xAC"), kGood},
        {"DeleteIsNoC1Control", text("\x7F"), kGood},
        {"NonCharactersOfOtherPlanes", text("\xF0\x9F\xBF\xBE\xF4\x8F\xBF\xBF"), kGood},
        {"QuestionAndExclamationMarksInText", text("?x! --"), kGood},
        {"NamesThatBeginWithXml", document("<xmlish xml=\"\"/>"), kGood},
        {"ByteOrderMarkAsACharacter", text(kBom), kGood},
    };
}

std::vector<ScannerCase> bad_outside() {
    return {
        {"Nothing", "", Kind::unfinished},
        {"NoDeclaration", "<a/>", Kind::declaration},
        {"ByteOrderMark", kBom + document("<a/>"), Kind::declaration},
        {"SpaceBeforeTheDeclaration", " " + document("<a/>"), Kind::declaration},
        {"DeclarationWithoutLineFeed", std::string(kDeclaration) + "<a/>", Kind::declaration},
        {"DeclarationWithCrLf", std::string(kDeclaration) + "\r\n<a/>", Kind::declaration},
        {"DeclarationInSingleQuotes", "<?xml version='1.0' encoding='UTF-8'?>\n<a/>", Kind::declaration},
        {"DeclarationWithLowerCaseUtf8", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>", Kind::declaration},
        {"DeclarationOfLatin1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a/>", Kind::declaration},
        {"DeclarationOfVersion11", "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n<a/>", Kind::declaration},
        {"DeclarationWithStandalone", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a/>", Kind::declaration},
        {"DeclarationOnly", document(""), Kind::root},
        {"DeclarationAndWhiteSpace", document(" \n"), Kind::root},
        {"SecondDeclaration", document(std::string(kDeclaration) + "<a/>"), Kind::processing_instruction},
        {"TwoRoots", document("<a/><b/>"), Kind::root},
        {"TwoRootsOfOneName", document("<a></a>\n<a></a>"), Kind::root},
        {"TextBeforeTheRoot", document("x<a/>"), Kind::root},
        {"TextAfterTheRoot", document("<a/>x"), Kind::root},
        {"ReferenceAfterTheRoot", document("<a/>&#10;"), Kind::root},
        {"NulAfterTheRoot", document("<a/>" + bytes("\0")), Kind::root},
        {"ByteOrderMarkAfterTheRoot", document("<a/>" + std::string(kBom)), Kind::root},
        {"NoBreakSpaceAfterTheRoot", document("<a/>\xC2\xA0"), Kind::root},
        {"CarriageReturnAfterTheRoot", document("<a/>\r\n"), Kind::character},
        {"EndTagAfterTheRoot", document("<a/></a>"), Kind::nesting},
        {"Doctype", document("<!DOCTYPE a><a/>"), Kind::doctype},
        {"DoctypeWithEntity", document("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Kind::doctype},
        {"DoctypeInTheRoot", document("<a><!DOCTYPE a></a>"), Kind::doctype},
        {"DoctypeAfterTheRoot", document("<a/><!DOCTYPE a>"), Kind::doctype},
        {"LowerCaseDoctype", document("<!doctype a><a/>"), Kind::tag},
        {"CommentBeforeTheRoot", document("<!-- c --><a/>"), Kind::comment},
        {"CommentInText", text("x<!---->"), Kind::comment},
        {"CommentAfterTheRoot", document("<a/><!-- c -->"), Kind::comment},
        {"ProcessingInstruction", document("<?p i?><a/>"), Kind::processing_instruction},
        {"ProcessingInstructionInText", text("<?p?>"), Kind::processing_instruction},
        {"CdataSection", text("<![CDATA[x]]>"), Kind::cdata},
        {"UnknownDeclaration", document("<!ELEMENT a ANY><a/>"), Kind::tag},
    };
}

std::vector<ScannerCase> bad_tags() {
    return {
        {"UnclosedRoot", document("<a>"), Kind::unfinished},
        {"UnclosedRootWithText", document("<a>x"), Kind::unfinished},
        {"UnclosedChild", document("<a><b></a>"), Kind::nesting},
        {"CrossedTags", document("<a><b></a></b>"), Kind::nesting},
        {"EndTagOfOtherCase", document("<a></A>"), Kind::nesting},
        {"EndTagWithLongerName", document("<a></ab>"), Kind::nesting},
        {"EndTagWithShorterName", document("<ab></a>"), Kind::nesting},
        {"EndTagFirst", document("</a>"), Kind::nesting},
        {"EndTagWithSpace", document("<a></a >"), Kind::tag},
        {"EndTagWithSpaceBeforeName", document("<a></ a>"), Kind::tag},
        {"EndTagWithAttribute", document("<a></a b=\"c\">"), Kind::tag},
        {"EndTagWithoutName", document("<a></>"), Kind::tag},
        {"EndTagThatClosesItself", document("<a></a/>"), Kind::tag},
        {"UnfinishedEndTag", document("<a></a"), Kind::unfinished},
        {"UnfinishedEndTagName", document("<a></"), Kind::unfinished},
        {"LoneLess", document("<"), Kind::unfinished},
        {"LessInText", text("1 < 2"), Kind::tag},
        {"UnfinishedStartTag", document("<a"), Kind::unfinished},
        {"UnfinishedEmptyTag", document("<a/"), Kind::unfinished},
        {"UnfinishedAfterSpace", document("<a "), Kind::unfinished},
        {"UnfinishedAttributeName", document("<a b"), Kind::unfinished},
        {"UnfinishedAfterEquals", document("<a b="), Kind::unfinished},
        {"UnfinishedValue", document("<a b=\"c"), Kind::unfinished},
        {"UnfinishedAfterValue", document("<a b=\"c\""), Kind::unfinished},
        {"ValueThatRunsOn", document("<a b=\"c/>\n"), Kind::character},
        {"SpaceBeforeName", document("< a/>"), Kind::tag},
        {"SpaceBeforeSlash", document("<a />"), Kind::tag},
        {"SpaceBeforeGreater", document("<a b=\"c\" ></a>"), Kind::tag},
        {"SpaceInsideEmptyTagEnd", document("<a/ >"), Kind::tag},
        {"TwoSpacesBeforeAttribute", document("<a  b=\"c\"/>"), Kind::tag},
        {"TabBeforeAttribute", document("<a\tb=\"c\"/>"), Kind::tag},
        {"LineFeedBeforeAttribute", document("<a\nb=\"c\"/>"), Kind::tag},
        {"NoSpaceBetweenAttributes", document("<a b=\"c\"d=\"e\"/>"), Kind::tag},
        {"SpaceBeforeEquals", document("<a b =\"c\"/>"), Kind::tag},
        {"SpaceAfterEquals", document("<a b= \"c\"/>"), Kind::tag},
        {"SingleQuotes", document("<a b='c'/>"), Kind::tag},
        {"UnquotedValue", document("<a b=c/>"), Kind::tag},
        {"AttributeWithoutValue", document("<a b/>"), Kind::tag},
        {"AttributeWithoutName", document("<a =\"c\"/>"), Kind::tag},
        {"DuplicateAttribute", document("<a b=\"1\" b=\"2\"/>"), Kind::duplicate_attribute},
        {"DuplicateAttributeFurtherOn", document("<a b=\"1\" c=\"1\" d=\"1\" b=\"1\"/>"), Kind::duplicate_attribute},
        {"DuplicateNamespace", document("<a xmlns=\"u:1\" xmlns=\"u:2\"/>"), Kind::duplicate_attribute},
        {"OneAttributeTooMany", attributes(kMaxAttributes + 1), Kind::limit},
        {"NameThatBeginsWithDigit", document("<1/>"), Kind::tag},
        {"NameThatBeginsWithDash", document("<-a/>"), Kind::tag},
        {"NameThatBeginsWithDot", document("<.a/>"), Kind::tag},
        {"NameBeyondAscii", document("<\xC3\xA9/>"), Kind::tag},
        {"NameThatEndsBeyondAscii", document("<a\xC3\xA9/>"), Kind::tag},
        {"NulInName", document(bytes("<a\0/>")), Kind::tag},
        {"OneNameByteTooMany", document("<" + std::string(kMaxNameBytes + 1, 'n') + "/>"), Kind::limit},
        {"PrefixOfElement", document("<p:a xmlns:p=\"urn:x\"/>"), Kind::name_space},
        {"PrefixOfAttribute", document("<a xml:lang=\"en\"/>"), Kind::name_space},
        {"PrefixOfEndTag", document("<a></p:a>"), Kind::name_space},
        {"EmptyPrefix", document("<:a/>"), Kind::tag},
        {"NamespacePrefixDeclared", document("<a xmlns:p=\"urn:x\"/>"), Kind::name_space},
        {"NamespaceOnAChild", document("<a><b xmlns=\"urn:x\"/></a>"), Kind::name_space},
        {"OneLevelTooDeep", document("<a><b><c><d><e/></d></c></b></a>"), Kind::limit},
    };
}

std::vector<ScannerCase> bad_characters() {
    return {
        {"CarriageReturnInText", text("a\rb"), Kind::character},
        {"CrLfInText", text("a\r\nb"), Kind::character},
        {"CarriageReturnInValue", value("a\rb"), Kind::character},
        {"CarriageReturnInTag", document("<a\r/>"), Kind::tag},
        {"TabInValue", value("a\tb"), Kind::character},
        {"LineFeedInValue", value("a\nb"), Kind::character},
        {"LessInValue", value("a<b"), Kind::character},
        {"GreaterInValue", value("a>b"), Kind::character},
        {"GreaterInText", text("a>b"), Kind::character},
        {"EndOfCdataInText", text("]]>"), Kind::character},
        {"NulInText", text(bytes("a\0b")), Kind::character},
        {"NulInValue", value(bytes("a\0b")), Kind::character},
        {"BellInText", text("\x07"), Kind::character},
        {"EscapeInText", text("\x1B[31m"), Kind::character},
        {"LastC0InText", text("\x1F"), Kind::character},
        {"FirstC1InText", text("\xC2\x80"), Kind::character},
        {"NextLineInText", text("\xC2\x85"), Kind::character},
        {"LastC1InValue", value("\xC2\x9F"), Kind::character},
        {"FffeInText", text("\xEF\xBF\xBE"), Kind::character},
        {"FfffInValue", value("\xEF\xBF\xBF"), Kind::character},
        {"LoneContinuation", text("\x80"), Kind::encoding},
        {"LeadWithoutContinuation", text("\xC3"), Kind::encoding},
        {"LeadBeforeLead", text("\xC3\xC3\xA9"), Kind::encoding},
        {"SequenceCutByTheEnd", document("<a>\xE2\x82"), Kind::encoding},
        {"SequenceCutByATag", text("\xF0\x9F\x98"), Kind::encoding},
        {"Latin1", text("caf\xE9!"), Kind::encoding},
        {"OverlongSlash", text("\xC0\xAF"), Kind::encoding},
        {"OverlongNul", text("\xC0\x80"), Kind::encoding},
        {"OverlongInThree", text("\xE0\x80\xBC"), Kind::encoding},
        {"OverlongInFour", text("\xF0\x80\x80\xBC"), Kind::encoding},
        {"HighSurrogate", text("\xED\xA0\x80"), Kind::encoding},
        {"SurrogatePair", value("\xED\xA0\xBD\xED\xB8\x80"), Kind::encoding},
        {"BeyondUnicode", text("\xF4\x90\x80\x80"), Kind::encoding},
        {"FiveByteSequence", text("\xF8\x88\x80\x80\x80"), Kind::encoding},
        {"ByteFf", value("\xFF"), Kind::encoding},
        {"LoneAmpersand", text("a & b"), Kind::reference},
        {"AmpersandAtTheEnd", document("<a>&"), Kind::reference},
        {"ReferenceWithoutSemicolon", text("&amp "), Kind::reference},
        {"UnknownEntity", text("&nbsp;"), Kind::reference},
        {"EntityOfOtherCase", text("&AMP;"), Kind::reference},
        {"ReferenceToNul", text("&#0;"), Kind::reference},
        {"ReferenceToNulInValue", value("&#0;"), Kind::reference},
        {"ReferenceToCarriageReturn", text("&#13;"), Kind::reference},
        {"ReferenceInHexadecimal", text("&#xA;"), Kind::reference},
        {"ReferenceWithLeadingZero", text("&#09;"), Kind::reference},
        {"ReferenceToALetter", text("&#65;"), Kind::reference},
        {"EmptyReference", text("&;"), Kind::reference},
        {"EmptyCharacterReference", text("&#;"), Kind::reference},
    };
}
// clang-format on

}  // namespace

std::vector<ScannerCase> scanner_cases() {
    auto all = good();
    for (const auto& more : {bad_outside(), bad_tags(), bad_characters()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace solander::xml::test
