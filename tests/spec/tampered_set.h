// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <solander/finding.h>

namespace solander::test {

/// One package of the set: where it is, how to verify it, and what must come of that.
struct TamperedPackage {
    std::string row;     ///< `Container.ModeOfAFile`; also the name of its folder.
    std::string attack;  ///< The slug of one of attacks().
    std::string form;    ///< `tar`, `directory` or `bundle`.
    std::string path;    ///< In its folder, where `solander verify` is to be run.
    std::vector<std::string> options;
    Verdict verdict = Verdict::indeterminate;
    std::string layers;  ///< Five letters: container, integrity, authenticity, custody, metadata.
    std::string codes;   ///< Of the findings, each once, in the order of the report.
    std::string stock;   ///< `refused`, `passed` or `not applicable`, and why.
    std::string why;     ///< Why it differs from the tar, where it does.
};

/// Writes every row of the matrix into a folder of its name below `directory`, each in the forms
/// that it has, and what is to be expected of all of them into `expected.tsv` beside the folders.
/// Rows that take another clock are left out: nobody can be shown them.
std::vector<TamperedPackage> write_tampered_set(const std::filesystem::path& directory);

}  // namespace solander::test
