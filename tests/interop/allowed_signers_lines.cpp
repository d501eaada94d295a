// SPDX-License-Identifier: Apache-2.0
#include "allowed_signers_lines.h"

#include <ostream>

#include "support/world.h"

namespace solander::test {

const std::string& archivist_line() {
    static const std::string text = fixture_key("archivist").public_key().openssh_line("");
    return text;
}

void PrintTo(const TrustLine& line, std::ostream* out) {
    *out << line.name;
}

namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

std::string with_key(const std::string& front, const std::string& end = "\n") {
    return front + " " + archivist_line() + end;
}
std::string dated(const std::string& option) {
    return with_key("alice " + option);
}
std::string key_spoilt(std::size_t cut, const std::string& more = "") {
    return "alice " + archivist_line().substr(0, archivist_line().size() - cut) + more + "\n";
}

}  // namespace

const std::vector<TrustLine>& trust_lines_tried() {
    static const std::vector<TrustLine> all{
        // ---- principals
        {"Name", with_key("alice")},
        {"AnotherName", with_key("bob")},
        {"Capitals", with_key("ALICE")},
        {"OneOfTwo", with_key("bob,alice")},
        {"Star", with_key("al*")},
        {"QuestionMark", with_key("al?ce")},
        {"TwoQuestionMarks", with_key("al??ce")},
        {"Everybody", with_key("*")},
        {"Negated", with_key("*,!alice")},
        {"NegatedFirst", with_key("!alice,*")},
        {"NegatedByAPattern", with_key("alice,!al*")},
        {"AnotherNegated", with_key("*,!bob")},
        {"OnlyNegated", with_key("!alice")},
        {"NegationOfNothing", with_key("!,alice")},
        {"LiteralBesideAPattern", with_key("bob,al*")},
        {"CommaBehind", with_key("alice,")},
        {"CommaInFront", with_key(",alice")},
        {"TwoCommas", with_key("bob,,alice")},
        {"BackslashInFront", with_key("\\alice")},
        {"Brackets", with_key("al[i]ce")},
        {"Quoted", with_key("\"alice\"")},
        {"QuotedInPart", with_key("bob,\"alice\"")},
        {"QuoteInsideAName", with_key("al\"ice\"")},
        {"QuoteEndsPrincipals", with_key("\"bob\",alice")},
        {"QuotedWithABlank", with_key("\"alice b\"")},
        {"OpenQuote", with_key("\"alice")},
        {"NobodyNamed", with_key("\"\""), "NobodyNamed"},
        {"NameLikeAType", with_key("ssh-ed25519")},
        {"NoName", archivist_line() + "\n"},
        {"ByteOrderMark", kByteOrderMark + with_key("alice"), "ByteOrderMark"},
        {"NotUtf8", with_key("\xFF,alice")},
        // ---- white space and comments
        {"Tab", "alice\t" + archivist_line() + "\n"},
        {"ManyBlanks", "  alice \t  " + archivist_line() + "  \n"},
        {"NoLastLineFeed", with_key("alice", "")},
        {"LineOfWindows", with_key("alice", "\r\n")},
        {"LineOfWindowsWithAComment", with_key("alice", " x\r\n")},
        {"CarriageReturnInside", "alice\r" + archivist_line() + "\n", "ControlCharacter"},
        {"VerticalTab", with_key("alice", " \v\n"), "ControlCharacter"},
        {"NulBehind", with_key("alice", std::string(" \0x\n", 4)), "ControlCharacter"},
        {"Comment", "#" + with_key("alice")},
        {"CommentBehindBlanks", " \t# " + with_key("alice")},
        {"HashInAName", with_key("a#,alice")},
        {"CommentOfTheKey", with_key("alice", " of the desk # x\n")},
        {"QuoteInTheComment", with_key("alice", " \"x\n")},
        {"EmptyFile", ""},
        {"EmptyLines", "\n \n\t\n"},
        // ---- options
        {"OurNamespace", with_key("alice namespaces=\"manifest@solander\"")},
        {"AnotherNamespace", with_key("alice namespaces=\"git\"")},
        {"NoNamespace", with_key("alice namespaces=\"\"")},
        {"PatternOfNamespaces", with_key("alice namespaces=\"file,*@solander\"")},
        {"NegatedNamespace", with_key("alice namespaces=\"*,!manifest@solander\"")},
        {"BlankInNamespaces", with_key("alice namespaces=\"git, manifest@solander\"")},
        {"NamespaceInCapitals", with_key("alice namespaces=\"MANIFEST@solander\"")},
        {"NamespaceWithoutQuotes", with_key("alice namespaces=manifest@solander")},
        {"NamespaceQuotedSingly", with_key("alice namespaces='*'")},
        {"NamespaceWithoutValue", with_key("alice namespaces")},
        {"NamespaceWithAQuote", with_key(R"(alice namespaces="a\"b,*")")},
        {"NamespaceThatEndsInABackslash", with_key(R"(alice namespaces="*\")")},
        {"NamespacesTwice", with_key("alice namespaces=\"*\",namespaces=\"*\"")},
        {"OptionInCapitals", with_key("alice NAMESPACES=\"*\"")},
        {"OptionInBoth", with_key("alice NameSpaces=\"*\",Valid-After=\"20200101Z\"")},
        {"UnknownOption", with_key("alice restrict")},
        {"UnknownOptionWithAValue", with_key("alice trusted=\"yes\"")},
        {"OptionThatBeginsAlike", with_key("alice namespacesx=\"*\"")},
        {"NegatedOption", with_key("alice no-cert-authority")},
        {"CommaAtTheEnd", with_key("alice namespaces=\"*\",")},
        {"CommaInFrontOfOptions", with_key("alice ,namespaces=\"*\""), "NothingBeforeAComma"},
        {"TwoCommasBetweenOptions", with_key("alice namespaces=\"*\",,valid-after=\"20200101Z\""),
         "NothingBeforeAComma"},
        {"BlankBehindAComma", with_key("alice namespaces=\"*\", valid-after=\"20200101Z\"")},
        {"BlankBetweenOptions", with_key("alice namespaces=\"*\" valid-after=\"20200101Z\"")},
        {"OptionsNotParted", with_key("alice namespaces=\"*\"valid-after=\"20200101Z\"")},
        {"BlankBeforeTheEqualsSign", with_key("alice namespaces =\"*\"")},
        {"OpenQuoteOfAnOption", with_key("alice namespaces=\"*")},
        {"OptionsOnly", "alice namespaces=\"*\"\n"},
        {"Authority", with_key("alice cert-authority"), "Authority"},
        {"AuthorityInCapitals", with_key("alice CERT-AUTHORITY"), "Authority"},
        {"AuthorityWithAValue", with_key("alice cert-authority=\"x\"")},
        // ---- times
        {"AfterOfADay", dated("valid-after=\"20250531Z\"")},
        {"AfterToCome", dated("valid-after=\"20250602Z\"")},
        {"AfterToTheSecond", dated("valid-after=\"20250601120000Z\"")},
        {"AfterASecondLater", dated("valid-after=\"20250601120001Z\"")},
        {"AfterToTheMinute", dated("valid-after=\"202506011200Z\"")},
        {"BeforeToTheSecond", dated("valid-before=\"20250601120000Z\"")},
        {"BeforeASecondEarlier", dated("valid-before=\"20250601115959Z\"")},
        {"SmallZ", dated("valid-after=\"20250601120000z\"")},
        {"TwoZ", dated("valid-after=\"20250601120000ZZ\"")},
        {"BlankBeforeZ", dated("valid-after=\"20250601 Z\"")},
        {"Offset", dated("valid-after=\"20250601120000+0000\"")},
        {"Dashes", dated("valid-after=\"2025-06-01\"")},
        {"TenDigits", dated("valid-after=\"2025060112\"")},
        {"SixDigits", dated("valid-after=\"202506\"")},
        {"FifteenDigits", dated("valid-after=\"202506011200000\"")},
        {"NoDigits", dated("valid-after=\"\"")},
        {"OnlyZ", dated("valid-after=\"Z\"")},
        {"Words", dated("valid-after=\"tomorrow\"")},
        {"MonthThirteen", dated("valid-after=\"20201301Z\"")},
        {"MonthZero", dated("valid-after=\"20200001Z\"")},
        {"DayZero", dated("valid-after=\"20200100Z\"")},
        {"DayThirtyTwo", dated("valid-after=\"20200132Z\"")},
        {"HourTwentyFour", dated("valid-after=\"202001012400Z\"")},
        {"MinuteSixty", dated("valid-after=\"202001010060Z\"")},
        {"SecondSixty", dated("valid-after=\"20200101000060Z\""), "DateThatIsNone"},
        {"ThirtiethOfFebruary", dated("valid-after=\"20200230Z\""), "DateThatIsNone"},
        {"ThirtyFirstOfJune", dated("valid-after=\"20200631\""), "DateThatIsNone"},
        {"LeapDay", dated("valid-after=\"20200229Z\"")},
        {"LeapDayOfNoLeapYear", dated("valid-after=\"20210229Z\""), "DateThatIsNone"},
        {"BlanksForDigits", dated("valid-after=\"2020 1 1Z\""), "DateThatIsNone"},
        {"SignForADigit", dated("valid-after=\"+2020101Z\"")},
        {"BeforeComputers", dated("valid-after=\"19691231Z\"")},
        {"BeginningOfComputers", dated("valid-after=\"19700101Z\"")},
        {"FirstDayOfComputers", dated("valid-after=\"19700102Z\""), "DateThatIsNone"},
        {"YearOne", dated("valid-after=\"00010101Z\"")},
        {"YearNineThousand", dated("valid-before=\"99991231Z\"")},
        {"EndBeforeStart", dated("valid-after=\"20300101Z\",valid-before=\"20200101Z\"")},
        {"EndIsStart", dated("valid-after=\"20250601120000Z\",valid-before=\"20250601120000Z\"")},
        {"TimeTwice", dated("valid-after=\"20200101Z\",valid-after=\"20200101Z\"")},
        {"Both", dated("valid-before=\"20300101Z\",valid-after=\"20200101Z\"")},
        // ---- local times: the hour of one reading, of both, of none
        {"LocalInWinter", dated("valid-after=\"20250101130000\""), "", "2025-01-01T12:00:00Z"},
        {"LocalInWinterToCome", dated("valid-after=\"20250101130001\""), "",
         "2025-01-01T12:00:00Z"},
        {"LocalInSummer", dated("valid-after=\"20250601130000\"")},
        {"LocalInSummerToCome", dated("valid-after=\"20250601130001\"")},
        {"EndInSummerOfBoth", dated("valid-before=\"20250601140000\"")},
        {"EndInSummerOfOne", dated("valid-before=\"20250601133000\""), "SummerTime"},
        {"EndInSummerOfNone", dated("valid-before=\"20250601125959\"")},
        {"HourThatThereIsNoneOf", dated("valid-after=\"20250330023000\""), "",
         "2025-03-30T01:30:00Z"},
        {"HourThatThereIsTwiceOf", dated("valid-after=\"20251026023000\""), "",
         "2025-10-26T01:30:00Z"},
        // ---- keys
        {"KeyCutShort", key_spoilt(8)},
        {"KeyCutWithinItsDigits", key_spoilt(1)},
        {"KeyWithMore", key_spoilt(0, "AAAA")},
        {"KeyWithPadding", key_spoilt(0, "=")},
        {"KeyInPieces",
         "alice " + archivist_line().substr(0, 40) + " " + archivist_line().substr(40) + "\n"},
        {"KeyWithoutItsType",
         "alice " + archivist_line().substr(archivist_line().find(' ') + 1) + "\n"},
        {"KeyOfAnotherTypeThanItSays",
         "alice ssh-rsa " + archivist_line().substr(archivist_line().find(' ') + 1) + "\n"},
        {"TypeInCapitals",
         "alice SSH-ED25519 " + archivist_line().substr(archivist_line().find(' ') + 1) + "\n"},
        {"TypeOnly", "alice ssh-ed25519\n"},
        {"KeyOfSomebodyElse",
         "alice " + fixture_key("registrar").public_key().openssh_line("") + "\n"},
        {"SomethingElse", "alice bob carol\n"},
        // ---- several lines
        {"SecondLine", "# x\n" + with_key("bob") + with_key("alice")},
        {"BrokenLineBehind", with_key("alice") + "broken\n"},
        {"OneOfTwoIsOver", with_key("alice valid-before=\"20200101Z\"") + with_key("alice")},
    };
    return all;
}

// Each choice is a statement of its own: the order in which operands are evaluated is not fixed.

std::string MadeLines::next() {
    std::string text = one_of({"", "", "", "", "", " ", "\t", "#", " # "});
    text += one_of({"alice",
                    "alice",
                    "alice",
                    "al*",
                    "a?ice",
                    "bob",
                    "*",
                    "!alice",
                    "*,!alice",
                    "*,!bob",
                    "bob,alice",
                    "alice,",
                    ",alice",
                    "ALICE",
                    "\"alice\"",
                    "\"alice b\"",
                    "bob,\"alice\"",
                    "al\"ice\"",
                    "\"alice",
                    "\"\"",
                    "\\alice",
                    std::string(kByteOrderMark) + "alice",
                    "alice\xC2\xA0"});
    text += gap();
    text += options();
    text += key_text();
    text += one_of({"", "", " c", " of the desk", "\tc", " # c", " \"c", " \x1b[1m", "\xFF"});
    return text += one_of({"\n", "\n", "\n", "\r\n", ""});
}

std::string MadeLines::one_of(const std::vector<std::string>& choices) {
    return choices[random_() % choices.size()];
}

std::string MadeLines::gap() {
    return one_of({" ", " ", " ", " ", "\t", "  ", " \t", "\r", ""});
}

std::string MadeLines::options() {
    std::string text;
    const auto count = random_() % 4;
    for (unsigned i = 0; i < count; ++i) {
        if (i > 0) text += one_of({",", ",", ",", ",", ", ", " ", ",,", ""});
        text += option();
    }
    if (text.empty()) return text;
    text += one_of({"", "", "", "", ","});
    return text += gap();
}

std::string MadeLines::option() {
    std::string text =
        one_of({"namespaces", "namespaces", "valid-after", "valid-before", "valid-after",
                "valid-before", "cert-authority", "Namespaces", "VALID-AFTER", "restrict"});
    if (text == "cert-authority" || text == "restrict") return text;
    const bool is_time = text.front() == 'v' || text.front() == 'V';
    text += one_of({"=", "=", "=", "=", "=", "=", " =", ""});
    const std::string quote = one_of({"\"", "\"", "\"", "\"", "\"", "\"", "", "'"});
    text += quote;
    if (is_time) {
        text += date();
        text += one_of({"Z", "Z", "", "z", "ZZ"});
    } else {
        text += one_of({"*", "manifest@solander", "git", "git,manifest@solander", "", "*@solander",
                        "*,!git", "a b", "git, manifest@solander", "a\\\"b,*"});
    }
    return text += quote;
}

std::string MadeLines::date() {
    std::string digits = one_of({"2020", "2025", "2025", "2030", "1969", "1970", "9999"});
    digits += one_of({"01", "06", "06", "12", "02", "00", "13"});
    digits += one_of({"01", "01", "15", "30", "31", "00", "32"});
    const auto length = random_() % 4;
    if (length > 0) {
        digits += one_of({"00", "11", "13", "14", "23", "24"});
        digits += "30";
    }
    if (length > 1) digits += one_of({"00", "59", "60", "61"});
    if (random_() % 12 == 0) digits[random_() % digits.size()] = ' ';
    if (random_() % 12 == 0) digits.pop_back();
    return digits;
}

std::string MadeLines::key_text() {
    const std::string& whole = archivist_line();
    switch (random_() % 12) {
        case 0:
            return whole.substr(0, whole.size() - 1 - random_() % 12);
        case 1:
            return one_of({"ssh-rsa", "ssh-ED25519", "ssh-ed25519-cert-v01@openssh.com", ""}) +
                   whole.substr(whole.find(' '));
        case 2:
            return whole + one_of({"=", "AAAA", "x", "\t"});
        default:
            return whole;
    }
}

}  // namespace solander::test
