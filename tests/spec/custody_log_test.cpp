// SPDX-License-Identifier: Apache-2.0
// The story of a package as it is told: before and after sealing, for a person and for programs.
#include "report/custody_log.h"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <solander/read.h>

#include "flaw.h"
#include "story.h"
#include "support/process.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Forgery;
using test::Story;
using testing::HasSubstr;
using testing::Not;

/// The record says where the first document was before it was sealed, not all of it known.
void state_history(Forgery& forgery) {
    const std::string absent = R"(<custodial-history state="absent" origin=")";
    std::string& manifest = forgery.manifest();
    const auto at = manifest.find(absent);
    ASSERT_NE(at, std::string::npos);
    const auto origin = manifest.substr(
        at + absent.size(), manifest.find('"', at + absent.size()) - at - absent.size());
    const auto end = manifest.find("/>", at) + 2;
    manifest.replace(at, end - at, R"(<custodial-history state="stated" origin=")" + origin + R"(">
        <transfer>
          <to>
            <name>Harbour office</name>
          </to>
          <date edtf="1962">1962</date>
          <evidence>stamp on the cover</evidence>
        </transfer>
        <gap edtf="1963/1990">not known</gap>
        <transfer>
          <from>
            <name>Varnholt family</name>
          </from>
          <to>
            <name>City archive</name>
          </to>
          <method>gift</method>
        </transfer>
      </custodial-history>)");
    forgery.reseal();
}

Report read(Forgery& forgery) {
    forgery.write();
    test::World world;
    world.clock = test::FixedClock(*Timestamp::parse("2027-01-01T00:00:00Z"));
    auto report = read_custody(forgery.package(), forgery.options, world.environment);
    if (!report) throw std::runtime_error(report.error().message());
    return *std::move(report);
}

/// A hand-over that is complete, a note, and a release that nobody has answered.
void hand_over(Forgery& forgery) {
    forgery.trust = test::trust_lines({"archivist", "registrar", "repository"});
    Story(forgery)
        .release("archivist", "repository")
        .receipt("repository")
        .note("repository", "shelved")
        .release("repository", "registrar");
}

TEST(CustodyLog, TellsTheWholeStoryInWords) {
    Forgery forgery;
    ASSERT_NO_FATAL_FAILURE(state_history(forgery));
    hand_over(forgery);
    const auto report = read(forgery);
    EXPECT_EQ(test::told(report), "");
    const std::string text = report::custody_log_text(report);
    for (const std::string words :
         {"custody PASSED", "what the record states, and nobody has proven",
          "1962  from somebody unnamed to Harbour office; evidence: stamp on the cover",
          "1963/1990  not known",
          "at an unstated time  from Varnholt family to City archive, by gift",
          "   1  2024-11-24T00:00:00Z  sealed by archivist@example.org",
          "released by archivist@example.org to repository@example.org",
          "on the word of archivist@example.org, and of repository@example.org (event 3)",
          "received by repository@example.org, who found 3 files",
          "note by repository@example.org: shelved", "on the word of repository@example.org alone",
          "Open: released to registrar@example.org on 2024-11-28, no receipt.",
          "In this copy: on its way from repository@example.org to registrar@example.org (event "
          "5); "
          "nothing here shows that the chain ends there."})
        EXPECT_THAT(text, HasSubstr(words));
}

TEST(CustodyLog, SaysWhoIsNotKnown) {
    Forgery forgery;
    hand_over(forgery);
    forgery.trust = test::trust_lines({"archivist"});
    const std::string text = report::custody_log_text(read(forgery));
    EXPECT_THAT(text, HasSubstr("the word of a key that you do not trust, which calls itself "
                                "'repository@example.org'"));
    EXPECT_THAT(text, HasSubstr("signer.unknown"));
    EXPECT_THAT(text, Not(HasSubstr("custody PASSED")));
}

TEST(CustodyLog, TellsWhereTheStoryBreaks) {
    Forgery forgery;
    forgery.trust = test::trust_lines({"archivist", "registrar"});
    Story(forgery).note("registrar").note("archivist");
    const auto report = read(forgery);
    const std::string text = report::custody_log_text(report);
    EXPECT_THAT(text, HasSubstr("NOT SOUND: see the findings"));
    EXPECT_THAT(text, HasSubstr("custody.not-holder"));
    EXPECT_THAT(text, HasSubstr("in this copy archivist@example.org"));
    EXPECT_THAT(text, HasSubstr("Who holds it can't be told from this chain"));
    EXPECT_TRUE(report.events.at(0).sound);
    EXPECT_FALSE(report.events.at(1).sound);
    EXPECT_FALSE(report.events.at(2).sound);
}

TEST(CustodyLog, DoubtsNothingBeforeAnEventThatCannotBeRead) {
    Forgery forgery;
    forgery.trust = test::trust_lines({"archivist"});
    Story(forgery).note("archivist");
    forgery.add_event("0003-note.xml", "<event/>");
    const auto report = read(forgery);
    ASSERT_EQ(report.events.size(), 2U);
    EXPECT_TRUE(report.events.at(0).sound);
    EXPECT_TRUE(report.events.at(1).sound);
    EXPECT_THAT(report::custody_log_text(report), HasSubstr("custody.event-invalid"));
}

TEST(CustodyLog, IsReadByPrograms) {
    Forgery forgery;
    ASSERT_NO_FATAL_FAILURE(state_history(forgery));
    hand_over(forgery);
    const auto json = nlohmann::json::parse(report::custody_log_json(read(forgery)));
    EXPECT_EQ(json["verdict"], "passed");
    EXPECT_EQ(json["stated_history"].size(), 3U);
    EXPECT_EQ(json["stated_history"][1]["kind"], "gap");
    EXPECT_EQ(json["stated_history"][2]["method"], "gift");
    EXPECT_EQ(json["events"].size(), 5U);
    EXPECT_EQ(json["events"][2]["type"], "receipt");
    EXPECT_EQ(json["events"][2]["signers"][0]["name"], "repository@example.org");
    EXPECT_EQ(json["custody"]["state"], "in-transit");
    EXPECT_EQ(json["custody"]["confirmed_through"], 0);
}

/// Where the Library of Congress' schema is at hand, if anywhere.
std::string premis_schema() {
    if (const char* named = std::getenv("SOLANDER_PREMIS_XSD")) return named;
    const auto beside = test::shared_root() / "schemas/premis-v3-0.xsd";
    return std::filesystem::exists(beside) ? beside.string() : "";
}

TEST(CustodyLog, IsPremisOfEveryTypeOfEvent) {
    Forgery forgery;
    hand_over(forgery);
    Story story(forgery);
    story.cancel("repository").confirm("registrar");
    story.add("repository", model::FixityCheck{story.examination()}, {"archivist"})
        .add("repository", model::RightsDetermination{.date = "2024-11-20",
                                                      .document = "",
                                                      .covers = {},
                                                      .jurisdiction = "",
                                                      .uri = "",
                                                      .by = "Rights office",
                                                      .how = "by <letter> & telephone",
                                                      .what = "free"})
        .add("repository", model::Replicate{"https://mirror.example.org/", ""})
        .release("repository", "registrar")
        .refuse("registrar");
    const auto report = read(forgery);
    ASSERT_EQ(test::told(report), "");
    const std::string premis = report::custody_premis(report);
    for (const std::string_view code : {"ipc", "tra", "acc", "app", "mem", "fix", "rep"})
        EXPECT_THAT(premis, HasSubstr("http://id.loc.gov/vocabulary/preservation/eventType/" +
                                      std::string(code)));
    for (const std::string_view role : {"implementer", "validator", "recipient"})
        EXPECT_THAT(premis, HasSubstr("<linkingAgentRole>" + std::string(role)));
    EXPECT_THAT(premis, HasSubstr("by &lt;letter&gt; &amp; telephone"));

    SOLANDER_NEEDS("xmllint");
    test::write_file(forgery.scratch() / "premis.xml", premis);
    const auto file = (forgery.scratch() / "premis.xml").string();
    EXPECT_EQ(test::run_program({"xmllint", "--noout", "--nonet", file}).status, 0);
    if (premis_schema().empty())
        GTEST_SKIP() << "no premis-v3-0.xsd: name one in SOLANDER_PREMIS_XSD";
    const auto checked =
        test::run_program({"xmllint", "--noout", "--nonet", "--schema", premis_schema(), file});
    EXPECT_EQ(checked.status, 0) << checked.err;
}

}  // namespace
}  // namespace solander
