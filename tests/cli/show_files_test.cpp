// SPDX-License-Identifier: Apache-2.0
// What show and list say of the files of documents, to the letter: tests/cli/golden.
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "desk.h"
#include "schema.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Desk;

/// Two documents, one of which has pages that sort otherwise than they are numbered, and a file of
/// neither.
void pack_papers(Desk& desk) {
    desk.write("papers/back.tif", "back");
    desk.write("papers/front.tif", "front");
    desk.write("papers/front.txt", "Map of the harbour.\n");
    desk.write("papers/letter.txt", "Dear Helena,\n");
    desk.write("papers/loose.txt", "?");
    desk.write("records.csv",
               "document,files,role,order,title\n"
               "map,papers/front.tif|papers/back.tif|papers/front.txt,scan|scan|transcript,1|2|_,"
               "Map of the harbour\n"
               "papers/letter.txt,papers/letter.txt,original,,Letter to Helena\n");
    for (const char* name : {"papers/back.tif", "papers/front.tif", "papers/front.txt",
                             "papers/letter.txt", "papers/loose.txt", "records.csv"})
        std::filesystem::last_write_time(desk.path(name), std::filesystem::file_time_type{});
    // Without the audit, the identity does not depend on what rules there are.
    const auto said =
        desk.run({"pack", "@/papers", "--records", "@/records.csv", "-k", "@/keys/archivist.key",
                  "-o", "@/out", "--created", "2026-11-24T00:00:00Z", "--no-sync", "--no-audit"});
    if (said.code != 0) throw std::runtime_error(said.err);
}

struct Golden {
    const char* name;
    const char* file;
    std::vector<std::string> arguments;
};
void PrintTo(const Golden& golden, std::ostream* out) {
    *out << golden.name;
}
std::string golden_name(const testing::TestParamInfo<Golden>& test) {
    return test.param.name;
}

class FilesOfDocuments : public testing::TestWithParam<Golden> {};

TEST_P(FilesOfDocuments, AreSaidWithTheirRoleAndOrder) {
    Desk desk;
    pack_papers(desk);
    auto arguments = GetParam().arguments;
    arguments.insert(arguments.end(), {"@/out/papers.tar", "--trust", "@/trust"});
    const auto said = desk.run(arguments);
    ASSERT_EQ(said.code, 0) << said.err;
    const auto golden = test::source_root() / "tests/cli/golden" / GetParam().file;
    if (std::getenv("SOLANDER_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
        test::write_file(golden, said.out);
        GTEST_SKIP() << golden << " was written anew";
    }
    EXPECT_EQ(said.out, test::read_file(golden));
    if (golden.extension() == ".json" && test::has_schema_validator()) {
        EXPECT_TRUE(test::is_valid(said.out, "record-1.schema.json"));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Cli, FilesOfDocuments,
    testing::Values(Golden{"Show", "show.txt", {"show"}},
                    Golden{"ShowOneDocument", "show_one.txt", {"show", "--document", "d2"}},
                    Golden{"ShowInJson", "show.json", {"show", "-f", "json"}},
                    Golden{"ShowOneDocumentInJson",
                           "show_one.json",
                           {"show", "--document", "d2", "-f", "json"}},
                    Golden{"List", "list.txt", {"list", "-l"}},
                    Golden{"ListInJson", "list.json", {"list", "-f", "json"}}),
    golden_name);

}  // namespace
}  // namespace solander
