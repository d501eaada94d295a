// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/verify.h>
#include <solander/worklist.h>

#include "table/field_values.h"

namespace solander {
namespace {

using metadata::Field;
using testing::SizeIs;

constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

struct SaidCase {
    const char* name;
    std::string what;  ///< As the event says it.
    Field field = Field::rights;
    std::string cell = {};    ///< What the record says then, as a cell of a table.
    bool is_asked = false;    ///< Whether the audit still asks for rights (RGT001).
    std::string before = {};  ///< What its rights said when it was sealed.
};
void PrintTo(const SaidCase& c, std::ostream* out) {
    *out << c.name;
}

Report determined(const std::string& what) {
    EventReport event;
    event.file = "0002-rights-determination.xml";
    event.seq = 2;
    event.type = "rights-determination";
    event.sound = true;
    event.signers.emplace_back().trusted = true;
    event.details = {{"date", "2026-11-20"}, {"by", "J. Novak"}, {"how", "asked"}, {"what", what}};
    Report custody;
    custody.events.push_back(event);
    return custody;
}

AuditRecord record_that_says(const std::string& rights) {
    AuditRecord record;
    record.document.id = "d1";
    record.document.origins.emplace_back().id = "c1";
    if (rights.empty()) return record;
    TextStatement statement;
    statement.state = State::stated;
    statement.place.origin = "c1";
    statement.words = rights;
    record.document.rights.emplace_back().statements.push_back(statement);
    return record;
}

bool is_asked_for_rights(const std::vector<AuditRecord>& records) {
    AuditRequest request{.records = records};
    request.as_of = "2026-12-01";
    const auto report = audit_records(request);
    return std::ranges::any_of(
        report->findings, [](const AuditFinding& finding) { return finding.rule == "RGT001"; });
}

class DeterminedRights : public testing::TestWithParam<SaidCase> {};

TEST_P(DeterminedRights, SayWhatACellOfATableWould) {
    const auto& c = GetParam();
    std::vector<AuditRecord> records{record_that_says(c.before)};
    add_determinations(determined(c.what), records);
    const Document& document = records.front().document;
    EXPECT_EQ(table::cell_of(document, c.field), c.cell);
    EXPECT_EQ(is_asked_for_rights(records), c.is_asked);
    const auto with_decision = std::ranges::count_if(
        document.rights, [](const Rights& rights) { return !rights.determinations.empty(); });
    EXPECT_EQ(with_decision, 1) << "who decided, whatever was decided";
}

INSTANTIATE_TEST_SUITE_P(
    All, DeterminedRights,
    testing::Values(
        SaidCase{"NotKnown", "[unknown: asked the ministry]", Field::rights,
                 "[unknown: asked the ministry]"},
        SaidCase{"UriNotKnown", "rights-uri: [unknown: asked]", Field::rights_uri,
                 "[unknown: asked]"},
        SaidCase{"HolderNotKnown", "rights-holder: [unknown: no heir]", Field::rights_holder,
                 "[unknown: no heir]", true},
        SaidCase{"None", "licence: [none: never licensed]", Field::licence,
                 "[none: never licensed]"},
        SaidCase{"NotKnownBesideAText", "[unknown: asked]", Field::rights,
                 "[unknown: asked]|Some may be protected", false, "Some may be protected"},
        SaidCase{"Holder", "rights-holder: A. Berg", Field::rights_holder, "A. Berg", true},
        SaidCase{"Words", "In the public domain", Field::rights, "In the public domain"},
        SaidCase{"WordsBesideAText", "In the public domain", Field::rights, "Ask us", false,
                 "Ask us"},
        SaidCase{"Kept", "rights stays as it is", Field::rights, "[absent]", true},
        SaidCase{"KeptText", "rights stays as it is: Ask us", Field::rights, "Ask us", false,
                 "Ask us"},
        SaidCase{"NoFormOfACell", "[unknown] to us", Field::rights, "[unknown] to us"}),
    named);

TEST(DeterminedRightsOf, AreInTheNameOfTheEvent) {
    std::vector<AuditRecord> records{record_that_says({})};
    add_determinations(determined("[unknown: asked the ministry]"), records);
    const Document& document = records.front().document;
    ASSERT_THAT(document.rights, SizeIs(1));
    ASSERT_THAT(document.rights[0].statements, SizeIs(1));
    EXPECT_EQ(document.rights[0].statements[0].state, State::stated_unknown);
    EXPECT_EQ(document.rights[0].statements[0].words, "asked the ministry");
    EXPECT_EQ(document.rights[0].statements[0].place.origin, "event/2");
    EXPECT_EQ(document.rights[0].scope, RightsScope::item);
    EXPECT_EQ(document.origins.back().id, "event/2");
    EXPECT_EQ(document.origins.back().agent, "J. Novak");
}

}  // namespace
}  // namespace solander
