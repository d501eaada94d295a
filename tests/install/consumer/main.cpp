// SPDX-License-Identifier: Apache-2.0
// Prints its argument if that is a SHA-256 digest, or fit to be the path of a file in a package.
#include <iostream>

#include <solander/digest.h>
#include <solander/entry_path.h>

int main(int argc, char** argv) {
    if (argc != 2) return 64;
    if (const auto digest = solander::Sha256::parse(argv[1])) {
        std::cout << digest->hex() << '\n';
        return 0;
    }
    const auto path = solander::EntryPath::parse(argv[1]);
    if (!path) {
        std::cerr << path.error().message() << '\n';
        return 1;
    }
    std::cout << path->str() << '\n';
    return 0;
}
