// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "forgery.h"

namespace solander::test {

/// One thing that is wrong with a package, and all that a verifier must say of it.
struct Flaw {
    std::string name;
    void (*make)(Forgery&);
    /// Exactly the codes of the findings, each once, in the order of the report.
    std::string codes;
    /// The verdicts of container, integrity, authenticity, custody, metadata: P, I or F.
    std::string layers;
};

void PrintTo(const Flaw& flaw, std::ostream* out);
std::string flaw_name(const testing::TestParamInfo<Flaw>& info);

/// The codes of a report's findings, each once, in order.
std::string distinct_codes(const Report& report);
std::string layer_letters(const Report& report);
/// Every finding with its subject and sentence, for a failing test to show.
std::string told(const Report& report);

/// The lists, by what they tamper with. Together they have every code that there is.
const std::vector<Flaw>& container_flaws();
const std::vector<Flaw>& manifest_flaws();
const std::vector<Flaw>& signature_flaws();
const std::vector<Flaw>& trust_flaws();
const std::vector<Flaw>& custody_flaws();
const std::vector<Flaw>& history_flaws();
const std::vector<Flaw>& elsewhere_flaws();

/// The same for an unpacked directory, where `make` gets the forgery unpacked.
struct DirectoryFlaw {
    std::string name;
    void (*make)(const std::filesystem::path& directory);
    std::string codes;
    std::string layers;
};

void PrintTo(const DirectoryFlaw& flaw, std::ostream* out);
const std::vector<DirectoryFlaw>& directory_flaws();

}  // namespace solander::test
