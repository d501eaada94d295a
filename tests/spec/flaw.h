// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "forgery.h"
#include "stock.h"

namespace solander::test {

/// What must be said of a flaw in another form than the tar, and why it is something else. There is
/// no such form if `layers` is empty.
struct InAnotherForm {
    std::string codes;
    std::string layers;
    std::string why;
};

/// One thing that is wrong with a package, and all that a verifier must say of it.
struct Flaw {
    std::string name;
    std::string attack;  ///< The slug of one of attacks().
    void (*make)(Forgery&);
    /// Exactly the codes of the findings, each once, in the order of the report.
    std::string codes;
    /// The verdicts of container, integrity, authenticity, custody, metadata: P, I or F.
    std::string layers;
    Stock stock = Stock::refused;
    /// Unpacked, and in a bundle; where there is nothing, the same is said as of the tar.
    std::optional<InAnotherForm> unpacked = {};
    std::optional<InAnotherForm> bundled = {};
};

/// Why it is something else, in most cases.
inline constexpr const char* kNoHeaders = "no headers are left, nor bytes between files";
inline constexpr const char* kByName = "files are found by their names, not by their places";
inline constexpr const char* kUnpackedSo = "that is what came of unpacking it";
inline constexpr const char* kOneCustody = "a bundle is names and bytes of one custody";
inline constexpr const char* kWholeOnly = "a bundle is read as one, or not at all";

void PrintTo(const Flaw& flaw, std::ostream* out);

/// The codes of a report's findings, each once, in order.
std::string distinct_codes(const Report& report);
std::string layer_letters(const Report& report);
/// Every finding with its subject and sentence, for a failing test to show.
std::string told(const Report& report);

/// The same for an unpacked directory, where `make` gets the forgery unpacked.
struct DirectoryFlaw {
    std::string name;
    std::string attack;
    void (*make)(const std::filesystem::path& directory);
    std::string codes;
    std::string layers;
};

void PrintTo(const DirectoryFlaw& flaw, std::ostream* out);
}  // namespace solander::test
