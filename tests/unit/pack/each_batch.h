// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <solander/pack_each.h>
#include <solander/verify.h>

#include "packing.h"
#include "support/shared.h"

namespace solander::test {

/// Calls back at the two moments of a batch.
struct Watcher final : EachObserver {
    void planned(std::size_t count, const std::vector<std::string>& told) override {
        documents = count;
        notes = told;
        if (before) before();
    }
    void done(const EachOutcome& outcome) override {
        if (after) after(outcome);
    }

    std::size_t documents = 0;
    std::vector<std::string> notes;
    std::function<void()> before;
    std::function<void(const EachOutcome&)> after;
};

/// Packs what is below `in` as documents of their own, named after their files.
class EachBatch : public Packing {
protected:
    EachBatch() {
        request_.inputs = {scratch_ / "in"};
        request_.name = "{file}";
    }

    void file(const std::string& path, const std::string& text) const {
        write_file(scratch_ / "in" / path, text);
    }
    void capture(const std::string& path) const {
        file(path, read_file(source_root() / "fixtures/captures/crlf.txt"));
    }

    EachPacked each() {
        auto packed = pack_each({request_, &watcher_}, world_.environment);
        EXPECT_TRUE(packed.has_value()) << packed.error().message();
        return packed ? *std::move(packed) : EachPacked{};
    }

    std::string refused_each(ErrorCode code) {
        const auto packed = pack_each({request_, &watcher_}, world_.environment);
        EXPECT_FALSE(packed.has_value());
        if (packed) return {};
        EXPECT_EQ(packed.error().code(), code) << packed.error().message();
        return packed.error().message();
    }

    /// `document name status`, a line each.
    static std::string outcomes(const EachPacked& packed) {
        std::string lines;
        for (const auto& outcome : packed.outcomes)
            lines += outcome.document + " " + outcome.package.stem().string() + " " +
                     std::string(each_status_name(outcome.status)) + "\n";
        return lines;
    }

    static std::string reason(const EachPacked& packed, const std::string& document) {
        for (const auto& outcome : packed.outcomes)
            if (outcome.document == document && outcome.failure) return outcome.failure->message();
        return {};
    }

    /// The paths of a package that passes, one a line.
    std::string verified_files(const std::string& name) {
        const auto report = verify_package(scratch_ / "out" / (name + ".tar"),
                                           {.trust = scratch_ / "trust"}, world_.environment);
        EXPECT_TRUE(report.has_value()) << report.error().message();
        if (!report) return {};
        EXPECT_EQ(report->verdict, Verdict::passed) << codes(*report);
        std::string lines;
        for (const auto& one : report->manifest()->files) lines += one.path.str() + "\n";
        return lines;
    }

    Watcher watcher_;
};

}  // namespace solander::test
