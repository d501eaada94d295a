// SPDX-License-Identifier: Apache-2.0
// What fuzzers ask of every input holds for those at hand, and for all that a fuzzer ever found.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "properties/input.h"
#include "properties/sample_package.h"
#include "properties/target.h"
#include "seeds/seeds.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& root) {
    std::vector<fs::path> files;
    if (!fs::exists(root)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::vector<std::string> all_targets() {
    std::vector<std::string> names;
    for (const Target* target : targets()) names.emplace_back(target->name);
    for (const metadata::Reader* reader : metadata::readers()) names.push_back(target_of(*reader));
    return names;
}

TEST(Fixtures, HaveThePropertiesThatFuzzersAskFor) {
    std::size_t asked = 0;
    for (const auto* folder : {"captures", "handover"}) {
        const fs::path root = test::source_root() / "fixtures" / folder;
        for (const auto& file : files_below(root)) {
            const std::string bytes = test::read_file(file);
            const auto path = "data/" + file.lexically_relative(root).generic_string();
            for (const auto& target : all_targets()) {
                ++asked;
                const bool is_of_file = target.starts_with("reader_") || target == "record_table";
                EXPECT_EQ(check(target, is_of_file ? input_of(path, bytes) : bytes), std::nullopt)
                    << target << ": " << path;
            }
        }
    }
    EXPECT_GT(asked, 800U);
}

/// Of readers and tables they are the fixtures, which were asked above.
TEST(Seeds, HaveThePropertiesThatFuzzersAskFor) {
    const auto seeds = all_seeds(test::source_root());
    for (const Target* target : targets()) {
        const auto inputs = seeds.inputs().find(std::string(target->name));
        ASSERT_NE(inputs, seeds.inputs().end()) << target->name << " has nothing to begin with";
        for (const auto& [name, input] : inputs->second)
            EXPECT_EQ(target->check(input), std::nullopt) << target->name << ": " << name;
    }
}

/// The parts of a package by themselves: what cannot be found by luck has to be among the seeds.
TEST(Seeds, HaveWhatEachTargetAccepts) {
    EXPECT_EQ(verify_as(As::file, sample_package().tar)->verdict, Verdict::passed);
    EXPECT_EQ(verify_as(As::pipe, sample_package().tar)->verdict, Verdict::passed);
    EXPECT_EQ(verify_as(As::file, sample_package().bundle, false)->verdict, Verdict::passed);
    EXPECT_EQ(verify_as(As::pipe, sample_package().bundle, false)->verdict, Verdict::passed);
    EXPECT_EQ(verify_as_proof(sample_proof())->verdict, Verdict::passed);
}

TEST(Found, BreaksNothingAnyMore) {
    // fuzz/found/TARGET/NAME
    for (const auto& file : files_below(test::source_root() / "fuzz" / "found")) {
        const std::string target = file.parent_path().filename().string();
        EXPECT_EQ(check(target, test::read_file(file)), std::nullopt) << file;
    }
}

}  // namespace
}  // namespace solander::fuzz
