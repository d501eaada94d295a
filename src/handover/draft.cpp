// SPDX-License-Identifier: Apache-2.0
#include "handover/draft.h"

#include <fmt/format.h>

#include "base/try.h"

namespace solander::handover {

namespace {

constexpr int kMaxDrafts = 1000;

Result<std::string> free_name(const Directory& where, const std::string& name) {
    for (int number = 0; number < kMaxDrafts; ++number) {
        auto draft = fmt::format(".{}.{}.partial", name, number);
        SOLANDER_TRY_ASSIGN(const auto taken, where.find(draft));
        if (!taken) return draft;
    }
    return Error(
        ErrorCode::create,
        fmt::format(".{}.0.partial: too many of its kind are left here; delete them", name));
}

}  // namespace

Result<std::unique_ptr<DraftFile>> DraftFile::create(Directory& where, const std::string& name) {
    std::unique_ptr<DraftFile> file(new DraftFile(where, name));
    SOLANDER_TRY_ASSIGN(std::string draft, free_name(where, name));
    SOLANDER_TRY_ASSIGN(file->file_, where.create(draft));
    file->draft_ = std::move(draft);
    return file;
}

DraftFile::~DraftFile() {
    // Nothing more can be done about a failure here; what is left bears a draft's name.
    if (!draft_.empty()) static_cast<void>(where_.remove(draft_));
}

Result<void> DraftFile::append(base::BytesView bytes) {
    SOLANDER_TRY(file_->write_at(size_, bytes));
    size_ += bytes.size();
    return {};
}

Result<std::unique_ptr<InputFile>> DraftFile::reopen() const {
    return where_.open(draft_);
}

Result<void> DraftFile::commit(Existing existing) {
    SOLANDER_TRY(file_->sync());
    SOLANDER_TRY(where_.rename(draft_, name_, existing));
    draft_.clear();
    return {};
}

Result<std::unique_ptr<DraftDirectory>> DraftDirectory::create(Directory& where,
                                                               const std::string& name) {
    std::unique_ptr<DraftDirectory> made(new DraftDirectory(where, name));
    SOLANDER_TRY_ASSIGN(std::string draft, free_name(where, name));
    SOLANDER_TRY(where.create_directory(draft));
    made->draft_ = std::move(draft);
    SOLANDER_TRY_ASSIGN(made->directory_, where.open_directory(made->draft_));
    return made;
}

DraftDirectory::~DraftDirectory() {
    if (!draft_.empty()) static_cast<void>(where_.remove_tree(draft_));
}

Result<void> DraftDirectory::add(const std::string& name, base::BytesView bytes) {
    SOLANDER_TRY_ASSIGN(const auto file, directory_->create(name));
    SOLANDER_TRY(file->write_at(0, bytes));
    return file->sync();
}

Result<void> DraftDirectory::commit() {
    SOLANDER_TRY(directory_->sync());
    SOLANDER_TRY(where_.rename(draft_, name_, Existing::refuse));
    draft_.clear();
    return {};
}

Result<void> DraftDirectory::take_back() {
    return where_.remove_tree(name_);
}

}  // namespace solander::handover
