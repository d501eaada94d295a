// SPDX-License-Identifier: Apache-2.0
#include "properties/target.h"

#include <algorithm>

#include "metadata/reader.h"
#include "properties/reader.h"

namespace solander::fuzz {

std::string target_of(const metadata::Reader& reader) {
    std::string name(reader.name.substr(0, reader.name.find('/')));
    std::ranges::replace(name, '-', '_');
    return "reader_" + name;
}

Broken check(std::string_view target, std::string_view input) {
    for (const Target* each : targets())
        if (each->name == target) return each->check(input);
    for (const metadata::Reader* reader : metadata::readers())
        if (target_of(*reader) == target) return check_reader(*reader, input);
    return "there is no target of this name: " + std::string(target);
}

}  // namespace solander::fuzz
