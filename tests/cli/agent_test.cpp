// SPDX-License-Identifier: Apache-2.0
// Keys that an ssh-agent holds, a real one, and those of OpenSSH's own files.
#include "support/agent.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "custody_desk.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Desk;
using test::run_program;
using testing::HasSubstr;

/// A desk with an agent that holds one key, Anna's.
class AgentDesk : public testing::Test {
protected:
    void SetUp() override {
        for (const std::string program : {"ssh-agent", "ssh-add", "ssh-keygen"})
            SOLANDER_NEEDS(program);
        agent_.emplace(desk.path("s"));
        desk.variables["SSH_AUTH_SOCK"] = agent_->socket();
        desk.write("in/letter.txt", "Dear Helena,\n");
        add_key("anna");
    }

    /// Makes a key with ssh-keygen, gives it to the agent, and returns its fingerprint.
    std::string add_key(const std::string& name, const std::vector<std::string>& more = {}) {
        std::vector<std::string> command{
            "ssh-keygen", "-q", "-N", "", "-f", desk.path(name), "-C", name + "@example.org"};
        command.insert(command.end(), more.begin(), more.end());
        if (more.empty()) command.insert(command.end(), {"-t", "ed25519"});
        const auto made = run_program(command);
        if (made.status != 0) throw std::runtime_error(made.err);
        agent_->add({desk.path(name)});
        const auto shown = run_program({"ssh-keygen", "-l", "-f", desk.path(name) + ".pub"});
        const auto begin = shown.out.find("SHA256:");
        return shown.out.substr(begin, shown.out.find(' ', begin) - begin);
    }

    /// The desk's trust file believes Anna, under the name that she goes by in the agent.
    void trust_anna() {
        const auto line = desk.run({"key", "export", "@/anna.pub"});
        ASSERT_EQ(line.code, 0) << line.err;
        desk.write("trust", line.out);
    }

    Desk desk;
    std::optional<test::RunningAgent> agent_;
};

TEST_F(AgentDesk, SealsWithItsOnlyKey) {
    const auto packed = desk.run({"pack", "@/in/letter.txt", "-k", "agent:", "-o", "@/out"});
    ASSERT_EQ(packed.code, 0) << packed.err;
    EXPECT_THAT(packed.out, HasSubstr("solander key export agent: >> ALLOWED_SIGNERS"));
    trust_anna();
    const auto verified = desk.run({"verify", "@/out/letter.tar", "-t", "@/trust"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    EXPECT_THAT(verified.out, HasSubstr("signed by anna@example.org"));
}

/// Agents sign as files do, byte for byte: the same package comes of both.
TEST_F(AgentDesk, SealsAsTheFileOfTheKeyDoes) {
    for (const std::string key : {"agent:anna@example.org", "@/anna"}) {
        const auto packed = desk.run({"pack", "@/in/letter.txt", "-k", key, "-o",
                                      key.starts_with("agent") ? "@/one" : "@/other", "--created",
                                      "2026-11-24T00:00:00Z"});
        ASSERT_EQ(packed.code, 0) << packed.err;
    }
    EXPECT_EQ(desk.read("one/letter.tar"), desk.read("other/letter.tar"));
    EXPECT_EQ(test::snapshot(desk.path("one/letter.custody")),
              test::snapshot(desk.path("other/letter.custody")));
}

TEST_F(AgentDesk, SealsTogetherWithFiles) {
    const auto packed = desk.run({"pack", "@/in/letter.txt", "-k", "@/keys/archivist.key", "-k",
                                  "agent:SHA256:", "-o", "@/out"});
    ASSERT_EQ(packed.code, 0) << packed.err;
    trust_anna();
    desk.write("trust", desk.read("trust") + test::trust_lines({"archivist"}));
    EXPECT_EQ(desk.run({"verify", "@/out/letter.tar", "-t", "@/trust"}).code, 0);
}

TEST_F(AgentDesk, SealsManyPackagesAtATime) {
    for (char name = 'a'; name < 'm'; ++name)
        desk.write(std::string("many/") + name + ".txt", std::string("Dear ") + name + ",\n");
    const auto packed =
        desk.run({"pack", "@/many", "--each", "-k", "agent:", "-o", "@/out", "--jobs", "8"});
    ASSERT_EQ(packed.code, 0) << packed.err;
    trust_anna();
    std::vector<std::string> verify{"verify", "-t", "@/trust"};
    for (const auto& file : fs::directory_iterator(desk.path("out")))
        if (file.path().extension() == ".tar") verify.push_back(file.path().string());
    EXPECT_EQ(verify.size(), 3U + 12U);
    EXPECT_EQ(desk.run(verify).code, 0);
}

TEST_F(AgentDesk, TakesStepsOfTheCustody) {
    ASSERT_EQ(desk.run({"pack", "@/in/letter.txt", "-k", "agent:", "-o", "@/out"}).code, 0);
    trust_anna();
    desk.write("trust", desk.read("trust") + test::trust_lines({"registrar"}));
    desk.variables["XDG_STATE_HOME"] = desk.path("state");
    for (const std::vector<std::string>& step :
         {std::vector<std::string>{"note", "moved"},
          {"fixity"},
          {"replicate", "--at", "shelf 12"},
          {"release", "--to", "registrar@example.org", "--yes"},
          {"cancel"}}) {
        std::vector<std::string> words{"custody", step.front(), "@/out/letter.tar"};
        words.insert(words.end(), step.begin() + 1, step.end());
        words.insert(words.end(), {"-t", "@/trust", "-k", "agent:"});
        const auto said = desk.run(words);
        EXPECT_EQ(said.code, 0) << step.front() << ": " << said.err;
    }
}

/// The other side of a hand-over, and what only a holder can say.
TEST_F(AgentDesk, ReceivesAndDetermines) {
    desk.pack_letters();
    trust_anna();
    desk.write("trust", desk.read("trust") + test::trust_lines({"archivist"}));
    desk.variables["XDG_STATE_HOME"] = desk.path("state");
    const auto step = [this](std::vector<std::string> words) {
        words.insert(words.begin(), "custody");
        words.insert(words.begin() + 2, "@/out/letters.tar");
        words.insert(words.end(), {"-t", "@/trust"});
        const auto said = desk.run(words);
        EXPECT_EQ(said.code, 0) << words[1] << ": " << said.err;
    };
    step({"release", "--to", "anna@example.org", "--yes", "-k", "@/keys/archivist.key"});
    step({"receive", "-k", "agent:"});
    step({"determine", "--on", "2026-11-24", "--by", "Anna", "--how", "a search", "--what",
          "public domain", "-k", "agent:"});
    const auto verified = desk.run({"verify", "@/out/letters.tar", "-t", "@/trust"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    EXPECT_THAT(verified.out, HasSubstr("received by anna@example.org"));
}

TEST_F(AgentDesk, ShowsAndExportsItsKeys) {
    const std::string fingerprint = add_key("berta");
    const auto shown = desk.run({"key", "show", "agent:" + fingerprint.substr(0, 20)});
    EXPECT_EQ(shown.code, 0);
    EXPECT_EQ(shown.out, "256 " + fingerprint + " berta@example.org (ED25519)\n");
    const auto line = desk.run({"key", "export", "agent:berta@example.org"});
    EXPECT_EQ(line.out, desk.run({"key", "export", "@/berta.pub"}).out);
}

TEST_F(AgentDesk, MustBeToldWhichOfItsKeysIsMeant) {
    const std::string berta = add_key("berta");
    const auto said = desk.run({"key", "show", "agent:"});
    EXPECT_EQ(said.code, 64);
    EXPECT_THAT(said.err, HasSubstr("several keys"));
    EXPECT_THAT(said.err, HasSubstr(berta + " berta@example.org (ssh-ed25519)\n"));
    EXPECT_THAT(said.err, HasSubstr("anna@example.org"));
}

TEST_F(AgentDesk, ListsWhatItHasWhereAKeyIsNot) {
    const auto said = desk.run({"key", "show", "agent:SHA256:none"});
    EXPECT_EQ(said.code, 66);
    EXPECT_THAT(said.err, HasSubstr("no key 'SHA256:none'; it has:"));
    EXPECT_THAT(said.err, HasSubstr("anna@example.org (ssh-ed25519)"));
}

TEST_F(AgentDesk, NamesKeysThatAreOfNoUse) {
    add_key("rosa", {"-t", "rsa", "-b", "2048"});
    const auto said = desk.run({"pack", "@/in", "-k", "agent:rosa@example.org", "-o", "@/out"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, HasSubstr("of type ssh-rsa"));
    EXPECT_EQ(desk.run({"key", "show", "agent:"}).code, 0) << "the only key of use is meant";
}

TEST_F(AgentDesk, ThatIsLockedSaysSo) {
    agent_->add({"-D"});
    const auto said = desk.run({"pack", "@/in", "-k", "agent:", "-o", "@/out"});
    EXPECT_EQ(said.code, 66);
    EXPECT_THAT(said.err, HasSubstr("has no keys, or is locked"));
    EXPECT_FALSE(desk.has("out/in.tar"));
}

TEST_F(AgentDesk, OpensWhatOnlyOpensshOpens) {
    const auto made = run_program({"ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-a", "1",
                                   "-f", desk.path("carla"), "-C", "carla@example.org"});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto refused = desk.run({"pack", "@/in", "-k", "@/carla", "-o", "@/out"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("ssh-add"));
    EXPECT_THAT(refused.err, HasSubstr("-k agent:SHA256:"));
}

TEST(Agent, HasToBeThere) {
    Desk desk;
    const auto none = desk.run({"key", "show", "agent:"});
    EXPECT_EQ(none.code, 64);
    EXPECT_THAT(none.err, HasSubstr("SSH_AUTH_SOCK is not set"));
    desk.variables["SSH_AUTH_SOCK"] = desk.path("none");
    const auto gone = desk.run({"key", "show", "agent:"});
    EXPECT_EQ(gone.code, 66);
    EXPECT_THAT(gone.err, HasSubstr("@/none: no agent answers"));
}

/// A package is not begun, or not left half, where the agent fails.
TEST(Agent, ThatEndsMidwayLeavesNothingBehind) {
    Desk desk;
    desk.write("in/letter.txt", "Dear Helena,\n");
    const test::FakeAgent fake(desk.path("s"), test::agent_holding("archivist", 1));
    desk.variables["SSH_AUTH_SOCK"] = desk.path("s");
    const auto said = desk.run({"pack", "@/in", "-k", "agent:fake", "-o", "@/out"});
    EXPECT_EQ(said.code, 66) << said.err;
    EXPECT_THAT(said.err, HasSubstr("the agent does not sign"));
    EXPECT_TRUE(!desk.has("out") || fs::is_empty(desk.path("out")));
}

/// The journal has the event before it is signed: it can be repeated, and not be contradicted.
TEST(Agent, ThatRefusesAStepIsAskedForTheSameAgain) {
    Desk desk;
    test::ready(desk);
    const test::FakeAgent fake(desk.path("s"), test::agent_holding("archivist", 1));
    desk.variables["SSH_AUTH_SOCK"] = desk.path("s");
    const auto note = [&desk](const std::string& words) {
        return desk.run({"custody", "note", "@/out/letters.tar", "-t", "@/trust", "-k",
                         "agent:fake", "--principal", "archivist@example.org", words});
    };
    const auto before = test::snapshot(desk.path("out"));
    EXPECT_EQ(note("moved").code, 66);
    EXPECT_EQ(test::snapshot(desk.path("out")), before);
    const auto other = note("lost");
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(other.err, HasSubstr("Repeat that step as it was"));
    const auto again = note("moved");
    EXPECT_EQ(again.code, 0) << again.err;
}

}  // namespace
}  // namespace solander
