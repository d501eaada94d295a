// SPDX-License-Identifier: Apache-2.0
// Makes what fuzzers begin with: make_seeds SOURCE_ROOT OUTPUT. The output has seeds/TARGET/… and
// dictionaries/TARGET.dict.
#include <cstdio>

#include "seeds/seeds.h"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: make_seeds SOURCE_ROOT OUTPUT\n");
        return 64;
    }
    if (solander::fuzz::all_seeds(argv[1]).write(argv[1], argv[2])) return 0;
    std::fprintf(stderr, "make_seeds: cannot write below %s\n", argv[2]);
    return 1;
}
