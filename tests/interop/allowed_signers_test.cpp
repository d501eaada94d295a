// SPDX-License-Identifier: Apache-2.0
// Trust files as ssh-keygen reads them: made lines, and lines put together at random, are given to
// both. We may refuse what it takes, each time for a reason that is listed here; never the reverse.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "allowed_signers_lines.h"
#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "support/process.h"
#include "support/sanitized.h"
#include "support/scratch.h"
#include "support/world.h"
#include "trust/trust_lines.h"
#include "trust/trust_store.h"

namespace solander {
namespace {

using test::archivist_line;
using test::fixture_key;
using test::MadeLines;
using test::Scratch;
using test::TrustLine;

constexpr std::string_view kNamespace = "manifest@solander";
constexpr std::string_view kMessage = "<manifest/>\n";
constexpr std::string_view kWho = "alice";
/// In summer, when ssh-keygen still counts with winter time.
constexpr const char* kZone = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The zone of this process, as that of the ssh-keygen that it is compared with.
class InZone {
public:
    InZone() {
        if (const char* const zone = std::getenv("TZ")) before_ = zone;
        ::setenv("TZ", kZone, 1);
        ::tzset();
    }
    ~InZone() {
        if (before_)
            ::setenv("TZ", before_->c_str(), 1);
        else
            ::unsetenv("TZ");
        ::tzset();
    }
    InZone(const InZone&) = delete;
    InZone& operator=(const InZone&) = delete;
    InZone(InZone&&) = delete;
    InZone& operator=(InZone&&) = delete;

private:
    std::optional<std::string> before_;
};

/// What a file comes to: whether a signature claimed to be alice's at a time passes; whose the key
/// is; which lines are alice's.
struct Answers {
    bool verified = false;
    bool found = false;
    bool matched = false;
};

bool operator==(const Answers& one, const Answers& other) {
    return one.verified == other.verified && one.found == other.found &&
           one.matched == other.matched;
}

/// Whether nothing is taken here that is not taken there.
bool is_stricter(const Answers& ours, const Answers& theirs) {
    return (!ours.verified || theirs.verified) && (!ours.found || theirs.found) &&
           (!ours.matched || theirs.matched);
}

void PrintTo(const Answers& answers, std::ostream* out) {
    *out << (answers.verified ? "verified " : "refused ") << (answers.found ? "found " : "unknown ")
         << (answers.matched ? "matched" : "unmatched");
}

/// `20250601115959Z`
std::string digits_of(Timestamp time) {
    std::string digits = time.text();
    std::erase_if(digits, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return digits;
}

class SshKeygen {
public:
    SshKeygen() {
        test::write_file(scratch_ / "sig", crypto::sign(fixture_key("archivist"), kNamespace,
                                                        crypto::sha512(base::as_bytes(kMessage)))
                                               .value());
        has_match_principals_ =
            ask("alice " + archivist_line() + "\n", {"match-principals", "-I", "alice"});
    }

    Answers answers(const std::string& file, Timestamp time) const {
        const std::string at = "-Overify-time=" + digits_of(time);
        Answers answers;
        answers.verified = ask(file, {"verify", "-I", std::string(kWho), "-n",
                                      std::string(kNamespace), "-s", "sig", at});
        answers.found = ask(file, {"find-principals", "-s", "sig", at});
        answers.matched = ask(file, {"match-principals", "-I", std::string(kWho)});
        return answers;
    }
    /// It came with OpenSSH 8.9.
    bool has_match_principals() const { return has_match_principals_; }

private:
    bool ask(const std::string& file, const std::vector<std::string>& question) const {
        test::write_file(scratch_ / "signers", file);
        std::vector<std::string> command{"ssh-keygen", "-Y"};
        command.insert(command.end(), question.begin(), question.end());
        command.insert(command.end(), {"-f", "signers"});
        return test::run_program(command, {.directory = scratch_.path(),
                                           .input = std::string(kMessage),
                                           .environment = {{"TZ", kZone}}})
                   .status == 0;
    }

    Scratch scratch_;
    bool has_match_principals_ = false;
};

Answers our_answers(const std::string& file, Timestamp time) {
    const auto clock = system_clock();
    const auto store = trust::TrustStore::parse(file, *clock);
    const PublicKey our_key = fixture_key("archivist").public_key();
    Answers answers;
    const auto found = store.find(our_key, kWho, kNamespace, time);
    answers.verified = found.standing == trust::Standing::known &&
                       store.could_be(our_key.fingerprint(), kWho, kNamespace) &&
                       trust::judge_time(found, time, Timestamp()) == trust::TimeStanding::ok;
    for (const auto& signer : format::parse_allowed_signers(file).signers) {
        const bool counts = std::ranges::none_of(
            store.problems(), [&](const auto& problem) { return problem.line == signer.line; });
        if (!counts) continue;
        // To whose key it is and which lines are somebody's, ssh-keygen asks for no namespace.
        const TrustEntry entry = trust::entry_of(signer, *clock);
        answers.found |= entry.fingerprint == our_key.fingerprint() &&
                         (!entry.valid_after || *entry.valid_after <= time) &&
                         (!entry.valid_before || time <= *entry.valid_before);
        answers.matched |= format::matches_pattern_list(kWho, signer.principals);
    }
    return answers;
}

/// What we are told is wrong with the first line that counts for nothing.
std::string complaint_of(const std::string& file) {
    const auto store = trust::TrustStore::parse(file, *system_clock());
    return store.problems().empty() ? "" : store.problems().front().sentence;
}

bool complains(const std::string& file, std::string_view words) {
    return complaint_of(file).find(words) != std::string::npos;
}

/// A date that strptime() takes, and that is none.
bool is_odd_date(std::string_view text) {
    static constexpr std::array<int, 13> kDays{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.ends_with('Z') || text.ends_with('z')) text.remove_suffix(1);
    if (text.find_first_not_of("0123456789") != std::string_view::npos) return true;
    if (text.size() < 8) return false;
    const auto number = [text](std::size_t at, std::size_t size) {
        return at < text.size() ? std::stoi(std::string(text.substr(at, size))) : 0;
    };
    const int month = number(4, 2);
    const int days = month >= 1 && month <= 12 ? kDays.at(static_cast<std::size_t>(month)) : 31;
    const bool is_leap = number(0, 4) % 4 == 0;  // of the years that are tried
    return number(6, 2) > days || (month == 2 && number(6, 2) == 29 && !is_leap) ||
           number(12, 2) >= 60 || number(0, 4) <= 1970;
}

template <class Test>
bool any_date(const std::string& file, Test test) {
    for (const std::string_view option : {"valid-", "VALID-"})
        for (std::size_t at = 0; (at = file.find(option, at)) != std::string::npos; ++at) {
            const auto from = file.find('"', at) + 1;
            const auto to = file.find('"', from);
            if (from > 0 && to != std::string::npos && test(file.substr(from, to - from)))
                return true;
        }
    return false;
}

/// Why we refuse what ssh-keygen takes.
struct Difference {
    std::string name;
    bool (*explains)(const std::string& file);
    std::string why;
};

const std::vector<Difference>& differences() {
    static const std::vector<Difference> all{
        {"ControlCharacter",
         [](const std::string& file) { return complains(file, "control character"); },
         "nobody sees it, and to other programs it may end the line or the name"},
        {"ByteOrderMark",
         [](const std::string& file) { return complains(file, "byte order mark"); },
         "it would be a letter of the first name, which nobody sees"},
        {"NobodyNamed", [](const std::string& file) { return complains(file, "no principal"); },
         "a key of nobody's is a mistake"},
        {"DateThatIsNone",
         [](const std::string& file) {
             return complains(file, "is not a time") &&
                    any_date(file, [](const std::string& date) { return is_odd_date(date); });
         },
         "30 February is 2 March to strptime(), and to a person a mistake"},
        {"NothingBeforeAComma",
         [](const std::string& file) { return complaint_of(file).ends_with("in quotes: "); },
         "an option that is empty is a mistake"},
        {"SummerTime",
         [](const std::string& file) {
             return complaint_of(file).empty() && any_date(file, [](const std::string& date) {
                        return !date.ends_with('Z') && !date.ends_with('z');
                    });
         },
         "ssh-keygen takes a local time in summer for winter time; what only one of the two "
         "readings lets count does not"},
        {"Authority",
         [](const std::string& file) { return complains(file, "certificate authority"); },
         "packages know no certificates"},
        {"AnotherType", [](const std::string& file) { return complains(file, "a key of type"); },
         "packages know one type of key"},
    };
    return all;
}

/// The difference that explains why the answers are not the same; null if none does.
const Difference* explanation(const std::string& file) {
    for (const auto& difference : differences())
        if (difference.explains(file)) return &difference;
    return nullptr;
}

Timestamp at(std::string_view text) {
    return Timestamp::parse(text).value();
}

class TrustFileLine : public testing::TestWithParam<TrustLine> {};

TEST_P(TrustFileLine, IsReadBySshKeygenAsListed) {
    SOLANDER_NEEDS("ssh-keygen");
    const SshKeygen ssh_keygen;
    if (!ssh_keygen.has_match_principals()) GTEST_SKIP() << "ssh-keygen has no match-principals";
    const InZone zone;
    const TrustLine& line = GetParam();
    const Answers ours = our_answers(line.file, at(line.time));
    const Answers theirs = ssh_keygen.answers(line.file, at(line.time));
    EXPECT_TRUE(is_stricter(ours, theirs))
        << "we take what ssh-keygen refuses; " << testing::PrintToString(ours)
        << ", and it: " << testing::PrintToString(theirs);
    if (line.differs.empty()) {
        EXPECT_EQ(ours, theirs) << complaint_of(line.file);
        return;
    }
    EXPECT_NE(testing::PrintToString(ours), testing::PrintToString(theirs))
        << "there is no difference any more";
    const Difference* const why = explanation(line.file);
    ASSERT_NE(why, nullptr) << complaint_of(line.file);
    EXPECT_EQ(why->name, line.differs);
}

INSTANTIATE_TEST_SUITE_P(Interop, TrustFileLine, testing::ValuesIn(test::trust_lines_tried()),
                         [](const auto& tested) { return tested.param.name; });

TEST(TrustFileDifferences, AreEachMetAndHaveAReason) {
    std::set<std::string> met{"AnotherType"};  // below, with a key that ssh-keygen makes
    for (const auto& line : test::trust_lines_tried()) met.insert(line.differs);
    for (const auto& difference : differences()) {
        EXPECT_TRUE(met.contains(difference.name)) << difference.name;
        EXPECT_NE(difference.why, "");
    }
}

/// ssh-keygen's word is needed for what it takes for a key.
TEST(TrustFileDifferences, KeysOfOtherTypesAreNotUsed) {
    SOLANDER_NEEDS("ssh-keygen");
    const Scratch scratch;
    const SshKeygen ssh_keygen;
    for (const std::string type : {"rsa", "ecdsa"}) {
        const std::string name = "k-" + type;
        ASSERT_EQ(test::run_program({"ssh-keygen", "-q", "-t", type, "-N", "", "-f", name},
                                    {.directory = scratch.path()})
                      .status,
                  0);
        const std::string file = "alice " + test::read_file(scratch / (name + ".pub"));
        const Answers ours = our_answers(file, at("2025-06-01T12:00:00Z"));
        EXPECT_EQ(ours, Answers());
        EXPECT_TRUE(ssh_keygen.answers(file, at("2025-06-01T12:00:00Z")).matched);
        ASSERT_NE(explanation(file), nullptr);
        EXPECT_EQ(explanation(file)->name, "AnotherType");
    }
}

/// Both go on behind it. (Only match-principals stops there, which is a listing and verifies
/// nothing.)
TEST(TrustFileDifferences, NoneInGoingOnBehindABrokenLine) {
    SOLANDER_NEEDS("ssh-keygen");
    const std::string good = "alice " + archivist_line() + "\n";
    for (const std::string& broken :
         {std::string("alice broken\n"), "alice trusted=\"yes\" " + archivist_line() + "\n"}) {
        const std::string file = broken + good;
        const Answers theirs = SshKeygen().answers(file, at("2025-06-01T12:00:00Z"));
        const Answers ours = our_answers(file, at("2025-06-01T12:00:00Z"));
        EXPECT_TRUE(theirs.verified && theirs.found);
        EXPECT_TRUE(ours.verified && ours.found);
        EXPECT_NE(complaint_of(file), "");
    }
}

TEST(TrustFileLines, PutTogetherAtRandomAreReadAlike) {
    SOLANDER_NEEDS("ssh-keygen");
    const SshKeygen ssh_keygen;
    if (!ssh_keygen.has_match_principals()) GTEST_SKIP() << "ssh-keygen has no match-principals";
    const InZone zone;
    const int count = test::kIsSanitized ? 60 : 250;
    MadeLines made(20261128);
    std::map<std::string, int> met;
    for (int i = 0; i < count; ++i) {
        const std::string file = made.next();
        const Timestamp time = at(i % 3 == 0 ? "2025-06-01T12:00:00Z" : "2025-06-01T11:30:00Z");
        const Answers ours = our_answers(file, time);
        const Answers theirs = ssh_keygen.answers(file, time);
        ASSERT_TRUE(is_stricter(ours, theirs))
            << testing::PrintToString(file) << '\n'
            << testing::PrintToString(ours) << "; " << testing::PrintToString(theirs);
        ++met[theirs.verified ? "verified" : theirs.matched ? "matched" : "refused"];
        if (ours == theirs) continue;
        const Difference* const why = explanation(file);
        ASSERT_NE(why, nullptr) << testing::PrintToString(file) << complaint_of(file) << '\n'
                                << testing::PrintToString(ours) << "; "
                                << testing::PrintToString(theirs);
        ++met[why->name];
    }
    // Else the parts do not fit together often enough to show anything.
    EXPECT_GT(met["verified"], count / 20);
    EXPECT_GT(met["matched"], count / 100);
    EXPECT_GT(met["refused"], count / 20);
}

}  // namespace
}  // namespace solander
