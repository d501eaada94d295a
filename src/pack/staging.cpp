// SPDX-License-Identifier: Apache-2.0
#include "pack/staging.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/try.h"

namespace solander::pack {

namespace {

constexpr int kMaxDrafts = 1000;

/// Replacing a package is replacing what only its own seal speaks of; a history is never replaced.
Result<void> check_replaceable(Directory& output, const std::string& custody_name) {
    if (!output.info(custody_name)) return {};
    SOLANDER_TRY_ASSIGN(const auto custody, output.open_directory(custody_name));
    SOLANDER_TRY_ASSIGN(const auto names, custody->list());
    const auto is_seal = [](const std::string& name) {
        return name == "VERIFY.txt" || name.starts_with("0001-seal.xml");
    };
    const auto history = std::find_if_not(names.begin(), names.end(), is_seal);
    if (history == names.end()) return {};
    return Error(ErrorCode::create,
                 fmt::format("{} holds more than the seal ({}): a custody history is never "
                             "overwritten. Choose another name or directory",
                             custody_name, *history));
}

}  // namespace

Staging::Staging(std::unique_ptr<Directory> output, const std::string& name, Existing existing,
                 bool sync)
    : output_(std::move(output)),
      tar_name_(name + ".tar"),
      custody_name_(name + ".custody"),
      existing_(existing),
      sync_(sync) {}

Result<std::unique_ptr<Staging>> Staging::begin(std::unique_ptr<Directory> output,
                                                const std::string& name, Existing existing,
                                                bool sync) {
    std::unique_ptr<Staging> staging(new Staging(std::move(output), name, existing, sync));
    Directory& directory = *staging->output_;
    for (const auto& final_name : {staging->tar_name_, staging->custody_name_})
        if (existing == Existing::refuse && directory.info(final_name))
            return Error(ErrorCode::create,
                         fmt::format("{} exists already; --force replaces it", final_name));
    SOLANDER_TRY(check_replaceable(directory, staging->custody_name_));
    for (int draft = 0;; ++draft) {
        const std::string stem = fmt::format(".{}.{}.partial", name, draft);
        if (directory.info(stem + ".tar") || directory.info(stem + ".custody")) {
            if (draft < kMaxDrafts) continue;
            return Error(ErrorCode::create, stem + ".tar: too many of its kind are left here");
        }
        auto tar = directory.create(stem + ".tar");
        if (!tar) return std::move(tar).error();
        staging->tar_draft_ = stem + ".tar";
        staging->tar_ = *std::move(tar);
        staging->custody_draft_ = stem + ".custody";
        SOLANDER_TRY(directory.create_directory(staging->custody_draft_));
        staging->has_custody_draft_ = true;
        SOLANDER_TRY_ASSIGN(staging->custody_, directory.open_directory(staging->custody_draft_));
        return staging;
    }
}

Staging::~Staging() {
    // Nothing more can be done about a failure here; what is left bears a draft's name.
    if (!tar_draft_.empty()) static_cast<void>(output_->remove(tar_draft_));
    if (has_custody_draft_) static_cast<void>(output_->remove_tree(custody_draft_));
}

Result<void> Staging::add_custody_file(const std::string& name, std::string_view text) {
    SOLANDER_TRY_ASSIGN(const auto file, custody_->create(name));
    SOLANDER_TRY(file->write_at(0, base::as_bytes(text)));
    if (sync_) SOLANDER_TRY(file->sync());
    return {};
}

Result<void> Staging::commit() {
    if (sync_) {
        SOLANDER_TRY(tar_->sync());
        SOLANDER_TRY(custody_->sync());
    }
    const bool replaced_custody = output_->info(custody_name_).has_value();
    SOLANDER_TRY(output_->rename(custody_draft_, custody_name_, existing_));
    // After a swap the draft's name holds what was there before, which is to go.
    has_custody_draft_ = replaced_custody && output_->info(custody_draft_).has_value();
    auto placed = output_->rename(tar_draft_, tar_name_, existing_);
    if (!placed) {
        if (has_custody_draft_) {
            SOLANDER_TRY(output_->rename(custody_draft_, custody_name_, Existing::replace));
        } else {
            SOLANDER_TRY(output_->remove_tree(custody_name_));
        }
        return placed;
    }
    tar_draft_.clear();
    auto synced = sync_ ? output_->sync() : Result<void>();
    if (!synced && existing_ == Existing::refuse) {
        // What may not survive is not left to look as if it would. A replaced package stays: the
        // one before it is gone.
        SOLANDER_TRY(output_->remove(tar_name_));
        SOLANDER_TRY(output_->remove_tree(custody_name_));
    }
    return synced;
}

}  // namespace solander::pack
