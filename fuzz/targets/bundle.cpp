// SPDX-License-Identifier: Apache-2.0
#include "package/bundle.h"

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/limits.h"
#include "package/canonical_tar.h"
#include "properties/memory_files.h"
#include "properties/sample_package.h"
#include "properties/tar_headers.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

/// What stands in a bundle before the first byte of its package, if it is made as bundles are.
std::string front_of(const package::Bundle& bundle) {
    std::string front;
    for (const auto& [file, bytes] : bundle.custody) {
        front += package::tar_header(package::custody_entry(bundle.name, file), bytes.size(),
                                     bundle.modified);
        front += base::as_text(bytes);
        front.resize(package::padded(front.size()), '\0');
    }
    return front + package::tar_header(package::package_entry(bundle.name), bundle.package->size,
                                       bundle.modified);
}

Broken check_front(std::string_view input) {
    MemoryFiles files;
    files.add("a.bundle.tar", std::string(input));
    const auto file = files.open("a.bundle.tar");
    base::Bytes begun(package::kTarBlock);
    const std::size_t got = (*file)->read(begun).value();
    begun.resize(got);
    const bool begins = package::begins_bundle(begun);
    const auto bundle = package::read_bundle(**file, std::move(begun), base::Limits{});
    if (!bundle) return fmt::format("a bundle is not read: {}", bundle.error().message());
    for (const Finding& flaw : bundle->flaws)
        if (auto broken = check_words("a flaw", flaw.message)) return broken;
    if (!bundle->flaws.empty()) return std::nullopt;
    if (!begins || !bundle->package) return "a bundle without a flaw has no package";
    if (front_of(*bundle) != input.substr(0, bundle->package->offset))
        return "a bundle without a flaw is not as bundles are made";
    return std::nullopt;
}

/// The same of a bundle as of a tar.
Broken check_verdict(std::string_view input) {
    if (!package::begins_bundle(base::as_bytes(input.substr(0, package::kTarBlock))))
        return std::nullopt;
    const auto as_file = verify_as(As::file, input, false);
    const auto as_pipe = verify_as(As::pipe, input, false);
    if (!as_file) return fmt::format("a bundle is not judged: {}", as_file.error().message());
    if (!as_pipe) return fmt::format("a pipe is not judged: {}", as_pipe.error().message());
    if (as_file->verdict != as_pipe->verdict || as_file->layers != as_pipe->layers)
        return "a bundle and a pipe of the same bytes are judged otherwise";
    if (as_file->passed() != (input == sample_package().bundle))
        return as_file->passed() ? "another bundle passes" : "the good bundle does not pass";
    return std::nullopt;
}

Broken check_bundle(std::string_view input) {
    if (auto broken = check_front(input)) return broken;
    return check_verdict(input);
}

Broken check(std::string_view input) {
    if (auto broken = check_bundle(input)) return broken;
    const std::string mended = with_checksums(input);
    return mended == input ? std::nullopt : check_bundle(mended);
}

}  // namespace

extern const Target bundle;
const Target bundle{.name = "bundle", .check = check};

}  // namespace solander::fuzz
