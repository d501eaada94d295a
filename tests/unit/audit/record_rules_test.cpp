// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

void nothing(AuditRecord&) {}

DateStatement& date_in_words(AuditRecord& record, std::string words) {
    auto& date = record.document.dates.front();
    date.words = std::move(words);
    date.edtf.clear();
    return date;
}

void add_lead_text(AuditRecord& record, std::string words) {
    record.document.titles.front().place = at_line(3);
    record.document.dates.front().place = at_line(2);
    record.document.unattributed.push_back({at_line(1), std::move(words)});
}

void add_mark(AuditRecord& record, std::string words, int line) {
    TextStatement mark = stated_text(std::move(words), line);
    mark.state = State::inferred;
    mark.place.rule = "body.mark";
    record.document.classifications.push_back(mark);
}

void add_url(AuditRecord& record, std::string url) {
    IdentifierStatement identifier = record.document.identifiers.front();
    identifier.type = "url";
    identifier.words = std::move(url);
    record.document.identifiers.push_back(identifier);
}

/// The words of a capture whose label is lost, and the rule that found them.
void infer_source(AuditRecord& record, std::string rule) {
    auto& source = record.document.sources.front();
    source.state = State::inferred;
    source.place.rule = std::move(rule);
}

void say_description(AuditRecord& record, std::string words) {
    record.document.descriptions.front().words = std::move(words);
    record.document.origins.front().drops = {Drop::link_text};
}

}  // namespace

const std::vector<RuleCase>& record_cases() {
    static const std::vector<RuleCase> kCases{
        {"ALabelWithoutAValue",
         "REC002",
         [](AuditRecord& r) { make_blank(r.document.creators, 25, "Author(s):"); },
         {"warning line 25: Author(s): label present, value blank"}},
        {"ALabelWithoutAColon",
         "REC002",
         [](AuditRecord& r) { make_blank(r.document.subjects, 28, "Associated Topics"); },
         {"warning line 28: Associated Topics: label present, value blank"}},
        {"AFormThatLosesLinks",
         "REC002",
         [](AuditRecord& r) {
             make_blank(r.document.subjects, 28, "Associated Topics");
             r.document.origins.front().drops = {Drop::linked_values};
         },
         {"(captures of this form lose values that were links)"}},
        {"ANoteForWilsonTopics",
         "REC002",
         [](AuditRecord& r) { make_blank(r.document.subjects, 28, "Associated Topics"); },
         {"note line 28"},
         {"wilson"}},
        {"AnErrorWhenStrict",
         "REC002",
         [](AuditRecord& r) { make_blank(r.document.creators, 25, "Author(s):"); },
         {"error line 25"},
         {"strict"}},
        {"ABlankCellOfATable",
         "REC002",
         [](AuditRecord& r) {
             make_blank(r.document.creators, 25, "dc.creator");
             r.document.origins.front().kind = OriginKind::table;
         },
         {"note line 25"}},
        {"AnAnswerFromElsewhere", "REC002",
         [](AuditRecord& r) {
             AgentStatement blank;
             blank.state = State::blank;
             blank.place = at_line(25, "Author(s):");
             r.document.creators.push_back(blank);
         }},
        {"AnAbsentLabel", "REC002", [](AuditRecord& r) { make_absent(r.document.creators); }},

        {"NoTitle",
         "REC003",
         [](AuditRecord& r) { make_absent(r.document.titles); },
         {"error : no title, which dpla requires"},
         {"dpla"}},
        {"NeitherTitleNorDescription",
         "REC003",
         [](AuditRecord& r) {
             make_absent(r.document.titles);
             make_absent(r.document.descriptions);
         },
         {"no title or description, which europeana requires"},
         {"europeana"}},
        {"ADescriptionInstead",
         "REC003",
         [](AuditRecord& r) { make_absent(r.document.titles); },
         {},
         {"europeana"}},
        {"TwoOfDacs",
         "REC003",
         [](AuditRecord& r) {
             make_absent(r.document.extents);
             make_absent(r.document.languages);
         },
         {"no extent, which dacs requires", "no language, which dacs requires"},
         {"dacs"}},
        {"OneFieldOfThreeProfiles",
         "REC003",
         [](AuditRecord& r) { make_absent(r.document.creators); },
         {"error : no creator, which dacs, isadg and openaire require"},
         {"dacs", "isadg", "openaire"}},
        {"OneFieldOrAnother",
         "REC003",
         [](AuditRecord& r) { r.document.dates.clear(); },
         {"error : no date, which dacs and isadg require; no date or publication-date, which "
          "openaire requires"},
         {"dacs", "isadg", "openaire"}},
        {"WholeForDacs", "REC003", nothing, {}, {"dacs"}},
        {"StatedUnknownIsAnAnswer",
         "REC003",
         [](AuditRecord& r) { r.document.creators.front().state = State::stated_unknown; },
         {},
         {"dacs"}},
        {"NothingRequiredByCore", "REC003", [](AuditRecord& r) { make_absent(r.document.titles); }},

        {"Ibid",
         "REC004",
         [](AuditRecord& r) {
             r.document.sources.front().verbatim = "Ibid.";
             r.document.sources.front().state = State::blank;
         },
         {"warning line 9: source: 'Ibid.' is a placeholder"}},
        {"NotAvailable",
         "REC004",
         [](AuditRecord& r) { r.document.creators.front().agent.name = "N/A"; },
         {"warning line 3: creator: 'N/A'"}},
        {"AnUnknownCopyrightStatusIsATerm", "REC004",
         [](AuditRecord& r) {
             CopyrightStatus status;
             status.state = State::stated;
             status.words = "unknown";
             status.status = PremisCopyrightStatus::unknown;
             r.document.rights.front().copyright_statuses.push_back(status);
         }},
        {"AName", "REC004",
         [](AuditRecord& r) { r.document.titles.front().words = "Unknown letter"; }},

        {"BlanksBehind",
         "REC005",
         [](AuditRecord& r) { r.document.types.front().words = "Letter "; },
         {"warning line 6: type: blanks around 'Letter'"}},
        {"NothingButBlanks",
         "REC005",
         [](AuditRecord& r) { r.document.types.front().words = " \u00A0"; },
         {"type: nothing but blanks"}},
        {"InAGrant",
         "REC005",
         [](AuditRecord& r) {
             Grant grant;
             grant.act = "disseminate ";
             r.document.rights.front().grants.push_back(grant);
         },
         {"grant: blanks around 'disseminate'"}},
        {"BlanksWithin", "REC005",
         [](AuditRecord& r) { r.document.types.front().words = "A  letter"; }},

        {"OfAnotherRecord",
         "REC006",
         [](AuditRecord& r) {
             add_lead_text(r, "Osvaldo reports on the harvest to Minister Kolb.");
         },
         {"warning line 1: text before the date names Osvaldo and Kolb; title and summary name "
          "Lindqvist"}},
        {"ThatSharesAName",
         "REC006",
         [](AuditRecord& r) { add_lead_text(r, "Lindqvist writes home."); },
         {"note line 1: text before the date is kept as unattributed lead text"}},
        {"ThatNamesNobody",
         "REC006",
         [](AuditRecord& r) { add_lead_text(r, "a winter on the ice"); },
         {"note line 1"}},
        {"WithOneCapital",
         "REC006",
         [](AuditRecord& r) { add_lead_text(r, "Declassified from the archive"); },
         {"note line 1"}},
        {"InAHandOverFile", "REC006",
         [](AuditRecord& r) {
             add_lead_text(r, "Osvaldo reports on the harvest to Minister Kolb.");
             r.document.origins.front().kind = OriginKind::hand_over;
         }},
        {"BehindTheHead", "REC006",
         [](AuditRecord& r) {
             r.document.unattributed.push_back({at_line(40), "Osvaldo"});
         }},

        {"ByItsPlace",
         "REC007",
         [](AuditRecord& r) { infer_source(r, "wilson.value-after-document-information"); },
         {"note line 9: 'Harbour Archive, Lindqvist papers, box 12, folder 3' stands without its "
          "label; the rule wilson.value-after-document-information takes it for the source"}},
        {"ByItsWording",
         "REC007",
         [](AuditRecord& r) {
             auto& text = with_text(r.document, "Reuse is welcome.").statements.front();
             text.state = State::inferred;
             text.place.rule = "wilson.rights-by-wording";
         },
         {"note line 11: 'Reuse is welcome.' stands without its label"}},
        {"ThatNeverHadALabel", "REC007",
         [](AuditRecord& r) {
             r.document.descriptions.front().state = State::inferred;
             r.document.descriptions.front().place.rule = "wilson.summary-before-labels";
             r.document.original_archives.front().state = State::inferred;
             r.document.original_archives.front().place.rule = "wilson.source-sentence";
         }},
        {"ALabelIsThere", "REC007", nothing},
        {"BehindAnAnswerWithALabel", "REC007",
         [](AuditRecord& r) {
             infer_source(r, "wilson.value-after-document-information");
             auto stated = r.document.sources.front();
             stated.state = State::stated;
             stated.place.origin = "t1";
             r.document.sources.insert(r.document.sources.begin(), stated);
         }},

        {"AHiddenAddress",
         "REC008",
         [](AuditRecord& r) {
             r.document.descriptions.front().words = "Write to [email protected] for scans";
         },
         {"warning line 4: description: a page has hidden an address in it"}},
        {"ALostCharacter",
         "REC008",
         [](AuditRecord& r) { r.document.titles.front().words = "Lindqvist\uFFFDs letter"; },
         {"warning line 1: title: a character of it was lost"}},
        {"TwiceEncoded",
         "REC008",
         [](AuditRecord& r) {
             r.document.titles.front().words = "Lindqvist\u00E2\u20AC\u2122s letter";
         },
         {"title: it was read in a wrong encoding"}},
        {"OrdinaryAccents", "REC008",
         [](AuditRecord& r) { r.document.titles.front().words = "Fran\u00E7ois\u2019 \u00C2ge"; }},

        {"NothingBehindThe",
         "REC009",
         [](AuditRecord& r) {
             say_description(r, "Sources on the , particularly the harbour master.");
             r.document.descriptions.front().place.gaps = true;
         },
         {"note line 4: words are missing in 'Sources on the , particularly the'"}},
        {"BetweenInAndTo",
         "REC009",
         [](AuditRecord& r) { say_description(r, "He fears an armed conflict in to the east."); },
         {"note line 4: words are missing in 'armed conflict in to the east.'"}},
        {"TwoPlaces",
         "REC009",
         [](AuditRecord& r) {
             say_description(r, "The letters of and the missiles in and the trouble there.");
         },
         {"words are missing in 'The letters of and the missiles' and 'the missiles in and the "
          "trouble'"}},
        {"ByTheReaderAlone",
         "REC009",
         [](AuditRecord& r) {
             say_description(r, "Reports on the strike.");
             r.document.descriptions.front().place.gaps = true;
         },
         {"the words of a link are missing from the description"}},
        {"AVerbThatEndsInIn", "REC009",
         [](AuditRecord& r) {
             say_description(r,
                             "The pilots gave in to the harbour; the police moved in and the "
                             "strike ended. They are called in to the office.");
         }},
        {"PrepositionsInPairs", "REC009",
         [](AuditRecord& r) {
             say_description(r,
                             "Pleas for and against the strike, to and from the island, in and "
                             "around the port, from time to time.");
         }},
        {"OfAFormThatKeepsLinks", "REC009",
         [](AuditRecord& r) {
             say_description(r, "He fears an armed conflict in to the east.");
             r.document.origins.front().drops = {Drop::linked_values};
         }},

        {"MonthWithNoDays",
         "REC010",
         [](AuditRecord& r) { date_in_words(r, "2000-09-00"); },
         {"error line 2: date '2000-09-00' is no day that exists"}},
        {"DayOrMonthFirst",
         "REC010",
         [](AuditRecord& r) { date_in_words(r, "03/04/1963"); },
         {"date '03/04/1963' has two readings: day first, or month first"}},
        {"NoSuchDayInWords",
         "REC010",
         [](AuditRecord& r) { date_in_words(r, "February 31, 1963"); },
         {"is no day that exists"}},
        {"MonthOrYears",
         "REC010",
         [](AuditRecord& r) { date_in_words(r, "1910-11"); },
         {"has two readings: a month, or the years of a span"}},
        {"TwoDigitYear",
         "REC010",
         [](AuditRecord& r) { date_in_words(r, "03/04/63"); },
         {"has several readings"}},
        {"InANoteOfTheRights",
         "REC010",
         [](AuditRecord& r) {
             Note note;
             note.type = "grant_end_date";
             note.words = "2000-09-00";
             note.place = at_line(19);
             r.document.rights.front().notes.push_back(note);
         },
         {"error line 19: grant_end_date '2000-09-00' is no day that exists"}},
        {"ADayInANoteOfTheRights", "REC010",
         [](AuditRecord& r) {
             Note note;
             note.type = "determination_date";
             note.words = "2011-01-01";
             r.document.rights.front().notes.push_back(note);
         }},
        {"OnlyOneReading", "REC010", [](AuditRecord& r) { date_in_words(r, "14.03.1963"); }},
        {"DayAndMonthAlike", "REC010", [](AuditRecord& r) { date_in_words(r, "04/04/1963"); }},
        {"Prose", "REC010", [](AuditRecord& r) { date_in_words(r, "spring of that year"); }},
        {"ADay", "REC010", nothing},

        {"ThisMachine",
         "REC012",
         [](AuditRecord& r) { add_url(r, "http://localhost:8080/1"); },
         {"warning line 8: 'localhost' is this very machine"}},
        {"ABareIp",
         "REC012",
         [](AuditRecord& r) { add_url(r, "http://192.0.2.7/document/1"); },
         {"'192.0.2.7' is a bare IP address"}},
        {"ACopyForTesting",
         "REC012",
         [](AuditRecord& r) { r.document.origins.front().url = "https://www.harbourtest.com/d/1"; },
         {"'www.harbourtest.com' is named like a copy for testing"}},
        {"AStagingHost",
         "REC012",
         [](AuditRecord& r) { add_url(r, "https://staging.archive.example.org/1"); },
         {"is named like a copy for testing"}},
        {"NotThePublishers",
         "REC012",
         [](AuditRecord& r) { add_url(r, "https://mirrors.example.org/document/1"); },
         {"'mirrors.example.org' is not digitalarchive.wilsoncenter.org, which wilson expects"},
         {"wilson"}},
        {"ThePublishers",
         "REC012",
         [](AuditRecord& r) { add_url(r, "https://digitalarchive.wilsoncenter.org/document/1"); },
         {},
         {"wilson"}},
        {"AnyOther", "REC012", [](AuditRecord& r) { add_url(r, "https://archive.example.org/1"); }},
        {"WordsThatContainTest", "REC012",
         [](AuditRecord& r) { add_url(r, "https://contested.example.org/1"); }},
        {"WordsThatEndLikeTest", "REC012",
         [](AuditRecord& r) { add_url(r, "https://latest.contest.example.org/1"); }},
        {"ATopLevelDomain", "REC012", [](AuditRecord& r) { add_url(r, "https://archive.dev/1"); }},
        {"AStage", "REC012", [](AuditRecord& r) { add_url(r, "https://stage.example.org/1"); }},
        {"APartOfALabel",
         "REC012",
         [](AuditRecord& r) { add_url(r, "https://archive-test.example.org/1"); },
         {"is named like a copy for testing"}},
        {"ABuildersCopy",
         "REC012",
         [](AuditRecord& r) { add_url(r, "https://archive.harbourcitest.com/1"); },
         {"is named like a copy for testing"}},

        {"MarksAndNoRelease",
         "REC013",
         [](AuditRecord& r) {
             add_mark(r, "TOP SECRET", 5);
             add_mark(r, "REPRODUCTION PROHIBITED", 6);
         },
         {"note lines 5-6: the text carries \"TOP SECRET\" and \"REPRODUCTION PROHIBITED\""}},
        {"MarksAndARelease", "REC013",
         [](AuditRecord& r) {
             add_mark(r, "TOP SECRET", 5);
             r.document.releases.push_back(stated_text("Declassified 1999", 30));
         }},
        {"NoMarks", "REC013", nothing},

        {"BothBlank",
         "SRC001",
         [](AuditRecord& r) {
             make_blank(r.document.sources, 31, "Source");
             make_blank(r.document.original_archives, 32, "Original Archive");
         },
         {"error line 32: neither Source nor Original Archive has a value"}},
        {"BothAbsent",
         "SRC001",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             make_absent(r.document.original_archives);
         },
         {"error : neither"}},
        {"OnlyAPlaceholder",
         "SRC001",
         [](AuditRecord& r) {
             make_absent(r.document.original_archives);
             r.document.sources.front().verbatim = "N/A";
             r.document.sources.front().locator.clear();
         },
         {"neither"}},
        {"StatedUnknown", "SRC001",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             r.document.original_archives.front().state = State::stated_unknown;
         }},
        {"OneOfThem", "SRC001", [](AuditRecord& r) { make_absent(r.document.sources); }},

        {"TheDigitalArchive",
         "SRC002",
         [](AuditRecord& r) { say_source(r.document, "Harbour Digital Archive"); },
         {"warning line 9: the source 'Harbour Digital Archive' names who publishes a copy"}},
        {"AnAddress",
         "SRC002",
         [](AuditRecord& r) { say_source(r.document, "https://archive.example.org/1"); },
         {"warning line 9"}},
        {"APublisherOfTheProfile",
         "SRC002",
         [](AuditRecord& r) { say_source(r.document, "Cold War International History Project"); },
         {"warning line 9"},
         {"wilson"}},
        {"AHoldingArchive", "SRC002",
         [](AuditRecord& r) { say_source(r.document, "Harbour Archive"); }},
        {"AnArchiveBesideIt", "SRC002",
         [](AuditRecord& r) { r.document.sources.front().verbatim = "Harbour Digital Archive"; }},

        {"OnlyAnArchive",
         "SRC003",
         [](AuditRecord& r) { say_source(r.document, "AMSZ, Warsaw"); },
         {"warning line 9: 'AMSZ, Warsaw' says which archive, not where in it"}},
        {"OnlyAnArchiveByLabel",
         "SRC003",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             make_absent(r.document.identifiers);
         },
         {"warning line 10: 'Harbour Archive' says which archive"}},
        {"ShelfMarkInWords", "SRC003",
         [](AuditRecord& r) { say_source(r.document, "AMSZ, Warsaw, 6/77, w-86"); }},
        {"AReferenceCode", "SRC003",
         [](AuditRecord& r) {
             auto identifiers = r.document.identifiers;
             say_source(r.document, "AMSZ, Warsaw");
             r.document.identifiers = identifiers;
         }},
        {"OnlyAPublisherIsAnotherRule", "SRC003",
         [](AuditRecord& r) { say_source(r.document, "Harbour Digital Archive"); }},

        {"ATranslation",
         "SRC004",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             make_absent(r.document.original_archives);
             r.document.types.front().words = "English translation";
         },
         {"warning line 6: it is called 'English translation', and nothing says where the original "
          "is"}},
        {"ATranslator",
         "SRC004",
         [](AuditRecord& r) {
             say_source(r.document, "Harbour Digital Archive");
             r.document.contributors.push_back(stated_agent("J. Field", 18));
             r.document.contributors.back().role = "translator";
         },
         {"warning line 18: it is translated by J. Field"}},
        {"ABodyThatIsTranslated",
         "SRC004",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             make_absent(r.document.original_archives);
             r.document.bodies.push_back({BodyKind::translation, "en", "c1", "lines 30-40"});
         },
         {"it is a translation"}},
        {"AnArchiveHasTheOriginal", "SRC004",
         [](AuditRecord& r) { r.document.types.front().words = "English translation"; }},
        {"ItsPlaceIsStatedUnknown", "SRC004",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             r.document.original_archives.front().state = State::stated_unknown;
             r.document.types.front().words = "Photocopy";
         }},
        {"NoSignOfACopy", "SRC004",
         [](AuditRecord& r) {
             make_absent(r.document.sources);
             make_absent(r.document.original_archives);
         }},
    };
    return kCases;
}

}  // namespace test

namespace {

class RecordRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(RecordRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, RecordRules, testing::ValuesIn(test::record_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
