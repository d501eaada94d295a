// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/access_rights.h"
#include "audit/creative_commons.h"
#include "audit/funder_ids.h"
#include "audit/premis_terms.h"
#include "audit/rights_statements.h"
#include "audit/vocabulary.h"

namespace solander::audit {
namespace {

TEST(RightsStatements, AreTwelveWithTheirUris) {
    ASSERT_EQ(rights_statements().size(), 12U);
    EXPECT_EQ(rights_statement_uri(*find_rights_statement("InC-EDU")),
              "http://rightsstatements.org/vocab/InC-EDU/1.0/");
    EXPECT_EQ(find_rights_statement("inc"), nullptr);
}

struct StatementCase {
    std::string code;
    std::string premis;
    int tier;
};

/// The table of Europeana's patterns and tiers, and the related matches of the data model.
TEST(RightsStatements, HaveTheirPremisClassAndTier) {
    const std::vector<StatementCase> cases{{"InC", "copyrighted", 2},
                                           {"InC-OW-EU", "copyrighted", 2},
                                           {"InC-RUU", "copyrighted", 0},
                                           {"InC-EDU", "copyrighted", 3},
                                           {"InC-NC", "copyrighted", 0},
                                           {"NoC-NC", "publicdomain", 3},
                                           {"NoC-CR", "publicdomain", 0},
                                           {"NoC-OKLR", "publicdomain", 3},
                                           {"NoC-US", "", 0},
                                           {"NKC", "unknown", 0},
                                           {"CNE", "unknown", 2},
                                           {"UND", "", 0}};
    ASSERT_EQ(cases.size(), rights_statements().size());
    for (const auto& one : cases) {
        const RightsStatement* statement = find_rights_statement(one.code);
        ASSERT_NE(statement, nullptr) << one.code;
        EXPECT_EQ(statement->tier, one.tier) << one.code;
        EXPECT_EQ(statement->premis ? premis_status_term(*statement->premis) : "", one.premis);
        EXPECT_FALSE(statement->only_if.empty()) << one.code;
    }
}

/// Every licence that the tables can make.
std::vector<CcLicence> all_licences() {
    std::vector<CcLicence> all;
    for (const CcVersion& version : cc_versions())
        for (const std::string terms :
             {"by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd", "by-nd-nc"}) {
            std::vector<std::string> ports{""};
            ports.insert(ports.end(), version.ports.begin(), version.ports.end());
            ports.insert(ports.end(), version.more_ports.begin(), version.more_ports.end());
            for (const auto& port : ports)
                if (const auto licence = find_cc_licence(terms, version.version, port))
                    all.push_back(*licence);
        }
    return all;
}

/// Europeana's eight patterns take 582 URIs: 574 licences, two tools, six rights statements; 27 of
/// the licences are not on DPLA's list.
TEST(CreativeCommons, HaveAsManyLicencesAsEuropeanaTakes) {
    std::set<std::string> europeana;
    std::set<std::string> not_dpla;
    for (const auto& licence : all_licences()) {
        if (!licence.is_accepted_by_europeana()) continue;
        europeana.insert(licence.uri());
        if (!licence.is_accepted_by_dpla()) not_dpla.insert(licence.uri());
    }
    EXPECT_EQ(europeana.size(), 574U);
    EXPECT_EQ(not_dpla.size(), 27U);
}

struct LicenceCase {
    std::string name;
    std::string uri;
};

TEST(CreativeCommons, KnowLicencesByTheirShortNames) {
    const std::vector<LicenceCase> cases{
        {"CC-BY-4.0", "http://creativecommons.org/licenses/by/4.0/"},
        {"CC BY 4.0", "http://creativecommons.org/licenses/by/4.0/"},
        {"cc by-nc-nd 3.0 igo", "http://creativecommons.org/licenses/by-nc-nd/3.0/igo/"},
        {"CC-BY-NC-ND-3.0-IGO", "http://creativecommons.org/licenses/by-nc-nd/3.0/igo/"},
        {"CC-BY-SA-2.5-scotland", "http://creativecommons.org/licenses/by-sa/2.5/scotland/"},
        {"CC0-1.0", "http://creativecommons.org/publicdomain/zero/1.0/"},
        {"CC0", "http://creativecommons.org/publicdomain/zero/1.0/"},
        {"CC BY", ""},
        {"CC-BY-4.0-DE", ""},
        {"CC-BY-9.0", ""},
        {"In Copyright", ""},
        {"", ""}};
    for (const auto& one : cases) {
        const auto licence = find_cc_by_name(one.name);
        EXPECT_EQ(licence ? licence->uri() : "", one.uri) << one.name;
    }
}

TEST(CreativeCommons, KnowWhichPortsEachVersionHas) {
    EXPECT_TRUE(find_cc_licence("by", "2.1", "jp"));
    EXPECT_FALSE(find_cc_licence("by", "2.1", ""));
    EXPECT_TRUE(find_cc_licence("by", "3.0", "igo"));
    EXPECT_FALSE(find_cc_licence("by", "4.0", "de"));
    EXPECT_TRUE(find_cc_licence("by-nd-nc", "1.0", "fi"));
    EXPECT_FALSE(find_cc_licence("by-nd-nc", "2.0", ""));
    EXPECT_TRUE(find_cc_licence("by", "2.0", "za"));
    EXPECT_FALSE(find_cc_licence("by", "2.0", "za")->is_accepted_by_europeana());
    EXPECT_FALSE(find_cc_licence("zero", "1.0", "us"));
}

TEST(PremisStatuses, AreFoundInEverySpelling) {
    using enum PremisCopyrightStatus;
    for (const std::string words :
         {"publicdomain", "public domain", "Public Domain", "pub",
          "http://id.loc.gov/vocabulary/preservation/copyrightStatus/pub"})
        EXPECT_EQ(find_premis_status(words), publicdomain) << words;
    EXPECT_EQ(find_premis_status("copyrighted"), copyrighted);
    EXPECT_EQ(find_premis_status("unk"), unknown);
    EXPECT_FALSE(find_premis_status("free"));
    EXPECT_FALSE(find_premis_status(""));
    EXPECT_FALSE(find_premis_status("http://example.org/pub"));
    EXPECT_THAT(premis_bases(), testing::Contains("statute"));
}

TEST(AccessRights, AreFoundByUriAndOldFormAndLabel) {
    EXPECT_EQ(find_access_right("http://purl.org/coar/access_right/c_f1cf"),
              AccessRight::embargoed);
    EXPECT_EQ(find_access_right("https://purl.org/coar/access_right/c_abf2/"), AccessRight::open);
    EXPECT_EQ(find_access_right("info:eu-repo/semantics/embargoedAccess"), AccessRight::embargoed);
    EXPECT_EQ(find_access_right("info:eu-repo/semantics/closedAccess"), AccessRight::restricted);
    EXPECT_EQ(find_access_right("Open Access"), AccessRight::open);
    EXPECT_EQ(find_access_right("c_f1cf"), std::nullopt);
    EXPECT_EQ(find_access_right("ask the archivist"), std::nullopt);
    EXPECT_EQ(find_access_right(""), std::nullopt);
    for (const auto& term : access_terms())
        EXPECT_EQ(find_access_right(access_right_uri(term.right)), term.right);
}

TEST(FunderIds, HaveRightCheckDigits) {
    for (const std::string right :
         {"0000 0001 2103 2683", "0000-0001-2146-5390", "0000000121581279"})
        EXPECT_TRUE(is_isni(right)) << right;
    EXPECT_FALSE(is_isni("0000 0001 2103 2684"));
    EXPECT_FALSE(is_isni("0000 0001 2103 268"));
    EXPECT_FALSE(is_isni("0000 0001 2103 268Y"));
    for (const std::string right : {"05dxps055", "03yrm5c26", "00f54p054", "021nxhr62"})
        EXPECT_TRUE(is_ror(right)) << right;
    EXPECT_FALSE(is_ror("05dxps056"));
    EXPECT_FALSE(is_ror("05dxpi055"));
    EXPECT_FALSE(is_ror("15dxps055"));
}

struct FunderCase {
    FunderScheme scheme;
    std::string identifier;
    std::string wrong;  ///< Words of the complaint; empty: none.
};

TEST(FunderIds, AreHeldAgainstTheirScheme) {
    using enum FunderScheme;
    const std::vector<FunderCase> cases{
        {crossref, "https://doi.org/10.13039/100000001", ""},
        {crossref, "http://dx.doi.org/10.13039/501100000780", ""},
        {crossref, "10.13039/100000001", ""},
        {crossref, "100000001", ""},
        {crossref, "https://doi.org/10.1000/100000001", "is not 10.13039/ and digits"},
        {crossref, "https://ror.org/05dxps055", "is a ROR and not a Crossref Funder ID"},
        {ror, "https://ror.org/05dxps055", ""},
        {ror, "05dxps055", ""},
        {ror, "https://ror.org/05dxps056", "does not end in its check digits"},
        {ror, "https://ror.org/grid.1", "is not 0, six letters or digits, two digits"},
        {ror, "https://doi.org/10.13039/100000001", "is a Crossref Funder ID and not a ROR"},
        {isni, "https://isni.org/isni/0000000121032683", ""},
        {isni, "0000 0001 2103 2683", ""},
        {isni, "0000 0001 2103 2684", "does not end in its check digit"},
        {isni, "2103 2683", "does not have sixteen digits"}};
    for (const auto& one : cases)
        EXPECT_EQ(wrong_with_funder_id(one.scheme, one.identifier), one.wrong) << one.identifier;
}

TEST(FunderIds, SchemesAreFoundByTheirNames) {
    EXPECT_EQ(find_funder_scheme("ROR"), FunderScheme::ror);
    EXPECT_EQ(find_funder_scheme("Crossref Funder ID"), FunderScheme::crossref);
    EXPECT_EQ(find_funder_scheme("fundref"), FunderScheme::crossref);
    EXPECT_EQ(find_funder_scheme("isni"), FunderScheme::isni);
    EXPECT_EQ(find_funder_scheme("viaf"), std::nullopt);
}

TEST(Vocabularies, EachSayWhenAndWhereTheyWereTaken) {
    const auto all = audit_vocabularies();
    EXPECT_EQ(all.size(), 6U);
    for (const auto& vocabulary : all) {
        EXPECT_FALSE(vocabulary.name.empty());
        EXPECT_FALSE(vocabulary.version.empty()) << vocabulary.name;
        EXPECT_EQ(vocabulary.date.size(), 10U) << vocabulary.name;
        EXPECT_FALSE(vocabulary.source.empty()) << vocabulary.name;
    }
}

}  // namespace
}  // namespace solander::audit
