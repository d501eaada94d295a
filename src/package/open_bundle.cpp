// SPDX-License-Identifier: Apache-2.0
#include "package/open_bundle.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "base/unchanged.h"
#include "package/bundle.h"
#include "package/file_window.h"
#include "package/open_tar.h"

namespace solander::package {

namespace {

class BundledPackage final : public OpenPackage {
public:
    BundledPackage(std::unique_ptr<InputFile> file, Form form)
        : file_(std::move(file)), form_(form) {}

    Result<void> read_front(base::Bytes begun, const base::Limits& limits) {
        if (form_ != Form::pipe) {
            SOLANDER_TRY_ASSIGN(before_, file_->info());
        }
        SOLANDER_TRY_ASSIGN(bundle_, read_bundle(*file_, std::move(begun), limits));
        if (!bundle_.package) return {};
        auto window =
            std::make_unique<FileWindow>(*file_, bundle_.package->offset, bundle_.package->size);
        auto inner = open_tar(std::move(window), form_, {}, limits);
        if (inner) {
            inner_ = *std::move(inner);
            return {};
        }
        const Error& error = inner.error();
        if (error.code() != ErrorCode::format) return error.in(package_entry(bundle_.name));
        bundle_.add_flaw(package_entry(bundle_.name), "is " + error.message());
        return {};
    }

    Form form() const override { return form_; }
    const Bundle* bundle() const override { return &bundle_; }
    const Front& front() const override { return inner_ ? inner_->front() : nothing_; }

    Result<Contents> examine(const Environment& environment, const Manifest& manifest,
                             const Layout& layout, const Wanted& wanted) override {
        if (!inner_) return Contents();
        SOLANDER_TRY_ASSIGN(auto contents, inner_->examine(environment, manifest, layout, wanted));
        Bundle found;
        compare(manifest, found);
        // If the package is longer than its manifest implies, a pipe stands before its end; that it
        // is too long has been told.
        if (layout.total_bytes() >= bundle_.package->size) SOLANDER_TRY(examine_tail(found));
        contents.container.insert(contents.container.end(),
                                  std::make_move_iterator(found.flaws.begin()),
                                  std::make_move_iterator(found.flaws.end()));
        SOLANDER_TRY(look_again(contents));
        return contents;
    }

    Result<void> read_file(
        const Manifest& manifest, const Layout& layout, std::size_t index,
        const std::function<Result<void>(base::BytesView)>& sink) const override {
        if (!inner_) return Error(ErrorCode::format, "there is no package in the bundle");
        return inner_->read_file(manifest, layout, index, sink);
    }

private:
    void compare(const Manifest& manifest, Bundle& found) const {
        if (manifest.name != bundle_.name)
            found.add_flaw(package_entry(bundle_.name),
                           fmt::format("has another name than its manifest gives it, '{}'",
                                       base::printable(manifest.name)));
        if (manifest.created != bundle_.modified)
            found.add_flaw("", fmt::format("states the time {}; the package was sealed {}",
                                           bundle_.modified.text(), manifest.created.text()));
    }

    Result<void> examine_tail(Bundle& found) {
        const auto [offset, size] = *bundle_.package;
        base::Bytes tail(bundle_tail_bytes(size) + 1);
        SOLANDER_TRY_ASSIGN(const std::size_t got, form_ == Form::pipe
                                                       ? file_->read(tail)
                                                       : file_->read_at(offset + size, tail));
        tail.resize(got);
        if (auto flaw = flaw_of_tail(tail, size); !flaw.empty())
            found.add_flaw("", std::move(flaw));
        return {};
    }

    /// The package in it has looked, too, but from where its own bytes began to be read.
    Result<void> look_again(Contents& contents) const {
        if (form_ == Form::pipe) return {};
        SOLANDER_TRY_ASSIGN(const FileInfo after, file_->info());
        const bool is_told = std::ranges::any_of(contents.container, [](const Finding& finding) {
            return finding.code == Code::package_changed;
        });
        if (!is_told && !base::is_unchanged(before_, after))
            contents.container.push_back({Code::package_changed, {}, std::string(kChanged)});
        return {};
    }

    std::unique_ptr<InputFile> file_;
    Form form_;
    FileInfo before_;  ///< Of a file that is no pipe, before the custody in it was read.
    Bundle bundle_;
    std::unique_ptr<OpenPackage> inner_;  ///< Reads `file_`; null if there is none to be read.
    Front nothing_;
};

}  // namespace

Result<std::unique_ptr<OpenPackage>> open_bundle(std::unique_ptr<InputFile> file, Form form,
                                                 base::Bytes begun, const base::Limits& limits) {
    auto package = std::make_unique<BundledPackage>(std::move(file), form);
    SOLANDER_TRY(package->read_front(std::move(begun), limits));
    return package;
}

}  // namespace solander::package
