// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "desk.h"

namespace solander::test {

inline constexpr const char* kUnd = "http://rightsstatements.org/vocab/UND/1.0/";

/// What a person writes beside a question.
struct Answer {
    std::string field;
    std::string decision = "set";
    std::string value = {};
    std::string date = "2026-11-20";
};

/// The worklist of an audit of `path`, at `@/questions.csv`, with the answers filled in, and saved
/// as spreadsheets do in half of Europe.
void fill_in(Desk& desk, const std::string& path, const std::vector<Answer>& answers);

/// A capture at `@/rec`.
void capture(Desk& desk);
/// And a worklist of it, with a decision on its rights and one on its source.
void answered(Desk& desk);

/// `audit @/rec --apply @/questions.csv …`
std::vector<std::string> apply(std::vector<std::string> more = {});
/// `audit @/rec --apply @/questions.csv --write-records @/new.csv …`
std::vector<std::string> to_table(std::vector<std::string> more = {});

/// The letters at `@/out`, and a worklist of their package.
void sealed(Desk& desk, const std::vector<Answer>& answers);
/// With a decision on the rights.
void sealed(Desk& desk);

/// `audit @/out/letters.tar -t @/trust --apply @/questions.csv …`
std::vector<std::string> to_package(std::vector<std::string> more = {});

}  // namespace solander::test
