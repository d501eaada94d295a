// SPDX-License-Identifier: Apache-2.0
#include "cli/receipt_file.h"

#include <algorithm>

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

Result<void> add_receipt(Io& io, const std::filesystem::path& file, const std::string& receipt,
                         const std::filesystem::path& custody) {
    const std::filesystem::path here = file.has_parent_path() ? file.parent_path() : ".";
    SOLANDER_TRY_ASSIGN(const auto place, io.files.canonical(here));
    SOLANDER_TRY_ASSIGN(const auto chain, io.files.canonical(custody));
    if (std::mismatch(chain.begin(), chain.end(), place.begin(), place.end()).first == chain.end())
        return Error(ErrorCode::usage,
                     fmt::format("{} lies inside the custody, where only events belong",
                                 base::printable(file.string())));
    SOLANDER_TRY_ASSIGN(const auto directory, io.files.open_directory(here));
    const std::string name = file.filename().string();
    SOLANDER_TRY_ASSIGN(const auto lock, directory->lock(LockKind::exclusive));
    SOLANDER_TRY_ASSIGN(const auto there, directory->find(name));
    std::string text;
    if (there) {
        SOLANDER_TRY_ASSIGN(const auto bytes, base::read_all(*directory, name, kMostBytes));
        text = base::as_text(bytes);
        if (!text.empty() && (!text.starts_with(kFirstWords) || !text.ends_with('\n')))
            return Error(ErrorCode::create,
                         fmt::format("{} is there and is no file of receipts: name another one "
                                     "with --receipt, or save the lines that were printed",
                                     base::printable(file.string())));
    }
    if (text.find(receipt) != std::string::npos) return {};
    text += receipt;
    return write_whole_file(*directory, name, text, there ? Existing::replace : Existing::refuse);
}

}  // namespace solander::cli
