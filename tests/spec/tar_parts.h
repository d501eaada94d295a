// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "forgery.h"

namespace solander::test {

/// The canonical header of an entry.
std::string header_of(const TarEntry& entry);

/// Overwrites a part of an entry's header and makes the checksum fit.
void patch_header(TarEntry& entry, std::size_t offset, std::string_view bytes);

/// The header without its checksum made right.
void patch_header_only(TarEntry& entry, std::size_t offset, std::string_view bytes);

/// An entry of another type than a regular file, which may point to something.
TarEntry special(const std::string& name, char type, std::string_view target = {});

/// One record of an extended header.
std::string pax_record(std::string_view key, std::string_view value);

/// An entry that says something of the next one, or of all: its header, its data and its padding.
std::string extended_header(char type, const std::string& records,
                            const std::string& name = "././@PaxHeader");

/// Puts bytes in front of an entry's own header.
void put_before(TarEntry& entry, const std::string& bytes);

/// The letter of the package, which needs no extended header.
TarEntry& letter_of(Forgery& forgery);

}  // namespace solander::test
