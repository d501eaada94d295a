// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <solander/pack_each.h>

namespace solander::report {

inline constexpr std::string_view kEachSchema = "urn:solander:pack-each:1";

/// How many documents came out how, and what their packages hold.
struct EachTally {
    std::uint64_t packed = 0;
    std::uint64_t already_there = 0;
    std::uint64_t failed = 0;
    std::uint64_t not_reached = 0;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
};
EachTally tally(const EachPacked& each);

/// A row for each document, for spreadsheets: what one would take for a formula has a `'` in front.
/// CSV with a byte order mark.
std::string each_table(const EachPacked& each);

/// What each_table() and each_json() begin with, whatever they are of.
bool is_each_report(std::string_view beginning);

/// The same for a program: schemas/pack-each-1.schema.json.
std::string each_json(const EachPacked& each);

/// For a person: how many there are of each kind, and the reasons of the first that failed.
/// `report` says where the others are found.
std::string each_text(const EachPacked& each, std::string_view report);

}  // namespace solander::report
