// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/limits.h"
#include "crypto/digest_stream.h"
#include "custody/memory_entry.h"
#include "properties/memory_files.h"
#include "properties/sample_package.h"
#include "properties/standing_clock.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

using custody::Remembered;

/// What a memory has of the good package, if this is its seen.txt.
Result<Remembered> read(std::string_view seen) {
    const SamplePackage& sample = sample_package();
    MemoryFiles files;
    files.add("m/seen.txt", std::string(seen));
    for (const auto& [name, bytes] : sample.custody) files.add("m/custody/" + name, bytes);
    const StandingClock clock;
    const auto directory = files.open_directory("m");
    return custody::read_entry({.files = files, .clock = clock}, **directory,
                               crypto::sha256(base::as_bytes(sample.manifest_text)), {});
}

Broken check(std::string_view input) {
    const auto remembered = read(input);
    if (!remembered) {
        if (remembered.error().code() != ErrorCode::io)
            return fmt::format("an error that no input can be the cause of: {}",
                               remembered.error().message());
        return check_words("an error", remembered.error().message());
    }
    const auto manifest = crypto::sha256(base::as_bytes(sample_package().manifest_text));
    const std::string written = custody::seen_text(manifest, *remembered);
    const auto again = read(written);
    if (!again)
        return fmt::format("what is remembered is written as what is none: {}",
                           base::printable_lines(written));
    if (again->package != remembered->package || again->seen != remembered->seen ||
        custody::heads_of(again->chain) != custody::heads_of(remembered->chain))
        return fmt::format("what is remembered is written as something else: {}",
                           base::printable_lines(written));
    if (custody::seen_text(manifest, *again) != written) return "a memory has two forms";
    return std::nullopt;
}

}  // namespace

extern const Target memory;
const Target memory{.name = "memory", .check = check};

}  // namespace solander::fuzz
