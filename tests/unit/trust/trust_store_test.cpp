// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_store.h"

#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/digest_stream.h"
#include "crypto/key_access.h"
#include "crypto/sshsig.h"
#include "support/process.h"
#include "support/scratch.h"

namespace solander::trust {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kNamespace = "manifest@solander";

/// A key of a seed that is this byte again and again.
SigningKey key_of(unsigned char byte) {
    std::array<std::byte, crypto::KeyAccess::kSeedSize> seed{};
    seed.fill(static_cast<std::byte>(byte));
    return crypto::KeyAccess::from_seed(seed).value();
}

PublicKey key_a() {
    return key_of(1).public_key();
}
PublicKey key_b() {
    return key_of(2).public_key();
}

Timestamp at(std::string_view text) {
    return Timestamp::parse(text).value();
}

const Timestamp kClaimed = at("2025-06-01T12:00:00Z");

/// Two hours ahead of UTC, all the year.
class ClockInTheEast final : public Clock {
public:
    Timestamp now() const override { return kClaimed; }
    std::optional<Timestamp> from_local(const CivilTime& local) const override {
        const auto text =
            fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", local.year, local.month, local.day,
                        local.hour, local.minute, local.second);
        const auto as_utc = Timestamp::parse(text);
        return as_utc ? Timestamp::from_seconds(as_utc->seconds() - 2 * 3600) : std::nullopt;
    }
};

TrustStore store_of(const std::string& text) {
    return TrustStore::parse(text, ClockInTheEast());
}

/// A line of the store.
std::string line(std::string_view front, const PublicKey& key) {
    return std::string(front) + " " + key.openssh_line("") + "\n";
}

Recognition find(const TrustStore& store, const PublicKey& key, std::string_view claimed = "x",
                 std::string_view name_space = kNamespace) {
    return store.find(key, claimed, name_space, kClaimed);
}

TEST(TrustStore, KnowsAKeyByTheReadersOwnName) {
    const auto store = store_of(line("Archive", key_a()));
    const auto found = find(store, key_a(), "Somebody else");
    EXPECT_EQ(found.standing, Standing::known);
    EXPECT_EQ(found.principal, "Archive");
    EXPECT_FALSE(found.by_pattern);
    EXPECT_EQ(found.line, 1U);
    EXPECT_EQ(find(store, key_b(), "Archive").standing, Standing::unknown);
}

TEST(TrustStore, BelievesAClaimedNameThatAPatternTakes) {
    const auto store = store_of(line("*@y,!mallory@y", key_a()));
    const auto found = find(store, key_a(), "alice@y");
    EXPECT_EQ(found.standing, Standing::known);
    EXPECT_EQ(found.principal, "alice@y");
    EXPECT_TRUE(found.by_pattern);
    EXPECT_EQ(find(store, key_a(), "alice@z").standing, Standing::unknown);
    EXPECT_EQ(find(store, key_a(), "mallory@y").standing, Standing::unknown);
}

TEST(TrustStore, KeepsKeysToTheirNamespaces) {
    const auto store = store_of(line("A namespaces=\"custody@solander,x*\"", key_a()));
    EXPECT_EQ(find(store, key_a(), "A", "custody@solander").standing, Standing::known);
    const auto found = find(store, key_a(), "A");
    EXPECT_EQ(found.standing, Standing::wrong_namespace);
    EXPECT_EQ(found.principal, "A");
}

TEST(TrustStore, ReadsTimesInTheReadersZone) {
    const auto found = find(
        store_of(line("A valid-after=\"20200101\",valid-before=\"20300101Z\"", key_a())), key_a());
    EXPECT_EQ(found.valid_after, at("2019-12-31T22:00:00Z"));
    EXPECT_EQ(found.valid_before, at("2030-01-01T00:00:00Z"));
}

/// As ClockInTheEast, with an hour more that day.
class ClockInTheEastInSummer final : public Clock {
public:
    Timestamp now() const override { return kClaimed; }
    std::optional<Timestamp> from_local(const CivilTime& local) const override {
        const auto standard = from_local_standard(local);
        return standard ? Timestamp::from_seconds(standard->seconds() - 3600) : std::nullopt;
    }
    std::optional<Timestamp> from_local_standard(const CivilTime& local) const override {
        return ClockInTheEast().from_local(local);
    }
};

/// ssh-keygen does not know of summer time; what only one of the two readings lets count does not.
TEST(TrustStore, TakesTheNarrowerOfTwoReadingsInSummer) {
    const auto store = TrustStore::parse(
        line("A valid-after=\"202506010000\",valid-before=\"202506020000\"", key_a()),
        ClockInTheEastInSummer());
    const auto found = find(store, key_a());
    EXPECT_EQ(found.valid_after, at("2025-05-31T22:00:00Z"));
    EXPECT_EQ(found.valid_before, at("2025-06-01T21:00:00Z"));
}

TEST(TrustStore, TakesTimesThatNoPackageCanHaveForTheNearest) {
    const auto found = find(
        store_of(line("A valid-after=\"19710101Z\",valid-before=\"99991231\"", key_a())), key_a());
    EXPECT_EQ(found.valid_after, at("1971-01-01T00:00:00Z"));
    EXPECT_EQ(found.valid_before->seconds(), Timestamp::kMax);
    EXPECT_EQ(judge_time(found, kClaimed, kClaimed), TimeStanding::ok);
}

TEST(TrustStore, SaysWhichLinesDoNotCount) {
    const auto store = store_of(
        "nonsense\n" + line("CA cert-authority", key_a()) +
        "rsa ssh-rsa AAAAB3NzaC1yc2EAAAABAw==\n" +
        "weak ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n" +
        line("A valid-after=\"20300101\",valid-before=\"20200101\"", key_a()));
    EXPECT_TRUE(store.empty());
    ASSERT_THAT(store.problems(), SizeIs(5));
    const std::string_view words[] = {"not of the form", "certificate authority", "ssh-rsa", "weak",
                                      "not later"};
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(store.problems()[i].line, i + 1);
        EXPECT_THAT(store.problems()[i].sentence, HasSubstr(words[i]));
    }
    EXPECT_EQ(find(store, key_a()).standing, Standing::unknown);
}

TEST(TrustStore, OfNothingIsEmptyWithoutProblems) {
    EXPECT_TRUE(store_of("").empty());
    EXPECT_TRUE(store_of("# nobody\n").empty());
    EXPECT_THAT(store_of("# nobody\n").problems(), IsEmpty());
    EXPECT_FALSE(store_of(line("A", key_a())).empty());
}

struct ChoiceCase {
    std::string_view name;
    std::string_view first;
    std::string_view second;
    std::size_t chosen = 1;
};
void PrintTo(const ChoiceCase& c, std::ostream* out) {
    *out << c.name;
}
std::string choice_name(const testing::TestParamInfo<ChoiceCase>& info) {
    return std::string(info.param.name);
}

class Choice : public testing::TestWithParam<ChoiceCase> {};

TEST_P(Choice, FollowsTheRule) {
    const auto& c = GetParam();
    const auto store = store_of(line(c.first, key_a()) + line(c.second, key_a()));
    ASSERT_THAT(store.problems(), IsEmpty());
    EXPECT_EQ(find(store, key_a(), "claimed").line, c.chosen);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Choice,
    testing::Values(
        ChoiceCase{"FirstOfTwoAlike", "A", "B", 1}, ChoiceCase{"LiteralBeforePattern", "*", "B", 2},
        ChoiceCase{"PatternForTheNamespaceBeforeLiteralForAnother", "A namespaces=\"git\"", "*", 2},
        ChoiceCase{"ValidThenBeforeExpired", "A valid-before=\"20200101\"", "B", 2},
        ChoiceCase{"ExpiredLiteralBeforePattern", "A valid-before=\"20200101\"", "*", 1},
        ChoiceCase{"ShortButFittingBeforeLongButLater", "A valid-after=\"20260101\"",
                   "B valid-before=\"20260101\"", 2},
        ChoiceCase{"LaterEnd", "A valid-before=\"20260101\"", "B valid-before=\"20270101\"", 2},
        ChoiceCase{"NoEnd", "A valid-before=\"20260101\"", "B valid-after=\"20250101\"", 2},
        ChoiceCase{"EarlierStart", "A valid-after=\"20250101\"", "B valid-after=\"20200101\"", 2}),
    choice_name);

TEST(TrustStore, ListsTheKeysOfALiteralName) {
    const auto store = store_of(line("B,Archive", key_b()) + line("Archive", key_a()) +
                                line("Archive valid-before=\"20200101\"", key_b()) +
                                line("Archive namespaces=\"git\"", key_of(3).public_key()) +
                                line("Arch*", key_of(4).public_key()));
    EXPECT_THAT(store.keys_of("Archive", kNamespace), ElementsAre(key_b(), key_a()));
    EXPECT_THAT(store.keys_of("Arch*", kNamespace), IsEmpty());
    EXPECT_THAT(store.keys_of("Nobody", kNamespace), IsEmpty());
}

TEST(TrustStore, JoinsKeysByLiteralNamesOnly) {
    const auto store = store_of(line("Archive,A", key_a()) + line("B,Archive", key_b()) +
                                line("*", key_a()) + line("*", key_of(3).public_key()) +
                                line("Archive namespaces=\"git\"", key_of(4).public_key()));
    const auto joined = [&](const PublicKey& one, const PublicKey& other) {
        return store.same_principal(one.fingerprint(), other.fingerprint(), kNamespace);
    };
    EXPECT_TRUE(joined(key_a(), key_b()));
    EXPECT_TRUE(joined(key_b(), key_a()));
    EXPECT_FALSE(joined(key_a(), key_of(3).public_key()));
    EXPECT_FALSE(joined(key_a(), key_of(4).public_key()));
    EXPECT_TRUE(joined(key_of(9).public_key(), key_of(9).public_key()));
}

TEST(JudgeTime, KnowsBothEnds) {
    Recognition key;
    EXPECT_EQ(judge_time(key, kClaimed, kClaimed), TimeStanding::ok);
    key.valid_after = at("2025-01-01T00:00:00Z");
    key.valid_before = at("2026-01-01T00:00:00Z");
    const auto judge = [&](std::string_view claimed, std::string_view now) {
        return judge_time(key, at(claimed), at(now));
    };
    const std::string_view soon = "2025-12-31T23:59:59Z";
    const std::string_view later = "2026-01-01T00:00:00Z";
    EXPECT_EQ(judge("2024-12-31T23:59:59Z", soon), TimeStanding::claimed_before_valid_after);
    EXPECT_EQ(judge("2025-01-01T00:00:00Z", soon), TimeStanding::ok);
    EXPECT_EQ(judge(soon, soon), TimeStanding::ok);
    EXPECT_EQ(judge("2026-01-01T00:00:01Z", later), TimeStanding::claimed_after_valid_before);
    EXPECT_EQ(judge("2025-01-01T00:00:00Z", later), TimeStanding::expired_since);
}

struct KeygenCase {
    std::string_view name;
    std::string_view front;  ///< What stands before the key.
    std::string_view identity = "alice";
    std::string_view time = "20250601120000Z";
};
void PrintTo(const KeygenCase& c, std::ostream* out) {
    *out << c.name;
}
std::string keygen_name(const testing::TestParamInfo<KeygenCase>& info) {
    return std::string(info.param.name);
}

class AsSshKeygen : public testing::TestWithParam<KeygenCase> {};

/// Whether ours takes the key for this identity at this time, as ssh-keygen asks the question.
bool is_believed(const std::string& text, const KeygenCase& c) {
    const auto store = store_of(text);
    const auto digits = [&](std::size_t start) { return std::string(c.time.substr(start, 2)); };
    const Timestamp then = at(std::string(c.time.substr(0, 4)) + "-" + digits(4) + "-" + digits(6) +
                              "T" + digits(8) + ":" + digits(10) + ":" + digits(12) + "Z");
    const auto found = store.find(key_a(), c.identity, kNamespace, then);
    const auto named = store.keys_of(c.identity, kNamespace);
    const auto time = judge_time(found, then, Timestamp());
    return found.standing == Standing::known && (found.by_pattern || !named.empty()) &&
           time == TimeStanding::ok;
}

TEST_P(AsSshKeygen, JudgesALineAlike) {
    SOLANDER_NEEDS("ssh-keygen");
    const auto& c = GetParam();
    const test::Scratch scratch;
    const std::string text = line(c.front, key_a());
    const std::string message = "message";
    test::write_file(scratch / "signers", text);
    test::write_file(
        scratch / "sig",
        crypto::sign(key_of(1), kNamespace, crypto::sha512(base::as_bytes(message))).value());
    const auto run = [&](std::vector<std::string> command) {
        command.insert(command.begin(), "ssh-keygen");
        command.insert(command.end(),
                       {"-f", "signers", "-s", "sig", "-Overify-time=" + std::string(c.time)});
        return test::run_program(
            command,
            {.directory = scratch.path(), .input = message, .environment = {{"TZ", "UTC-2"}}});
    };
    const auto verified =
        run({"-Y", "verify", "-I", std::string(c.identity), "-n", std::string(kNamespace)});
    EXPECT_EQ(is_believed(text, c), verified.status == 0) << verified.err;
    if (verified.status == 0) {
        // It prints the patterns of the line, one on each line of its own.
        std::string ours = format::parse_allowed_signers(text).signers.at(0).principals;
        std::ranges::replace(ours, ',', '\n');
        EXPECT_EQ(run({"-Y", "find-principals"}).out, ours + "\n");
    }
}

INSTANTIATE_TEST_SUITE_P(
    Table, AsSshKeygen,
    testing::Values(
        KeygenCase{"Name", "alice"}, KeygenCase{"AnotherName", "bob"},
        KeygenCase{"OneOfTwo", "bob,alice"}, KeygenCase{"Wildcard", "al*"},
        KeygenCase{"QuestionMark", "al?ce"}, KeygenCase{"Negated", "*,!alice"},
        KeygenCase{"NegatedFirst", "!alice,*"},
        KeygenCase{"QuotedWithBlank", "\"alice of Y\"", "alice of Y"},
        KeygenCase{"QuotedInPart", "bob,\"alice of Y\"", "alice of Y"},
        KeygenCase{"QuoteEndsPrincipals", "\"bob\",alice"}, KeygenCase{"OpenQuote", "\"alice"},
        KeygenCase{"OurNamespace", "alice namespaces=\"manifest@solander\""},
        KeygenCase{"PatternOfNamespaces", "alice namespaces=\"file,*@solander\""},
        KeygenCase{"NegatedNamespace", "alice namespaces=\"*,!manifest@solander\""},
        KeygenCase{"NamespaceWithoutQuotes", "alice namespaces=manifest@solander"},
        KeygenCase{"OptionInCapitals", "alice NAMESPACES=\"manifest@solander\""},
        KeygenCase{"UnknownOption", "alice restrict"},
        KeygenCase{"TwoOptions", "alice namespaces=\"*\",valid-after=\"20200101\""},
        KeygenCase{"BlankBetweenOptions", "alice namespaces=\"*\" valid-after=\"20200101\""},
        KeygenCase{"CommaAtTheEnd", "alice namespaces=\"*\","},
        KeygenCase{"CertAuthority", "alice cert-authority"},
        KeygenCase{"NotYetValid", "alice valid-after=\"20250601120001Z\""},
        KeygenCase{"JustValid", "alice valid-after=\"20250601120000Z\""},
        KeygenCase{"LastValid", "alice valid-before=\"20250601120000Z\""},
        KeygenCase{"NoLongerValid", "alice valid-before=\"20250601115959Z\""},
        KeygenCase{"JustValidInLocalTime", "alice valid-after=\"202506011400\""},
        KeygenCase{"NotYetValidInLocalTime", "alice valid-after=\"202506011401\""},
        KeygenCase{"MonthThirteen", "alice valid-after=\"20201301\""},
        KeygenCase{"EndBeforeStart", "alice valid-after=\"20300101\",valid-before=\"20200101\""},
        KeygenCase{"TwoNamespaces", "alice namespaces=\"*\",namespaces=\"*\""}),
    keygen_name);

}  // namespace
}  // namespace solander::trust
