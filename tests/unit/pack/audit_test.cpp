// SPDX-License-Identifier: Apache-2.0
// The audit that is made at packing, and travels in the manifest.
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "each_batch.h"
#include "format/manifest_xml.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::write_file;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

struct Listening final : AuditObserver {
    void audited(const SealedAudit& audit, std::span<const Document>) override {
        told = audit;
        ++times;
    }
    std::optional<SealedAudit> told;
    int times = 0;
};

class PackAudits : public test::Packing {
protected:
    PackAudits() {
        write_file(
            scratch_ / "in/letter.txt",
            test::read_file(test::source_root() / "fixtures/captures/harbour-telegram-1962.txt"));
        request_.inputs = {scratch_ / "in"};
    }

    SealedAudit stated() {
        const auto packed = pack();
        EXPECT_TRUE(packed.has_value()) << packed.error().message();
        const auto report =
            verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
        EXPECT_TRUE(report.has_value() && report->verdict == Verdict::passed);
        EXPECT_TRUE(report->manifest()->audit.has_value());
        return *report->manifest()->audit;
    }
};

TEST_F(PackAudits, AndStatesWhatItFound) {
    Listening listening;
    request_.audit->observer = &listening;
    request_.audit->settings.profiles = {"wilson", "dpla"};
    const auto audit = stated();
    EXPECT_EQ(audit.tool, audit_tool());
    EXPECT_EQ(audit.as_of, "2026-11-24");
    ASSERT_THAT(audit.profiles, SizeIs(2));
    EXPECT_EQ(audit.profiles[0].name, "wilson");
    EXPECT_EQ(audit.profiles[1].name, "dpla");
    EXPECT_GT(audit.counts.errors, 0U);
    EXPECT_THAT(audit.findings, SizeIs(audit.counts.errors + audit.counts.reviews));
    EXPECT_EQ(audit.findings[0].document, "d1");
    EXPECT_EQ(listening.times, 1);
    EXPECT_EQ(listening.told->counts, audit.counts);
}

TEST_F(PackAudits, WithWhatAPersonAddsByHand) {
    const auto before = stated();
    request_.settings = {{"source", "Harbour Archive, box 12"}};
    request_.replace = true;
    const auto after = stated();
    EXPECT_LT(after.counts.errors, before.counts.errors);
}

TEST_F(PackAudits, UnlessToldNotTo) {
    request_.audit.reset();
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value());
    EXPECT_FALSE(packed->audit);
    const auto report =
        verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
    EXPECT_EQ(report->verdict, Verdict::passed);
    EXPECT_FALSE(report->manifest()->audit);
}

TEST_F(PackAudits, AndRefusesWhatIsAsGraveAsItWasTold) {
    Listening listening;
    request_.audit->observer = &listening;
    request_.audit->fail_on = AuditLevel::error;
    EXPECT_THAT(refused(ErrorCode::refused), AllOf(HasSubstr("its audit has SRC001 error: "),
                                                   HasSubstr("; nothing was packed")));
    EXPECT_FALSE(fs::exists(scratch_ / "out"));
    EXPECT_EQ(listening.times, 1);
}

TEST_F(PackAudits, AndDoesNotRefuseWhatWasKnownOrAccepted) {
    Listening listening;
    request_.audit->observer = &listening;
    ASSERT_TRUE(pack().has_value());
    AuditRequest& settings = request_.audit->settings;
    std::vector<AuditLevelChange> lowered;
    for (const auto& finding : listening.told->findings)
        lowered.push_back({finding.rule, AuditLevel::note});
    settings.levels = lowered;
    request_.audit->fail_on = AuditLevel::error;
    request_.replace = true;
    EXPECT_TRUE(pack().has_value());
}

TEST_F(PackAudits, OnlyAsItCan) {
    request_.audit->settings.profiles = {"wilsen"};
    EXPECT_THAT(refused(ErrorCode::usage), HasSubstr("wilson"));
    request_.audit->settings.profiles.clear();
    request_.audit->settings.as_of = "yesterday";
    EXPECT_THAT(refused(ErrorCode::usage), HasSubstr("yesterday"));
    EXPECT_FALSE(fs::exists(scratch_ / "out"));
}

TEST_F(PackAudits, TextsThatAreNoRecord) {
    write_file(scratch_ / "in/notes.txt",
               test::read_file(test::source_root() / "fixtures/captures/frus-notes-alone.txt"));
    const auto audit = stated();
    ASSERT_FALSE(audit.findings.empty());
    EXPECT_EQ(audit.findings[0].rule, "REC001");
    EXPECT_EQ(audit.findings[0].document, "");
    EXPECT_EQ(audit.findings[0].file, "data/in/notes.txt");
}

TEST_F(PackAudits, AlikeWhereverTheInputsAre) {
    write_file(scratch_ / "in/notes.txt",
               test::read_file(test::source_root() / "fixtures/captures/frus-notes-alone.txt"));
    const auto here = pack();
    fs::create_directories(scratch_ / "elsewhere");
    fs::rename(scratch_ / "in", scratch_ / "elsewhere/in");
    request_.inputs = {scratch_ / "elsewhere/in"};
    request_.output = scratch_ / "other";
    const auto there = pack();
    ASSERT_TRUE(here.has_value() && there.has_value());
    EXPECT_EQ(here->manifest, there->manifest);
}

TEST_F(PackAudits, AsOfTheDayThatIsNamed) {
    request_.audit->settings.as_of = "2020-02-29";
    EXPECT_EQ(stated().as_of, "2020-02-29");
}

// ---- many

class PackEachAudits : public test::EachBatch {
protected:
    PackEachAudits() {
        capture("letter.txt");
        file("notes.txt",
             test::read_file(test::source_root() / "fixtures/captures/frus-notes-alone.txt"));
        file("scan.tif", "a scan");
    }

    static const SealedAudit& audit_of(const EachPacked& packed, const std::string& document) {
        for (const auto& outcome : packed.outcomes)
            if (outcome.document == document && outcome.audit) return *outcome.audit;
        throw std::runtime_error("no audit of " + document);
    }

    /// Why the letter is taken for something else once its manifest says `to` in place of `from`,
    /// which is as long. Its signature is broken by that in any case, which is looked at last.
    std::string reason_with(const std::string& from, const std::string& to) {
        each();
        const std::string bytes = test::read_file(scratch_ / "out/letter.tar");
        const auto at = bytes.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at == std::string::npos) return {};
        std::string changed = bytes;
        write_file(scratch_ / "out/letter.tar", changed.replace(at, from.size(), to));
        const auto why = reason(each(), "in/letter.txt");
        write_file(scratch_ / "out/letter.tar", bytes);
        return why;
    }
};

TEST_F(PackEachAudits, EachItsOwnRecord) {
    const auto packed = each();
    EXPECT_EQ(outcomes(packed),
              "in/letter.txt letter packed\nin/notes.txt notes packed\nin/scan.tif scan packed\n");
    const SealedAudit& notes = audit_of(packed, "in/notes.txt");
    EXPECT_EQ(notes.findings[0].rule, "REC001");
    EXPECT_EQ(notes.findings[0].file, "data/in/notes.txt");
    for (const auto& finding : audit_of(packed, "in/letter.txt").findings)
        EXPECT_EQ(finding.document, "d1");
}

TEST_F(PackEachAudits, AndFailsTheDocumentThatIsRefused) {
    request_.settings = {{"title", "Papers"},
                         {"source", "Box 12"},
                         {"rights-uri", "http://rightsstatements.org/vocab/InC/1.0/"}};
    request_.audit->fail_on = AuditLevel::error;
    const auto packed = each();
    EXPECT_THAT(outcomes(packed), AllOf(HasSubstr("in/notes.txt notes failed\n"),
                                        HasSubstr("in/scan.tif scan packed\n")))
        << reason(packed, "in/scan.tif");
    EXPECT_THAT(reason(packed, "in/notes.txt"), HasSubstr("its audit has REC001 error: "));
    EXPECT_FALSE(fs::exists(scratch_ / "out/notes.tar"));
}

TEST_F(PackEachAudits, AndLeavesWhatIsThereOnAnyOtherDay) {
    each();
    const std::string before = test::snapshot(scratch_ / "out");
    request_.created = *Timestamp::parse("2031-01-01T00:00:00Z");
    for (const auto* day : {"", "2031-05-05"}) {
        request_.audit->settings.as_of = day;
        const auto again = each();
        EXPECT_THAT(outcomes(again), Not(AllOf(HasSubstr("failed"), HasSubstr(" packed"))));
        EXPECT_EQ(audit_of(again, "in/letter.txt").as_of, "2026-11-24");
        EXPECT_TRUE(test::snapshot(scratch_ / "out") == before);
    }
}

TEST_F(PackEachAudits, AndTakesAnAuditMadeOtherwiseForSomethingElse) {
    each();
    request_.audit->settings.profiles = {"dpla"};
    EXPECT_THAT(reason(each(), "in/letter.txt"),
                HasSubstr("it was audited with other profiles or settings; --force replaces it"));
    request_.audit.reset();
    EXPECT_THAT(reason(each(), "in/letter.txt"), HasSubstr("it has an audit, and would have none"));
    request_.replace = true;
    each();
    request_.replace = false;
    request_.audit.emplace();
    EXPECT_THAT(reason(each(), "in/letter.txt"), HasSubstr("it has no audit, and would have one"));
}

TEST_F(PackEachAudits, AndDoesNotMindAnotherVersionOfTheRules) {
    const std::string tool = audit_tool();
    EXPECT_THAT(reason_with("tool=\"" + tool, "tool=\"S" + tool.substr(1)),
                HasSubstr("its manifest is not signed so"));
    EXPECT_THAT(reason_with("name=\"core\" version=\"1\"", "name=\"core\" version=\"0\""),
                HasSubstr("its manifest is not signed so"));
    EXPECT_THAT(reason_with("as-of=\"2026-11-24\"", "as-of=\"2026-11-23\""),
                HasSubstr("its manifest is not signed so"));
    EXPECT_THAT(reason_with("name=\"core\" version=\"1\"", "name=\"dacs\" version=\"1\""),
                HasSubstr("it was audited with other profiles or settings"));
    EXPECT_THAT(reason_with("rule=\"SRC001\" level=\"error\"", "rule=\"SRC009\" level=\"error\""),
                HasSubstr("its audit found something else"));
}

TEST_F(PackEachAudits, AndRefusesWhatIsThereAsItWouldRefuseToPackIt) {
    each();
    request_.audit->fail_on = AuditLevel::error;
    request_.replace = true;  // replaces nothing that it would not write
    const auto time = fs::last_write_time(scratch_ / "out/notes.tar");
    EXPECT_THAT(reason(each(), "in/notes.txt"), HasSubstr("its audit has REC001 error: "));
    EXPECT_EQ(fs::last_write_time(scratch_ / "out/notes.tar"), time);
}

}  // namespace
}  // namespace solander
