// SPDX-License-Identifier: Apache-2.0
// The table of docs/format.md, "Who may do what": every row, and every refusal.
#include "custody/state_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::custody {
namespace {

using model::EventType;

constexpr const char* kA = "key of A";
constexpr const char* kB = "key of B";
constexpr const char* kC = "key of C";

/// Two keys are one party if they are one key.
Sameness by_key(const Party& one, const Party& other) {
    return one.fingerprint == other.fingerprint ? Sameness::same : Sameness::different;
}

Sha256 digest_of(std::uint64_t seq) {
    std::array<std::byte, Sha256::kSize> bytes{};
    bytes[0] = static_cast<std::byte>(seq);
    return Sha256(bytes);
}

model::Event event_of(EventType type, const std::string& actor, std::uint64_t seq = 9) {
    model::Event event;
    event.seq = seq;
    event.time = *Timestamp::from_seconds(static_cast<std::int64_t>(seq));
    event.signers.push_back({"name of " + actor, actor, "ssh-ed25519", 1});
    event.body = model::empty_body(type);
    if (auto* release = std::get_if<model::Release>(&event.body)) {
        release->to = "B";
        release->recipients = {{kB}};
    }
    return event;
}

Holding held() {
    return after(event_of(EventType::seal, kA, 1), digest_of(1), {});
}
Holding in_transit() {
    return after(event_of(EventType::release, kA, 2), digest_of(2), held());
}
Holding unconfirmed() {
    return after(event_of(EventType::cancel, kA, 3), digest_of(3), in_transit());
}

struct Row {
    const char* name;
    Holding (*holding)();
    EventType type;
    const char* actor;
    std::optional<Code> refusal;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

Holding none() {
    return {};
}

constexpr auto kAllowed = std::nullopt;

const std::vector<Row> kRows{
    {"NoneSeal", none, EventType::seal, kA, kAllowed},
    {"NoneRelease", none, EventType::release, kA, Code::custody_seal_actor},
    {"NoneReceipt", none, EventType::receipt, kA, Code::custody_seal_actor},
    {"NoneNote", none, EventType::note, kA, Code::custody_seal_actor},

    {"HeldSeal", held, EventType::seal, kA, Code::custody_sealed_twice},
    {"HeldRelease", held, EventType::release, kA, kAllowed},
    {"HeldReleaseByAnother", held, EventType::release, kC, Code::custody_not_holder},
    {"HeldReceipt", held, EventType::receipt, kB, Code::custody_not_in_transit},
    {"HeldRefuse", held, EventType::refuse, kB, Code::custody_not_in_transit},
    {"HeldCancel", held, EventType::cancel, kA, Code::custody_not_in_transit},
    {"HeldConfirm", held, EventType::cancel_confirm, kB, Code::custody_not_in_transit},
    {"HeldNote", held, EventType::note, kA, kAllowed},
    {"HeldNoteByAnother", held, EventType::note, kB, Code::custody_not_holder},
    {"HeldCheck", held, EventType::fixity_check, kA, kAllowed},
    {"HeldCheckByAnother", held, EventType::fixity_check, kB, Code::custody_not_holder},
    {"HeldDetermination", held, EventType::rights_determination, kA, kAllowed},
    {"HeldDeterminationByAnother", held, EventType::rights_determination, kB,
     Code::custody_not_holder},
    {"HeldReplicate", held, EventType::replicate, kA, kAllowed},
    {"HeldReplicateByAnother", held, EventType::replicate, kB, Code::custody_not_holder},

    {"TransitSeal", in_transit, EventType::seal, kA, Code::custody_sealed_twice},
    {"TransitReceipt", in_transit, EventType::receipt, kB, kAllowed},
    {"TransitReceiptByAnother", in_transit, EventType::receipt, kC, Code::custody_not_recipient},
    {"TransitReceiptByTheReleaser", in_transit, EventType::receipt, kA,
     Code::custody_not_recipient},
    {"TransitRefuse", in_transit, EventType::refuse, kB, kAllowed},
    {"TransitRefuseByAnother", in_transit, EventType::refuse, kC, Code::custody_not_recipient},
    {"TransitCancel", in_transit, EventType::cancel, kA, kAllowed},
    {"TransitCancelByTheRecipient", in_transit, EventType::cancel, kB, Code::custody_not_releaser},
    {"TransitRelease", in_transit, EventType::release, kA, Code::custody_in_transit},
    {"TransitConfirm", in_transit, EventType::cancel_confirm, kB, Code::custody_in_transit},
    {"TransitNote", in_transit, EventType::note, kA, Code::custody_in_transit},
    {"TransitCheck", in_transit, EventType::fixity_check, kB, Code::custody_in_transit},
    {"TransitDetermination", in_transit, EventType::rights_determination, kA,
     Code::custody_in_transit},
    {"TransitReplicate", in_transit, EventType::replicate, kA, Code::custody_in_transit},

    {"UnconfirmedSeal", unconfirmed, EventType::seal, kA, Code::custody_sealed_twice},
    {"UnconfirmedRelease", unconfirmed, EventType::release, kA, kAllowed},
    {"UnconfirmedReleaseByAnother", unconfirmed, EventType::release, kB, Code::custody_not_holder},
    {"UnconfirmedReceipt", unconfirmed, EventType::receipt, kB, Code::custody_not_in_transit},
    {"UnconfirmedRefuse", unconfirmed, EventType::refuse, kB, Code::custody_not_in_transit},
    {"UnconfirmedCancel", unconfirmed, EventType::cancel, kA, Code::custody_not_in_transit},
    {"UnconfirmedNote", unconfirmed, EventType::note, kA, kAllowed},
    {"UnconfirmedNoteByAnother", unconfirmed, EventType::note, kC, Code::custody_not_holder},
    {"UnconfirmedCheck", unconfirmed, EventType::fixity_check, kA, kAllowed},
    {"UnconfirmedDetermination", unconfirmed, EventType::rights_determination, kA, kAllowed},
    {"UnconfirmedReplicate", unconfirmed, EventType::replicate, kA, kAllowed},
    {"UnconfirmedConfirmOfAnother", unconfirmed, EventType::cancel_confirm, kB,
     Code::custody_cancel_digest},
};

std::string row_name(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

class StateTable : public testing::TestWithParam<Row> {};

TEST_P(StateTable, AllowsAndRefusesAsWritten) {
    const Row& row = GetParam();
    const auto objection = object_to(event_of(row.type, row.actor), row.holding(), by_key);
    const auto code = objection ? std::optional(objection->code) : std::nullopt;
    EXPECT_EQ(code, row.refusal) << (objection ? objection->sentence : "no objection");
}

INSTANTIATE_TEST_SUITE_P(Custody, StateTable, testing::ValuesIn(kRows), row_name);

model::Event confirmation(const char* actor) {
    model::Event event = event_of(EventType::cancel_confirm, actor);
    std::get<model::CancelConfirm>(event.body).cancel.sha256 = digest_of(3);
    return event;
}

TEST(StateMachine, TakesTheConfirmationOfTheCancelFromTheRecipientOnly) {
    EXPECT_FALSE(object_to(confirmation(kB), unconfirmed(), by_key));
    const auto objection = object_to(confirmation(kA), unconfirmed(), by_key);
    ASSERT_TRUE(objection);
    EXPECT_EQ(objection->code, Code::custody_not_recipient);
}

TEST(StateMachine, RefusesAReleaseToTheHolder) {
    model::Event event = event_of(EventType::release, kA);
    std::get<model::Release>(event.body).recipients = {{kB}, {kA}};
    const auto objection = object_to(event, held(), by_key);
    ASSERT_TRUE(objection);
    EXPECT_EQ(objection->code, Code::custody_recipient);
}

TEST(StateMachine, TakesAnyOfTheRecipientsKeys) {
    model::Event release = event_of(EventType::release, kA);
    std::get<model::Release>(release.body).recipients = {{kB}, {kC}};
    const Holding holding = after(release, digest_of(2), held());
    EXPECT_FALSE(object_to(event_of(EventType::receipt, kB), holding, by_key));
    EXPECT_FALSE(object_to(event_of(EventType::receipt, kC), holding, by_key));
    EXPECT_TRUE(object_to(event_of(EventType::receipt, kA), holding, by_key));
}

/// Each rule on who acts, under each answer to the question whether two keys are one party.
struct Question {
    const char* name;
    Holding (*holding)();
    EventType type;
    Code refusal;
};

void PrintTo(const Question& question, std::ostream* out) {
    *out << question.name;
}

class Samenesses : public testing::TestWithParam<Question> {};

TEST_P(Samenesses, AreJudgedEachInItsWay) {
    const Question& question = GetParam();
    const auto code_if = [&](Sameness sameness) {
        const auto objection =
            object_to(event_of(question.type, "another key"), question.holding(),
                      [sameness](const Party& one, const Party&) {
                          // A recipient is somebody else in any case.
                          return one.fingerprint == kB ? Sameness::different : sameness;
                      });
        return objection ? std::optional(objection->code) : std::nullopt;
    };
    EXPECT_EQ(code_if(Sameness::same), std::nullopt);
    EXPECT_EQ(code_if(Sameness::undecided), std::nullopt);
    EXPECT_EQ(code_if(Sameness::by_pattern), Code::trust_pattern);
    EXPECT_EQ(code_if(Sameness::different), question.refusal);
}

INSTANTIATE_TEST_SUITE_P(
    Custody, Samenesses,
    testing::Values(Question{"Release", held, EventType::release, Code::custody_not_holder},
                    Question{"Note", held, EventType::note, Code::custody_not_holder},
                    Question{"Receipt", in_transit, EventType::receipt,
                             Code::custody_not_recipient},
                    Question{"Refuse", in_transit, EventType::refuse, Code::custody_not_recipient},
                    Question{"Cancel", in_transit, EventType::cancel, Code::custody_not_releaser}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(StateMachine, KnowsWhoHoldsItAfterEachStep) {
    EXPECT_EQ(held().state, HoldingState::held);
    EXPECT_EQ(held().holder.fingerprint, kA);

    EXPECT_EQ(in_transit().state, HoldingState::in_transit);
    EXPECT_EQ(in_transit().holder.fingerprint, kA);
    EXPECT_EQ(in_transit().to, "B");
    EXPECT_EQ(in_transit().recipients, std::vector<std::string>{kB});

    const Holding received = after(event_of(EventType::receipt, kB, 3), digest_of(3), in_transit());
    EXPECT_EQ(received.state, HoldingState::held);
    EXPECT_EQ(received.holder.fingerprint, kB);
    EXPECT_EQ(received.since, 3U);
    EXPECT_TRUE(received.recipients.empty());

    const Holding refused = after(event_of(EventType::refuse, kB, 3), digest_of(3), in_transit());
    EXPECT_EQ(refused.state, HoldingState::held);
    EXPECT_EQ(refused.holder.fingerprint, kA);

    EXPECT_EQ(unconfirmed().state, HoldingState::held_unconfirmed);
    EXPECT_EQ(unconfirmed().holder.fingerprint, kA);
    EXPECT_EQ(unconfirmed().cancel, digest_of(3));

    const Holding confirmed = after(confirmation(kB), digest_of(4), unconfirmed());
    EXPECT_EQ(confirmed.state, HoldingState::held);
    EXPECT_EQ(confirmed.holder.fingerprint, kA);
    EXPECT_FALSE(confirmed.cancel);

    const Holding released_again =
        after(event_of(EventType::release, kA, 4), digest_of(4), unconfirmed());
    EXPECT_EQ(released_again.state, HoldingState::in_transit);
    EXPECT_FALSE(released_again.cancel);
}

TEST(StateMachine, AddsWithoutMovingAnything) {
    for (const auto type : {EventType::note, EventType::fixity_check,
                            EventType::rights_determination, EventType::replicate}) {
        const Holding next = after(event_of(type, kA, 4), digest_of(4), unconfirmed());
        EXPECT_EQ(next.state, HoldingState::held_unconfirmed);
        EXPECT_EQ(next.since, 3U);
        EXPECT_EQ(next.cancel, digest_of(3));
    }
}

TEST(StateMachine, SaysWhereItStandsAndWhatIsAllowed) {
    using testing::HasSubstr;
    EXPECT_THAT(where_it_stands({}), HasSubstr("nobody has sealed"));
    EXPECT_THAT(where_it_stands(held()), HasSubstr("name of key of A (key of A) holds it since"));
    EXPECT_THAT(where_it_stands(in_transit()), HasSubstr("on its way from name of key of A"));
    EXPECT_THAT(where_it_stands(unconfirmed()), HasSubstr("has not confirmed"));
    EXPECT_THAT(what_is_allowed({}), HasSubstr("may seal"));
    EXPECT_THAT(what_is_allowed(held()), HasSubstr("may release"));
    EXPECT_THAT(what_is_allowed(in_transit()), HasSubstr("B may receive or refuse"));
    EXPECT_THAT(what_is_allowed(unconfirmed()), HasSubstr("B may confirm"));
}

}  // namespace
}  // namespace solander::custody
