// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/scratch.h"
#include "support/world.h"

namespace solander::test {

/// A request of the fixtures' archivist, to which a test gives inputs; output is `out`, name `p`.
class Packing : public testing::Test {
protected:
    Packing() {
        request_.sealers.push_back({key_, "archivist@example.org"});
        request_.created = *Timestamp::parse("2026-11-24T00:00:00Z");
        request_.sync = false;
        write_file(scratch_ / "trust", trust_lines({"archivist"}));
    }

    Result<Packed> pack() { return make_package(request_, world_.environment); }

    /// Packs and verifies; the paths and original names of the files, a line each.
    std::string packed_files() {
        const auto packed = pack();
        EXPECT_TRUE(packed.has_value()) << packed.error().message();
        if (!packed) return {};
        const auto report =
            verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
        EXPECT_TRUE(report.has_value() && report->verdict == Verdict::passed);
        std::string lines;
        for (const auto& file : report->manifest()->files)
            lines += file.path.str() +
                     (file.original_name.empty() ? "" : " was " + file.original_name) + "\n";
        return lines;
    }

    /// The message of the error that packing ends with, which must be of this code.
    std::string refused(ErrorCode code) {
        const auto packed = pack();
        EXPECT_FALSE(packed.has_value());
        if (packed) return {};
        EXPECT_EQ(packed.error().code(), code) << packed.error().message();
        return packed.error().message();
    }

    /// The notes, one a line.
    static std::string notes(const Packed& packed) {
        std::string lines;
        for (const auto& note : packed.notes) lines += note + "\n";
        return lines;
    }

    Scratch scratch_;
    World world_;
    SigningKey key_ = fixture_key("archivist");
    PackRequest request_{.inputs = {}, .output = scratch_ / "out", .name = "p"};
};

}  // namespace solander::test
