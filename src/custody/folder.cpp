// SPDX-License-Identifier: Apache-2.0
#include "custody/folder.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/read_file.h"
#include "base/try.h"
#include "custody/verify_text.h"

namespace solander::custody {

namespace {

constexpr std::size_t kLabelDigits = 16;

bool is_type(std::string_view text) {
    return !text.empty() && text.size() <= 32 && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// What a file of that name may have; nothing if no file of a custody has that name.
std::optional<std::uint64_t> limit_for(std::string_view name, const base::Limits& limits) {
    const auto parsed = parse_file_name(name);
    if (!parsed && name != kVerifyFile) return std::nullopt;
    return parsed && !parsed->label.empty() ? limits.signature_bytes : limits.event_bytes;
}

Result<void> check_count(std::size_t files, const base::Limits& limits) {
    if (files <= limits.custody_files) return {};
    return Error(ErrorCode::limit,
                 fmt::format("the custody directory holds {} files; the limit is {}", files,
                             limits.custody_files));
}

/// Whether it is known that something else than a regular file is there.
bool is_special(const Directory& directory, const std::string& name) {
    const auto info = directory.find(name);
    return info && *info && (*info)->kind != FileKind::regular;
}

/// Takes one file after the other for what its name and size make of it.
class FolderBuilder {
public:
    explicit FolderBuilder(const base::Limits& limits) : limits_(limits) {}

    /// What is there under a name that some file of a custody may have, and is no file.
    void add_special(const std::string& name) {
        folder_.foreign.emplace_back(name, "is not a regular file");
    }

    /// `bytes` do not matter for a name that does not belong there.
    Result<void> add(const std::string& name, Result<base::Bytes> bytes) {
        const auto limit = limit_for(name, limits_);
        if (!limit) {
            folder_.foreign.emplace_back(name, "belongs to no event of the custody");
        } else if (bytes ? bytes->size() > *limit : bytes.error().code() == ErrorCode::limit) {
            folder_.foreign.emplace_back(name, "is larger than an event or a signature can be");
        } else if (bytes) {
            total_ += bytes->size();
            folder_.files.push_back({name, *std::move(bytes)});
        } else {
            folder_.unreadable.emplace_back(name, bytes.error().message());
        }
        if (total_ <= limits_.custody_bytes) return {};
        return Error(ErrorCode::limit, fmt::format("the custody directory holds more than {} bytes",
                                                   limits_.custody_bytes));
    }

    Folder take() { return std::move(folder_); }

private:
    const base::Limits& limits_;
    Folder folder_;
    std::uint64_t total_ = 0;
};

}  // namespace

bool is_label(std::string_view text) {
    return text.size() == kLabelDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::optional<FileName> parse_file_name(std::string_view name) {
    static constexpr std::string_view kXml = ".xml";
    static constexpr std::string_view kSig = ".sig";
    FileName parsed;
    const auto xml = name.find(kXml);
    const auto dash = name.find('-');
    if (xml == std::string_view::npos || dash == std::string_view::npos || dash > xml)
        return std::nullopt;
    parsed.event = name.substr(0, xml + kXml.size());
    auto rest = name.substr(parsed.event.size());
    if (!rest.empty()) {
        if (rest.size() != 1 + kLabelDigits + kSig.size() || rest.front() != '.' ||
            !rest.ends_with(kSig) || !is_label(rest.substr(1, kLabelDigits)))
            return std::nullopt;
        parsed.label = rest.substr(1, kLabelDigits);
    }
    const auto digits = name.substr(0, dash);
    const auto seq = base::parse_decimal(digits, base::LeadingZeros::allow);
    const bool padded_to_four = digits.size() == 4 || (digits.size() > 4 && digits.front() != '0');
    parsed.type = name.substr(dash + 1, xml - dash - 1);
    if (!seq || *seq == 0 || !padded_to_four || !is_type(parsed.type)) return std::nullopt;
    parsed.seq = *seq;
    return parsed;
}

const FolderFile* Folder::find(std::string_view name) const {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [name](const FolderFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

bool Folder::is_unreadable(std::string_view name) const {
    return std::any_of(unreadable.begin(), unreadable.end(),
                       [name](const auto& entry) { return entry.first == name; });
}

Result<Folder> read_folder(const Environment& environment, const Directory& directory,
                           const base::Limits& limits) {
    SOLANDER_TRY_ASSIGN(const auto names, directory.list());
    SOLANDER_TRY(check_count(names.size(), limits));
    FolderBuilder builder(limits);
    for (const auto& name : names) {
        if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        const auto limit = limit_for(name, limits);
        auto bytes =
            limit ? base::read_all(directory, name, *limit) : Result<base::Bytes>(base::Bytes());
        // Links are not followed and queues not waited for. That one is there is no failure to
        // look.
        if (!bytes && is_special(directory, name))
            builder.add_special(name);
        else
            SOLANDER_TRY(builder.add(name, std::move(bytes)));
    }
    return builder.take();
}

Result<Folder> folder_of(std::vector<FolderFile> files, const base::Limits& limits) {
    SOLANDER_TRY(check_count(files.size(), limits));
    FolderBuilder builder(limits);
    for (auto& file : files) SOLANDER_TRY(builder.add(file.name, std::move(file.bytes)));
    return builder.take();
}

}  // namespace solander::custody
