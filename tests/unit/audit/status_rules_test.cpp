// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

constexpr const char* kNkc = "http://rightsstatements.org/vocab/NKC/1.0/";
constexpr const char* kNocUs = "http://rightsstatements.org/vocab/NoC-US/1.0/";
constexpr const char* kRuu = "http://rightsstatements.org/vocab/InC-RUU/1.0/";
constexpr const char* kCne = "http://rightsstatements.org/vocab/CNE/1.0/";
constexpr const char* kEdu = "http://rightsstatements.org/vocab/InC-EDU/1.0/";
constexpr const char* kPdm = "http://creativecommons.org/publicdomain/mark/1.0/";
constexpr const char* kNotFound = "The rights holder could not be located.";
constexpr const char* kWelcome =
    "The programme welcomes reuse for research and educational purposes. Some documents may be "
    "subject to copyright.";

void nothing(AuditRecord&) {}

/// Only the URI: no holder.
Rights& bare_uri(AuditRecord& record, std::string uri) {
    Rights& rights = with_uri(record.document, std::move(uri));
    make_absent(rights.holders);
    return rights;
}

Rights& uri_and_text(AuditRecord& record, std::string uri, std::string words) {
    bare_uri(record, std::move(uri));
    return with_text(record.document, std::move(words));
}

CopyrightStatus& say_status(AuditRecord& record, PremisCopyrightStatus meant, std::string words) {
    CopyrightStatus status;
    status.state = State::stated;
    status.place = at_line(16);
    status.status = meant;
    status.words = std::move(words);
    auto& statuses = record.document.rights.front().copyright_statuses;
    statuses = {status};
    return statuses.front();
}

void add_note(Rights& rights, std::string type, std::string words) {
    Note note;
    note.type = std::move(type);
    note.words = std::move(words);
    note.place = at_line(19);
    rights.notes.push_back(note);
}

ArchiveStatement& from(AuditRecord& record, std::string archive) {
    with_uri(record.document, kNocUs);
    record.document.original_archives.front().name = std::move(archive);
    return record.document.original_archives.front();
}

void add_contributor(AuditRecord& record, std::string role) {
    record.document.contributors.push_back(stated_agent("J. Field", 18));
    record.document.contributors.back().role = std::move(role);
}

/// A term of copyright as a table gives it.
void say_end(AuditRecord& record, std::string end) {
    Rights& rights = record.document.rights.front();
    rights.basis = RightsBasis::copyright;
    add_note(rights, "end_date", std::move(end));
}

}  // namespace

// Cases are data, one after another.
const std::vector<RuleCase>& status_cases() {
    static const std::vector<RuleCase> kCases{
        {"HolderNotLocated",
         "RGT014",
         [](AuditRecord& r) { uri_and_text(r, kNkc, kNotFound); },
         {"error line 12: NKC says that there is no copyright to be known of, and the record that "
          "its holder was not found ('The rights holder could not be located')"}},
        {"AnOrphanFreeInTheStates",
         "RGT014",
         [](AuditRecord& r) { uri_and_text(r, kNocUs, "This is an orphan work."); },
         {"error line 12: NoC-US says"}},
        {"InADetermination",
         "RGT014",
         [](AuditRecord& r) {
             bare_uri(r, kNkc).determinations.push_back(
                 {"J. Field", "2026-01-05", "Unable to identify the copyright owners"});
         },
         {"'Unable to identify the copyright owners'"}},
        {"InPlaceOfTheHolder",
         "RGT014",
         [](AuditRecord& r) {
             bare_uri(r, kNkc).holders = {stated_agent("Heirs who could not be traced", 13)};
             r.document.rights.front().holders.front().state = State::stated_unknown;
         },
         {"error line 12"}},
        {"NoHolderIsKnown", "RGT014",
         [](AuditRecord& r) { uri_and_text(r, kNkc, "No copyright holder could be identified."); }},
        {"NoOrphan", "RGT014",
         [](AuditRecord& r) { uri_and_text(r, kNkc, "It is not an orphan work."); }},
        {"OnlyIfSo", "RGT014",
         [](AuditRecord& r) {
             uri_and_text(r, kNkc, "Where rights holders could not be traced, write to us.");
         }},
        {"OfTheTranslation", "RGT014",
         [](AuditRecord& r) {
             bare_uri(r, kNkc).covers = RightsCovers::original;
             Rights second;
             second.covers = RightsCovers::translation;
             second.statements = {stated_text(kNotFound, 18)};
             r.document.rights.push_back(second);
         }},
        {"AnOrphanAsSuch", "RGT014", [](AuditRecord& r) { uri_and_text(r, kRuu, kNotFound); }},
        {"InTestimony", "RGT014",
         [](AuditRecord& r) {
             auto other = stated_text(kNotFound, 11);
             other.place.origin = "h1";
             uri_and_text(r, kNkc, "Looked at in 2020.").statements.push_back(other);
         }},

        {"AHolderIsNamed",
         "RGT015",
         [](AuditRecord& r) { with_uri(r.document, kRuu); },
         {"error line 13: InC-RUU says that the holder is not to be found, and 'Heirs of Edda "
          "Lindqvist' is named as the holder [state InC if the holder can be asked"}},
        {"NamedAndNotFound", "RGT015",
         [](AuditRecord& r) {
             with_uri(r.document, kRuu);
             with_text(r.document, "The heirs could not be found.");
         }},
        {"NobodyInWords", "RGT015",
         [](AuditRecord& r) {
             with_uri(r.document, kRuu).holders = {stated_agent("Unidentified photographer", 13)};
         }},
        {"NobodyIsNamed", "RGT015", [](AuditRecord& r) { bare_uri(r, kRuu); }},
        {"TheScansHolder", "RGT015",
         [](AuditRecord& r) {
             bare_uri(r, kRuu).covers = RightsCovers::original;
             Rights second;
             second.covers = RightsCovers::reproduction;
             second.holders = {stated_agent("Harbour Archive", 18)};
             r.document.rights.push_back(second);
         }},
        {"EvaluatedAfterAll",
         "RGT015",
         [](AuditRecord& r) {
             with_uri(r.document, kCne)
                 .determinations.push_back({"J. Field", "2011-01-01", "read"});
         },
         {"error line 12: CNE says that nobody evaluated it, and a determination has the date "
          "2011-01-01"}},
        {"EvaluatedByATable",
         "RGT015",
         [](AuditRecord& r) {
             add_note(with_uri(r.document, kCne), "determination_date", "2011-01-01");
         },
         {"error line 12"}},
        {"NotEvaluatedOnADay", "RGT015",
         [](AuditRecord& r) {
             with_uri(r.document, kCne)
                 .determinations.push_back({"J. Field", "2011-01-01", "Not evaluated yet"});
         }},
        {"TheDateOfAnotherStatus", "RGT015",
         [](AuditRecord& r) {
             with_uri(r.document, kCne);
             Rights other;
             auto uri = stated_uri(kNkc, 18);
             uri.place.origin = "h1";
             other.standard_statements = {uri};
             other.determinations.push_back({"J. Field", "2011-01-01", "read"});
             r.document.rights.push_back(other);
         }},

        {"NobodyToAsk",
         "RGT016",
         [](AuditRecord& r) { make_absent(r.document.rights.front().holders); },
         {"warning line 12: InC is stated, and neither holder nor contact"}},
        {"NobodyToAskByStatus",
         "RGT016",
         [](AuditRecord& r) {
             bare_uri(r, kCne);
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted");
         },
         {"warning line 16: the PREMIS status copyrighted is stated"}},
        {"NobodyToAskByText",
         "RGT016",
         [](AuditRecord& r) {
             make_absent(uri_and_text(r, kCne, "All rights reserved.").standard_statements);
         },
         {"warning line 11: 'All rights reserved' is stated"}},
        {"AContact", "RGT016",
         [](AuditRecord& r) {
             make_absent(r.document.rights.front().holders);
             Contact contact;
             contact.state = State::stated;
             contact.place = at_line(15);
             contact.email = "desk@harbour.example";
             r.document.rights.front().contacts = {contact};
         }},
        {"TheHolderInTheText", "RGT016",
         [](AuditRecord& r) {
             uri_and_text(r, "http://rightsstatements.org/vocab/InC/1.0/",
                          "Copyright is held by the Lindqvist family.");
         }},
        {"TheSignAndItsName", "RGT016",
         [](AuditRecord& r) {
             make_absent(uri_and_text(r, kCne, "\u00A9 1919 Lindqvist").standard_statements);
         }},
        {"HolderIsStatedUnknown", "RGT016",
         [](AuditRecord& r) {
             r.document.rights.front().holders.front().state = State::stated_unknown;
         }},
        {"Unlocatable", "RGT016", [](AuditRecord& r) { bare_uri(r, kRuu); }},
        {"NotInCopyright", "RGT016",
         [](AuditRecord& r) { uri_and_text(r, kPdm, "It is not in copyright."); }},
        {"Hedged", "RGT016",
         [](AuditRecord& r) {
             uri_and_text(r, kCne, "Some documents may be subject to copyright.");
         }},

        {"NeitherCountryNorDay",
         "RGT017",
         [](AuditRecord& r) { say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted"); },
         {"warning line 16: the copyright status copyrighted has no jurisdiction and no date of "
          "determination"}},
        {"NoDay",
         "RGT017",
         [](AuditRecord& r) {
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted").jurisdiction = "CA";
         },
         {"has no date of determination"}},
        {"UnknownNeedsNoDay",
         "RGT017",
         [](AuditRecord& r) { say_status(r, PremisCopyrightStatus::unknown, "unknown"); },
         {"warning line 16: the copyright status unknown has no jurisdiction"}},
        {"BothFromATable", "RGT017",
         [](AuditRecord& r) {
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted").jurisdiction = "CA";
             add_note(r.document.rights.front(), "determination_date", "01/01/2011");
         }},
        {"BothByAPerson", "RGT017",
         [](AuditRecord& r) {
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted").jurisdiction = "CA";
             r.document.rights.front().determinations.push_back({"J. Field", "2011", "read"});
         }},
        {"NoStatus", "RGT017", nothing},

        {"OfAnArchiveAbroad",
         "RGT018",
         [](AuditRecord& r) { from(r, "").verbatim = "APRF"; },
         {"warning line 12: NoC-US speaks of the United States alone, 'APRF' is elsewhere, and "
          "nothing is said of other countries"}},
        {"InACapitalAbroad",
         "RGT018",
         [](AuditRecord& r) { from(r, "Polish Foreign Ministry Archive").location = "Warsaw"; },
         {"'Warsaw' is elsewhere"}},
        {"OfAGovernmentAbroad",
         "RGT018",
         [](AuditRecord& r) {
             with_uri(r.document, kNocUs);
             r.document.creators = {stated_agent("Ministry of Foreign Affairs of Hungary", 3)};
         },
         {"'Ministry of Foreign Affairs of Hungary' is elsewhere"}},
        {"ByItsIsil",
         "RGT018",
         [](AuditRecord& r) {
             from(r, "Riksarkivet").identifiers.push_back({"isil", "SE-RA"});
         },
         {"'SE-RA' is elsewhere"}},
        {"OtherCountriesInWords", "RGT018",
         [](AuditRecord& r) {
             from(r, "").verbatim = "APRF";
             with_text(r.document, "Its status in other countries was not looked at.");
         }},
        {"TheCountryByName", "RGT018",
         [](AuditRecord& r) {
             from(r, "").verbatim = "APRF";
             with_text(r.document, "In copyright in Russia until 2034.");
         }},
        {"AStatusElsewhere", "RGT018",
         [](AuditRecord& r) {
             from(r, "").verbatim = "APRF";
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted").jurisdiction = "RU";
         }},
        {"AtHome", "RGT018",
         [](AuditRecord& r) { from(r, "National Archives at College Park, Maryland"); }},
        {"AnEmigrantsLetter", "RGT018", [](AuditRecord& r) { with_uri(r.document, kNocUs); }},
        {"AnotherStatement", "RGT018",
         [](AuditRecord& r) {
             from(r, "").verbatim = "APRF";
             with_uri(r.document, kCne);
         }},

        {"ATranslator",
         "RGT020",
         [](AuditRecord& r) { add_contributor(r, "translator"); },
         {"note line 18: there is a translation by 'J. Field', and nothing is said of the rights "
          "in "
          "it"}},
        {"ATranslatedBody",
         "RGT020",
         [](AuditRecord& r) {
             r.document.bodies.push_back({BodyKind::translation, "en", "c1", "lines 30-40"});
         },
         {"note : there is a translation, and"}},
        {"ATranscriber",
         "RGT020",
         [](AuditRecord& r) { add_contributor(r, "Transcriber"); },
         {"note line 18: there is a transcription by 'J. Field'"}},
        {"ATranslatorByCode",
         "RGT020",
         [](AuditRecord& r) { add_contributor(r, "trl"); },
         {"note"}},
        {"TheTranslationHasItsOwn", "RGT020",
         [](AuditRecord& r) {
             add_contributor(r, "translator");
             Rights second;
             second.covers = RightsCovers::translation;
             second.holders = {stated_agent("J. Field", 19)};
             r.document.rights.push_back(second);
         }},
        {"TheTextSpeaksOfIt", "RGT020",
         [](AuditRecord& r) {
             add_contributor(r, "translator");
             with_text(r.document, "The letter is free; the translation is in copyright.");
         }},
        {"TheTextIsOnTheOriginal", "RGT020",
         [](AuditRecord& r) {
             add_contributor(r, "translator");
             with_text(r.document, "Copyright in the original letter is held by the heirs.");
         }},
        {"ATranscriptionOfAnOriginal",
         "RGT020",
         [](AuditRecord& r) {
             add_contributor(r, "transcriber");
             with_text(r.document, "Copyright in the original letter is held by the heirs.");
         },
         {"note line 18: there is a transcription by 'J. Field'"}},
        {"ATranscriptByNobody", "RGT020",
         [](AuditRecord& r) {
             r.document.bodies.push_back({BodyKind::transcript, "en", "c1", "lines 30-40"});
         }},
        {"NoRightsAtAll", "RGT020",
         [](AuditRecord& r) {
             add_contributor(r, "translator");
             r.document.rights.clear();
         }},
        {"AnEditor", "RGT020", [](AuditRecord& r) { add_contributor(r, "editor"); }},

        {"Over",
         "RGT021",
         [](AuditRecord& r) { say_end(r, "2013-12-31"); },
         {"note line 19: the term ended with 2013-12-31 (audited as of 2026-11-28)"}},
        {"OverInAnyReading",
         "RGT021",
         [](AuditRecord& r) { say_end(r, "04/03/2013"); },
         {"note line 19: the term ended with 04/03/2013"}},
        {"OverByTheText",
         "RGT021",
         [](AuditRecord& r) { with_text(r.document, "In copyright until 2019, says the port."); },
         {"note line 11: the term ended with 2019"}},
        {"FreeSinceThen", "RGT021",
         [](AuditRecord& r) {
             say_end(r, "2013-12-31");
             say_status(r, PremisCopyrightStatus::publicdomain, "publicdomain");
         }},
        {"NotOver", "RGT021", [](AuditRecord& r) { say_end(r, "2031-12-31"); }},
        {"InTheYearOfTheAudit", "RGT021", [](AuditRecord& r) { say_end(r, "31/12/2026"); }},
        {"Open", "RGT021", [](AuditRecord& r) { say_end(r, "open"); }},
        {"NotOverByTheText", "RGT021",
         [](AuditRecord& r) { with_text(r.document, "Copyright expires in 2031."); }},
        {"OfALicence", "RGT021",
         [](AuditRecord& r) {
             say_end(r, "2013-12-31");
             r.document.rights.front().basis = RightsBasis::license;
         }},
        {"OfTheDescription", "RGT021",
         [](AuditRecord& r) {
             say_end(r, "2013-12-31");
             r.document.rights.front().covers = RightsCovers::metadata;
         }},

        {"AWelcomeAlone",
         "RGT022",
         [](AuditRecord& r) { uri_and_text(r, kEdu, kWelcome); },
         {"note line 12: InC-EDU says that it is in copyright and that the holder permits "
          "educational use; the text only welcomes such use"}},
        {"AWelcomeWithoutTheStatement", "RGT022",
         [](AuditRecord& r) { uri_and_text(r, kCne, kWelcome); }},
        {"OnlyTheText", "RGT022",
         [](AuditRecord& r) { make_absent(uri_and_text(r, kEdu, kWelcome).standard_statements); }},
        {"TheHolderWhoPermits", "RGT022",
         [](AuditRecord& r) {
             with_uri(r.document, kEdu);
             with_text(r.document, kWelcome);
         }},
        {"CopyrightIsAsserted", "RGT022",
         [](AuditRecord& r) {
             uri_and_text(r, kEdu,
                          "In copyright. The heirs permit use for research and educational "
                          "purposes.");
         }},
    };
    return kCases;
}

}  // namespace test

namespace {

class StatusRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(StatusRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, StatusRules, testing::ValuesIn(test::status_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
