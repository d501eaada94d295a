// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <solander/file_system.h>

#include "base/bytes.h"

namespace solander::handover {

/// A file under a temporary name beside the one that it is to have. Let go before commit() it is
/// taken away. The directory must outlive it.
class DraftFile {
public:
    /// Errors: create.
    static Result<std::unique_ptr<DraftFile>> create(Directory& where, const std::string& name);
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;
    DraftFile(DraftFile&&) = delete;
    DraftFile& operator=(DraftFile&&) = delete;

    /// Writes behind what has been written.
    Result<void> append(base::BytesView bytes);
    std::uint64_t size() const noexcept { return size_; }
    /// Opens what has been written.
    Result<std::unique_ptr<InputFile>> reopen() const;

    /// Puts the file, once it is on the medium, in place. The caller syncs the directory.
    Result<void> commit(Existing existing);

private:
    DraftFile(Directory& where, std::string name) : where_(where), name_(std::move(name)) {}

    Directory& where_;
    std::string name_;
    std::string draft_;  ///< Empty once it is in place.
    std::unique_ptr<OutputFile> file_;
    std::uint64_t size_ = 0;
};

/// The same of a directory of files; it never takes the place of anything.
class DraftDirectory {
public:
    /// Errors: create.
    static Result<std::unique_ptr<DraftDirectory>> create(Directory& where,
                                                          const std::string& name);
    ~DraftDirectory();
    DraftDirectory(const DraftDirectory&) = delete;
    DraftDirectory& operator=(const DraftDirectory&) = delete;
    DraftDirectory(DraftDirectory&&) = delete;
    DraftDirectory& operator=(DraftDirectory&&) = delete;

    Result<void> add(const std::string& name, base::BytesView bytes);
    Result<void> commit();
    /// Takes away what was put in place.
    Result<void> take_back();

private:
    DraftDirectory(Directory& where, std::string name) : where_(where), name_(std::move(name)) {}

    Directory& where_;
    std::string name_;
    std::string draft_;
    std::unique_ptr<Directory> directory_;
};

}  // namespace solander::handover
