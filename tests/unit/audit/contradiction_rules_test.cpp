// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

constexpr auto kFree = PremisCopyrightStatus::publicdomain;
constexpr auto kBound = PremisCopyrightStatus::copyrighted;

Rights block_with_status(PremisCopyrightStatus meant, int line = 16) {
    CopyrightStatus status;
    status.state = State::stated;
    status.place = at_line(line);
    status.status = meant;
    status.words = meant == kFree ? "publicdomain" : "copyrighted";
    Rights rights;
    rights.copyright_statuses = {status};
    return rights;
}

/// The letter with a text in one block and a status in another, of another origin, as a table of
/// descriptions and one of rights give them. It has no URI.
Rights& say(AuditRecord& record, std::string text, PremisCopyrightStatus meant) {
    with_text(record.document, std::move(text));
    make_absent(record.document.rights.front().standard_statements);
    Rights second = block_with_status(meant);
    second.copyright_statuses.front().place.origin = "h1";
    return record.document.rights.emplace_back(std::move(second));
}

void say_two_texts(AuditRecord& record, std::string first, std::string second) {
    Rights& rights = with_text(record.document, std::move(first));
    make_absent(rights.standard_statements);
    rights.statements.push_back(stated_text(std::move(second), 19));
}

}  // namespace

const std::vector<RuleCase>& contradiction_cases() {
    static const std::vector<RuleCase> kCases{
        {"FreeTextBoundStatus",
         "RGT007",
         [](AuditRecord& r) { say(r, "Public domain", kBound); },
         {"error line 11: the text says 'Public domain' (public domain), the PREMIS status "
          "copyrighted (in copyright)"}},
        {"FreeTextInASentence",
         "RGT007",
         [](AuditRecord& r) { say(r, "In the public domain", kBound); },
         {"error line 11: the text says 'public domain'"}},
        {"BoundTextFreeStatus",
         "RGT007",
         [](AuditRecord& r) { say(r, "In copyright.", kFree); },
         {"error line 11: the text says 'In copyright' (in copyright), the PREMIS status "
          "publicdomain (public domain)"}},
        {"DeniedTextFreeStatus",
         "RGT007",
         [](AuditRecord& r) { say(r, "Not in the public domain", kFree); },
         {"error line 11: the text says 'public domain' (in copyright), the PREMIS status "
          "publicdomain"}},
        {"FreeTextUnknownStatus",
         "RGT007",
         [](AuditRecord& r) { say(r, "Public domain", PremisCopyrightStatus::unknown); },
         {"warning line 11: the text says 'Public domain'"}},
        {"HedgedTextBoundStatus",
         "RGT007",
         [](AuditRecord& r) { say(r, "May be subject to copyright.", kBound); },
         {"warning line 11: the text says 'subject to copyright' (status not known)"}},
        {"StatusInTheWordOfABasis",
         "RGT007",
         [](AuditRecord& r) {
             auto& status = say(r, "Public domain", kBound).copyright_statuses.front();
             status.status.reset();
             status.words = "copyright";
         },
         {"error line 11: the text says 'Public domain'"}},
        {"UriAndStatusAtOnce",
         "RGT007",
         [](AuditRecord& r) {
             say(r, "Public domain", kBound);
             with_uri(r.document, "http://rightsstatements.org/vocab/InC/1.0/");
         },
         {"error line 11: the text says 'Public domain' (public domain), the URI InC (in "
          "copyright), the PREMIS status copyrighted (in copyright)"}},
        {"TwoTexts",
         "RGT007",
         [](AuditRecord& r) { say_two_texts(r, "Public domain", "All rights reserved"); },
         {"error line 19: the text says 'All rights reserved' (in copyright), another text 'Public "
          "domain' (public domain)"}},

        {"FreeTextFreeStatus", "RGT007", [](AuditRecord& r) { say(r, "Public domain", kFree); }},
        {"DeniedTextBoundStatus", "RGT007",
         [](AuditRecord& r) { say(r, "Not in the public domain", kBound); }},
        {"TextOnTheMetadata", "RGT007",
         [](AuditRecord& r) { say(r, "The metadata is in the public domain", kBound); }},
        {"StatusOfTheTranslation", "RGT007",
         [](AuditRecord& r) {
             say(r, "Public domain", kBound).covers = RightsCovers::translation;
             r.document.rights.front().covers = RightsCovers::original;
         }},
        {"StatusOfTheDescription", "RGT007",
         [](AuditRecord& r) { say(r, "Public domain", kBound).covers = RightsCovers::metadata; }},
        {"TextOfATestimony", "RGT007",
         [](AuditRecord& r) {
             say(r, "In copyright.", kBound);
             auto text = stated_text("Public domain", 3);
             text.place.origin = "h1";
             r.document.rights.back().statements = {text};
         }},
        {"AnswerOfAPersonBeforeTheText", "RGT007",
         [](AuditRecord& r) {
             say(r, "Public domain", kBound);
             Rights person = block_with_status(kFree);
             r.document.rights.insert(r.document.rights.begin(), person);
         }},
        {"TwoTextsAndOneHedges", "RGT007",
         [](AuditRecord& r) {
             say_two_texts(r, "Public domain", "Some documents are under copyright");
         }},
        {"TwoTextsThatGoTogether", "RGT007",
         [](AuditRecord& r) { say_two_texts(r, "In copyright", "Permission required"); }},

        {"TwoStatuses",
         "RGT011",
         [](AuditRecord& r) {
             say(r, "In copyright", kBound).copyright_statuses.front().place.origin = "c1";
             r.document.rights.push_back(block_with_status(kFree, 17));
         },
         {"error line 17: the PREMIS status is publicdomain, and copyrighted as well"}},
        {"TwoStatusesOfTwoCountries", "RGT011",
         [](AuditRecord& r) {
             auto& bound = say(r, "In copyright", kBound).copyright_statuses.front();
             bound.place.origin = "c1";
             bound.jurisdiction = "se";
             Rights free = block_with_status(kFree, 17);
             free.copyright_statuses.front().jurisdiction = "us";
             r.document.rights.push_back(free);
         }},
        {"TwoStatusesOneAfterTheOther", "RGT011",
         [](AuditRecord& r) {
             Rights& bound = say(r, "In copyright", kBound);
             bound.copyright_statuses.front().place.origin = "c1";
             Note end;
             end.type = "end_date";
             end.words = "2013-12-31";
             bound.notes.push_back(end);
             r.document.rights.push_back(block_with_status(kFree, 17));
         }},

        {"FreeStatementAndALicence",
         "LIC002",
         [](AuditRecord& r) {
             with_uri(r.document, "http://rightsstatements.org/vocab/NoC-US/1.0/").licences = {
                 stated_uri("http://creativecommons.org/licenses/by/4.0/")};
         },
         {"error line 20: NoC-US and CC BY 4.0 cannot both be true"}},
        {"NonCommercialByContract", "LIC002",
         [](AuditRecord& r) {
             with_uri(r.document, "http://rightsstatements.org/vocab/NoC-NC/1.0/").licences = {
                 stated_uri("http://creativecommons.org/licenses/by-nc/4.0/")};
         }},
    };
    return kCases;
}

}  // namespace test

namespace {

class ContradictionRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(ContradictionRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, ContradictionRules, testing::ValuesIn(test::contradiction_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
