// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

void add_contributor(AuditRecord& record, std::string name, std::string role) {
    record.document.contributors.push_back(stated_agent(std::move(name), 18));
    record.document.contributors.back().role = std::move(role);
}

void add_print(AuditRecord& record, RelationType type, std::string where) {
    RelationStatement relation;
    relation.state = State::inferred;
    relation.place = at_line(9);
    relation.type = type;
    relation.words = std::move(where);
    record.document.relations.push_back(relation);
}

}  // namespace

const std::vector<RuleCase>& source_cases() {
    static const std::vector<RuleCase> kCases{
        {"ATranslatorInTheSource",
         "SRC005",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim =
                 "Harbour Archive, box 12. Translated for the Society from Swedish by Olaf K. "
                 "Amberg.";
         },
         {"note line 9: the source says 'Translated for the Society from Swedish by Olaf K. "
          "Amberg', and no field of the record names them"}},
        {"TwoInTheSource",
         "SRC005",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim =
                 "Harbour Archive. Obtained by Ada B. Quist (Harbour University) and translated "
                 "by Olaf Amberg.";
         },
         {"the source says 'Obtained by Ada B. Quist' and 'translated by Olaf Amberg', and"}},
        {"TheOtherOfTwo",
         "SRC005",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim =
                 "Harbour Archive. Obtained by Ada B. Quist and translated by Olaf Amberg.";
             add_contributor(r, "Amberg, Olaf", "translator");
         },
         {"the source says 'Obtained by Ada B. Quist', and"}},
        {"ACustodianIsNamed", "SRC005",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim = "Harbour Archive. Obtained by Ada B. Quist.";
             CustodialHistory history;
             history.state = State::inferred;
             history.place = at_line(9);
             Transfer step;
             step.to.emplace().name = "Ada B. Quist";
             history.steps = {step};
             r.document.custodial_histories = {history};
         }},
        {"NobodyByName", "SRC005",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim =
                 "Harbour Archive. Obtained by purchase, translated by a machine.";
         }},
        {"TheArchiveItself", "SRC005",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim = "Provided by the Harbour Archive, box 12.";
         }},
        {"InTestimonyAlone", "SRC005",
         [](AuditRecord& r) {
             auto other = r.document.sources.front();
             other.place.origin = "h1";
             other.verbatim = "Translated by Olaf Amberg.";
             r.document.sources.push_back(other);
         }},

        {"AReprint",
         "SRC006",
         [](AuditRecord& r) {
             add_print(r, RelationType::reprinted_in, "Norrmarkish Ports (Skarholm: Ost, 2005)");
         },
         {"warning line 9: the text is in print ('Norrmarkish Ports (Skarholm: Ost, 2005)'), and "
          "nothing is said of the rights in that edition"}},
        {"AReprintInTheSource",
         "SRC006",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim =
                 "Harbour Archive, box 12. Reprinted in Norrmarkish Ports, p. 378.";
         },
         {"warning line 9: the text is in print ('Reprinted in Norrmarkish Ports, p. 378.')"}},
        {"NothingButABook",
         "SRC006",
         [](AuditRecord& r) {
             say_source(r.document, "Documents of the Ports, vol. 5 (Skarholm: Ost, 2005), p. 378");
             make_absent(with_text(r.document, "Ask the heirs.").standard_statements);
         },
         {"warning line 9: the text is in print"}},
        {"ABookWithItsStatus", "SRC006",
         [](AuditRecord& r) {
             say_source(r.document, "Documents of the Ports, vol. 5 (Skarholm: Ost, 2005), p. 378");
         }},
        {"ABookBesideAnArchive", "SRC006",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim =
                 "Harbour Archive, box 12; see Documents of the Ports (Skarholm: Ost, 2005)";
         }},
        {"PrintedLater", "SRC006",
         [](AuditRecord& r) { add_print(r, RelationType::published_in, "Bulletin 16"); }},
        {"NeverReprinted", "SRC006",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim = "Harbour Archive; never reprinted in full";
         }},
        {"TheEditionHasItsRights", "SRC006",
         [](AuditRecord& r) {
             add_print(r, RelationType::reprinted_in, "Norrmarkish Ports");
             Rights edition;
             edition.covers = RightsCovers::transcript;
             edition.statements = {stated_text("In copyright.", 25)};
             r.document.rights.push_back(edition);
         }},
        {"ATextOnTheEdition", "SRC006",
         [](AuditRecord& r) {
             add_print(r, RelationType::reprinted_in, "Norrmarkish Ports");
             with_text(r.document, "The publisher of the edition permits it.");
         }},
    };
    return kCases;
}

}  // namespace test

namespace {

class SourceRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(SourceRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, SourceRules, testing::ValuesIn(test::source_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
