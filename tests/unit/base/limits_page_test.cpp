// SPDX-License-Identifier: Apache-2.0
// docs/limits.md is true.
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::base {
namespace {

std::string bytes(std::uint64_t number) {
    const bool is_of_mebibytes = number >> 20 << 20 == number;
    return is_of_mebibytes ? fmt::format("{} MiB", number >> 20)
                           : fmt::format("{} KiB", number >> 10);
}

TEST(LimitsPage, StatesEachLimit) {
    // A limit that is added or taken away does not compile here.
    const auto [manifest, event, signature, key_file, trust_store, receipt, proof, capture, record,
                settings, agent_answer, agent_keys, xml_depth, signatures, custody_files,
                custody_bytes, directory_depth] = Limits{};
    const struct {
        std::string what;
        std::string most;
    } rows[] = {
        {"`manifest.xml`", bytes(manifest)},
        {"an event of the custody", bytes(event)},
        {"a signature file", bytes(signature)},
        {"signers of a manifest or an event", std::to_string(signatures)},
        {"levels of elements in a manifest or event", std::to_string(xml_depth)},
        {"files of a custody directory", std::to_string(custody_files)},
        {"a custody directory, all files together", bytes(custody_bytes)},
        {"directories within directories", std::to_string(directory_depth)},
        {"a capture in which quotes are looked up, or that a reader reads", bytes(capture)},
        {"a hand-over file or a record table", bytes(record)},
        {"a trust file", bytes(trust_store)},
        {"a key file", bytes(key_file)},
        {"an answer of an ssh-agent", bytes(agent_answer)},
        {"keys of an ssh-agent", std::to_string(agent_keys)},
        {"a file of receipts", bytes(receipt)},
        {"a proof of equivocation", bytes(proof)},
        {"`solander.toml`, a list of exceptions, a text that one of them names", bytes(settings)},
    };
    const std::string page = test::read_file(test::source_root() / "docs/limits.md");
    for (const auto& [what, most] : rows)
        EXPECT_NE(page.find("| " + what + " | " + most + " |"), std::string::npos)
            << what << ": " << most;
}

}  // namespace
}  // namespace solander::base
