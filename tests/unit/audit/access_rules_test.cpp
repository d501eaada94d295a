// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

void nothing(AuditRecord&) {}

AccessStatement& say_access(AuditRecord& record, std::string words) {
    auto& access = record.document.rights.front().access.front();
    access.words = std::move(words);
    return access;
}

void add_access(AuditRecord& record, std::string words, std::string origin = "c1") {
    AccessStatement access = record.document.rights.front().access.front();
    access.words = std::move(words);
    access.place.origin = std::move(origin);
    access.place.at = "line 15";
    record.document.rights.front().access.push_back(access);
}

Grant& add_grant(Rights& rights, std::string act, std::string restriction, std::string start = {},
                 std::string end = {}) {
    Grant grant;
    grant.place = at_line(50 + static_cast<int>(rights.grants.size()));
    grant.act = std::move(act);
    grant.restriction = std::move(restriction);
    grant.start = std::move(start);
    grant.end = std::move(end);
    rights.grants.push_back(grant);
    return rights.grants.back();
}

Grant& add_grant(AuditRecord& record, std::string act, std::string restriction,
                 std::string start = {}, std::string end = {}) {
    return add_grant(record.document.rights.front(), std::move(act), std::move(restriction),
                     std::move(start), std::move(end));
}

/// A further block of rights, on a basis of its own.
Rights& add_block(AuditRecord& record, RightsBasis basis) {
    auto& block = record.document.rights.emplace_back();
    block.basis = basis;
    return block;
}

void be_from_archivematica(AuditRecord& record) {
    record.document.origins.front().reader = "archivematica-rights/1";
}

void add_label(AuditRecord& record, std::string words) {
    record.document.rights.front().statements = {stated_text(std::move(words), 11)};
}

}  // namespace

const std::vector<RuleCase>& access_cases() {
    static const std::vector<RuleCase> kCases{
        {"AClosureBeside",
         "ACC004",
         [](AuditRecord& r) { add_access(r, "Closed until 2050"); },
         {"error line 14: 'open access' stands beside 'Closed until 2050'"}},
        {"DisseminationDisallowed",
         "ACC004",
         [](AuditRecord& r) { add_grant(r, "disseminate ", "Disallow"); },
         {"beside disseminate = Disallow"}},
        {"AClosureAmongTheRights",
         "ACC004",
         [](AuditRecord& r) { with_text(r.document, "Closed until 1 March 2040."); },
         {"'Closed until 1 March 2040' among the rights"}},
        {"RestrictionsOfUse", "ACC004",
         [](AuditRecord& r) {
             with_text(r.document, "Use is restricted to study. No access fee.");
         }},
        {"AClosureThatIsOver", "ACC004",
         [](AuditRecord& r) { add_access(r, "Closed until 2020"); }},
        {"DisallowedInThePast", "ACC004",
         [](AuditRecord& r) {
             add_grant(r, "disseminate", "Disallow", "2011-01-01", "2013-12-31");
         }},
        {"AnotherActDisallowed", "ACC004",
         [](AuditRecord& r) { add_grant(r, "modify", "Disallow"); }},
        {"OfAnotherThing", "ACC004",
         [](AuditRecord& r) {
             auto& letter = r.document.rights.front();
             letter.covers = RightsCovers::reproduction;
             auto original = letter;
             original.covers = RightsCovers::original;
             original.access.front().words = "Closed until 2050";
             r.document.rights.push_back(original);
         }},
        {"OfSomeDocuments", "ACC004",
         [](AuditRecord& r) { with_text(r.document, "Some files are closed until 2050."); }},
        {"AsTestimonyOnly", "ACC004",
         [](AuditRecord& r) {
             r.document.origins.push_back(r.document.origins.front());
             r.document.origins.back().id = "c2";
             add_access(r, "Closed until 2050", "c2");
         }},

        {"OpenAccessAsRights",
         "ACC005",
         [](AuditRecord& r) {
             with_text(r.document, "Open access.");
             make_absent(r.document.rights.front().standard_statements);
         },
         {"warning line 11: 'Open access.' says who may see it"}},
        {"AnOldTermAsRights",
         "ACC005",
         [](AuditRecord& r) {
             with_text(r.document, "info:eu-repo/semantics/openAccess");
             make_absent(r.document.rights.front().standard_statements);
         },
         {"warning line 11"}},
        {"BesideAStatement",
         "ACC005",
         [](AuditRecord& r) { with_text(r.document, "info:eu-repo/semantics/openAccess"); },
         {"note line 11"}},
        {"RightsAsAccess",
         "ACC005",
         [](AuditRecord& r) { say_access(r, "In copyright"); },
         {"warning line 14: 'In copyright' says what may be done with it"}},
        {"BothInOneText", "ACC005",
         [](AuditRecord& r) {
             with_text(r.document, "Open access. Copyright is held by the heirs.");
         }},
        {"AClosureAsAccess", "ACC005",
         [](AuditRecord& r) { say_access(r, "Closed until 2050 under the donor's agreement"); }},
        {"APermissionAsAccess", "ACC005",
         [](AuditRecord& r) { say_access(r, "Written permission of the heirs is required"); }},
        {"BothAsAccess", "ACC005",
         [](AuditRecord& r) { say_access(r, "Open for research; in the public domain"); }},

        {"ColumnsThatMoved",
         "ACC006",
         [](AuditRecord& r) { add_grant(r, "allow", "Conditional"); },
         {"error line 50: act 'allow' with restriction 'Conditional': their columns have moved"}},
        {"AnActOfOnesOwn",
         "ACC006",
         [](AuditRecord& r) { add_grant(r, "screen", "Allow"); },
         {"warning line 50: act 'screen' is none of those that systems know"}},
        {"ARestrictionOfOnesOwn",
         "ACC006",
         [](AuditRecord& r) { add_grant(r, "use", "Perhaps"); },
         {"warning line 50: restriction 'Perhaps'"}},
        {"ARestrictionThatArchivematicaRefuses",
         "ACC006",
         [](AuditRecord& r) {
             add_grant(r, "use", "Perhaps");
             be_from_archivematica(r);
         },
         {"error line 50: restriction 'Perhaps' is none of Allow, Disallow, Conditional: "
          "Archivematica will refuse"}},
        {"OfTheVocabulary", "ACC006",
         [](AuditRecord& r) { add_grant(r, "Disseminate ", "allow"); }},
        {"NoRestriction", "ACC006", [](AuditRecord& r) { add_grant(r, "use", ""); }},

        {"AllowedAndDisallowed",
         "ACC007",
         [](AuditRecord& r) {
             add_grant(r, "use", "Disallow", "2011-01-01", "2030-12-31");
             add_grant(r, "use", "Allow", "2020-01-01");
         },
         {"error line 51: act 'use' is Disallow from 2011-01-01 to 2030-12-31, and Allow from "
          "2020-01-01 at the same time"}},
        {"OnTwoBases",
         "ACC007",
         [](AuditRecord& r) {
             add_grant(add_block(r, RightsBasis::donor), "use", "Disallow");
             add_grant(add_block(r, RightsBasis::policy), "use", "Allow");
         },
         {"review line 50"}},
        {"ALicenceLiftsCopyright", "ACC007",
         [](AuditRecord& r) {
             add_grant(add_block(r, RightsBasis::copyright), "use", "Disallow");
             add_grant(add_block(r, RightsBasis::license), "use", "Allow");
         }},
        {"OneAfterTheOther", "ACC007",
         [](AuditRecord& r) {
             add_grant(r, "use", "Disallow", "2011-01-01", "2030-01-01");
             add_grant(r, "use", "Allow", "2030-01-01");
         }},
        {"TheSameTwice", "ACC007",
         [](AuditRecord& r) {
             add_grant(r, "use", "Allow");
             add_grant(r, "Use", "allow");
         }},
        {"OtherActs", "ACC007",
         [](AuditRecord& r) {
             add_grant(r, "use", "Allow");
             add_grant(r, "migrate", "Disallow");
         }},

        {"RestrictedAndNoMore",
         "ACC008",
         [](AuditRecord& r) { say_access(r, "Access is restricted."); },
         {"warning line 14: 'Access is restricted.' gives no end, no day of review and no "
          "authority"}},
        {"ATermAndNoMore",
         "ACC008",
         [](AuditRecord& r) { say_access(r, "").uri = "http://purl.org/coar/access_right/c_16ec"; },
         {"warning line 14"}},
        {"UntilADay", "ACC008", [](AuditRecord& r) { say_access(r, "Closed until 2050"); }},
        {"ByAnAuthority", "ACC008",
         [](AuditRecord& r) { say_access(r, "Access is restricted at the request of the donor"); }},
        {"ByALawThatTheRightsName", "ACC008",
         [](AuditRecord& r) {
             say_access(r, "restricted access");
             with_text(r.document, "Closed under the Harbour Act.");
         }},
        {"AnEnd", "ACC008",
         [](AuditRecord& r) { say_access(r, "restricted access").end = "2050-01-01"; }},
        {"SomebodyDecided", "ACC008",
         [](AuditRecord& r) {
             say_access(r, "restricted access");
             r.document.rights.front().determinations.push_back({"the archivist", "2020", "seen"});
         }},
        {"NotRestricted", "ACC008", nothing},

        {"SecretAndOpen",
         "ACC009",
         [](AuditRecord& r) { add_label(r, "TK Secret / Sacred (TK SS)"); },
         {"error line 11: TK Secret / Sacred (TK SS) stands beside 'open access'"}},
        {"ByAddressAndLicensed",
         "ACC009",
         [](AuditRecord& r) {
             add_label(r, "https://localcontexts.org/label/tk-men-restricted/");
             with_uri(r.document, "http://creativecommons.org/licenses/by/4.0/");
             r.document.rights.front().access.clear();
         },
         {"TK Men Restricted (TK MR) stands beside 'CC BY 4.0'"}},
        {"WithCare",
         "ACC009",
         [](AuditRecord& r) { add_label(r, "TK Culturally Sensitive (TK CS)"); },
         {"review line 11"}},
        {"AnAttribution", "ACC009", [](AuditRecord& r) { add_label(r, "TK Attribution (TK A)"); }},
        {"ANotice", "ACC009", [](AuditRecord& r) { add_label(r, "TK Notice"); }},
        {"SecretAndClosed", "ACC009",
         [](AuditRecord& r) {
             add_label(r, "TK Secret / Sacred (TK SS)");
             say_access(r, "restricted access");
         }},

        {"AClosureThatHasEnded",
         "ACC010",
         [](AuditRecord& r) { say_access(r, "Closed until 2020"); },
         {"review line 14: 'Closed until 2020': the closure ended on 2020-12-31 (audited as of "
          "2026-11-28)"}},
        {"APersonnelFile",
         "ACC010",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Personnel file of E. Lindqvist";
             r.document.dates.front().edtf = "1985-03";
         },
         {"review line 1: 'Personnel file of E. Lindqvist' may be on a living person"}},
        {"DisallowedUntilThePast",
         "ACC010",
         [](AuditRecord& r) { add_grant(r, "disseminate", "Disallow", "2011", "2013-12-31"); },
         {"review line 50: 'disseminate' was disallowed until 2013-12-31"}},
        {"AnOldPersonnelFile", "ACC010",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Personnel file of E. Lindqvist";
         }},
        {"APersonnelFileThatIsClosed", "ACC010",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Personnel file of E. Lindqvist";
             r.document.dates.front().edtf = "1985-03";
             say_access(r, "Closed until 2085");
         }},
        {"APersonnelFileThatWasReviewed", "ACC010",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Personnel file of E. Lindqvist";
             r.document.dates.front().edtf = "1985-03";
             r.document.rights.front().determinations.push_back({"the archivist", "2020", "seen"});
         }},
        {"OnPersonnelInGeneral", "ACC010",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Circular on personnel and medical supplies";
             r.document.dates.front().edtf = "1985-03";
         }},
        {"AClosureThatLasts", "ACC010",
         [](AuditRecord& r) { say_access(r, "Closed until 31 December 2050"); }},
        {"AnEmbargoHasARuleOfItsOwn", "ACC010",
         [](AuditRecord& r) { say_access(r, "embargoed access").end = "2020-01-01"; }},
        {"DisallowedAndThenAllowed", "ACC010",
         [](AuditRecord& r) {
             add_grant(r, "disseminate", "Disallow", "2011", "2013-12-31");
             add_grant(r, "disseminate", "Allow", "2014");
         }},

        {"ALetterWithoutLanguage",
         "AGG003",
         [](AuditRecord& r) { make_absent(r.document.languages); },
         {"error : no language, which europeana requires of a text (type 'Letter')"},
         {"europeana"}},
        {"AccessInWords",
         "AGG003",
         [](AuditRecord& r) { say_access(r, "Ask at the desk"); },
         {"error line 14: 'Ask at the desk' is none of the four terms of COAR"},
         {"openaire"}},
        {"APictureWithoutLanguage",
         "AGG003",
         [](AuditRecord& r) {
             make_absent(r.document.languages);
             r.document.types.front().words = "Photograph";
         },
         {},
         {"europeana"}},
        {"ForNobodyInParticular", "AGG003",
         [](AuditRecord& r) { make_absent(r.document.languages); }},
        {"ATermBesideTheWords",
         "AGG003",
         [](AuditRecord& r) { add_access(r, "Ask at the desk"); },
         {},
         {"openaire"}},
    };
    return kCases;
}

}  // namespace test

namespace {

class AccessRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(AccessRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, AccessRules, testing::ValuesIn(test::access_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
