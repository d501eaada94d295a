// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "flaw.h"

namespace solander::test {

/// The lists, by what they tamper with.
const std::vector<Flaw>& container_flaws();
const std::vector<Flaw>& manifest_flaws();
const std::vector<Flaw>& signature_flaws();
const std::vector<Flaw>& trust_flaws();
const std::vector<Flaw>& attestation_flaws();
const std::vector<Flaw>& custody_flaws();
const std::vector<Flaw>& history_flaws();
const std::vector<Flaw>& elsewhere_flaws();
const std::vector<Flaw>& tar_flaws();
const std::vector<Flaw>& lists_flaws();
const std::vector<Flaw>& names_flaws();
const std::vector<Flaw>& xml_flaws();
const std::vector<Flaw>& text_flaws();
const std::vector<Flaw>& keys_flaws();
const std::vector<Flaw>& replay_flaws();
const std::vector<Flaw>& folder_flaws();

/// And of a package that is a directory.
const std::vector<DirectoryFlaw>& directory_flaws();

/// One of them, under the name that stands before those of its rows.
struct Area {
    std::string name;
    const std::vector<Flaw>* flaws;
};

/// All of them. Together they have every code that there is.
const std::vector<Area>& areas();

/// A row of the matrix, named like `Container.ModeOfAFile`.
struct Row {
    std::string name;
    const Flaw* flaw;
};

void PrintTo(const Row& row, std::ostream* out);

/// Every flaw of every area.
const std::vector<Row>& rows();

/// The name of its test: `Container_ModeOfAFile`.
std::string row_name(const testing::TestParamInfo<Row>& info);

}  // namespace solander::test
