// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

// Rules on what was made from a document, and on the papers by which it came.

namespace solander {

namespace test {

namespace {

void nothing(AuditRecord&) {}

PayloadFile& add_file(AuditRecord& record, FileRole role) {
    record.package = "letters.tar";
    record.agreements.emplace_back();
    PayloadFile file;
    file.path = *EntryPath::parse("data/letter.txt");
    file.role = role;
    record.files.push_back(file);
    return record.files.back();
}

Made& add_made(AuditRecord& record, MadeMethod method, std::string tool) {
    auto& made = add_file(record, FileRole::transcript).made.emplace();
    made.method = method;
    made.tool = std::move(tool);
    return made;
}

void say_history(AuditRecord& record, std::string words, std::string method = {}) {
    CustodialHistory history;
    history.state = State::stated;
    history.place = at_line(40);
    history.verbatim = std::move(words);
    if (!method.empty()) {
        Transfer transfer;
        transfer.method = std::move(method);
        history.steps.emplace_back(transfer);
    }
    record.document.custodial_histories = {history};
}

void be_translated(AuditRecord& record) {
    Body body;
    body.kind = BodyKind::translation;
    record.document.bodies.push_back(body);
}

Rights& about(AuditRecord& record, RightsCovers covers) {
    record.document.rights.front().covers = covers;
    return record.document.rights.front();
}

}  // namespace

const std::vector<RuleCase>& made_cases() {
    static const std::vector<RuleCase> kCases{
        {"APackageWithoutOne",
         "CUS006",
         [](AuditRecord& r) { r.package = "letters.tar"; },
         {"note : no deed of gift or deposit agreement is named in the package"}},
        {"AGiftWithoutOne",
         "CUS006",
         [](AuditRecord& r) { say_history(r, "Gift of the family, 1954"); },
         {"note line 40: no deed of gift or deposit agreement is named, and custody tells of "
          "'gift'"}},
        {"ADepositAsAMethod",
         "CUS006",
         [](AuditRecord& r) { say_history(r, "", "deposit"); },
         {"custody tells of 'deposit'"}},
        {"APackageWithOne", "CUS006",
         [](AuditRecord& r) {
             r.package = "letters.tar";
             r.agreements.emplace_back();
         }},
        {"OneInWords", "CUS006",
         [](AuditRecord& r) {
             r.package = "letters.tar";
             say_history(r, "Gift of the family; deed of gift of 3 May 1954");
         }},
        {"OneAsEvidence", "CUS006",
         [](AuditRecord& r) {
             say_history(r, "", "gift");
             auto& step = r.document.custodial_histories.front().steps.front();
             std::get<Transfer>(step).evidence.push_back({"", "Deed of gift 17"});
         }},
        {"NothingWasGiven", "CUS006",
         [](AuditRecord& r) { say_history(r, "Kept in the family, who were gifted writers"); }},
        {"ARecordAlone", "CUS006", nothing},

        {"ATranscriptByAProgram",
         "REC014",
         [](AuditRecord& r) { add_made(r, MadeMethod::transcription, "Tesseract 5.3"); },
         {"warning path data/letter.txt: 'data/letter.txt' was made with 'Tesseract 5.3', and "
          "nothing says that a machine made it"}},
        {"SaidToBeByHand",
         "REC014",
         [](AuditRecord& r) {
             add_made(r, MadeMethod::translation, "DeepL").machine = MachineMade::none;
         },
         {"is said to be made by no machine"}},
        {"InWordsOnly",
         "REC014",
         [](AuditRecord& r) {
             r.document.descriptions.front().words = "An AI-generated summary of the letter.";
         },
         {"note line 4: 'An AI-generated summary of the letter.' is the only mark"}},
        {"AProgramAsTranslator",
         "REC014",
         [](AuditRecord& r) {
             r.document.contributors.push_back(stated_agent("Google Translate", 33));
         },
         {"note line 33"}},
        {"FromAnAddressOfOcr",
         "REC014",
         [](AuditRecord& r) {
             r.document.origins.front().url = "https://archive.example/media/17/ocr";
         },
         {"warning : 'https://archive.example/media/17/ocr' is a text by OCR"}},
        {"Marked", "REC014",
         [](AuditRecord& r) {
             add_made(r, MadeMethod::transcription, "Tesseract 5.3").machine =
                 MachineMade::generated;
             r.document.descriptions.front().words = "Uncorrected OCR.";
         }},
        {"AScanWithAProgram", "REC014",
         [](AuditRecord& r) { add_made(r, MadeMethod::digitisation, "ABBYY FineReader"); }},
        {"AboutMachineTranslation", "REC014",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Report on machine translation, by Claude Lind";
             r.document.creators.front().agent.name = "Claude";
         }},

        {"MoreRightsThanAnybodyReads",
         "REC015",
         [](AuditRecord& r) { r.document.rights.resize(5000, r.document.rights.front()); },
         {"error : more than 100 values of rights: the others were not looked at"}},
        {"RightsInOneBlock",
         "REC015",
         [](AuditRecord& r) {
             auto& statements = with_text(r.document, "In copyright.").statements;
             statements.resize(5000, statements.front());
         },
         {"error : more than 100 values of rights"}},
        {"MoreFundersThanAnybodyReads",
         "REC015",
         [](AuditRecord& r) {
             FundingCredit credit;
             credit.funders.resize(60);
             r.document.funding_credits.resize(50, credit);
         },
         {"error : more than 100 values of funder"}},
        {"MoreSubjects",
         "REC015",
         [](AuditRecord& r) {
             TextStatement subject = r.document.titles.front();
             subject.words = "Harbours";
             r.document.subjects.resize(101, subject);
         },
         {"note : more than 100 values of subject"}},
        {"AHundredSubjects", "REC015",
         [](AuditRecord& r) {
             TextStatement subject = r.document.titles.front();
             subject.words = "Harbours";
             r.document.subjects.resize(100, subject);
         }},

        {"ATranslationOfALetterThatIsFree",
         "RGT023",
         [](AuditRecord& r) {
             about(r, RightsCovers::original);
             be_translated(r);
         },
         {"warning line 12: 'http://rightsstatements.org/vocab/InC/1.0/' is about the original, "
          "and nothing is said of the translation"}},
        {"InWords",
         "RGT023",
         [](AuditRecord& r) {
             with_text(r.document, "Copyright in the original letter is held by the heirs.");
             be_translated(r);
         },
         {"warning line 11"}},
        {"AScan",
         "RGT023",
         [](AuditRecord& r) {
             about(r, RightsCovers::original);
             add_file(r, FileRole::scan);
         },
         {
             "review line 12",
         }},
        {"ATranslationWithItsOwn", "RGT023",
         [](AuditRecord& r) {
             auto translation = about(r, RightsCovers::original);
             translation.covers = RightsCovers::translation;
             r.document.rights.push_back(translation);
             be_translated(r);
         }},
        {"OfAllThatThereIs", "RGT023", [](AuditRecord& r) { be_translated(r); }},
        {"InWordsOnBoth", "RGT023",
         [](AuditRecord& r) {
             with_text(
                 r.document,
                 "Copyright in the original letter and its translation is held by the heirs.");
             be_translated(r);
         }},
        {"NothingWasMadeOfIt", "RGT023", [](AuditRecord& r) { about(r, RightsCovers::original); }},
    };
    return kCases;
}

}  // namespace test

namespace {

class MadeRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(MadeRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, MadeRules, testing::ValuesIn(test::made_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
