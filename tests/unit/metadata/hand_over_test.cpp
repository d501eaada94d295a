// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hand_over_fixtures.h"
#include "properties/quoted_elements.h"

namespace solander::metadata {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::size_t certain_readers(const Received& received) {
    const auto certain = [&](const Reader* reader) {
        return reader->recognises(received) == Recognition::certain;
    };
    return static_cast<std::size_t>(std::ranges::count_if(readers(), certain));
}

TEST(HandOvers, HaveExactlyOneReaderThatIsCertain) {
    const auto all = test::structured_hand_overs();
    EXPECT_GT(all.size(), 9U);
    for (const auto& each : all)
        EXPECT_EQ(certain_readers({each.payload_path(), each.text}), 1U) << each.name;
}

TEST(HandOvers, AreCertainOfNoOtherFixtureEither) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(test::source_root() / "fixtures")) {
        if (!entry.is_regular_file()) continue;
        EXPECT_LE(certain_readers({"data/x", test::read_file(entry.path())}), 1U) << entry.path();
    }
}

TEST(HandOvers, AreQuotedAtTheirPlaces) {
    for (const auto& each : test::structured_hand_overs())
        for (const auto& described : test::read_hand_over(each.name).documents)
            EXPECT_THAT(fuzz::misquoted_elements(described.document, each.text), IsEmpty())
                << each.name;
}

std::string spoilt(std::string text, std::mt19937_64& random) {
    const auto at = random() % text.size();
    switch (random() % 4) {
        case 0:
            text[at] = static_cast<char>(random() % 256);
            break;
        case 1:
            text.erase(at, 1 + random() % 8);
            break;
        case 2:
            text.insert(at, text.substr(random() % text.size(), 1 + random() % 40));
            break;
        default:
            text[at] = static_cast<char>('a' + random() % 26);
    }
    return text;
}

TEST(HandOvers, AreQuotedAtTheirPlacesWhenSpoiltToo) {
    constexpr std::size_t kMutations = 4000;
    const auto all = test::structured_hand_overs();
    std::mt19937_64 random{20261125};
    std::size_t read = 0;
    for (std::size_t i = 0; i < kMutations && !testing::Test::HasFailure(); ++i) {
        const auto text = spoilt(all[i % all.size()].text, random);
        const auto path = all[i % all.size()].payload_path();
        for (const auto* reader : readers()) {
            if (reader->recognises({path, text}) == Recognition::no) continue;
            const auto reading = reader->read({path, text});
            if (!reading) {
                EXPECT_THAT(reading.error().message(), testing::Not(IsEmpty()));
                EXPECT_NE(reading.error().code(), ErrorCode::internal)
                    << reading.error().message() << "\n"
                    << text;
                continue;
            }
            ++read;
            for (const auto& described : reading->documents)
                EXPECT_THAT(fuzz::misquoted_elements(described.document, text), IsEmpty()) << text;
        }
    }
    EXPECT_GT(read, kMutations / 4) << "most texts are spoilt beyond reading: nothing is tested";
}

struct Hostile {
    std::string name;
    std::string text;
    std::string message;
};
void PrintTo(const Hostile& hostile, std::ostream* out) {
    *out << hostile.name;
}
std::string hostile_name(const testing::TestParamInfo<Hostile>& info) {
    return info.param.name;
}

class HostileText : public testing::TestWithParam<Hostile> {};

TEST_P(HostileText, IsRefusedInAClearSentence) {
    const auto choice = choose_reader({"data/x.xml", GetParam().text});
    ASSERT_NE(choice.reader, nullptr) << choice.clash;
    const auto reading = choice.reader->read({"data/x.xml", GetParam().text});
    ASSERT_FALSE(reading.has_value());
    EXPECT_THAT(reading.error().message(), HasSubstr(GetParam().message));
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

const std::string kOpen = R"(<mods xmlns="http://www.loc.gov/mods/v3">)";
const std::string kClose = "</mods>";
const std::string kNote = kOpen + "<note>x</note>" + kClose;
const std::string kJson = R"({"@context": "https://schema.org", "@type": "Map", "name": )";

// clang-format off
INSTANTIATE_TEST_SUITE_P(Xml, HostileText, testing::Values(
    Hostile{"EntityBomb", "<!DOCTYPE mods [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>" + kNote, "internal subset"},
    Hostile{"ExternalEntity", "<!DOCTYPE mods [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + kNote, "internal subset"},
    Hostile{"UnknownEntity", kOpen + "<note>&nbsp;</note>" + kClose, "no other entity is ever expanded"},
    Hostile{"EntityInAttribute", kOpen + "<note type=\"&x;\"/>" + kClose, "no other entity"},
    Hostile{"DeepNesting", kOpen + repeated("<note>", 70) + repeated("</note>", 70) + kClose, "more than 64 deep"},
    Hostile{"Nul", kOpen + std::string("<note>a\0b</note>", 16) + kClose, "no such character"},
    Hostile{"NulReference", kOpen + "<note>&#0;</note>" + kClose, "'&' begins neither"},
    Hostile{"SurrogateReference", kOpen + "<note>&#xD800;</note>" + kClose, "'&' begins neither"},
    Hostile{"HugeAttribute", kOpen + "<note type=\"" + std::string(70'000, 'a') + "\"/>" + kClose, "more than 65536 bytes"},
    Hostile{"ManyAttributes", kOpen + "<note" + [] { std::string all; for (int i = 0; i < 70; ++i) all += " a" + std::to_string(i) + "=\"\""; return all; }() + "/>" + kClose, "more than 64 attributes"},
    Hostile{"WrongEncoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + kNote, "another encoding than UTF-8"},
    Hostile{"NewerXml", "<?xml version=\"1.1\"?>" + kNote, "version 1.0"},
    Hostile{"TwoRoots", kNote + kNote, "second root"},
    Hostile{"TextAfterRoot", kNote + "more", "outside of the root"},
    Hostile{"DuplicateAttribute", kOpen + "<note a=\"1\" a=\"2\"/>" + kClose, "two attributes 'a'"},
    Hostile{"DuplicateByNamespace", kOpen + R"(<note xmlns:p="u" xmlns:q="u" p:a="1" q:a="2"/>)" + kClose, "two attributes are 'a'"},
    Hostile{"UndeclaredPrefix", kOpen + "<x:note/>" + kClose, "the prefix 'x' is not declared"},
    Hostile{"CrossedTags", kOpen + "<note><b></note></b>" + kClose, "</note> stands where <b> must be closed"},
    Hostile{"Unclosed", kOpen + "<note>", "<note> is never closed"},
    Hostile{"ControlInName", kOpen + "<no\u0094te/>" + kClose, "a name has a character that no name has"},
    Hostile{"AccentFirstInName", kOpen + "<\u0301note/>" + kClose, "a name has a character that no name has"},
    Hostile{"AccentFirstInPrefixedName", kOpen + "<p:\u0301 xmlns:p=\"u\"/>" + kClose, "a name has a character that no name has"},
    Hostile{"InvisibleInName", kOpen + "<note\u200D></note>" + kClose, "<note\\u{200D}>"},
    Hostile{"InvisibleInPrefix", kOpen + "<x\u200D:note/>" + kClose, "/mods/x\\u{200D}:note: the prefix 'x\\u{200D}'"},
    Hostile{"InvisibleInAttributes", kOpen + "<note xmlns:p=\"u\" xmlns:q=\"u\" p:a\u200D=\"\" q:a\u200D=\"\"/>" + kClose, "two attributes are 'a\\u{200D}'"},
    Hostile{"AngleInAttribute", kOpen + "<note type=\"<\"/>" + kClose, "'<' stands in the value"},
    Hostile{"BadUtf8", kOpen + "<note>\xC3\x28</note>" + kClose, "not UTF-8"},
    Hostile{"DashesInComment", kOpen + "<!-- a -- b -->" + kClose, "'--' stands inside a comment"},
    Hostile{"CdataEndInText", kOpen + "<note>]]></note>" + kClose, "no CDATA section is open"}
), hostile_name);

INSTANTIATE_TEST_SUITE_P(Json, HostileText, testing::Values(
    Hostile{"DeepArrays", kJson + repeated("[", 70) + repeated("]", 70) + "}", "more than 64 deep"},
    Hostile{"LoneSurrogate", kJson + R"("\ud800"})", "half of a character"},
    Hostile{"LowSurrogateFirst", kJson + R"("\udc00"})", "half of a character"},
    Hostile{"RawControl", kJson + "\"a\x01\"}", "not well-formed JSON"},
    Hostile{"RawNul", kJson + std::string("\"a\0\"}", 5), "not well-formed JSON"},
    Hostile{"BadUtf8", kJson + "\"\xC3\x28\"}", "not well-formed JSON"},
    Hostile{"CutShort", kJson + "\"x\"", "not well-formed JSON"},
    Hostile{"TwoTexts", kJson + "\"x\"} {}", "not well-formed JSON"},
    Hostile{"HugeNumber", kJson + "1e999}", "not well-formed JSON"},
    Hostile{"ControlInKey", kJson + R"("x", "a\nb": 1})", "control character"},
    Hostile{"C1ControlInKey", kJson + R"("x", "a\u0080": 1})", "a key has a control character"},
    Hostile{"NonCharacterInKey", kJson + R"("x", "a\ufffe": 1})", "that XML cannot carry"},
    Hostile{"NoWork", R"({"@context": "https://schema.org", "@type": "Person"})", "CreativeWork"}
), hostile_name);
// clang-format on

TEST(SchemaOrg, ReportsAKeyThatStandsTwice) {
    const auto reading = test::read_records(kJson + R"("old", "name": "new"})", "data/x.json");
    EXPECT_EQ(reading.documents.front().document.titles.front().words, "new");
    ASSERT_EQ(reading.remarks.size(), 1U);
    EXPECT_EQ(reading.remarks.front().code, "json.duplicate-key");
    EXPECT_EQ(reading.remarks.front().at, "pointer /name");
}

TEST(SchemaOrg, TakesWordsWithoutTheWhiteSpaceAroundThem) {
    const auto document = test::read_record(kJson + R"(" \n Harbour \t"})", "data/x.json");
    EXPECT_EQ(document.titles.front().words, "Harbour");
}

TEST(Xml, RemarksOnADoctypeThatDeclaresNothing) {
    const auto reading = test::read_records("<!DOCTYPE mods SYSTEM \"x.dtd\">" + kNote);
    ASSERT_EQ(reading.remarks.size(), 1U);
    EXPECT_EQ(reading.remarks.front().code, "record.doctype");
}

}  // namespace
}  // namespace solander::metadata
