// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/bytes.h"
#include "package/bundle.h"
#include "properties/sample_package.h"
#include "properties/tar_headers.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

/// File and pipe get one verdict on each layer, and nothing passes but the good package.
Broken check_tar(std::string_view input) {
    if (package::begins_bundle(base::as_bytes(input.substr(0, 512)))) return std::nullopt;
    const auto as_file = verify_as(As::file, input);
    const auto as_pipe = verify_as(As::pipe, input);
    if (!as_file) return fmt::format("a tar is not judged: {}", as_file.error().message());
    if (!as_pipe) return fmt::format("a pipe is not judged: {}", as_pipe.error().message());
    if (as_file->verdict != as_pipe->verdict || as_file->layers != as_pipe->layers)
        return "a tar and a pipe of the same bytes are judged otherwise";
    if (as_file->passed() != (input == sample_package().tar))
        return as_file->passed() ? "another package passes" : "the good package does not pass";
    if (as_file->verified && !as_pipe->verified) return "a pipe hides what a tar shows";
    return std::nullopt;
}

Broken check(std::string_view input) {
    if (auto broken = check_tar(input)) return broken;
    const std::string mended = with_checksums(input);
    return mended == input ? std::nullopt : check_tar(mended);
}

}  // namespace

extern const Target tar;
const Target tar{.name = "tar", .check = check};

}  // namespace solander::fuzz
