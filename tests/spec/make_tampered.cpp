// SPDX-License-Identifier: Apache-2.0
// Writes the packages of the tamper matrix to files, so that any verifier can be tried on them.
#include <exception>
#include <filesystem>
#include <iostream>

#include "tampered_set.h"

int main(int argc, char** argv) {
    namespace fs = std::filesystem;
    if (argc != 2) {
        std::cerr << "usage: make_tampered DIRECTORY\n";
        return 64;
    }
    try {
        const fs::path directory = argv[1];
        if (fs::exists(directory)) {
            std::cerr << "make_tampered: the directory is there already\n";
            return 73;
        }
        const auto set = solander::test::write_tampered_set(directory);
        std::cout << set.size() << " packages; what is to be expected of them: "
                  << (directory / "expected.tsv").string() << "\n";
    } catch (const std::exception& error) {
        std::cerr << "make_tampered: " << error.what() << "\n";
        return 70;
    }
    return 0;
}
