// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "format/bag_files.h"
#include "format/manifest_rules.h"
#include "format/manifest_xml.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

/// The text of the manifest of a small package with a capture.
std::string good_manifest() {
    test::World world;
    const test::Scratch scratch;
    const auto packed = test::make_fixture_package(
        world, {test::source_root() / "fixtures/captures/harbour-telegram-1962.txt"},
        scratch.path(), "harbour");
    const auto extracted =
        test::run_program({"tar", "-xOf", packed.package.string(), "harbour/manifest.xml"});
    return extracted.out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) return "(nothing to replace)";
    return text.replace(at, from.size(), to);
}

class ManifestXml : public testing::Test {
protected:
    static void SetUpTestSuite() { good_ = new std::string(good_manifest()); }
    static void TearDownTestSuite() { delete good_; }
    static const std::string& good() { return *good_; }
    static auto read(std::string_view text) {
        return format::read_manifest(base::as_bytes(text), base::Limits{});
    }

private:
    static inline std::string* good_ = nullptr;
};

TEST_F(ManifestXml, IsTheSameAfterReadingAndWriting) {
    const auto manifest = read(good());
    ASSERT_TRUE(manifest.has_value()) << manifest.error().message;
    EXPECT_EQ(format::write_manifest(*manifest), good());
}

TEST_F(ManifestXml, RefusesWhatIsNotDescribed) {
    struct Row {
        std::string_view name, from, to, message;
    };
    const Row rows[] = {
        {"UnknownAttribute", " level=\"item\"", " level=\"item\" x=\"1\"", "does not belong"},
        {"AttributesOutOfOrder", "id=\"d1\" level=\"item\"", "level=\"item\" id=\"d1\"",
         "out of order"},
        {"MissingAttribute", " level=\"item\"", "", "lacks the attribute level"},
        {"UnknownElement", "<sealing>", "<seal/><sealing>", "lacks its element <sealing>"},
        {"UnknownState", "state=\"stated\"", "state=\"sure\"", "'sure'"},
        {"EmptyAttribute", " level=\"item\"", " level=\"\"", "level"},
        {"BadEdtf", "edtf=\"", "edtf=\"19620231-", "edtf"},
        {"BadLine", "at=\"line ", "at=\"line 0", "at"},
        {"UpperCaseDigest", "sha256=\"", "sha256=\"A", "sha256"},
        {"OtherVersion", "version=\"1\"", "version=\"2\"", "version"},
        {"TextBetween", "<documents>", "<documents>x", "text between"},
        {"EscapingPath", "path=\"data/", "path=\"data/../", "path"},
        {"OutsideData", "path=\"data/", "path=\"meta/", "path"},
        {"OriginUnknown", "<title state=\"stated\" origin=\"c1\"",
         "<title state=\"stated\" origin=\"c9\"", "origin that is not there"},
        {"AbsentWithWords", "<title state=\"stated\"", "<title state=\"absent\"", "is absent"},
        {"InferredWithoutRule", " rule=\"wilson.summary-before-labels\"", "", "by no rule"},
        {"DocumentUnknown", "role=\"capture\" document=\"d1\"", "role=\"capture\" document=\"d2\"",
         "not there"},
        {"WrongSizeOfTagFile", "path=\"bagit.txt\" size=\"54\"", "path=\"bagit.txt\" size=\"55\"",
         "cannot have the size"},
    };
    for (const Row& row : rows) {
        const auto manifest = read(replaced(good(), row.from, row.to));
        ASSERT_FALSE(manifest.has_value()) << row.name;
        EXPECT_NE(manifest.error().message.find(row.message), std::string::npos)
            << row.name << ": " << manifest.error().message;
    }
}

TEST_F(ManifestXml, TellsNewerFromBroken) {
    using Kind = format::Refusal::Kind;
    EXPECT_EQ(read(replaced(good(), "manifest:1", "manifest:2")).error().kind, Kind::newer);
    EXPECT_EQ(read(replaced(good(), "manifest:1", "other:1")).error().kind, Kind::invalid);
    EXPECT_EQ(read(replaced(good(), "<manifest", "<!DOCTYPE x><manifest")).error().kind,
              Kind::doctype);
    EXPECT_EQ(read(replaced(good(), "</manifest>", "")).error().kind, Kind::malformed);
}

TEST_F(ManifestXml, HasRulesBetweenItsParts) {
    struct Row {
        std::string_view name;
        std::function<void(Manifest&)> change;
        std::string_view message;
    };
    const auto path = [](std::string_view text) { return *EntryPath::parse(text); };
    const Row rows[] = {
        {"SignerTwice", [](Manifest& m) { m.sealing.push_back(m.sealing.front()); }, "twice"},
        {"DocumentTwice", [](Manifest& m) { m.documents.push_back(m.documents.front()); }, "twice"},
        {"OriginTwice",
         [](Manifest& m) { m.documents[0].origins.push_back(m.documents[0].origins[0]); }, "twice"},
        {"FileTwice", [](Manifest& m) { m.files.push_back(m.files.front()); }, "order"},
        {"CaseCollision",
         [&](Manifest& m) {
             m.files.push_back(m.files.front());
             m.files.back().path = path("data/x/A");
             m.files.push_back(m.files.front());
             m.files.back().path = path("data/x/a");
         },
         "case"},
        {"FileIsDirectory",
         [&](Manifest& m) {
             m.files.push_back(m.files.front());
             m.files.back().path = path("data/x");
             m.files.push_back(m.files.front());
             m.files.back().path = path("data/x/a");
         },
         "directory"},
        {"SizesOverflow",
         [&](Manifest& m) {
             m.files.push_back(m.files.front());
             m.files.back().path = path("data/x");
             m.files.back().size = ~std::uint64_t{0};
         },
         "larger than any medium"},
        {"TagFileGone", [](Manifest& m) { m.tag_files.pop_back(); }, "tag files"},
        {"NoTitle", [](Manifest& m) { m.documents[0].titles.clear(); }, "title"},
        {"NoRightsHolder", [](Manifest& m) { m.documents[0].rights[0].holders.clear(); }, "rights"},
        {"HugeSignature",
         [](Manifest& m) { m.sealing[0].signature_bytes = std::uint64_t{1} << 40; },
         "impossible size"},
    };
    for (const Row& row : rows) {
        Manifest manifest = *read(good());
        ASSERT_FALSE(format::find_broken_rule(manifest).has_value());
        row.change(manifest);
        const auto broken = format::find_broken_rule(manifest);
        ASSERT_TRUE(broken.has_value()) << row.name;
        EXPECT_NE(broken->find(row.message), std::string::npos) << row.name << ": " << *broken;
    }
}

TEST(Storable, FlagsTheStatementInWhichACharacterWasReplaced) {
    Document document;
    document.titles.emplace_back().words =
        "a\x01"
        "b";
    document.funding_credits.emplace_back().funders.emplace_back().agent.name = "x\x02";
    document.descriptions.emplace_back().words = "fine\r\nlines";
    format::make_storable(document);
    EXPECT_EQ(document.titles[0].words, "a\uFFFDb");
    EXPECT_TRUE(document.titles[0].place.replaced);
    EXPECT_TRUE(document.funding_credits[0].place.replaced);
    EXPECT_EQ(document.descriptions[0].words, "fine\nlines");
    EXPECT_FALSE(document.descriptions[0].place.replaced);
}

}  // namespace
}  // namespace solander
