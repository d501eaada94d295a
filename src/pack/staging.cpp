// SPDX-License-Identifier: Apache-2.0
#include "pack/staging.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/try.h"

namespace solander::pack {

namespace {

constexpr int kMaxDrafts = 1000;

/// What the output directory holds of one name. Looked up name by name: a directory of ten thousand
/// packages is not listed for each of them.
struct Found {
    bool tar = false;
    bool custody = false;
    std::vector<std::string> drafts;
    /// A draft of a tar with something in it has lost its custody directory: which went to its
    /// place, and the pack was stopped before the tar could follow.
    bool half_placed = false;

    /// Whether the custody directory is of a package that came to nothing.
    bool has_orphan() const { return custody && !tar && half_placed; }
};

std::string draft_stem(const std::string& name, int draft) {
    return fmt::format(".{}.{}.partial", name, draft);
}

Result<Found> look(const Directory& output, const std::string& name) {
    Found found;
    SOLANDER_TRY_ASSIGN(const auto tar, output.find(name + ".tar"));
    SOLANDER_TRY_ASSIGN(const auto custody, output.find(name + ".custody"));
    found.tar = tar.has_value();
    found.custody = custody.has_value();
    for (int draft = 0; draft <= kMaxDrafts; ++draft) {
        const std::string stem = draft_stem(name, draft);
        SOLANDER_TRY_ASSIGN(const auto custody_left, output.find(stem + ".custody"));
        SOLANDER_TRY_ASSIGN(const auto tar_left, output.find(stem + ".tar"));
        if (custody_left) found.drafts.push_back(stem + ".custody");
        if (tar_left) found.drafts.push_back(stem + ".tar");
        if (!custody_left && !tar_left) break;
        // A tar is begun before its custody directory, but has nothing in it then.
        if (!custody_left && tar_left->size > 0) found.half_placed = true;
    }
    return found;
}

Error exists_already(const Found& found, const std::string& name) {
    std::string text =
        found.tar ? fmt::format("{}.tar exists already; --force replaces it", name)
                  : fmt::format(
                        "{0}.custody is there, and {0}.tar is not: the package was moved away. "
                        "--force makes both anew, unless the directory holds a history",
                        name);
    if (!found.drafts.empty())
        text += fmt::format(
            ". {0} is what a pack that was cut short has left, unless one still runs{1}",
            found.drafts.front(),
            found.tar && found.custody
                ? fmt::format("; {0}.custody may then be of a newer package than {0}.tar", name)
                : "");
    return {ErrorCode::create, text};
}

/// Replacing a package is replacing what only its own seal speaks of; a history is never replaced.
/// The result is whether there is anything to replace in the custody directory.
Result<bool> check_replaceable(const Directory& output, const std::string& custody_name) {
    const auto custody = output.open_directory(custody_name);
    if (!custody) return Error(ErrorCode::create, custody.error().message());
    SOLANDER_TRY_ASSIGN(const auto names, (*custody)->list());
    const auto is_seal = [](const std::string& name) {
        return name == "VERIFY.txt" || name.starts_with("0001-seal.xml");
    };
    const auto history = std::find_if_not(names.begin(), names.end(), is_seal);
    if (history == names.end()) return !names.empty();
    return Error(ErrorCode::create,
                 fmt::format("{} holds more than the seal ({}): a custody history is never "
                             "overwritten. Choose another name or directory",
                             custody_name, base::printable(*history)));
}

}  // namespace

Staging::Staging(std::unique_ptr<Directory> output, const std::string& name, Existing existing,
                 bool sync)
    : output_(std::move(output)),
      tar_name_(name + ".tar"),
      custody_name_(name + ".custody"),
      existing_(existing),
      existing_custody_(existing),
      sync_(sync) {}

Result<std::unique_ptr<Staging>> Staging::begin(std::unique_ptr<Directory> output,
                                                const std::string& name, Existing existing,
                                                bool sync) {
    std::unique_ptr<Staging> staging(new Staging(std::move(output), name, existing, sync));
    Directory& directory = *staging->output_;
    SOLANDER_TRY_ASSIGN(const Found found, look(directory, name));
    if (existing == Existing::refuse && (found.tar || found.custody) && !found.has_orphan())
        return exists_already(found, name);
    if (found.has_orphan()) staging->existing_custody_ = Existing::replace;
    if (found.custody) SOLANDER_TRY(check_replaceable(directory, staging->custody_name_));
    staging->leftovers_ = found.drafts;
    const auto is_left = [&found](const std::string& draft) {
        return std::find(found.drafts.begin(), found.drafts.end(), draft) != found.drafts.end();
    };
    for (int draft = 0;; ++draft) {
        const std::string stem = draft_stem(name, draft);
        if (is_left(stem + ".tar") || is_left(stem + ".custody")) {
            if (draft < kMaxDrafts) continue;
            return Error(ErrorCode::create,
                         stem + ".tar: too many of its kind are left here; delete them");
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
    // Again, since packing may have taken hours, in which a history may have begun.
    bool swaps = false;
    if (existing_custody_ == Existing::replace) {
        SOLANDER_TRY_ASSIGN(const auto custody, output_->find(custody_name_));
        if (custody) {
            SOLANDER_TRY_ASSIGN(swaps, check_replaceable(*output_, custody_name_));
        }
    }
    SOLANDER_TRY(output_->rename(custody_draft_, custody_name_, existing_custody_));
    // After a swap the draft's name holds what was there before, which is to go.
    has_custody_draft_ = swaps;
    const auto placed = output_->rename(tar_draft_, tar_name_, existing_);
    if (!placed) return take_back_custody(placed.error(), swaps);
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

Result<void> Staging::take_back_custody(const Error& reason, bool swapped) {
    const auto undone = swapped ? output_->rename(custody_draft_, custody_name_, Existing::replace)
                                : output_->remove_tree(custody_name_);
    if (undone) return reason;
    has_custody_draft_ = false;  // not ours to remove any more: it is what was there before
    return Error(
        reason.code(),
        fmt::format("{}; and {} could not be put back ({}): it is that of the package that "
                    "was not made{}",
                    reason.message(), custody_name_, undone.error().message(),
                    swapped ? ", and the one before it is " + custody_draft_ : ""));
}

}  // namespace solander::pack
