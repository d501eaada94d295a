// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

constexpr const char* kBy = "http://creativecommons.org/licenses/by/4.0/";
constexpr const char* kByNc = "http://creativecommons.org/licenses/by-nc/4.0/";
constexpr const char* kByNcSa = "http://creativecommons.org/licenses/by-nc-sa/4.0/";
constexpr const char* kPdm = "http://creativecommons.org/publicdomain/mark/1.0/";

Rights& only_text(AuditRecord& record, std::string words) {
    Rights& rights = with_text(record.document, std::move(words));
    make_absent(rights.standard_statements);
    return rights;
}

/// A licence that has a label beside its URI.
void say_licence(AuditRecord& record, std::string label, std::string uri) {
    auto licence = stated_uri(std::move(uri), 17);
    licence.words = std::move(label);
    record.document.rights.front().licences = {licence};
}

void add_term(AuditRecord& record, std::string type, std::string date) {
    Rights& rights = record.document.rights.emplace_back();
    rights.basis = RightsBasis::license;
    Note note;
    note.type = std::move(type);
    note.words = std::move(date);
    note.place = at_line(19);
    rights.notes.push_back(note);
}

void say_holder(AuditRecord& record, std::string name) {
    record.document.rights.front().holders = {stated_agent(std::move(name), 13)};
}

}  // namespace

// Cases are data, one after another.
const std::vector<RuleCase>& licence_cases() {
    static const std::vector<RuleCase> kCases{
        {"OnlyTheBody",
         "LIC003",
         [](AuditRecord& r) { only_text(r, "Creative Commons"); },
         {"warning line 11: 'Creative Commons' does not say which licence"}},
        {"NoVersion",
         "LIC003",
         [](AuditRecord& r) { only_text(r, "Available under CC BY-NC."); },
         {"warning line 11: 'CC BY-NC' has neither version nor URI"}},
        {"InTheFieldOfTheLicence",
         "LIC003",
         [](AuditRecord& r) { say_licence(r, "Creative Commons Attribution-ShareAlike", ""); },
         {"warning line 17: 'Creative Commons Attribution-ShareAlike' has neither"}},
        {"AVersion", "LIC003",
         [](AuditRecord& r) {
             only_text(r, "Creative Commons Attribution 4.0 International License");
         }},
        {"TheVersionInBrackets", "LIC003",
         [](AuditRecord& r) { only_text(r, "Creative Commons Attribution (CC BY 4.0)"); }},
        {"TheUriBesideIt", "LIC003",
         [](AuditRecord& r) {
             with_uri(r.document, kBy);
             with_text(r.document, "Creative Commons Attribution");
         }},
        {"TheAddressInTheText", "LIC003",
         [](AuditRecord& r) {
             only_text(r, "CC BY, see https://creativecommons.org/licenses/by/4.0/");
         }},
        {"ToolsHaveOne", "LIC003",
         [](AuditRecord& r) { only_text(r, "CC0, or the Public Domain Mark."); }},
        {"NotLicensed", "LIC003",
         [](AuditRecord& r) { only_text(r, "It is not under a Creative Commons licence."); }},
        {"TheBodyAsSuch", "LIC003",
         [](AuditRecord& r) { only_text(r, "Creative Commons explains such statements."); }},
        {"OfTheDescription", "LIC003",
         [](AuditRecord& r) { only_text(r, "The metadata is CC BY."); }},

        {"TermsDiffer",
         "LIC004",
         [](AuditRecord& r) { say_licence(r, "CC BY", kByNc); },
         {"error line 17: the label says 'CC BY', the URI CC BY-NC 4.0"}},
        {"VersionsDiffer",
         "LIC004",
         [](AuditRecord& r) { say_licence(r, "CC BY 3.0", kBy); },
         {"error line 17: the label says 'CC BY 3.0', the URI CC BY 4.0"}},
        {"TextDiffers",
         "LIC004",
         [](AuditRecord& r) {
             with_uri(r.document, kByNcSa);
             with_text(r.document, "CC BY-NC 4.0");
         },
         {"error line 11: the label says 'CC BY-NC 4.0', the URI CC BY-NC-SA 4.0"}},
        {"ALicenceForAStatus",
         "LIC004",
         [](AuditRecord& r) {
             auto& statement = r.document.rights.front().standard_statements.front();
             statement.words = "CC BY 4.0";
         },
         {"error line 12: the label says 'CC BY 4.0', the URI InC"}},
        {"TextOfAnotherClassIsAnotherRules", "LIC004",
         [](AuditRecord& r) {
             with_uri(r.document, kByNc);
             with_text(r.document, "CC BY 4.0");
         }},
        {"TheSame", "LIC004",
         [](AuditRecord& r) {
             say_licence(r, "Creative Commons Attribution-NonCommercial 4.0 International", kByNc);
         }},
        {"TheOldOrder", "LIC004",
         [](AuditRecord& r) {
             say_licence(r, "CC BY-NC-ND 1.0", "http://creativecommons.org/licenses/by-nd-nc/1.0/");
         }},
        {"OneOfTwo", "LIC004",
         [](AuditRecord& r) {
             with_uri(r.document, kByNcSa);
             with_text(r.document, "CC BY-NC 3.0 until 2020, now CC BY-NC-SA 4.0");
         }},
        {"NoNameOfALicence", "LIC004",
         [](AuditRecord& r) { say_licence(r, "Creative Commons licence", kByNc); }},
        {"OfTheDescription", "LIC004",
         [](AuditRecord& r) {
             with_uri(r.document, kByNc);
             with_text(r.document, "The metadata is CC BY-SA 4.0.");
         }},
        {"OfTheTranslation", "LIC004",
         [](AuditRecord& r) {
             with_uri(r.document, kByNcSa).covers = RightsCovers::original;
             Rights second;
             second.covers = RightsCovers::translation;
             second.statements = {stated_text("CC BY-NC 4.0", 18)};
             r.document.rights.push_back(second);
         }},

        {"ALibraryLicenses",
         "LIC005",
         [](AuditRecord& r) {
             with_text(r.document, "Licensed by the Harbour Library under CC BY 4.0.");
         },
         {"warning line 11: 'Harbour Library' grants the licence, and the holder is 'Heirs of Edda "
          "Lindqvist'"}},
        {"ByALabel",
         "LIC005",
         [](AuditRecord& r) { with_text(r.document, "Licensor: Harbour Library. CC BY 4.0."); },
         {"warning line 11: 'Harbour Library' grants"}},
        {"TheHolderLicenses", "LIC005",
         [](AuditRecord& r) { with_text(r.document, "Licensed by Karl Lindqvist, CC BY 4.0."); }},
        {"TheHolderInShort", "LIC005",
         [](AuditRecord& r) {
             say_holder(r, "Harbour Library of Skarholm");
             with_text(r.document, "Licensed by the Harbour Library under CC BY 4.0.");
         }},
        {"OnBehalfOfTheHolder", "LIC005",
         [](AuditRecord& r) {
             with_text(r.document, "Licensed by the Harbour Library on behalf of the heirs.");
         }},
        {"NobodyHoldsIt", "LIC005",
         [](AuditRecord& r) {
             make_absent(r.document.rights.front().holders);
             with_text(r.document, "Licensed by the Harbour Library under CC BY 4.0.");
         }},
        {"TheWordingIsNobodys", "LIC005",
         [](AuditRecord& r) { with_text(r.document, "Licensed by Creative Commons, BY 4.0."); }},
        {"NobodyByName", "LIC005",
         [](AuditRecord& r) { with_text(r.document, "It is licensed by whoever holds it."); }},

        {"Ended",
         "LIC007",
         [](AuditRecord& r) { add_term(r, "end_date", "2010-09-08"); },
         {"warning line 19: the licence ended on 2010-09-08 (audited as of 2026-11-28)"}},
        {"EndedInAnyReading",
         "LIC007",
         [](AuditRecord& r) { add_term(r, "end_date", "08/09/2010"); },
         {"warning line 19: the licence ended on 08/09/2010"}},
        {"NotYet",
         "LIC007",
         [](AuditRecord& r) { add_term(r, "start_date", "2027"); },
         {"warning line 19: the licence starts on 2027 (audited as of 2026-11-28)"}},
        {"AllOfThemEnded",
         "LIC007",
         [](AuditRecord& r) {
             add_term(r, "end_date", "2010-09-08");
             add_term(r, "end_date", "2020-09-08");
         },
         {"ended on 2010-09-08", "ended on 2020-09-08"}},
        {"AnotherFollowedIt", "LIC007",
         [](AuditRecord& r) {
             add_term(r, "end_date", "2010-09-08");
             add_term(r, "start_date", "2010-09-09");
         }},
        {"APersonsLicenceStands", "LIC007",
         [](AuditRecord& r) {
             say_licence(r, "CC BY 4.0", kBy);
             r.document.rights.front().licences.front().place.origin = "a1";
             add_term(r, "end_date", "2010-09-08");
         }},
        {"LastDay", "LIC007", [](AuditRecord& r) { add_term(r, "end_date", "2026-11-28"); }},
        {"WithoutEnd", "LIC007", [](AuditRecord& r) { add_term(r, "end_date", "open"); }},
        {"Running", "LIC007", [](AuditRecord& r) { add_term(r, "start_date", "2000-09-09"); }},
        {"NoLicence", "LIC007",
         [](AuditRecord& r) {
             add_term(r, "end_date", "2010-09-08");
             r.document.rights.back().basis = RightsBasis::copyright;
         }},
        {"AnotherOriginsTermIsTestimony", "LIC007",
         [](AuditRecord& r) {
             add_term(r, "end_date", "2030-01-01");
             add_term(r, "end_date", "2010-09-08");
             r.document.rights.back().notes.front().place.origin = "h1";
         }},
        {"FreeWithoutATerm", "LIC007", [](AuditRecord& r) { with_uri(r.document, kPdm); }},
    };
    return kCases;
}

}  // namespace test

namespace {

class LicenceRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(LicenceRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, LicenceRules, testing::ValuesIn(test::licence_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
