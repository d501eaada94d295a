// SPDX-License-Identifier: Apache-2.0
// The set that make_tampered writes, each package of it verified by the tool itself as people do.
#include "tampered_set.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "matrix.h"
#include "support/process.h"
#include "support/sanitized.h"

namespace solander::test {
namespace {

using nlohmann::json;

std::string codes_in(const json& package) {
    std::vector<std::string> seen;
    std::string all;
    for (const auto& finding : package.at("findings")) {
        const auto code = finding.at("code").get<std::string>();
        if (std::find(seen.begin(), seen.end(), code) != seen.end()) continue;
        seen.push_back(code);
        all += (all.empty() ? "" : " ") + code;
    }
    return all;
}

std::string layers_in(const json& package) {
    std::string letters;
    for (const char* layer : {"container", "integrity", "authenticity", "custody", "metadata"})
        letters += static_cast<char>(package.at("layers").at(layer).get<std::string>().front() -
                                     'a' + 'A');
    return letters;
}

/// 1 if one failed, 2 if one could not be decided, as docs/exit-codes.md has it.
int exit_of(const std::vector<TamperedPackage>& packages) {
    const auto has = [&packages](Verdict verdict) {
        return std::ranges::any_of(
            packages, [verdict](const auto& package) { return package.verdict == verdict; });
    };
    return has(Verdict::failed) ? 1 : has(Verdict::indeterminate) ? 2 : 0;
}

void expect_of(const std::filesystem::path& folder, const std::vector<TamperedPackage>& packages) {
    std::vector<std::string> command{solander_tool(), "verify"};
    for (const auto& package : packages) command.push_back(package.path);
    const auto& options = packages.front().options;
    command.insert(command.end(), options.begin(), options.end());
    command.insert(command.end(), {"--format", "json", "--jobs", "1"});
    const auto done = run_program(
        command, {.directory = folder, .environment = {{"XDG_CONFIG_HOME", folder.string()}}});
    EXPECT_EQ(done.status, exit_of(packages)) << done.err;
    const json said = json::parse(done.out, nullptr, false);
    ASSERT_TRUE(said.is_object()) << done.out << done.err;
    const json& reports = said.at("packages");
    ASSERT_EQ(reports.size(), packages.size());
    for (std::size_t i = 0; i < packages.size(); ++i) {
        SCOPED_TRACE(packages[i].path);
        EXPECT_EQ(codes_in(reports[i]), packages[i].codes) << done.out;
        EXPECT_EQ(layers_in(reports[i]), packages[i].layers);
    }
}

/// Another custody, another copy of it, or an attestation is of one package.
bool is_of_one_package(const TamperedPackage& package) {
    return std::ranges::any_of(package.options, [](const std::string& option) {
        return option == "--custody" || option == "--compare" || option == "--attestation";
    });
}

TEST(TamperedSet, IsToldByTheToolAsTheMatrixSays) {
    SOLANDER_NEEDS("tar");
    const Scratch scratch;
    const auto set = write_tampered_set(scratch / "set");
    std::map<std::string, std::vector<TamperedPackage>> by_row;
    for (const auto& package : set) by_row[package.row].push_back(package);
    EXPECT_GE(by_row.size(), 500U);
    // The same rows are asked in this process, too; with a sanitizer the tool takes long to start.
    const std::size_t step = kIsSanitized ? 10 : 1;
    std::size_t number = 0;
    for (const auto& [row, packages] : by_row) {
        if (number++ % step != 0) continue;
        SCOPED_TRACE(row);
        const auto folder = scratch / "set" / row;
        if (!is_of_one_package(packages.front())) {
            expect_of(folder, packages);
            continue;
        }
        for (const auto& package : packages) expect_of(folder, {package});
    }
    std::istringstream table(read_file(scratch / "set/expected.tsv"));
    std::size_t lines = 0;
    for (std::string line; std::getline(table, line); ++lines)
        EXPECT_EQ(std::ranges::count(line, '\t'), 10) << line;
    EXPECT_EQ(lines, set.size() + 1);
}

}  // namespace
}  // namespace solander::test
