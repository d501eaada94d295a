// SPDX-License-Identifier: Apache-2.0
// How a package is named after its document.
#include "pack/name_template.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/name_fields.h"

namespace solander::pack {
namespace {

using testing::HasSubstr;

struct Named {
    const char* name;
    const char* text;
    NameFields fields;
    const char* gives;
};
void PrintTo(const Named& c, std::ostream* out) {
    *out << c.name;
}
template <class T>
std::string case_name(const testing::TestParamInfo<T>& test) {
    return test.param.name;
}

class Names : public testing::TestWithParam<Named> {};

TEST_P(Names, AreFilledIn) {
    const auto names = NameTemplate::parse(GetParam().text);
    ASSERT_TRUE(names.has_value()) << names.error().message();
    const auto name = names->name(GetParam().fields);
    ASSERT_TRUE(name.has_value()) << name.error().message();
    EXPECT_EQ(*name, GetParam().gives);
}

constexpr const char* kUsual = "{date}-{title-slug}-{id}";
const NameFields kAll{"1963-11-25", "a-telegram", "111320", "scan_1", "007"};
const std::string kLong = "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve";

INSTANTIATE_TEST_SUITE_P(
    All, Names,
    testing::Values(
        Named{"AllFields", "{date}.{title-slug}_{id}-{file}-{n}", kAll,
              "1963-11-25.a-telegram_111320-scan_1-007"},
        Named{"LettersAround", "box7-{n}.x", kAll, "box7-007.x"},
        Named{"NoDate", kUsual, {"", "a-telegram", "7", "", ""}, "a-telegram-7"},
        Named{"NoTitle", kUsual, {"1963", "", "7", "", ""}, "1963-7"},
        Named{"NoId", kUsual, {"1963", "a-telegram", "", "", ""}, "1963-a-telegram"},
        Named{"OnlyTheLast", kUsual, {"", "", "7", "", ""}, "7"},
        Named{"OnlyTheFirst", kUsual, {"1963", "", "", "", ""}, "1963"},
        Named{"NothingBehindLetters", "box-{id}", {}, "box"},
        Named{"SeparatorsOfSeveralLetters", "{date}--{id}_-_{n}", {"", "", "", "", "3"}, "3"},
        Named{"NoSeparator", "{date}{id}", {"1963", "", "7", "", ""}, "19637"},
        Named{"LongTitleIsCutAtAWord",
              kUsual,
              {"1963-11-25", kLong, "111320", "", ""},
              "1963-11-25-one-two-three-four-five-six-seven-eight-nine-111320"},
        Named{"LongWordIsCut",
              "{title-slug}-{n}",
              {"", std::string(80, 'a'), "", "", "01"},
              "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-01"},
        Named{"TitleThatFitsExactly",
              "{title-slug}",
              {"", std::string(64, 'a'), "", "", ""},
              "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        Named{"NoRoomForATitle",
              "{title-slug}-{id}",
              {"", "title", std::string(62, '1'), "", ""},
              "11111111111111111111111111111111111111111111111111111111111111"}),
    case_name<Named>);

TEST(Name, ThatNothingIsKnownFor) {
    const auto names = NameTemplate::parse(kUsual);
    ASSERT_TRUE(names.has_value());
    const auto name = names->name({});
    ASSERT_FALSE(name.has_value());
    EXPECT_THAT(name.error().message(), HasSubstr("put {n} into --name"));
}

TEST(Name, ThatIsTooLongWithoutATitleToCut) {
    const auto names = NameTemplate::parse("{id}");
    ASSERT_TRUE(names.has_value());
    const auto name = names->name({"", "", std::string(65, '1'), "", ""});
    ASSERT_FALSE(name.has_value());
    EXPECT_EQ(name.error().code(), ErrorCode::usage);
    EXPECT_THAT(name.error().message(), HasSubstr("at most 64 characters"));
}

struct Refused {
    const char* name;
    const char* text;
    const char* says;
};
void PrintTo(const Refused& c, std::ostream* out) {
    *out << c.name;
}

class NameTemplates : public testing::TestWithParam<Refused> {};

TEST_P(NameTemplates, AreRefused) {
    const auto names = NameTemplate::parse(GetParam().text);
    ASSERT_FALSE(names.has_value());
    EXPECT_EQ(names.error().code(), ErrorCode::usage);
    EXPECT_THAT(names.error().message(), HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    All, NameTemplates,
    testing::Values(
        Refused{"Mistyped", "{titel-slug}",
                "there is no field '{titel-slug}'; did you mean 'title-slug'? the fields are "
                "{date}, {title-slug}, {id}, {file}, {n}"},
        Refused{"Unknown", "{creator}", "there is no field '{creator}'; the fields are {date}, "},
        Refused{"Empty", "{}", "there is no field '{}'"},
        Refused{"NoField", "letters", "put a field into it, such as 'letters-{n}'"},
        Refused{"Open", "a-{n", "no '}' closes it"}, Refused{"Closed", "a}-{n}", "letters A-Z"},
        Refused{"Slash", "a/{n}", "letters A-Z"}, Refused{"Blank", "a {n}", "letters A-Z"},
        Refused{"TooLong", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n}",
                "at most 64"}),
    case_name<Refused>);

TEST(Slug, HasSmallPlainLetters) {
    const std::pair<const char*, const char*> rows[] = {
        {"Letter, Edda Lindqvist to the Board of Lights",
         "letter-edda-lindqvist-to-the-board-of-lights"},
        {"Déjà vu: Ångström & Søn", "deja-vu-angstrom-son"},
        {"Stra\u00dfe \u0141\u00f3d\u017a", "strasse-lodz"},
        {"Việt Nam", "viet-nam"},
        {"Ｆｕｌｌ ２", "full-2"},
        {"Helena's and Helena\u2019s", "helenas-and-helenas"},
        {"No. 5_6 -- (draft)", "no-5-6-draft"},
        {"Телеграмма", ""},
        {"Telegram Телеграмма 7", "telegram-7"},
        {"...", ""},
        {"", ""},
        {"Letter \xFF 7", "letter-7"},
    };
    for (const auto& [title, gives] : rows) EXPECT_EQ(slug(title), gives) << title;
}

DateStatement date(DateOf of, const std::string& edtf) {
    DateStatement statement;
    statement.state = State::stated;
    statement.of = of;
    statement.words = edtf;
    statement.edtf = edtf;
    return statement;
}

TEST(NameFields, HaveTheDateOfCreation) {
    const std::pair<const char*, const char*> rows[] = {
        {"1963-11-25", "1963-11-25"},
        {"196X", "196X"},
        {"1919?", "1919"},
        {"1963-11~", "1963-11"},
        {"1914/1918", "1914_1918"},
        {"1914/..", "1914_"},
        {"-0043", "_0043"},
        {"", ""},
    };
    for (const auto& [edtf, gives] : rows) {
        Document document;
        document.dates = {date(DateOf::publication, "1999"), date(DateOf::creation, edtf)};
        EXPECT_EQ(name_fields(document, "a.txt").date, gives) << edtf;
    }
}

TEST(NameFields, PreferTheIdOfTheRecord) {
    const auto identifier = [](const std::string& type, const std::string& words) {
        IdentifierStatement statement;
        statement.state = State::stated;
        statement.type = type;
        statement.words = words;
        return statement;
    };
    Document document;
    EXPECT_EQ(name_fields(document, "in/Brief 7.txt").id, "brief-7");
    document.identifiers = {identifier("url", "https://example.org/document/117/")};
    EXPECT_EQ(name_fields(document, "in/a.txt").id, "117");
    document.identifiers.push_back(identifier("", "MS 12"));
    EXPECT_EQ(name_fields(document, "in/a.txt").id, "MS-12");
    document.identifiers.push_back(identifier("record-id", "111320"));
    EXPECT_EQ(name_fields(document, "in/a.txt").id, "111320");
    document.identifiers.back().state = State::blank;
    EXPECT_EQ(name_fields(document, "in/a.txt").id, "MS-12");
}

TEST(NameFields, HaveTheStemOfTheFile) {
    Document document;
    const std::pair<const char*, const char*> rows[] = {
        {"in/Scan_01.tif", "Scan_01"},        {"a.tar.gz", "a.tar"}, {".hidden", "hidden"},
        {"list.csv#row 3", "list.csv-row-3"}, {"\u00c4.txt", "A"},
    };
    for (const auto& [path, gives] : rows)
        EXPECT_EQ(name_fields(document, path).file, gives) << path;
}

}  // namespace
}  // namespace solander::pack
