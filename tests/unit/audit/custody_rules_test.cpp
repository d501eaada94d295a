// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

Agent named(std::string name) {
    Agent agent;
    agent.name = std::move(name);
    return agent;
}

Transfer transfer(std::string from, std::string to, std::string edtf) {
    Transfer step;
    step.from = named(std::move(from));
    step.to = named(std::move(to));
    step.date = DatedWords{std::move(edtf), {}};
    step.method = "gift";
    return step;
}

void say_history(AuditRecord& record, std::vector<std::variant<Transfer, Gap>> steps) {
    CustodialHistory history;
    history.state = State::stated;
    history.place = at_line(40);
    history.steps = std::move(steps);
    record.document.custodial_histories = {history};
}

/// A history that ends at `last`, in a package sealed by `sealer`.
CustodialHistory& sealed_after(AuditRecord& record, std::string last, std::string sealer) {
    say_history(record, {transfer("Lindqvist", std::move(last), "1950")});
    record.sealers = {std::move(sealer)};
    return record.document.custodial_histories.front();
}

FundingCredit& add_credit(AuditRecord& record, std::string words,
                          const std::vector<std::string>& funders, const std::string& label = {}) {
    FundingCredit credit;
    credit.state = State::stated;
    credit.place = at_line(label.empty() ? 4 : 44, label);
    credit.verbatim = std::move(words);
    for (const auto& name : funders) credit.funders.emplace_back().agent.name = name;
    record.document.funding_credits.push_back(credit);
    return record.document.funding_credits.back();
}

void add_authority(AuditRecord& record, std::string scheme, std::string words) {
    auto& credit = add_credit(record, "with support from Harbour Fund", {"Harbour Fund"});
    credit.funders.front().agent.authorities.push_back({std::move(scheme), std::move(words)});
}

void nothing(AuditRecord&) {}

}  // namespace

const std::vector<RuleCase>& custody_cases() {
    static const std::vector<RuleCase> kCases{
        {"SomebodyElseGivesItAway",
         "CUS001",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1920"),
                             transfer("Harbour Society", "Harbour Archive", "1950")});
         },
         {"error line 40: 'the Parish' received it, and the next to give it away is 'Harbour "
          "Society'"}},
        {"TheReceiverGivesItAway", "CUS001",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1920"),
                             transfer("The parish", "Harbour Archive", "1950")});
         }},
        {"AGapIsStated", "CUS001",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1920"), Gap{},
                             transfer("Harbour Society", "Harbour Archive", "1950")});
         }},
        {"OneIdentifierAndTwoNames", "CUS001",
         [](AuditRecord& r) {
             auto first = transfer("Lindqvist", "the Parish", "1920");
             auto second = transfer("Parish of St. Olaf", "Harbour Archive", "1950");
             first.to->authorities.push_back({"viaf", "12"});
             second.from->authorities.push_back({"viaf", "12"});
             say_history(r, {first, second});
         }},

        {"BeforeItWasWritten",
         "CUS002",
         [](AuditRecord& r) { say_history(r, {transfer("Lindqvist", "the Parish", "1918")}); },
         {"error line 40: a step of custody at 1918 comes before the document's date, 1919-03-04"}},
        {"Backwards",
         "CUS002",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1950-06"),
                             transfer("the Parish", "Harbour Archive", "1949")});
         },
         {"a step of custody at 1949 comes before the step at 1950-06"}},
        {"InTheYearOfTheLetter", "CUS002",
         [](AuditRecord& r) { say_history(r, {transfer("Lindqvist", "the Parish", "1919")}); }},
        {"SpansThatOverlap", "CUS002",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1950/1960"),
                             transfer("the Parish", "Harbour Archive", "195X")});
         }},

        {"NoDate",
         "CUS003",
         [](AuditRecord& r) {
             auto step = transfer("Lindqvist", "J. Field", "");
             step.date.reset();
             say_history(r, {step});
         },
         {"warning line 40: the transfer to 'J. Field' has no date"}},
        {"NeitherMethodNorEvidence",
         "CUS003",
         [](AuditRecord& r) {
             auto step = transfer("Lindqvist", "J. Field", "1950");
             step.method.clear();
             say_history(r, {step});
         },
         {"has neither method nor evidence"}},
        {"EvidenceInstead", "CUS003",
         [](AuditRecord& r) {
             auto step = transfer("Lindqvist", "J. Field", "1950");
             step.method.clear();
             step.evidence.push_back({"data/gift.pdf", "deed"});
             say_history(r, {step});
         }},

        {"TwoArchives",
         "CUS004",
         [](AuditRecord& r) { sealed_after(r, "the Harbour Society", "Coastal Record Office"); },
         {"error line 40: 'the Harbour Society' received it last, and the package is sealed by "
          "Coastal Record Office"}},
        {"TwoPeople",
         "CUS004",
         [](AuditRecord& r) { sealed_after(r, "Ada B. Quist", "Lena Amberg"); },
         {"error line 40"}},
        {"TwoAddresses",
         "CUS004",
         [](AuditRecord& r) { sealed_after(r, "desk@harbour.example", "desk@coast.example"); },
         {"error line 40"}},
        {"OfAHistoryThatIsInferred",
         "CUS004",
         [](AuditRecord& r) {
             sealed_after(r, "Ada B. Quist", "Lena Amberg").state = State::inferred;
         },
         {"review line 40"}},
        {"OneOfTwoSealers", "CUS004",
         [](AuditRecord& r) {
             sealed_after(r, "the Harbour Society", "Coastal Record Office");
             r.sealers.emplace_back("Harbour Society");
         }},
        {"ThroughTheDepositor", "CUS004",
         [](AuditRecord& r) {
             sealed_after(r, "the Harbour Society", "Coastal Record Office");
             r.depositor = named("Harbour Society");
         }},
        {"APersonForAnArchive", "CUS004",
         [](AuditRecord& r) { sealed_after(r, "Harbour Archive", "Lena Amberg"); }},
        {"AnAddressForAnArchive", "CUS004",
         [](AuditRecord& r) { sealed_after(r, "Harbour Archive", "desk@coast.example"); }},
        {"AColleague", "CUS004",
         [](AuditRecord& r) { sealed_after(r, "desk@harbour.example", "lena@Harbour.example"); }},
        {"AnotherInOneWord",
         "CUS004",
         [](AuditRecord& r) { sealed_after(r, "Harbour Society", "coastal-record-office"); },
         {"error line 40"}},
        {"TheSameInOneWord", "CUS004",
         [](AuditRecord& r) { sealed_after(r, "Harbour-Archive of Skarholm", "harbour-archive"); }},
        {"AWordThatIsNoName", "CUS004",
         [](AuditRecord& r) { sealed_after(r, "Harbour Society", "desk7"); }},
        {"TheSameInShort", "CUS004",
         [](AuditRecord& r) {
             sealed_after(r, "State Archive of Norrmark (SAN)", "State Archive");
         }},
        {"AGapAtTheEnd", "CUS004",
         [](AuditRecord& r) {
             sealed_after(r, "Harbour Society", "Coastal Record Office").steps.emplace_back(Gap{});
         }},
        {"NotSealedYet", "CUS004",
         [](AuditRecord& r) {
             sealed_after(r, "Harbour Society", "");
             r.sealers.clear();
         }},

        {"ItNeverWasThere",
         "CUS005",
         [](AuditRecord& r) { say_history(r, {transfer("Lindqvist", "the Parish", "1920")}); },
         {"warning line 40: the original is at 'Harbour Archive', and no step of custody begins or "
          "ends there"}},
        {"FromNobody",
         "CUS005",
         [](AuditRecord& r) {
             auto step = transfer("", "J. Field", "1950");
             step.from.reset();
             say_history(r, {step});
         },
         {"warning line 40"}},
        {"ItCameThere", "CUS005",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1920"),
                             transfer("the Parish", "Harbour Archive, Skarholm", "1950")});
         }},
        {"ItLeftThere", "CUS005",
         [](AuditRecord& r) { say_history(r, {transfer("Harbour Archive", "J. Field", "1950")}); }},
        {"ByItsInitials", "CUS005",
         [](AuditRecord& r) {
             r.document.original_archives.front().name = "State Archive of Norrmark";
             say_history(r, {transfer("SAN", "J. Field", "1950")});
         }},
        {"WithAGap", "CUS005",
         [](AuditRecord& r) {
             say_history(r, {Gap{}, transfer("Lindqvist", "the Parish", "1920")});
         }},
        {"InTheWordsOfTheHistory", "CUS005",
         [](AuditRecord& r) {
             say_history(r, {transfer("Lindqvist", "the Parish", "1920")});
             r.document.custodial_histories.front().verbatim =
                 "Given to the parish, and by it to the Harbour Archive.";
         }},
        {"NoHistory", "CUS005", nothing},

        {"NobodyBehindFrom",
         "FND001",
         [](AuditRecord& r) {
             add_credit(r, "This document was made possible with support from", {}).state =
                 State::blank;
         },
         {"error line 4: 'This document was made possible with support from' names nobody"}},
        {"NobodyThoughStated",
         "FND001",
         [](AuditRecord& r) { add_credit(r, "Digitised with the support of the.", {}); },
         {"names nobody"}},
        {"Somebody", "FND001",
         [](AuditRecord& r) { add_credit(r, "with support from Harbour Fund", {"Harbour Fund"}); }},
        {"NoCredit", "FND001", nothing},

        {"OnlyAmongTheDonors",
         "FND002",
         [](AuditRecord& r) {
             add_credit(r, "with support from Harbour Fund", {"Harbour Fund"});
             add_credit(r, "Harbour Fund and Ice Trust", {"Harbour Fund", "Ice Trust"}, "Donors");
         },
         {"error line 44: Ice Trust only among the donors"}},
        {"OnlyInTheCreditLine",
         "FND002",
         [](AuditRecord& r) {
             add_credit(r, "with support from Harbour Fund", {"Harbour Fund"});
             add_credit(r, "Ice Trust", {"Ice Trust"}, "Donors");
         },
         {"Ice Trust only among the donors and Harbour Fund only in the credit line"}},
        {"WrittenOtherwise", "FND002",
         [](AuditRecord& r) {
             add_credit(r, "with support from the Harbour Fund.", {"the Harbour Fund."});
             add_credit(r, "Harbour Fund", {"Harbour Fund"}, "Donors");
         }},
        {"TwoCreditLines", "FND002",
         [](AuditRecord& r) {
             add_credit(r, "with support from Harbour Fund", {"Harbour Fund"});
             add_credit(r, "and from Ice Trust", {"Ice Trust"});
         }},

        {"ANameAlone",
         "FND004",
         [](AuditRecord& r) {
             add_credit(r, "with support from Harbour Fund", {"Harbour Fund"});
             add_credit(r, "the Harbour Fund", {"the Harbour Fund"}, "Donors");
         },
         {"note line 4: funder \"Harbour Fund\" has no identifier"}},
        {"WithOne", "FND004", [](AuditRecord& r) { add_authority(r, "ror", "05dxps055"); }},

        {"WrongCheckDigits",
         "FND005",
         [](AuditRecord& r) { add_authority(r, "ror", "https://ror.org/05dxps056"); },
         {"error line 4: 'https://ror.org/05dxps056' does not end in its check digits"}},
        {"OfAnotherScheme",
         "FND005",
         [](AuditRecord& r) {
             add_authority(r, "Crossref Funder ID", "https://ror.org/05dxps055");
         },
         {"is a ROR and not a Crossref Funder ID"}},
        {"WithoutAScheme",
         "FND005",
         [](AuditRecord& r) { add_authority(r, "", "0000 0001 2103 2684"); },
         {"does not end in its check digit"}},
        {"Right", "FND005",
         [](AuditRecord& r) { add_authority(r, "isni", "0000 0001 2103 2683"); }},
        {"OfASchemeThatIsNotKnown", "FND005",
         [](AuditRecord& r) { add_authority(r, "viaf", "12345"); }},
    };
    return kCases;
}

}  // namespace test

namespace {

class CustodyRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(CustodyRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, CustodyRules, testing::ValuesIn(test::custody_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
