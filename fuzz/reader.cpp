// SPDX-License-Identifier: Apache-2.0
// The fuzzer of one metadata reader: SOLANDER_READER, an entry of src/metadata/readers.
#include "metadata/reader.h"

#include "properties/reader.h"
#include "run.h"

namespace solander::metadata {
extern const Reader SOLANDER_READER;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace solander;
    return fuzz::report(fuzz::check_reader(metadata::SOLANDER_READER, fuzz::input(data, size)));
}
