// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/statement.h>

namespace solander::audit {

// What shows that an archive or an agent is outside the United States. Only plain signs count: a
// country or a capital as the last part of a name or place (`…, Warsaw`, `National Archives of
// Hungary`), an ISIL of another country, and a few archives that are cited by abbreviation.
// Nothing is concluded from languages or from names of people: both emigrate.

/// The words of it that show it; empty if none do.
std::string sign_of_abroad(const ArchiveStatement& archive);
std::string sign_of_abroad(const Agent& agent);
/// A citation: only one that begins with such an abbreviation.
std::string sign_of_abroad(const SourceStatement& source);

/// Whether a text speaks of other countries than the United States, in general or by name.
bool speaks_of_abroad(std::string_view text);

}  // namespace solander::audit
