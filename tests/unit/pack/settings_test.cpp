// SPDX-License-Identifier: Apache-2.0
#include "pack/settings.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

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
    const auto manifest = manifest_with({{"title", "a\x01<&>\"\r\nb\xff"}}, capture());
    EXPECT_EQ(manifest.documents[0].titles[0].words, "a\uFFFD<&>\"\nb\uFFFD");
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
