// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "crypto/digest_stream.h"
#include "custody/verify_text.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

TEST(Readme, HasAnExampleThatPacksAndVerifies) {
    const test::Scratch scratch;
    for (const std::string file : {"archivist.key", "archivist.pub"})
        test::write_file(scratch / file,
                         test::read_file(test::source_root() / "fixtures/keys" / file));
    test::write_file(scratch / "letters/1.txt", "Dear Helena,\n");
    test::write_file(scratch / "allowed_signers", test::trust_lines({"archivist"}));
    const auto done = test::run_program({SOLANDER_README_EXAMPLE}, {.directory = scratch.path()});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(done.out.substr(0, 7), "PASSED\n") << done.out;
}

TEST(FormatDocument, StatesTheDigestOfVerifyTxt) {
    const std::string text = test::read_file(test::source_root() / "docs/format.md");
    const std::string line =
        "VERIFY.txt sha256: " + crypto::sha256(base::as_bytes(custody::verify_text())).hex();
    EXPECT_NE(text.find(line), std::string::npos) << "it should be " << line;
}

}  // namespace
}  // namespace solander
