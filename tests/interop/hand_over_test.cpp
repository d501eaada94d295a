// SPDX-License-Identifier: Apache-2.0
// Programs that we did not write agree with us about a history with events of every type.
#include "support/hand_over.h"

#include <filesystem>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "support/process.h"
#include "support/shared.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::run_program;

class HandOverTools : public testing::Test {
protected:
    HandOverTools() {
        letters_.note("archivist", "moved to the cold store");
        const auto& world = letters_.environment();
        const RightsDecision decision{.date = "2026-11-30",
                                      .document = "d1",
                                      .covers = RightsCovers::original,
                                      .jurisdiction = "CZ",
                                      .uri = "http://rightsstatements.org/vocab/NoC-OKLR/1.0/",
                                      .by = "J. Novak",
                                      .how = "a search in the register of deaths",
                                      .what = "in the public domain"};
        static_cast<void>(determine_rights(letters_.step({"archivist"}), decision, world));
        static_cast<void>(check_fixity(letters_.step({"archivist", "repository"}), "", world));
        static_cast<void>(record_replica(letters_.step({"archivist"}), "vault B", "", world));
        letters_.release("archivist", "registrar");
        letters_.cancel("archivist");
        letters_.confirm("registrar");
        letters_.release("archivist", "registrar");
        letters_.refuse("registrar");
        letters_.release("archivist", "registrar");
        const auto received = receive_package(letters_.step({"registrar"}), {}, world);
        if (received) receipt_ = received->receipt;
    }

    std::vector<fs::path> files(std::string_view ending) const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(letters_.custody()))
            if (entry.path().string().ends_with(ending)) found.push_back(entry.path());
        return found;
    }

    test::HandOver letters_;
    std::string receipt_;
};

TEST_F(HandOverTools, XmllintFindsEveryEventValid) {
    SOLANDER_NEEDS("xmllint");
    EXPECT_EQ(files(".xml").size(), 12U);
    for (const auto& event : files(".xml")) {
        const auto done =
            run_program({"xmllint", "--nonet", "--noout", "--schema",
                         (test::source_root() / "schemas/custody-1.xsd").string(), event.string()});
        EXPECT_EQ(done.status, 0) << done.err;
    }
}

TEST_F(HandOverTools, SshKeygenVerifiesEverySignature) {
    SOLANDER_NEEDS("ssh-keygen");
    EXPECT_EQ(files(".sig").size(), 13U);
    const auto trust = (letters_.scratch() / "trust").string();
    for (const auto& signature : files(".sig")) {
        const std::string event = signature.string().substr(0, signature.string().size() - 21);
        auto who = run_program({"ssh-keygen", "-Y", "find-principals", "-f", trust, "-s",
                                signature.string()})
                       .out;
        who = who.substr(0, who.find('\n'));
        const auto done = run_program({"ssh-keygen", "-Y", "verify", "-f", trust, "-I", who, "-n",
                                       "custody@solander", "-s", signature.string()},
                                      {.input = test::read_file(event)});
        EXPECT_EQ(done.status, 0) << signature << done.out << done.err;
    }
}

TEST_F(HandOverTools, Sha256sumChecksTheReceipt) {
    SOLANDER_NEEDS("sha256sum");
    test::write_file(letters_.scratch() / "a/letters.receipt", receipt_);
    const auto check = [this] {
        return run_program({"sha256sum", "--strict", "-c", "letters.receipt"},
                           {.directory = letters_.scratch() / "a"});
    };
    const auto done = check();
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(done.out, "letters.custody/0012-receipt.xml: OK\n");
    test::write_file(letters_.custody() / "0012-receipt.xml", "<receipt/>");
    EXPECT_NE(check().status, 0);
}

TEST_F(HandOverTools, TheStepsOfVerifyTxtPass) {
    SOLANDER_NEEDS("ssh-keygen");
    SOLANDER_NEEDS("sha256sum");
    std::istringstream text(test::read_file(letters_.custody() / "VERIFY.txt"));
    std::string commands;
    for (std::string line; std::getline(text, line);)
        if (line.starts_with("$ ") || line.starts_with("> ")) commands += line.substr(2) + "\n";
    const auto done =
        run_program({"sh", "-c", commands},
                    {.directory = letters_.scratch() / "a",
                     .environment = {{"NAME", "letters"},
                                     {"SIGNERS", (letters_.scratch() / "trust").string()}}});
    EXPECT_EQ(done.status, 0) << done.out << done.err;
    EXPECT_NE(done.out.find("Every step passed."), std::string::npos);
    EXPECT_EQ(letters_.verdict(), "PASSED");
}

}  // namespace
}  // namespace solander
