// SPDX-License-Identifier: Apache-2.0
// Each check complains of the trees that it is there for, and of no good one.
#include <gmock/gmock.h>

#include "arch/checks.h"

namespace solander::arch {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kSpdx = "// SPDX-License-Identifier: Apache-2.0\n";
const std::string kHashSpdx = "# SPDX-License-Identifier: Apache-2.0\n";
const std::string kHeader = kSpdx + "#pragma once\n";

constexpr std::string_view kLayers = R"(
[modules]
public:         | expected
base:           | fmt
verify:         base | fmt
verify/checks:  base verify |
cli:            verify |
[libraries]
expected:  tl/expected.hpp
fmt:       fmt/
sodium:    sodium.h
[forbidden in the library]
std::cout printf( | prints
std::jthread | makes threads
throw | throws
[forbidden everywhere]
system( | runs a shell
[tolerated]
src/base/parallel.cpp: std::jthread
)";

Tree good_tree() {
    return {
        {"include/solander/error.h", kHeader + "#include <string>\n#include <tl/expected.hpp>\n"},
        {"src/CMakeLists.txt", kHashSpdx +
                                   "target_sources(x FILES ${ROOT}/include/solander/error.h)\n"
                                   "add_subdirectory(base)\nadd_subdirectory(verify)\n"
                                   "add_subdirectory(cli)\n"},
        {"src/base/CMakeLists.txt",
         kHashSpdx + "target_sources(solander PRIVATE\n    hex.cpp\n    parallel.cpp)\n"},
        {"src/base/hex.h", kHeader + "#include <solander/error.h>\n"},
        {"src/base/hex.cpp", kSpdx + "#include \"base/hex.h\"\n\n#include <fmt/format.h>\n"},
        {"src/base/parallel.cpp", kSpdx + "std::vector<std::jthread> threads;\n"},
        {"src/verify/CMakeLists.txt", kHashSpdx + "add_subdirectory(checks)\n"},
        {"src/verify/check.h", kHeader + "#include \"base/hex.h\"\n"},
        {"src/verify/checks/CMakeLists.txt",
         kHashSpdx + "solander_registry(solander checks NAMESPACE x TYPE Check\n"
                     "    HEADER verify/check.h ENTRIES\n    digests)\n"},
        {"src/verify/checks/digests.cpp", kSpdx + "#include \"verify/check.h\"\n"},
        {"src/cli/CMakeLists.txt", kHashSpdx + "add_executable(solander_tool main.cpp)\n"},
        {"src/cli/main.cpp", kSpdx + "int main() { std::cout << 1; }  // not the library\n"},
        {"scripts/test", "#!/usr/bin/env bash\n" + kHashSpdx},
    };
}

Complaints run(const Check& check, const Tree& tree, std::string_view layers = kLayers) {
    return check.run(tree, parse_layers(layers));
}

TEST(GoodTree, HasNoComplaints) {
    for (const auto& check : kChecks) EXPECT_THAT(run(check, good_tree()), IsEmpty()) << check.name;
}

struct BadFile {
    std::string_view name;
    Complaints (*check)(const Tree&, const Layers&) = nullptr;
    std::string path;
    std::string text;  // put in the good tree at `path`
    std::string complaint;
};

void PrintTo(const BadFile& bad, std::ostream* out) {
    *out << bad.name;
}

std::string bad_file_name(const testing::TestParamInfo<BadFile>& info) {
    return std::string(info.param.name);
}

class BadTree : public testing::TestWithParam<BadFile> {};

TEST_P(BadTree, IsComplainedOf) {
    auto tree = good_tree();
    tree[GetParam().path] = GetParam().text;
    EXPECT_THAT(GetParam().check(tree, parse_layers(kLayers)),
                Contains(HasSubstr(GetParam().complaint)));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Includes, BadTree, testing::Values(
    BadFile{"UpwardInclude", check_layers, "src/base/hex.cpp",
            kSpdx + "#include \"base/hex.h\"\n#include \"verify/check.h\"\n",
            "src/base/hex.cpp:3: verify/check.h: base may not know verify"},
    BadFile{"IncludeOfAModuleNotNamed", check_layers, "src/cli/main.cpp",
            "#include \"base/hex.h\"\n", "src/cli/main.cpp:1: base/hex.h: cli may not know base"},
    BadFile{"PlugInIncludedFromOutside", check_layers, "src/verify/check.h",
            kHeader + "#include \"verify/checks/helper.h\"\n", "verify may not know verify/checks"},
    BadFile{"LibraryOutsideItsModule", check_layers, "src/verify/check.h",
            kHeader + "#include <sodium.h>\n", "src/verify/check.h:3: sodium.h: verify may not use sodium"},
    BadFile{"UnknownLibrary", check_layers, "src/base/hex.cpp", "#include <curl/curl.h>\n",
            "curl/curl.h: belongs to no library"},
    BadFile{"CHeader", check_layers, "src/base/hex.cpp", "#include <stdio.h>\n",
            "stdio.h: belongs to no library"},
    BadFile{"IncludeWithoutItsModule", check_layers, "src/base/hex.cpp", "#include \"hex.h\"\n",
            "give its path from src"},
    BadFile{"PublicHeaderThatIncludesOurOwn", check_layers, "include/solander/error.h",
            kHeader + "#include \"base/hex.h\"\n", "public may not know base"},
    BadFile{"PublicHeaderThatIncludesALibrary", check_layers, "include/solander/error.h",
            kHeader + "#include <fmt/format.h>\n", "public may not use fmt"},
    BadFile{"DirectoryThatIsNoModule", check_layers, "src/utils/string.h", kHeader,
            "src/utils/string.h: its directory is no module"},
    BadFile{"FileAboveTheModules", check_layers, "src/main.cpp", kSpdx, "src/main.cpp: its directory"},
    BadFile{"OwnHeaderAfterAnother", check_own_header_first, "src/base/hex.cpp",
            "#include <string>\n\n#include \"base/hex.h\"\n",
            "src/base/hex.cpp: does not include \"base/hex.h\" first"}
), bad_file_name);

INSTANTIATE_TEST_SUITE_P(Words, BadTree, testing::Values(
    BadFile{"Print", check_words, "src/base/hex.cpp", "void f() {\n    std::cout << 1;\n}\n",
            "src/base/hex.cpp:2: std::cout prints"},
    BadFile{"PrintInAPublicHeader", check_words, "include/solander/error.h", "inline void f() { printf(\"\"); }\n",
            "include/solander/error.h:1: printf( prints"},
    BadFile{"ThreadElsewhere", check_words, "src/base/hex.cpp", "std::jthread thread;\n",
            "src/base/hex.cpp:1: std::jthread makes threads"},
    BadFile{"ShellInTheTool", check_words, "src/cli/main.cpp", "int main() { return system(\"ls\"); }\n",
            "src/cli/main.cpp:1: system( runs a shell"},
    BadFile{"ToleranceNoLongerNeeded", check_words, "src/base/parallel.cpp", "// std::jthread\n",
            "docs/layers.txt: src/base/parallel.cpp no longer uses std::jthread"},
    BadFile{"Throw", check_words, "src/base/hex.cpp", "    throw 1;\n", "throw throws"}
), bad_file_name);

INSTANTIATE_TEST_SUITE_P(BuildLists, BadTree, testing::Values(
    BadFile{"SourceNotListed", check_build_lists, "src/base/base64.cpp", kSpdx,
            "src/base/base64.cpp: no CMakeLists.txt above names it"},
    BadFile{"SourceListedInACommentOnly", check_build_lists, "src/base/CMakeLists.txt",
            "target_sources(solander PRIVATE hex.cpp)  # parallel.cpp\n",
            "src/base/parallel.cpp: no CMakeLists.txt above names it"},
    BadFile{"PlugInNotListed", check_build_lists, "src/verify/checks/chain.cpp", kSpdx,
            "src/verify/checks/chain.cpp: is not among the ENTRIES of src/verify/checks/CMakeLists.txt"},
    BadFile{"PlugInListedAsASource", check_build_lists, "src/verify/checks/CMakeLists.txt",
            "target_sources(solander PRIVATE digests.cpp)\n", "src/verify/checks/digests.cpp: is not among"},
    BadFile{"PublicHeaderNotInstalled", check_build_lists, "include/solander/verify.h", kHeader,
            "include/solander/verify.h: is not among the headers"},
    BadFile{"TestNotListed", check_build_lists, "tests/unit/hex_test.cpp", kSpdx,
            "tests/unit/hex_test.cpp: no CMakeLists.txt above names it"},
    BadFile{"DirectoryNotAdded", check_build_lists, "src/report/CMakeLists.txt", kHashSpdx,
            "src/report/CMakeLists.txt: no CMakeLists.txt above adds its directory"}
), bad_file_name);

INSTANTIATE_TEST_SUITE_P(Form, BadTree, testing::Values(
    BadFile{"NoLicence", check_form, "src/base/hex.cpp", "int x;\n", "src/base/hex.cpp: does not begin with its SPDX"},
    BadFile{"AnotherLicence", check_form, "src/base/hex.cpp", "// SPDX-License-Identifier: MIT\n", "does not begin"},
    BadFile{"ScriptWithoutLicence", check_form, "scripts/test", "#!/bin/sh\nexit 0\n", "scripts/test: does not begin"},
    BadFile{"BuildFileWithoutLicence", check_form, "tests/CMakeLists.txt", "", "tests/CMakeLists.txt: does not begin"},
    BadFile{"NoPragmaOnce", check_form, "src/base/hex.h", kSpdx, "src/base/hex.h: has no #pragma once"},
    BadFile{"LongFile", check_form, "src/base/hex.cpp", kSpdx + std::string(800, '\n'), "has 801 lines; 800 is the most"},
    BadFile{"LongTest", check_form, "tests/unit/hex_test.cpp", kSpdx + std::string(800, '\n'), "has 801 lines"},
    BadFile{"LongPublicHeader", check_form, "include/solander/error.h", kHeader + std::string(149, '\n'),
            "has 151 lines; 150 is the most"}
), bad_file_name);

INSTANTIATE_TEST_SUITE_P(Remarks, BadTree, testing::Values(
    BadFile{"TodoWithoutIssue", check_remarks, "src/base/hex.cpp", "\n// TODO: upper case\n",
            "src/base/hex.cpp:2: name the issue"},
    BadFile{"Fixme", check_remarks, "scripts/test", "# FIXME\n", "scripts/test:1: write TODO(#12)"},
    BadFile{"NolintOfEverything", check_remarks, "src/base/hex.cpp", "f();  // NOLINT\n", "name the check and the reason"},
    BadFile{"NolintWithoutReason", check_remarks, "src/base/hex.cpp", "f();  // NOLINT(misc-x)\n", "name the check"}
), bad_file_name);
// clang-format on

TEST(Remarks, MayStandWithTheirReasons) {
    auto tree = good_tree();
    tree["src/base/hex.cpp"] =
        "// TODO(#12): upper case\n"
        "f();  // NOLINT(cert-err34-c): the text is our own\n"
        "// NOLINTBEGIN(misc-x,misc-y): a table\n"
        "// NOLINTEND(misc-x,misc-y)\n";
    EXPECT_THAT(check_remarks(tree, {}), IsEmpty());
}

TEST(Words, DoNotCountInCommentsAndTexts) {
    auto tree = good_tree();
    tree["src/base/hex.cpp"] =
        "// std::cout, never\n/* nor\n   printf( */\n"
        "const char* text = \"std::cout \\\" printf(\";\n"
        "const char* raw = R\"x(throw )\" throw)x\";\n"
        "int rethrow = 1'000; char quote = '\"'; int my_printf(int throw_at);\n";
    EXPECT_THAT(check_words(tree, parse_layers(kLayers)), IsEmpty());
}

TEST(Words, MayNotBeToleratedInAFileThatIsGone) {
    auto tree = good_tree();
    tree.erase("src/base/parallel.cpp");
    EXPECT_THAT(check_words(tree, parse_layers(kLayers)),
                Contains(HasSubstr("tolerates words in src/base/parallel.cpp")));
}

struct BadLayers {
    std::string_view name;
    std::string_view text;
    std::string_view complaint;
};

void PrintTo(const BadLayers& bad, std::ostream* out) {
    *out << bad.name;
}

std::string bad_layers_name(const testing::TestParamInfo<BadLayers>& info) {
    return std::string(info.param.name);
}

class LayersFile : public testing::TestWithParam<BadLayers> {};

TEST_P(LayersFile, IsComplainedOf) {
    EXPECT_THAT(check_layers({}, parse_layers(GetParam().text)),
                Contains(HasSubstr(std::string(GetParam().complaint))));
}

INSTANTIATE_TEST_SUITE_P(
    Bad, LayersFile,
    testing::Values(
        BadLayers{"UpwardPermission", "[modules]\nbase: verify |\nverify: |\n",
                  "docs/layers.txt:2: 'verify' is not above"},
        BadLayers{"PermissionOfItself", "[modules]\nbase: base |\n", "'base' is not above"},
        BadLayers{"LibraryWithoutHeaders", "[modules]\nbase: | fmt\n",
                  "'fmt' of base is not under [libraries]"},
        BadLayers{"LineWithoutSection", "base: |\n", "docs/layers.txt:1: is of no known form"},
        BadLayers{"UnknownSection", "[colours]\nred\n", "docs/layers.txt:2: is of no known form"},
        BadLayers{"ModuleWithoutLibraries", "[modules]\nbase: crypto\n", "is of no known form"},
        BadLayers{"WordWithoutReason", "[forbidden everywhere]\nsystem(\n", "is of no known form"}),
    bad_layers_name);

}  // namespace
}  // namespace solander::arch
