// SPDX-License-Identifier: Apache-2.0
#include "pack/settings.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "format/manifest_xml.h"
#include "pack/media_type.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

using test::Scratch;

Manifest manifest_with(const std::vector<Setting>& settings, const std::filesystem::path& input) {
    const Scratch scratch;
    test::World world;
    const SigningKey key = test::fixture_key("archivist");
    PackRequest request{.inputs = {input}, .output = scratch / "out", .name = "p"};
    request.created = *Timestamp::parse("2026-11-24T00:00:00Z");
    request.sealers.push_back({key, "archivist@example.org"});
    request.settings = settings;
    request.sync = false;
    const auto packed = make_package(request, world.environment);
    EXPECT_TRUE(packed.has_value()) << packed.error().message();
    test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
    auto report = verify_package(packed->package, {.trust = scratch / "trust"}, world.environment);
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
    return report->verified->get();
}

std::filesystem::path capture() {
    return test::source_root() / "fixtures/captures/harbour-telegram-1962.txt";
}

TEST(Settings, StandFirstAndLeaveTheCapturesWordsAsTestimony) {
    const auto manifest = manifest_with({{"title", "A better title"}}, capture());
    const auto& titles = manifest.documents[0].titles;
    ASSERT_EQ(titles.size(), 2U);
    EXPECT_EQ(titles[0].words, "A better title");
    EXPECT_EQ(titles[0].place.origin, "a1");
    EXPECT_EQ(titles[0].place.at, "option --set title");
    EXPECT_EQ(titles[1].place.origin, "c1");
    EXPECT_EQ(manifest.documents[0].origins[1].agent, "archivist@example.org");
    EXPECT_EQ(manifest.documents[0].origins[1].date, "2026-11-24");
}

TEST(Settings, KeepTheirOrderWhereAFieldIsSetTwice) {
    const auto manifest = manifest_with({{"creator", "One"}, {"creator", "Two"}}, capture());
    const auto& creators = manifest.documents[0].creators;
    ASSERT_GE(creators.size(), 3U);
    EXPECT_EQ(creators[0].agent.name, "One");
    EXPECT_EQ(creators[1].agent.name, "Two");
    EXPECT_EQ(creators[2].place.origin, "c1");
}

TEST(Settings, OfEveryFieldMakeAValidManifest) {
    std::vector<Setting> settings;
    for (const auto& field : setting_fields()) {
        std::string value = "some words";
        if (field.name == "rights-uri") value = "http://rightsstatements.org/vocab/InC/1.0/";
        settings.push_back({std::string(field.name), value});
    }
    const auto manifest = manifest_with(settings, capture());
    const Document& document = manifest.documents[0];
    EXPECT_EQ(document.sources[0].verbatim, "some words");
    EXPECT_EQ(document.original_archives[0].name, "some words");
    EXPECT_EQ(document.rights[0].scope, RightsScope::item);
    EXPECT_EQ(document.rights[0].standard_statements[0].uri,
              "http://rightsstatements.org/vocab/InC/1.0/");
    EXPECT_EQ(document.rights[1].rule, "boilerplate.wilson-happ");
    EXPECT_EQ(document.funding_credits[0].verbatim, "some words");
    EXPECT_EQ(document.funding_credits[0].funders[0].agent.name, "some words");
    EXPECT_EQ(manifest.deposit->accession, "some words");
    EXPECT_EQ(manifest.deposit->depositor->name, "some words");
    EXPECT_EQ(manifest.deposit->agreements.front().identifier, "some words");
}

TEST(Settings, ReadDatesAtTheirOwnPrecision) {
    const std::pair<std::string, std::string> rows[] = {{"1963-11-25", "1963-11-25"},
                                                        {"1963-11", "1963-11"},
                                                        {"1919?", "1919?"},
                                                        {"November 25, 1963", "1963-11-25"},
                                                        {"spring of that year", ""}};
    for (const auto& [words, edtf] : rows) {
        const auto manifest = manifest_with({{"date", words}}, capture());
        EXPECT_EQ(manifest.documents[0].dates[0].words, words);
        EXPECT_EQ(manifest.documents[0].dates[0].edtf, edtf) << words;
    }
}

TEST(Settings, CarryOddCharactersSafely) {
    const auto manifest =
        manifest_with({{"title", "a<&>\"\r\nb\rc\u200C"}, {"accession", "\r\nA"}}, capture());
    EXPECT_EQ(manifest.documents[0].titles[0].words, "a<&>\"\nb\nc\u200C");
    EXPECT_FALSE(manifest.documents[0].titles[0].place.replaced);
    EXPECT_EQ(manifest.deposit->accession, "\nA");
}

/// Which fields take one value is stated in docs/metadata.md; all others keep every one.
TEST(Settings, AreAllKeptInOrderWhereAFieldIsRepeatable) {
    for (const auto& field : setting_fields()) {
        const bool once =
            field.name == "accession" || field.name == "depositor" || field.name == "deed-of-gift";
        if (once) continue;
        const bool uri = field.name == "rights-uri";
        const std::string one = uri ? "http://example.org/one" : "the word one";
        const std::string two = uri ? "http://example.org/two" : "the word two";
        const std::string name(field.name);
        const auto manifest = manifest_with({{name, one}, {name, two}}, capture());
        const std::string xml = format::write_manifest(manifest);
        ASSERT_NE(xml.find(one), std::string::npos) << name;
        ASSERT_NE(xml.find(two), std::string::npos) << name;
        EXPECT_LT(xml.find(one), xml.find(two)) << name;
    }
}

TEST(Settings, GiveFundersToTheCreditTheyFollow) {
    const auto credits = [](const std::vector<Setting>& settings) {
        std::string text;
        const auto manifest = manifest_with(settings, capture());
        for (const auto& credit : manifest.documents[0].funding_credits) {
            if (credit.place.origin != "a1") continue;
            text += credit.place.at.substr(13) + " '" + credit.verbatim + "'";
            for (const auto& funder : credit.funders) text += " " + funder.agent.name;
            text += "\n";
        }
        return text;
    };
    EXPECT_EQ(credits({{"funding-credit", "By A"},
                       {"funder", "A"},
                       {"funding-credit", "By B and C"},
                       {"funder", "B"},
                       {"funder", "C"}}),
              "funding-credit 'By A' A\nfunding-credit 'By B and C' B C\n");
    EXPECT_EQ(credits({{"funder", "A"}, {"funding-credit", "By A"}, {"funding-credit", "By B"}}),
              "funding-credit 'By A' A\nfunding-credit 'By B'\n");
    EXPECT_EQ(credits({{"funder", "A"}, {"funder", "B"}}), "funder '' A B\n");
}

TEST(Settings, OfThePackageAreSetOnceForAllItsDocuments) {
    const Scratch scratch;
    test::write_file(scratch / "in/1.txt", test::read_file(capture()));
    test::write_file(scratch / "in/2.txt", test::read_file(capture()));
    const auto manifest =
        manifest_with({{"accession", "1963/1"}, {"date", "about then"}}, scratch / "in");
    EXPECT_EQ(manifest.documents.size(), 2U);
    EXPECT_EQ(manifest.deposit->accession, "1963/1");
}

TEST(Settings, TellOfDatesThatStayWords) {
    const std::pair<std::string, bool> rows[] = {
        {"1963-02-31", true},   {"foo", true},        {"1963-02-28", false}, {"1919?", false},
        {"August 1973", false}, {"1914/1918", false}, {"31.02.1963", true}};
    for (const auto& [date, told] : rows) {
        const Scratch scratch;
        test::World world;
        test::write_file(scratch / "in/1.txt", test::read_file(capture()));
        test::write_file(scratch / "in/2.txt", test::read_file(capture()));
        const SigningKey key = test::fixture_key("archivist");
        PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
        request.sealers.push_back({key, "archivist@example.org"});
        request.settings = {{"date", date}};
        request.sync = false;
        const auto packed = make_package(request, world.environment);
        ASSERT_TRUE(packed.has_value()) << packed.error().message();
        EXPECT_EQ(packed->notes.size(), told ? 1U : 0U) << date;  // once, whatever the documents
        if (!told) continue;
        EXPECT_NE(packed->notes[0].find("date '" + date + "' is kept as words"), std::string::npos);
        EXPECT_NE(packed->notes[0].find("1963-11-25"), std::string::npos);
        EXPECT_NE(packed->notes[0].find("November 25, 1963"), std::string::npos);
    }
}

TEST(Settings, AreAllThatIsKnownOfAPackageWithoutACapture) {
    const Scratch scratch;
    test::write_file(scratch / "scan.pdf", "%PDF-1.7\n");
    const auto manifest = manifest_with({{"title", "Portrait"}}, scratch / "scan.pdf");
    ASSERT_EQ(manifest.documents.size(), 1U);
    EXPECT_EQ(manifest.documents[0].titles[0].state, State::stated);
    EXPECT_EQ(manifest.documents[0].dates[0].state, State::absent);
    EXPECT_EQ(manifest.files[0].document, "d1");
    EXPECT_EQ(manifest.files[0].role, FileRole::unstated);
    EXPECT_EQ(manifest.files[0].media_type, "application/pdf");
}

TEST(MediaType, ComesFromTheExtension) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"data/a.PDF", "application/pdf"},
        {"data/x/y.tif", "image/tiff"},
        {"data/noextension", "application/octet-stream"},
        {"data/.txt", "application/octet-stream"},
        {"data/a.b/c", "application/octet-stream"},
        {"data/a.tar.gz", "application/gzip"},
        {"data/a.", "application/octet-stream"}};
    for (const auto& [path, type] : rows) EXPECT_EQ(pack::media_type_of(path), type) << path;
}

}  // namespace
}  // namespace solander
