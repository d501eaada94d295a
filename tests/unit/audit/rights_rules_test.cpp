// SPDX-License-Identifier: Apache-2.0
#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

constexpr const char* kCne = "http://rightsstatements.org/vocab/CNE/1.0/";
constexpr const char* kUnd = "http://rightsstatements.org/vocab/UND/1.0/";
constexpr const char* kBy = "http://creativecommons.org/licenses/by/4.0/";
constexpr const char* kByNc = "http://creativecommons.org/licenses/by-nc/4.0/";
constexpr const char* kPdm = "http://creativecommons.org/publicdomain/mark/1.0/";
constexpr const char* kHedged = "Some documents may be subject to copyright.";

void nothing(AuditRecord&) {}

Rights& only_text(AuditRecord& record, std::string words) {
    Rights& rights = with_text(record.document, std::move(words));
    make_absent(rights.standard_statements);
    return rights;
}

void say_status(AuditRecord& record, PremisCopyrightStatus meant, std::string words) {
    CopyrightStatus status;
    status.state = State::stated;
    status.place = at_line(16);
    status.status = meant;
    status.words = std::move(words);
    record.document.rights.front().copyright_statuses = {status};
}

AccessStatement& say_embargo(AuditRecord& record, std::string start, std::string end) {
    AccessStatement& access = record.document.rights.front().access.front();
    access.words = "embargoed access";
    access.uri = "http://purl.org/coar/access_right/c_f1cf";
    access.start = std::move(start);
    access.end = std::move(end);
    return access;
}

/// What another origin says is testimony.
void say_elsewhere(AuditRecord& record, std::string uri) {
    auto statement = stated_uri(std::move(uri), 1);
    statement.place.origin = "h1";
    record.document.rights.front().standard_statements.push_back(statement);
}

}  // namespace

// Cases are data, one after another.
const std::vector<RuleCase>& rights_cases() {
    static const std::vector<RuleCase> kCases{
        {"Nothing",
         "RGT001",
         [](AuditRecord& r) { make_absent(r.document.rights.front().standard_statements); },
         {"error : no rights text, no rights URI, no licence and no copyright status"}},
        {"NoBlockAtAll", "RGT001", [](AuditRecord& r) { r.document.rights.clear(); }, {"error"}},
        {"ABlankLabel",
         "RGT001",
         [](AuditRecord& r) {
             make_absent(r.document.rights.front().standard_statements);
             make_blank(r.document.rights.front().statements, 34, "Rights");
         },
         {"error line 34"}},
        {"ATextIsEnough", "RGT001", [](AuditRecord& r) { only_text(r, "In copyright."); }},
        {"AStatusIsEnough", "RGT001",
         [](AuditRecord& r) {
             make_absent(r.document.rights.front().standard_statements);
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted");
         }},

        {"OnlyAText",
         "RGT002",
         [](AuditRecord& r) { only_text(r, "In copyright."); },
         {"warning line 11: text without a standard URI [add one of the twelve"}},
        {"OnlyATextThatStatesNothing",
         "RGT002",
         [](AuditRecord& r) { only_text(r, kHedged); },
         {"warning line 11: text without a standard URI [the text leaves the status open, so no "
          "URI says the same: add the one that is decided on (RGT009; pack --set"}},
        {"OnlyATextForDpla",
         "RGT002",
         [](AuditRecord& r) { only_text(r, "In copyright."); },
         {"note line 11"},
         {"dpla"}},
        {"OnlyATextForEuropeana",
         "RGT002",
         [](AuditRecord& r) { only_text(r, "In copyright."); },
         {"error line 11"},
         {"dpla", "europeana"}},
        {"TextAndUri", "RGT002", [](AuditRecord& r) { with_text(r.document, "Ask the heirs."); }},

        {"TwoStatuses",
         "RGT003",
         [](AuditRecord& r) {
             r.document.rights.front().standard_statements.push_back(stated_uri(kCne, 15));
         },
         {"error line 15: InC and CNE are stated for one object"}},
        {"TwoBlocks",
         "RGT003",
         [](AuditRecord& r) {
             Rights second;
             second.standard_statements.push_back(stated_uri(kCne, 15));
             r.document.rights.push_back(second);
         },
         {"InC and CNE"}},
        {"OneTwice", "RGT003",
         [](AuditRecord& r) {
             r.document.rights.front().standard_statements.push_back(
                 stated_uri("https://rightsstatements.org/vocab/InC/1.0/", 15));
         }},
        {"TheScanHasItsOwn", "RGT003",
         [](AuditRecord& r) {
             Rights second;
             second.covers = RightsCovers::reproduction;
             second.standard_statements.push_back(stated_uri(kCne, 15));
             r.document.rights.push_back(second);
         }},
        {"OneOfTheScansTwo",
         "RGT003",
         [](AuditRecord& r) {
             Rights second;
             second.covers = RightsCovers::reproduction;
             second.standard_statements = {stated_uri(kCne, 15), stated_uri(kUnd, 16)};
             r.document.rights.push_back(second);
         },
         {"error line 16: CNE and UND are stated for one object"}},
        {"AnotherOriginsIsTestimony", "RGT003", [](AuditRecord& r) { say_elsewhere(r, kCne); }},

        {"SmallLetters",
         "RGT004",
         [](AuditRecord& r) { with_uri(r.document, "http://rightsstatements.org/vocab/inc/1.0/"); },
         {"error line 12: 'http://rightsstatements.org/vocab/inc/1.0/' is not in the vocabulary of "
          "its site [was http://rightsstatements.org/vocab/InC/1.0/ meant?]"}},
        {"OnTheList", "RGT004", nothing},
        {"OfAnotherSite", "RGT004",
         [](AuditRecord& r) { with_uri(r.document, "https://example.org/rights"); }},

        {"APage",
         "RGT005",
         [](AuditRecord& r) { with_uri(r.document, "http://rightsstatements.org/page/InC/1.0/"); },
         {"warning line 12: 'http://rightsstatements.org/page/InC/1.0/' is not in canonical form "
          "(/page/ instead of /vocab/): DPLA repairs it, Europeana refuses it [write "
          "http://rightsstatements.org/vocab/InC/1.0/]"}},
        {"ADeedForEuropeana",
         "RGT005",
         [](AuditRecord& r) {
             with_uri(r.document, "https://creativecommons.org/licenses/by/4.0/deed.en");
         },
         {"error line 12: 'https://creativecommons.org/licenses/by/4.0/deed.en' is not in "
          "canonical "
          "form (ends in deed.en and https instead of http): DPLA drops it"},
         {"europeana"}},
        {"HttpsOfCreativeCommonsForDpla",
         "RGT005",
         [](AuditRecord& r) {
             with_uri(r.document, "https://creativecommons.org/licenses/by/4.0/");
         },
         {"https instead of http"},
         {"dpla"}},
        {"HttpsOfCreativeCommons", "RGT005",
         [](AuditRecord& r) {
             with_uri(r.document, "https://creativecommons.org/licenses/by/4.0/");
         }},
        {"Canonical", "RGT005", nothing},

        {"UriAndWords",
         "RGT006",
         [](AuditRecord& r) {
             with_uri(r.document, "http://rightsstatements.org/vocab/InC/1.0/ In Copyright");
         },
         {"warning line 12: 'http://rightsstatements.org/vocab/InC/1.0/ In Copyright' is not a "
          "URI, "
          "or not only one"}},
        {"AShortName",
         "RGT006",
         [](AuditRecord& r) { with_uri(r.document, "CC-BY-4.0"); },
         {"[write http://creativecommons.org/licenses/by/4.0/]"}},
        {"AUriAlone", "RGT006", nothing},

        {"FreeAndBound",
         "RGT007",
         [](AuditRecord& r) { with_text(r.document, "This letter is in the public domain."); },
         {"error line 11: the text says 'public domain' (public domain), the URI InC (in "
          "copyright)"}},
        {"HedgedAndBound",
         "RGT007",
         [](AuditRecord& r) { with_text(r.document, kHedged); },
         {"warning line 11: the text says 'subject to copyright' (status not known)"}},
        {"NegationAgrees", "RGT007",
         [](AuditRecord& r) { with_text(r.document, "This letter is not in the public domain."); }},
        {"AboutTheMetadata", "RGT007",
         [](AuditRecord& r) { with_text(r.document, "The metadata is CC0."); }},
        {"OfTheTranslation", "RGT007",
         [](AuditRecord& r) {
             r.document.rights.front().covers = RightsCovers::original;
             Rights second;
             second.covers = RightsCovers::translation;
             second.statements = {stated_text("In the public domain.", 18)};
             r.document.rights.push_back(second);
         }},
        {"OfTheDescription", "RGT007",
         [](AuditRecord& r) {
             Rights first;
             first.covers = RightsCovers::metadata;
             first.statements = {stated_text("In the public domain.", 10)};
             r.document.rights.insert(r.document.rights.begin(), first);
         }},
        {"MarkOnTheDocument", "RGT007",
         [](AuditRecord& r) {
             with_uri(r.document, kPdm);
             with_text(r.document, "Stamped \"All rights reserved\" on the back.");
         }},
        {"TheSame", "RGT007", [](AuditRecord& r) { with_text(r.document, "\u00A9 the heirs"); }},

        {"TheLabel",
         "RGT008",
         [](AuditRecord& r) { with_text(r.document, "In Copyright."); },
         {"note line 11: the text repeats the label of InC"}},
        {"MoreThanTheLabel", "RGT008",
         [](AuditRecord& r) { with_text(r.document, "In Copyright. Ask the heirs."); }},

        {"SomeDocuments",
         "RGT009",
         [](AuditRecord& r) { only_text(r, kHedged); },
         {"review line 11: hedged text ('Some documents may be subject to copyright'). States no "
          "status for this item [evaluated for this item and not found out: rights-uri "
          "http://rightsstatements.org/vocab/UND/1.0/; not evaluated: "
          "http://rightsstatements.org/vocab/CNE/1.0/"}},
        {"AKnownText",
         "RGT009",
         [](AuditRecord& r) { only_text(r, "Reuse is welcome.").rule = "boilerplate.harbour"; },
         {"review line 11: hedged, collection-level text (known: harbour)"}},
        {"AStatusBesideTheHedge", "RGT009", [](AuditRecord& r) { with_text(r.document, kHedged); }},
        {"ADetermination", "RGT009",
         [](AuditRecord& r) {
             only_text(r, kHedged)
                 .determinations.push_back({"J. Field", "2026-01-05", "asked the heirs"});
         }},
        {"ADeterminationOfNobody",
         "RGT009",
         [](AuditRecord& r) {
             only_text(r, kHedged).determinations.push_back({"J. Field", "2026-01-05", ""});
         },
         {"review line 11: hedged text"}},
        {"APlainText", "RGT009", [](AuditRecord& r) { only_text(r, "In copyright."); }},
        {"PlainAfterAHedge", "RGT009",
         [](AuditRecord& r) {
             only_text(r,
                       "Some documents may be subject to copyright. This one is in the public "
                       "domain.");
         }},

        {"BoundAndUnknown",
         "RGT011",
         [](AuditRecord& r) { say_status(r, PremisCopyrightStatus::unknown, "unknown"); },
         {"error line 16: the PREMIS status is unknown, the URI InC goes with copyrighted"}},
        {"BoundAndBound", "RGT011",
         [](AuditRecord& r) { say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted"); }},
        {"UndGoesWithAny", "RGT011",
         [](AuditRecord& r) {
             with_uri(r.document, kUnd);
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted");
         }},

        {"NoLink",
         "RGT012",
         [](AuditRecord& r) {
             with_uri(r.document, "http://rightsstatements.org/vocab/NoC-OKLR/1.0/");
         },
         {"warning line 12: NoC-OKLR is stated, and no address tells the restrictions"}},
        {"ALink", "RGT012",
         [](AuditRecord& r) {
             with_uri(r.document, "http://rightsstatements.org/vocab/NoC-CR/1.0/");
             with_text(r.document, "See https://example.org/contract");
         }},

        {"NobodyTried",
         "RGT013",
         [](AuditRecord& r) { with_uri(r.document, kUnd); },
         {"warning line 12: UND says that an effort was made: no determination is there"}},
        {"NotHow",
         "RGT013",
         [](AuditRecord& r) {
             with_uri(r.document, kUnd).determinations.push_back({"J. Field", "2026-01-05", ""});
         },
         {"the determination does not say who, when and how"}},
        {"WhoWhenAndHow", "RGT013",
         [](AuditRecord& r) {
             with_uri(r.document, kUnd)
                 .determinations.push_back({"J. Field", "2026-01-05", "searched the register"});
         }},
        {"CneNeedsNone", "RGT013", [](AuditRecord& r) { with_uri(r.document, kCne); }},

        {"OnlyTheMetadata",
         "RGT019",
         [](AuditRecord& r) { with_text(r.document, "The metadata is CC0."); },
         {"warning line 11: 'The metadata is CC0' is about the description"}},
        {"TheMetadataAndTheLetter", "RGT019",
         [](AuditRecord& r) {
             with_text(r.document, "The metadata is CC0; the letter is in copyright.");
         }},
        {"InItsOwnBlock", "RGT019",
         [](AuditRecord& r) {
             Rights block;
             block.covers = RightsCovers::metadata;
             block.statements = {stated_text("The metadata is CC0.", 18)};
             r.document.rights.push_back(block);
         }},

        {"NobodyToAttribute",
         "LIC001",
         [](AuditRecord& r) {
             make_absent(with_uri(r.document, kBy).holders);
             make_absent(r.document.creators);
         },
         {"error line 12: CC BY 4.0 asks that somebody is named"}},
        {"ACreator", "LIC001",
         [](AuditRecord& r) { make_absent(with_uri(r.document, kBy).holders); }},
        {"AWaiverAsksForNobody", "LIC001",
         [](AuditRecord& r) {
             make_absent(with_uri(r.document, kPdm).holders);
             make_absent(r.document.creators);
         }},

        {"MarkAndLicence",
         "LIC002",
         [](AuditRecord& r) {
             with_uri(r.document, kPdm).licences.push_back(stated_uri(kByNc, 17));
         },
         {"error line 17: PDM and CC BY-NC 4.0 cannot both be true"}},
        {"MarkAndStatus",
         "LIC002",
         [](AuditRecord& r) {
             with_uri(r.document, kPdm);
             say_status(r, PremisCopyrightStatus::copyrighted, "copyrighted");
         },
         {"error line 16: PDM and the PREMIS status copyrighted"}},
        {"BoundAndLicensed", "LIC002",
         [](AuditRecord& r) { r.document.rights.front().licences.push_back(stated_uri(kBy, 17)); }},

        {"Sampling",
         "LIC006",
         [](AuditRecord& r) {
             with_uri(r.document, "http://creativecommons.org/licenses/sampling/1.0/");
         },
         {"warning line 12: 'http://creativecommons.org/licenses/sampling/1.0/' is retired"}},
        {"Current", "LIC006", [](AuditRecord& r) { with_uri(r.document, kBy); }},

        {"CneForEuropeana",
         "AGG002",
         [](AuditRecord& r) { with_uri(r.document, kCne); },
         {"note line 12: CNE goes no higher than tier 2 of 4 at Europeana"},
         {"europeana"}},
        {"OpenForEuropeana",
         "AGG002",
         [](AuditRecord& r) { with_uri(r.document, kBy); },
         {},
         {"europeana"}},
        {"RefusedByEuropeana",
         "AGG002",
         [](AuditRecord& r) { with_uri(r.document, kUnd); },
         {},
         {"europeana"}},
        {"NotForEuropeana", "AGG002", [](AuditRecord& r) { with_uri(r.document, kCne); }},

        {"NoDates",
         "ACC001",
         [](AuditRecord& r) { say_embargo(r, "", ""); },
         {"error line 14: embargoed, and neither start nor end is given"}},
        {"NoStart",
         "ACC001",
         [](AuditRecord& r) { say_embargo(r, "", "2040-01-01"); },
         {"embargoed, and no start is given"}},
        {"BothDates", "ACC001", [](AuditRecord& r) { say_embargo(r, "2020-01-01", "2040-01-01"); }},
        {"OpenNeedsNone", "ACC001", nothing},

        {"Backwards",
         "ACC002",
         [](AuditRecord& r) { say_embargo(r, "2040-01-01", "2030-01-01"); },
         {"error line 14: ends on 2030-01-01, before it starts on 2040-01-01"}},
        {"OverWhenSealed",
         "ACC002",
         [](AuditRecord& r) {
             say_embargo(r, "2000-01-01", "2010-01-01");
             r.sealed = "2026-11-24";
         },
         {"error line 14: embargo ends on 2010-01-01, before the package was sealed on "
          "2026-11-24"}},
        {"InOrder", "ACC002",
         [](AuditRecord& r) {
             say_embargo(r, "2020-01-01", "2040-01-01");
             r.sealed = "2026-11-24";
         }},

        {"Over",
         "ACC003",
         [](AuditRecord& r) { say_embargo(r, "2000-01-01", "2010-01-01"); },
         {"warning line 14: the embargo ended on 2010-01-01 (audited as of 2026-11-28)"}},
        {"LastDay", "ACC003", [](AuditRecord& r) { say_embargo(r, "2000-01-01", "2026-11-28"); }},
        {"OverIsOpen", "ACC003",
         [](AuditRecord& r) {
             say_embargo(r, "2000-01-01", "2010-01-01").uri.clear();
             r.document.rights.front().access.front().words = "open access";
         }},

        {"UndForEuropeana",
         "AGG001",
         [](AuditRecord& r) { with_uri(r.document, kUnd); },
         {"error line 12: UND is not accepted by Europeana [would "
          "http://rightsstatements.org/vocab/CNE/1.0/ be true as well?]"},
         {"europeana"}},
        {"AnOldPortForDpla",
         "AGG001",
         [](AuditRecord& r) {
             with_uri(r.document, "http://creativecommons.org/licenses/by/2.1/jp/");
         },
         {"CC BY 2.1 jp is not accepted by DPLA"},
         {"dpla", "europeana"}},
        {"UndForDpla", "AGG001", [](AuditRecord& r) { with_uri(r.document, kUnd); }, {}, {"dpla"}},
        {"NoAggregator", "AGG001", [](AuditRecord& r) { with_uri(r.document, kUnd); }},
    };
    return kCases;
}

}  // namespace test

namespace {

class RightsRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(RightsRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, RightsRules, testing::ValuesIn(test::rights_cases()),
                         test::rule_case_name);

}  // namespace
}  // namespace solander
