// SPDX-License-Identifier: Apache-2.0
#include "cli/receipt_file.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/output_file.h"

namespace solander::cli {

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 20;
constexpr std::string_view kFirstWords = "# solander receipt ";

}  // namespace

std::filesystem::path receipt_beside(const std::filesystem::path& custody) {
    std::string stem = custody.string();
    while (stem.size() > 1 && stem.ends_with('/')) stem.pop_back();
    if (stem.ends_with(".custody")) stem.resize(stem.size() - std::string_view(".custody").size());
    return stem + ".receipt";
}

namespace {

/// Whatever is wrong with the file, it is an output.
Error cannot_keep(const std::filesystem::path& file, const std::string& why) {
    return {ErrorCode::create,
            fmt::format("{} {}: the event is written, and only its receipt is not; name another "
                        "file with --receipt, or save the lines that were printed",
                        base::printable(file.string()), why)};
}

Result<std::string> receipts_in(const Directory& directory, const std::filesystem::path& file) {
    const auto bytes = base::read_all(directory, file.filename().string(), kMostBytes);
    if (!bytes) return cannot_keep(file, "cannot be read");
    const std::string text(base::as_text(*bytes));
    if (!text.empty() && (!text.starts_with(kFirstWords) || !text.ends_with('\n')))
        return cannot_keep(file, "is there and is no file of receipts");
    return text;
}

}  // namespace

Result<void> add_receipt(Io& io, const std::filesystem::path& file, const std::string& receipt) {
    const std::filesystem::path here = file.has_parent_path() ? file.parent_path() : ".";
    SOLANDER_TRY(check_outside_packages(io.files, file));
    auto directory_opened = io.files.open_directory(here);
    if (!directory_opened) return cannot_keep(file, "lies in no directory that can be opened");
    const auto directory = *std::move(directory_opened);
    const std::string name = file.filename().string();
    SOLANDER_TRY_ASSIGN(const auto lock, directory->lock(LockKind::exclusive));
    SOLANDER_TRY_ASSIGN(const auto there, directory->find(name));
    if (there && there->kind != FileKind::regular)
        return cannot_keep(file, "is there and is no regular file");
    std::string text;
    if (there) {
        SOLANDER_TRY_ASSIGN(text, receipts_in(*directory, file));
    }
    if (text.find(receipt) != std::string::npos) return {};
    text += receipt;
    return write_whole_file(*directory, name, text, there ? Existing::replace : Existing::refuse);
}

}  // namespace solander::cli
