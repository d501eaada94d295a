// SPDX-License-Identifier: Apache-2.0
#include "audit/exceptions.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "invented.h"
#include "rule_case.h"

namespace solander {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string sha256_of(std::string_view text) {
    return crypto::sha256(base::as_bytes(text)).hex();
}

/// Letters whose type is padded (REC005, a warning) and that have no source (SRC001, an error).
std::vector<AuditRecord> letters(std::size_t count = 1) {
    std::vector<AuditRecord> records;
    for (std::size_t i = 1; i <= count; ++i) {
        AuditRecord record{test::invented_letter()};
        record.document.identifiers.front().words = "LIN " + std::to_string(i);
        record.document.titles.front().words += " " + std::to_string(i);
        record.document.types.front().words = "Letter ";
        test::make_absent(record.document.sources);
        test::make_absent(record.document.original_archives);
        record.path = "letters/" + std::to_string(i) + ".txt";
        records.push_back(std::move(record));
    }
    return records;
}

/// Of the padded type of the first letter.
AuditException exception() {
    AuditException made;
    made.rule = "REC005";
    made.record = "LIN 1";
    made.reason = "legacy-description";
    made.comment = "As the list of 1962 has it.";
    made.by = "Edda Lindqvist";
    made.on = "2026-01-31";
    made.expires = "2028-01-31";
    made.file = "e.toml";
    made.at = "line 3";
    return made;
}

AuditReport audited(const std::vector<AuditRecord>& records,
                    const std::vector<AuditException>& exceptions,
                    const std::vector<AuditLevelChange>& levels = {}) {
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    request.exceptions = exceptions;
    request.levels = levels;
    auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    return *report;
}

const AuditFinding* find(const AuditReport& report, std::string_view rule) {
    for (const auto& finding : report.findings)
        if (finding.rule == rule) return &finding;
    return nullptr;
}

TEST(Exception, AcceptsTheFindingThatItIsFor) {
    const auto report = audited(letters(), {exception()});
    const AuditFinding* accepted = find(report, "REC005");
    ASSERT_NE(accepted, nullptr) << "it is told all the same";
    ASSERT_TRUE(accepted->accepted);
    EXPECT_EQ(accepted->accepted->by, "Edda Lindqvist");
    EXPECT_FALSE(accepted->counts());
    EXPECT_EQ(accepted->value_sha256, sha256_of("Letter "));
    EXPECT_FALSE(find(report, "SRC001")->accepted);
    EXPECT_THAT(report.counts, ElementsAre(1U, 1U, 0U, 0U));
    EXPECT_THAT(report.uncounted, ElementsAre(0U, 1U, 0U, 0U));
}

struct MatchCase {
    std::string name;
    void (*change)(AuditException& exception);
    bool accepts = true;
};
void PrintTo(const MatchCase& one, std::ostream* out) {
    *out << one.name;
}
std::string match_name(const testing::TestParamInfo<MatchCase>& info) {
    return info.param.name;
}

class ExceptionThat : public testing::TestWithParam<MatchCase> {};

TEST_P(ExceptionThat, AcceptsOrDoesNot) {
    AuditException made = exception();
    GetParam().change(made);
    const auto report = audited(letters(), {made});
    EXPECT_EQ(find(report, "REC005")->accepted.has_value(), GetParam().accepts);
    // What accepts nothing is a finding itself.
    const bool is_told = find(report, "EXC001") != nullptr || find(report, "EXC002") != nullptr ||
                         find(report, "EXC003") != nullptr || find(report, "EXC004") != nullptr;
    EXPECT_EQ(is_told, !GetParam().accepts);
}

INSTANTIATE_TEST_SUITE_P(
    Matching, ExceptionThat,
    testing::Values(
        MatchCase{"NamesTheField", [](AuditException& e) { e.field = "type"; }},
        MatchCase{"NamesAnotherField", [](AuditException& e) { e.field = "title"; }, false},
        MatchCase{"HasTheValue", [](AuditException& e) { e.value_sha256 = sha256_of("Letter "); }},
        MatchCase{"HasAnotherValue",
                  [](AuditException& e) { e.value_sha256 = sha256_of("Letter"); }, false},
        MatchCase{"NamesAnotherRecord", [](AuditException& e) { e.record = "LIN 2"; }, false},
        MatchCase{"NamesAnotherRule", [](AuditException& e) { e.rule = "REC004"; }, false},
        MatchCase{"NamesThePath",
                  [](AuditException& e) {
                      e.record.clear();
                      e.path = "letters/1.txt";
                  }},
        MatchCase{"HasAPattern",
                  [](AuditException& e) {
                      e.record.clear();
                      e.path = "letters/**";
                  }},
        MatchCase{"HasAnotherPattern",
                  [](AuditException& e) {
                      e.record.clear();
                      e.path = "mirror/*";
                  },
                  false},
        MatchCase{"NamesRecordAndPath", [](AuditException& e) { e.path = "letters/1.txt"; }},
        MatchCase{"NamesRecordAndAnotherPath", [](AuditException& e) { e.path = "mirror/1.txt"; },
                  false},
        MatchCase{"ExpiresToday", [](AuditException& e) { e.expires = "2026-11-28"; }},
        MatchCase{"ExpiredYesterday", [](AuditException& e) { e.expires = "2026-11-27"; }, false},
        MatchCase{"IsOfToday", [](AuditException& e) { e.on = "2026-11-28"; }},
        MatchCase{"IsOfTomorrow", [](AuditException& e) { e.on = "2026-11-29"; }, false},
        MatchCase{"HoldsForThreeYears", [](AuditException& e) { e.expires = "2029-01-31"; }},
        MatchCase{"HoldsForADayMore", [](AuditException& e) { e.expires = "2029-02-01"; }, false},
        MatchCase{"DoesNotSayWhenItExpires", [](AuditException& e) { e.expires.clear(); }},
        MatchCase{"IsThreeYearsOldToday",
                  [](AuditException& e) {
                      e.on = "2023-11-28";
                      e.expires.clear();
                  }},
        MatchCase{"IsMoreThanThreeYearsOld",
                  [](AuditException& e) {
                      e.on = "2023-11-27";
                      e.expires.clear();
                  },
                  false},
        MatchCase{"OnlySaysWhenItExpires", [](AuditException& e) { e.on.clear(); }},
        MatchCase{"OnlySaysThatItExpiresInALongTime",
                  [](AuditException& e) {
                      e.on.clear();
                      e.expires = "2029-11-29";
                  },
                  false}),
    match_name);

struct InvalidCase {
    std::string name;
    void (*change)(AuditException& exception);
    std::string words;
};
void PrintTo(const InvalidCase& one, std::ostream* out) {
    *out << one.name;
}
std::string invalid_name(const testing::TestParamInfo<InvalidCase>& info) {
    return info.param.name;
}

class InvalidException : public testing::TestWithParam<InvalidCase> {};

TEST_P(InvalidException, IsAnErrorWhereItIsStated) {
    AuditException made = exception();
    GetParam().change(made);
    const auto report = audited(letters(), {made});
    const AuditFinding* finding = find(report, "EXC003");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, AuditLevel::error);
    EXPECT_THAT(finding->message, HasSubstr(GetParam().words));
    EXPECT_EQ(finding->file, "e.toml");
    EXPECT_EQ(finding->at, "line 3");
    EXPECT_FALSE(finding->record);
    EXPECT_FALSE(find(report, "REC005")->accepted);
    EXPECT_EQ(find(report, "EXC001"), nullptr);
    EXPECT_EQ(find(report, "EXC002"), nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    All, InvalidException,
    testing::Values(
        InvalidCase{"NoRule", [](AuditException& e) { e.rule.clear(); },
                    "the exception names no rule"},
        InvalidCase{"NeitherRecordNorPath", [](AuditException& e) { e.record.clear(); },
                    "the exception to REC005 names neither record nor path"},
        InvalidCase{"NoReason", [](AuditException& e) { e.reason.clear(); },
                    "has no reason; it can be holder-agreed, legal-advice, legacy-description, "
                    "publisher-wording, not-applicable, false-positive"},
        InvalidCase{"NoReasonAtAll", [](AuditException& e) { e.reason = "because"; },
                    "'because', which is none; it can be holder-agreed, "},
        InvalidCase{"OtherReason", [](AuditException& e) { e.reason = "legal-advise"; },
                    "'legal-advise', which is none; did you mean 'legal-advice'? It can be "
                    "holder-agreed, "},
        InvalidCase{"NoComment", [](AuditException& e) { e.comment.clear(); },
                    "has no comment that tells why"},
        InvalidCase{"Nobody", [](AuditException& e) { e.by.clear(); }, "does not say by whom"},
        InvalidCase{"NoDigest", [](AuditException& e) { e.value_sha256 = "Letter"; },
                    "not 64 hexadecimal digits"},
        InvalidCase{"DigestInCapitals",
                    [](AuditException& e) { e.value_sha256 = std::string(64, 'A'); },
                    "in small letters"},
        InvalidCase{"NoDay", [](AuditException& e) { e.on = "2026-02-30"; },
                    "has '2026-02-30' for a day, which is none"},
        InvalidCase{"NoLastDay", [](AuditException& e) { e.expires = "next year"; },
                    "has 'next year' for a day"},
        InvalidCase{"ATime", [](AuditException& e) { e.on = "2026-01-31T00:00:00Z"; },
                    "for a day, which is none"},
        InvalidCase{"NoDays",
                    [](AuditException& e) {
                        e.on.clear();
                        e.expires.clear();
                    },
                    "says neither on which day it was accepted nor when that expires"},
        InvalidCase{"ExpiresBefore", [](AuditException& e) { e.expires = "2026-01-30"; },
                    "expires before it was accepted"},
        InvalidCase{"TooLong", [](AuditException& e) { e.expires = "2099-12-31"; },
                    "is to hold for more than 3 years, until 2099-12-31"},
        InvalidCase{"OfAnException", [](AuditException& e) { e.rule = "EXC002"; },
                    "accepts a finding on exceptions"}),
    invalid_name);

TEST(FutureException, IsToldWithItsFirstDay) {
    AuditException early = exception();
    early.on = "2027-01-01";
    early.expires.clear();
    EXPECT_THAT(find(audited(letters(), {early}), "EXC001")->message,
                HasSubstr(" holds from 2027-01-01 on; "));
}

struct PlaceCase {
    std::string name;
    std::string rule;
    void (*change)(AuditException& exception) = nullptr;
    std::string at;
};

TEST(FindingOnAnException, StandsAtTheKeyThatItIsAbout) {
    const std::vector<PlaceCase> cases{
        {"reason", "EXC003", [](AuditException& e) { e.reason = "because"; }, "line 6"},
        {"day", "EXC003", [](AuditException& e) { e.on = "2026-02-30"; }, "line 8"},
        {"end", "EXC003", [](AuditException& e) { e.expires = "2099-12-31"; }, "line 9"},
        {"stale", "EXC001", [](AuditException& e) { e.expires = "2026-11-27"; }, "line 9"},
        {"rule", "EXC004", [](AuditException& e) { e.rule = "CUS001"; }, "line 4"},
        {"nothing of it", "EXC003", [](AuditException& e) { e.comment.clear(); }, "line 3"},
    };
    for (const PlaceCase& one : cases) {
        AuditException made = exception();
        made.keys_at = {
            {"rule", "line 4"}, {"reason", "line 6"}, {"on", "line 8"}, {"expires", "line 9"}};
        one.change(made);
        const auto report = audited(letters(), {made});
        ASSERT_NE(find(report, one.rule), nullptr) << one.name;
        EXPECT_EQ(find(report, one.rule)->at, one.at) << one.name;
    }
}

TEST(UnmatchedException, SaysWherePathsBegin) {
    AuditException made = exception();
    made.record.clear();
    for (const char* path : {"1.txt", "*.txt", "deposit/letters/1.txt"}) {
        made.path = path;
        const auto report = audited(letters(), {made});
        ASSERT_NE(find(report, "EXC002"), nullptr) << path;
        EXPECT_THAT(find(report, "EXC002")->message,
                    HasSubstr("paths begin at the directory of the configuration, as 'letters/"))
            << path;
    }
}

TEST(StaleException, IsToldAndWhatItWasForCounts) {
    AuditException old = exception();
    old.expires = "2026-11-27";
    const auto report = audited(letters(), {old});
    EXPECT_EQ(find(report, "EXC001")->level, AuditLevel::warning);
    EXPECT_THAT(find(report, "EXC001")->message,
                HasSubstr("the exception to REC005 expired on 2026-11-27; what it was for counts"));
    old.record = "LIN 7";
    EXPECT_THAT(find(audited(letters(), {old}), "EXC001")->message,
                HasSubstr("there is nothing left that it was for"));
}

TEST(UnmatchedException, IsAWarningWhereItsRecordWasAudited) {
    AuditException unused = exception();
    unused.rule = "REC004";
    const auto report = audited(letters(), {unused});
    EXPECT_EQ(find(report, "EXC002")->level, AuditLevel::warning);
    EXPECT_THAT(find(report, "EXC002")->message, HasSubstr("is for nothing that was found"));
}

TEST(UnmatchedException, IsANoteWhereItsRecordWasNot) {
    AuditException elsewhere = exception();
    elsewhere.record = "LIN 7";
    const auto report = audited(letters(), {elsewhere});
    EXPECT_EQ(find(report, "EXC002")->level, AuditLevel::note);
    EXPECT_THAT(find(report, "EXC002")->message, HasSubstr("a record that was not audited"));
}

TEST(UnmatchedException, SaysThatTheValueHasChanged) {
    AuditException other = exception();
    other.value_sha256 = sha256_of("Letter  ");
    const auto report = audited(letters(), {other});
    EXPECT_THAT(find(report, "EXC002")->message,
                HasSubstr("was for another value: it is 'Letter ' by now"));
}

TEST(IntegrityException, IsAnErrorAndHasNoEffect) {
    const auto records = letters();
    for (const char* rule : {"REC001", "CUS001", "CUS003"}) {
        AuditException made = exception();
        made.rule = rule;
        const auto report = audited(records, {made});
        ASSERT_NE(find(report, "EXC004"), nullptr) << rule;
        EXPECT_EQ(find(report, "EXC004")->level, AuditLevel::error);
        EXPECT_THAT(find(report, "EXC004")->message, HasSubstr(std::string(rule) + " cannot be"));
        EXPECT_EQ(find(report, "EXC002"), nullptr);
    }
}

TEST(IntegrityException, DoesNotAcceptAGapOfCustody) {
    auto records = letters();
    CustodialHistory history;
    history.state = State::stated;
    history.place = test::at_line(30);
    Transfer step;
    step.to.emplace().name = "A scholar";
    history.steps.emplace_back(step);
    records.front().document.custodial_histories.push_back(history);
    AuditException made = exception();
    made.rule = "CUS003";
    const auto report = audited(records, {made});
    ASSERT_NE(find(report, "CUS003"), nullptr);
    EXPECT_FALSE(find(report, "CUS003")->accepted);
}

TEST(Exceptions, PartWhatIsSaidOfManyRecords) {
    auto records = letters(5);
    for (auto& record : records) {
        test::with_text(record.document, "Some documents may be subject to copyright.");
        test::make_absent(record.document.rights.front().standard_statements);
    }
    AuditException made = exception();
    made.rule = "RGT009";
    made.record = "LIN 3";
    const auto report = audited(records, {made});
    std::vector<std::size_t> sizes;
    for (const auto& finding : report.findings)
        if (finding.rule == "RGT009") {
            EXPECT_EQ(finding.accepted.has_value(), finding.record == 2U);
            sizes.push_back(finding.others.size());
        }
    EXPECT_THAT(sizes, ElementsAre(3U, 0U));
}

TEST(Exceptions, OfASetHaveToBeForAllItsRecords) {
    auto records = letters(3);
    for (auto& record : records) {
        test::with_text(record.document, "Ask the heirs.");
        test::make_absent(record.document.rights.front().standard_statements);
    }
    AuditException made = exception();
    made.rule = "RGT010";
    const auto of_one = audited(records, {made});
    EXPECT_FALSE(find(of_one, "RGT010")->accepted);
    EXPECT_EQ(find(of_one, "EXC002"), nullptr);
    made.record.clear();
    made.path = "letters/*";
    EXPECT_TRUE(find(audited(records, {made}), "RGT010")->accepted);
}

TEST(Exceptions, OfARuleThatIsOffAreNotUnmatched) {
    const auto report = audited(letters(), {exception()}, {{"REC005", AuditLevel::off}});
    EXPECT_EQ(find(report, "REC005"), nullptr);
    EXPECT_EQ(find(report, "EXC002"), nullptr);
}

TEST(Exceptions, AreOfUseBesideOnesThatHoldAlready) {
    AuditException other = exception();
    other.at = "line 20";
    EXPECT_EQ(find(audited(letters(), {exception(), other}), "EXC002"), nullptr);
}

TEST(Exceptions, AreLookedUpInLinearTime) {
    constexpr std::size_t kMany = 3'000;
    const auto records = letters(kMany);
    std::vector<AuditException> exceptions(kMany, exception());
    for (std::size_t i = 0; i < kMany; ++i) exceptions[i].record = "LIN " + std::to_string(i + 1);
    const auto report = audited(records, exceptions);
    EXPECT_EQ(report.uncounted.at(static_cast<std::size_t>(AuditLevel::warning)), kMany);
    EXPECT_EQ(find(report, "EXC002"), nullptr);
}

TEST(NoExceptions, ChangeNothing) {
    EXPECT_EQ(audited(letters(), {}).uncounted, (std::array<std::size_t, 4>{}));
}

}  // namespace
}  // namespace solander
