// SPDX-License-Identifier: Apache-2.0
// One thing said in many ways: what rules find in words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invented.h"
#include "rule_case.h"

namespace solander {
namespace {

struct Wording {
    std::string_view words;
    bool is_found = false;
};

/// The findings of a rule on a letter of which one field has these words.
bool is_found(std::string rule, std::string_view words,
              void (*say)(Document& document, std::string words),
              std::vector<std::string> profiles = {"core"}) {
    const std::vector<AuditRecord> records{{[&] {
        Document letter = test::invented_letter();
        say(letter, std::string(words));
        return letter;
    }()}};
    AuditRequest request{.records = records};
    request.profiles = std::move(profiles);
    request.as_of = "2026-11-28";
    const auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    return report && !test::findings_of(*report, rule).empty();
}

void say_access(Document& document, std::string words) {
    AccessStatement access;
    access.state = State::stated;
    access.words = std::move(words);
    document.rights.front().access = {access};
}
void say_licence(Document& document, std::string words) {
    UriStatement licence;
    licence.state = State::stated;
    licence.uri = words;
    licence.words = std::move(words);
    document.rights.front().licences = {licence};
}
void say_title(Document& document, std::string words) {
    document.titles.front().words = std::move(words);
}
void say_creator(Document& document, std::string words) {
    document.creators.front().agent.name = std::move(words);
}

TEST(Placeholders, AreNoValues) {
    for (const Wording& each : {Wording{"None", true},
                                {"Not known", true},
                                {"Unknown.", true},
                                {"Not applicable", true},
                                {"unspecified", true},
                                {"Undefined", true},
                                {"no information", true},
                                {"To be determined.", true},
                                {"NaN", true},
                                {"??", true},
                                {"n.a.", true},
                                {"...", true},
                                {"Nanette None"},
                                {"Unknown soldier"},
                                {"Nil Darpan"},
                                {"A."}})
        EXPECT_EQ(is_found("REC004", each.words, say_creator), each.is_found) << each.words;
}

TEST(Mojibake, IsFoundWhateverTheLetter) {
    for (const Wording& each : {Wording{"G\u00C3\u00B6teborg", true},
                                {"\u00C3\u00BCber", true},
                                {"\u00C2\u00A35", true},
                                {"\u00C3\u2030tat", true},
                                {"it\u00E2\u20AC\u2122s", true},
                                {"S\u00C3O PAULO"},
                                {"\u00C2nimo"},
                                {"\u00C3"},
                                {"G\u00F6teborg"}})
        EXPECT_EQ(is_found("REC008", each.words, say_title), each.is_found) << each.words;
}

TEST(PlacesInAnArchive, AreNoDates) {
    for (const Wording& each : {Wording{"AMSZ, Warsaw", true},
                                {"AMSZ, Warsaw, 1963", true},
                                {"Letter of 25 November 1963, National Archives, Warsaw", true},
                                {"National Archives (1963)", true},
                                {"Note of November 25, 1963, National Archives", true},
                                {"National Archives, 1963-11-25", true},
                                {"AMSZ, Warsaw, 6/77, w-86, 1963"},
                                {"National Archives, box 12"},
                                {"RGANI, fond 1953"}})
        EXPECT_EQ(is_found("SRC003", each.words, test::say_source), each.is_found) << each.words;
}

TEST(Embargoes, AreReadInWords) {
    for (const Wording& each : {Wording{"embargoed until 2020-01-01", true},
                                {"Embargoed until 1 March 2019.", true},
                                {"embargoed until 2035-01-01"},
                                {"open access"}})
        EXPECT_EQ(is_found("ACC003", each.words, say_access), each.is_found) << each.words;
    EXPECT_TRUE(is_found("ACC001", "embargoed until 2035-01-01", say_access, {"openaire"}))
        << "it has no start";
    EXPECT_FALSE(is_found("ACC010", "embargoed until 2020-01-01", say_access))
        << "ACC003 tells of it";
}

TEST(Licences, OfProgramsAreNotForDocuments) {
    for (const Wording& each : {Wording{"https://opensource.org/licenses/MIT", true},
                                {"https://www.gnu.org/licenses/gpl-3.0.html", true},
                                {"http://www.apache.org/licenses/LICENSE-2.0", true},
                                {"MIT", true},
                                {"GPL-3.0-or-later", true},
                                {"https://www.gnu.org/licenses/fdl-1.3.html"},
                                {"https://creativecommons.org/licenses/by/4.0/"},
                                {"MIT Museum, Cambridge"}})
        EXPECT_EQ(is_found("LIC006", each.words, say_licence), each.is_found) << each.words;
}

}  // namespace
}  // namespace solander
