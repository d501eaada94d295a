// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <ostream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hand_over_fixtures.h"

namespace solander::metadata {
namespace {

/// `state|words|at` of one statement.
std::string shown(const Statement& s, std::string_view words) {
    const auto state = s.state == State::stated     ? "stated"
                       : s.state == State::blank    ? "blank"
                       : s.state == State::inferred ? "inferred"
                                                    : "other";
    const auto at = s.place.at.substr(s.place.at.find(' ') + 1);
    return fmt::format("{}|{}|{}", state, words, at);
}

template <class T>
std::vector<std::string> texts(const std::vector<T>& field) {
    std::vector<std::string> all;
    for (const auto& s : field)
        if (s.state != State::absent) all.push_back(shown(s, s.words));
    return all;
}
template <class T>
std::vector<std::string> verbatims(const std::vector<T>& field) {
    std::vector<std::string> all;
    for (const auto& s : field)
        if (s.state != State::absent) all.push_back(shown(s, s.verbatim));
    return all;
}
std::vector<std::string> agents(const std::vector<AgentStatement>& field) {
    std::vector<std::string> all;
    for (const auto& s : field)
        if (s.state != State::absent)
            all.push_back(shown(s, s.agent.verbatim) + (s.role.empty() ? "" : "|" + s.role));
    return all;
}

/// One field of a fixture's document, and all that it must say.
struct Case {
    std::string name;
    std::string fixture;
    std::function<std::vector<std::string>(const Document&)> field;
    std::vector<std::string> expected;
    std::size_t document = 0;
};
void PrintTo(const Case& c, std::ostream* out) {
    *out << c.name;
}
std::string case_name(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

class HandOverField : public testing::TestWithParam<Case> {};

TEST_P(HandOverField, SaysWhatItsRecordSays) {
    const auto reading = test::read_hand_over(GetParam().fixture);
    ASSERT_GT(reading.documents.size(), GetParam().document);
    EXPECT_EQ(GetParam().field(reading.documents[GetParam().document].document),
              GetParam().expected);
}

// clang-format off
#define FIELD(kind, member) [](const Document& d) { return kind(d.member); }
#define RIGHTS(kind, member) [](const Document& d) { return kind(d.rights.front().member); }

const std::string kOai = "dublin-core/oai-dc.xml";
const std::string kTerms = "dublin-core/dcterms.xml";
INSTANTIATE_TEST_SUITE_P(DublinCore, HandOverField, testing::Values(
    Case{"Title", kOai, FIELD(texts, titles), {"stated|Letter from Edda Lindqvist & the pilots|/oai_dc:dc/dc:title"}},
    Case{"UnclearDateIsInferred", kOai, FIELD(texts, dates), {"inferred|1958-04-02|/oai_dc:dc/dc:date"}},
    Case{"PublisherIsAContributor", kOai, FIELD(agents, contributors), {"stated|Coastal Record Office|/oai_dc:dc/dc:publisher|publisher"}},
    Case{"EmptyElementIsBlank", kOai, FIELD(texts, descriptions), {"blank||/oai_dc:dc/dc:description"}},
    Case{"Source", kOai, FIELD(verbatims, sources), {"stated|Skarholm Lights, box 4, folder 12|/oai_dc:dc/dc:source"}},
    Case{"RightsWords", kOai, RIGHTS(texts, statements), {"stated|Ask the reading room before printing.|/oai_dc:dc/dc:rights[1]"}},
    Case{"RightsUri", kOai, RIGHTS(texts, standard_statements), {"stated|http://rightsstatements.org/vocab/CNE/1.0/|/oai_dc:dc/dc:rights[2]"}},
    Case{"CreatedAndIssued", kTerms, FIELD(texts, dates), {"stated|1957-05|/record/dcterms:created", "stated|1961|/record/dcterms:issued"}},
    Case{"Cdata", kTerms, FIELD(verbatims, custodial_histories), {"stated|Given by the keeper's widow <Marta> in 1971.|/record/dcterms:provenance"}},
    Case{"LicenceByReference", kTerms, RIGHTS(texts, licences), {"stated|https://creativecommons.org/licenses/by/4.0/|/record/dcterms:license/@rdf:resource"}},
    Case{"Holder", kTerms, RIGHTS(agents, holders), {"stated|Estate of Marta Holm|/record/dcterms:rightsHolder"}}
), case_name);

const std::string kItem = "dspace/item_000/dublin_core.xml";
INSTANTIATE_TEST_SUITE_P(DSpace, HandOverField, testing::Values(
    Case{"Titles", kItem, FIELD(texts, titles), {"stated|Harbour dues of 1911|/dublin_core/dcvalue[1]", "stated|Dues book|/dublin_core/dcvalue[2]"}},
    Case{"Author", kItem, FIELD(agents, creators), {"stated|Quist, Teodor|/dublin_core/dcvalue[3]"}},
    Case{"SourceIsNotUsed", kItem, FIELD(verbatims, sources), {}},
    Case{"Provenance", kItem, FIELD(verbatims, custodial_histories), {"stated|Found in the customs house; deposited by the port in 1954.|/dublin_core/dcvalue[7]"}},
    Case{"Sponsorship", kItem, FIELD(verbatims, funding_credits), {"stated|Tidewater Foundation for Maritime History|/dublin_core/dcvalue[8]"}},
    Case{"WhiteSpaceIsBlank", kItem, FIELD(texts, descriptions), {"blank||/dublin_core/dcvalue[9]"}},
    Case{"Rights", kItem, RIGHTS(texts, statements), {"stated|In copyright until 2031, says the port.|/dublin_core/dcvalue[14]"}},
    Case{"Licence", kItem, RIGHTS(texts, licences), {"stated|Deposit licence of 2019|/dublin_core/dcvalue[16]"}},
    Case{"OtherSchemasAreNotes", "dspace/item_000/metadata_local.xml", FIELD(texts, titles), {}},
    Case{"DctermsHasSources", "dspace/item_000/metadata_dcterms.xml", FIELD(verbatims, sources), {"stated|Dues ledger, shelf 9|/dublin_core/dcvalue[2]"}}
), case_name);

const std::string kLetter = "mods/letter.xml";
INSTANTIATE_TEST_SUITE_P(Mods, HandOverField, testing::Values(
    Case{"Titles", kLetter, FIELD(texts, titles), {"stated|The harbour in winter a letter|/mods/titleInfo[1]", "stated|Hamnen om vintern|/mods/titleInfo[2]/title", "stated|[Letter to the pilots]|/mods/titleInfo[3]/title"}},
    Case{"Creator", kLetter, FIELD(agents, creators), {"stated|Lindqvist\nEdda|/mods/name[1]|aut"}},
    Case{"Contributors", kLetter, FIELD(agents, contributors), {"stated|Teodor Quist|/mods/name[2]|addressee", "stated|Coastal Press|/mods/originInfo/publisher|publisher"}},
    Case{"Dates", kLetter, FIELD(texts, dates), {"stated|1957-11\n1958-02|/mods/originInfo", "stated|1961|/mods/originInfo/dateIssued[1]", "stated|9999|/mods/originInfo/dateIssued[2]"}},
    Case{"Archives", kLetter, FIELD(verbatims, original_archives), {"stated|Archive of the Lights, Skarholm|/mods/relatedItem[1]/location/physicalLocation", "stated|Coastal Record Office|/mods/location/physicalLocation"}},
    Case{"Sources", kLetter, FIELD(verbatims, sources), {"stated|Skarholm letter book, fol. 12|/mods/relatedItem[1]/titleInfo/title", "stated|box 4, folder 12|/mods/location/shelfLocator", "stated|Draft in pencil at Skarholm.|/mods/note[4]"}},
    Case{"LibraryClassIsNoMark", kLetter, FIELD(texts, classifications), {}},
    Case{"InvalidIdentifierIsANote", kLetter, FIELD(texts, identifiers), {"stated|CRO-7|/mods/identifier[1]"}},
    Case{"Custody", kLetter, FIELD(verbatims, custodial_histories), {"stated|Kept by the family until 1971.|/mods/note[2]", "stated|Given by Marta Holm, 1971.|/mods/note[3]"}},
    Case{"Funding", kLetter, FIELD(verbatims, funding_credits), {"stated|Tidewater Foundation|/mods/name[3]/namePart", "stated|Scanned with money of the Tidewater Foundation.|/mods/note[1]"}},
    Case{"Access", kLetter, RIGHTS(texts, access), {"stated|Closed until 2030.|/mods/accessCondition[2]"}},
    Case{"RightsUri", kLetter, RIGHTS(texts, standard_statements), {"stated|http://rightsstatements.org/vocab/UND/1.0/|/mods/accessCondition[1]/@xlink:href"}},
    Case{"Collection", "mods/collection.xml", FIELD(texts, titles), {"stated|Log of the Marten|/m:modsCollection/m:mods[2]/m:titleInfo/m:title"}, 1}
), case_name);

const std::string kPhoto = "schema-org/component.json";
INSTANTIATE_TEST_SUITE_P(SchemaOrg, HandOverField, testing::Values(
    Case{"Titles", kPhoto, FIELD(texts, titles), {"stated|The new quay|/name/@value", "stated|Quay \u00e9tude|/alternateName"}},
    Case{"NullIsBlank", kPhoto, FIELD(texts, dates), {"stated|1962-10|/dateCreated", "blank||/datePublished"}},
    Case{"EmptyArrayIsBlank", kPhoto, FIELD(texts, subjects), {"stated|ports|/about/2", "blank||/keywords"}},
    Case{"ProviderIsNoSecondHolder", kPhoto, FIELD(verbatims, original_archives), {"stated|Coastal Record Office|/holdingArchive/name"}},
    Case{"Sources", kPhoto, FIELD(verbatims, sources), {"stated|Glass negative 5|/isBasedOn", "stated|Amberg, Views, no. 5|/citation"}},
    Case{"Funding", kPhoto, FIELD(verbatims, funding_credits), {"stated|Tidewater Foundation|/funder/name", "stated|Norrmark Fund|/funding"}},
    Case{"UsageInfo", kPhoto, RIGHTS(texts, standard_statements), {"stated|http://rightsstatements.org/vocab/InC/1.0/|/usageInfo"}},
    Case{"ReferredPerson", "schema-org/graph.json", FIELD(agents, creators), {"stated|Lena Amberg|/@graph/1/name"}},
    Case{"ProviderIsInferred", "schema-org/graph.json", FIELD(verbatims, original_archives), {"inferred|Coastal Record Office|/@graph/0/name"}},
    Case{"ArchiveHeld", "schema-org/graph.json", FIELD(verbatims, original_archives), {"stated|Coastal Record Office|/@graph/0/name"}, 1}
), case_name);

const std::string kAid = "ead3/finding-aid.xml";
const std::string kFile = "/ead/archdesc/dsc/c01[1]/c02";
INSTANTIATE_TEST_SUITE_P(Ead3, HandOverField, testing::Values(
    Case{"Title", kAid, FIELD(texts, titles), {"stated|From Port Aveline|" + kFile + "/did/unittitle"}},
    Case{"Dates", kAid, FIELD(texts, dates), {"stated|November 1957\nFebruary 1958|" + kFile + "/did/unitdatestructured/daterange"}},
    Case{"Creator", kAid, FIELD(agents, creators), {"stated|Lindqvist\nEdda|" + kFile + "/did/origination/persname|correspondent"}},
    Case{"Original", kAid, FIELD(verbatims, original_archives), {"stated|Archive of the Lights, Skarholm.|" + kFile + "/originalsloc/p"}},
    Case{"RightsAreItsOwn", kAid, RIGHTS(texts, statements), {"stated|May be quoted.|" + kFile + "/userestrict/p[1]", "stated|Public record.|" + kFile + "/legalstatus/p"}},
    Case{"Custody", kAid, FIELD(verbatims, custodial_histories), {"stated|Kept by the family until 1971.|" + kFile + "/custodhist/p", "stated|Given by Marta Holm, 1971.|" + kFile + "/acqinfo/p"}},
    Case{"Levels", kAid, FIELD(texts, relations), {"stated|Letters in|/ead/archdesc/dsc/c01[1]/did/unittitle", "stated|Skarholm Lights|/ead/archdesc/did/unittitle"}},
    Case{"SponsorIsInferred", kAid, FIELD(verbatims, funding_credits), {"inferred|Tidewater Foundation for Maritime History|/ead/control/filedesc/titlestmt/sponsor"}},
    Case{"NothingIsInherited", kAid, RIGHTS(texts, statements), {}, 1},
    Case{"Item", kAid, FIELD(texts, titles), {"stated|Sketch of the lamp|" + kFile + "/c03/did/unittitle"}, 1}
), case_name);
// clang-format on

TEST(HandOverNotes, HoldWhatHasNoField) {
    const auto reading = test::read_hand_over(kItem);
    const auto& notes = reading.documents.front().document.notes;
    const auto has = [&](std::string_view type) {
        return std::ranges::any_of(notes, [&](const Note& note) { return note.type == type; });
    };
    EXPECT_TRUE(has("dc.source"));
    EXPECT_TRUE(has("dc.date.accessioned"));
    EXPECT_EQ(reading.documents.front().subject, "data/dspace/item_000");
}

TEST(ModsDates, AreIntervalsAndMarkedAsEdtf) {
    const auto reading = test::read_hand_over(kLetter);
    const auto& dates = reading.documents.front().document.dates;
    ASSERT_EQ(dates.size(), 3U);
    EXPECT_EQ(dates[0].edtf, "1957-11/1958-02");
    EXPECT_EQ(dates[1].edtf, "1961~");
    EXPECT_EQ(dates[2].edtf, "") << "9999 is an open end in MARC, and no year";
}

TEST(SchemaOrg, GivesAwardsToTheirFunder) {
    const auto reading = test::read_hand_over(kPhoto);
    const auto& credits = reading.documents.front().document.funding_credits;
    EXPECT_THAT(credits.back().funders.back().awards, testing::ElementsAre("TF-77"));
}

TEST(Ead3, NamesTheFileOfADigitalObject) {
    const auto reading = test::read_hand_over(kAid);
    ASSERT_EQ(reading.documents.size(), 2U);
    ASSERT_EQ(reading.documents.front().files.size(), 1U);
    EXPECT_EQ(reading.documents.front().files.front().path, "data/ead3/scans/letter.tif");
}

TEST(OaiPmh, GivesEachRecordItsOwnSubject) {
    const auto reading = test::read_hand_over("dublin-core/oai-pmh-list.xml");
    ASSERT_EQ(reading.documents.size(), 2U);
    EXPECT_NE(reading.documents[0].subject, reading.documents[1].subject);
    std::vector<std::string> codes;
    for (const auto& remark : reading.remarks) codes.push_back(remark.code);
    EXPECT_THAT(codes, testing::IsSupersetOf({"record.doctype", "dublin-core.deleted",
                                              "dublin-core.outside-records"}));
}

}  // namespace
}  // namespace solander::metadata
