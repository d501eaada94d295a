// SPDX-License-Identifier: Apache-2.0
// What src says in codes, `solander explain` knows, and nothing else.
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <solander/finding.h>
#include <solander/remark.h>

#include "support/scratch.h"
#include "support/shared.h"

namespace solander {
namespace {

/// Texts of the form of a code that are none.
const std::set<std::string>& no_codes() {
    static const std::set<std::string> kWords = {
        // names of files
        "0001-seal.xml", "bag-info.txt", "bagit.txt", "license.txt", "manifest.xml", "metadata.csv",
        "rights.csv",
        // names of sites
        "digitalarchive.wilsoncenter.org", "schema.org",
        // elements of DSpace
        "contributor.advisor", "contributor.author", "contributor.editor",
        "contributor.illustrator", "contributor.other", "coverage.spatial", "date.created",
        "date.issued", "description.abstract", "description.provenance", "description.sponsorship",
        "description.tableofcontents", "format.extent", "language.iso", "rights.holder",
        "rights.license", "rights.uri", "title.alternative",
        // a version
        "1.0"};
    return kWords;
}

/// Each text in quotes that is a code by its form, or that ends with one in parentheses, and the
/// file that it is in.
std::map<std::string, std::string> said_in(const std::string& path, const std::string& text) {
    static const std::regex kTexts(R"re("((?:[^"\\\n]|\\.)*)")re");
    static const std::regex kCode(R"re([a-z0-9-]+(\.[a-z0-9-]+)+)re");
    static const std::regex kAtTheEnd(R"re(\(([a-z0-9-]+(?:\.[a-z0-9-]+)+)\))re");
    std::map<std::string, std::string> said;
    for (std::sregex_iterator at(text.begin(), text.end(), kTexts), end; at != end; ++at) {
        const std::string words = (*at)[1];
        std::smatch found;
        if (std::regex_match(words, kCode)) said.emplace(words, path);
        if (std::regex_search(words, found, kAtTheEnd)) said.emplace(found[1], path);
    }
    return said;
}

/// Of all that reads, edits and packs records.
std::map<std::string, std::string> said_in_sources() {
    std::map<std::string, std::string> said;
    for (const char* module : {"metadata", "pack", "table"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(test::source_root() / "src" / module)) {
            const auto extension = entry.path().extension();
            if (extension == ".cpp" || extension == ".h")
                said.merge(said_in(entry.path().string(), test::read_file(entry.path())));
        }
    return said;
}

TEST(RemarkCodes, AreToldOfWhereverTheyAreSaid) {
    for (const auto& [code, path] : said_in_sources())
        EXPECT_TRUE(find_remark(code) != nullptr || no_codes().contains(code))
            << path << " says '" << code
            << "', which `solander explain` does not know: give it a row in src/model/*_codes.h";
}

TEST(RemarkCodes, AreSaidSomewhere) {
    const auto said = said_in_sources();
    for (const RemarkInfo& info : all_remarks())
        EXPECT_TRUE(said.contains(std::string(info.id))) << info.id;
    for (const auto& word : no_codes()) EXPECT_TRUE(said.contains(word)) << word;
}

TEST(RemarkCodes, AreFoundInTexts) {
    const auto said = said_in("a.cpp", R"re(f("a.b-c", "names '{}' (d.e)");
                                            g("A.b", "a.", "x (y)", "\"q.r\"", "s.t.u");)re");
    std::set<std::string> codes;
    for (const auto& [code, path] : said) codes.insert(code);
    EXPECT_EQ(codes, (std::set<std::string>{"a.b-c", "d.e", "s.t.u"}));
}

TEST(RemarkCodes, AreNoneOfFindings) {
    for (const RemarkInfo& info : all_remarks()) EXPECT_EQ(find_code(info.id), nullptr) << info.id;
}

TEST(RemarkCodes, AreFoundByTheirWholeName) {
    for (const RemarkInfo& info : all_remarks()) EXPECT_EQ(find_remark(info.id), &info) << info.id;
    EXPECT_EQ(find_remark("records"), nullptr);
    EXPECT_EQ(find_remark(""), nullptr);
}

}  // namespace
}  // namespace solander
