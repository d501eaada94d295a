// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include <solander/bundle.h>

#include "base/escape.h"
#include "base/try.h"
#include "custody/folder.h"
#include "format/bag_files.h"
#include "format/manifest_xml.h"
#include "handover/compare_histories.h"
#include "handover/draft.h"
#include "package/bundle.h"
#include "package/canonical_tar.h"
#include "package/file_window.h"
#include "package/open_tar.h"
#include "verify/other_copy.h"

namespace solander {

namespace {

constexpr std::size_t kCopyBlock = std::size_t{1} << 20;

Error broken(const Finding& flaw) {
    return {ErrorCode::format,
            fmt::format("{} {}: nothing was taken out; have it sent again",
                        base::printable(flaw.subject), base::printable(flaw.message))};
}

/// Where two files are the same, byte for byte, as far as `size`.
Result<bool> same_bytes(const InputFile& there, std::uint64_t offset, base::BytesView bytes) {
    base::Bytes buffer(bytes.size());
    SOLANDER_TRY_ASSIGN(const std::size_t got, there.read_at(offset, buffer));
    return got == bytes.size() && std::ranges::equal(buffer, bytes);
}

/// Takes one bundle apart into one directory.
class Unbundler {
public:
    Unbundler(const UnbundleRequest& request, const Environment& environment)
        : request_(request), environment_(environment) {
        limits_.manifest_bytes = request.manifest_bytes;
    }

    Result<Unbundled> run() {
        SOLANDER_TRY(open_bundle());
        SOLANDER_TRY(environment_.files.create_directories(request_.output));
        SOLANDER_TRY_ASSIGN(output_, environment_.files.open_directory(request_.output));
        SOLANDER_TRY(compare_custody());
        if (done_.would_rewind) return std::move(done_);
        SOLANDER_TRY(draft_custody());
        SOLANDER_TRY(draft_package());
        SOLANDER_TRY(check_tail());
        SOLANDER_TRY(check_package());
        SOLANDER_TRY(commit());
        return std::move(done_);
    }

private:
    Result<void> open_bundle() {
        SOLANDER_TRY_ASSIGN(file_, environment_.files.open(request_.bundle));
        base::Bytes begun(package::kTarBlock);
        SOLANDER_TRY_ASSIGN(const std::size_t got, file_->read(begun));
        begun.resize(got);
        if (!package::begins_bundle(begun))
            return Error(ErrorCode::format, "is no bundle: it does not begin with NAME.custody");
        SOLANDER_TRY_ASSIGN(bundle_, package::read_bundle(*file_, std::move(begun), limits_));
        if (!bundle_.flaws.empty()) return broken(bundle_.flaws.front());
        SOLANDER_TRY_ASSIGN(custody_, verify::custody_of(bundle_, limits_));
        if (!custody_.foreign.empty()) {
            const auto& [name, reason] = custody_.foreign.front();
            return broken({Code::bundle_form, package::custody_entry(bundle_.name, name), reason});
        }
        done_.name = bundle_.name;
        done_.package = request_.output / (bundle_.name + ".tar");
        done_.custody = request_.output / custody_name();
        done_.events = handover::event_count(custody_);
        return {};
    }

    std::string custody_name() const { return bundle_.name + ".custody"; }

    /// Decides whether the custody has to be put in place.
    Result<void> compare_custody() {
        const std::string name = custody_name();
        SOLANDER_TRY_ASSIGN(const auto there, output_->find(name));
        if (!there) return {};
        if (there->kind != FileKind::directory)
            return Error(ErrorCode::create, name + " is there, and no directory");
        SOLANDER_TRY_ASSIGN(const auto directory, output_->open_directory(name));
        auto here = custody::read_folder(environment_, *directory, limits_);
        if (!here) return here.error().in(name);
        if (!here->unreadable.empty())
            return Error(ErrorCode::open,
                         fmt::format("{}/{}", name, base::printable(here->unreadable[0].second)));
        const auto compared = handover::compare_histories(*here, custody_);
        done_.events_there = handover::event_count(*here);
        using Outcome = handover::Comparison::Outcome;
        switch (compared.outcome) {
            case Outcome::same:
                done_.custody_kept = true;
                return {};
            case Outcome::first_longer:
                done_.would_rewind = true;
                return {};
            case Outcome::second_longer:
                return Error(ErrorCode::create,
                             fmt::format("{} here has {}, the bundle has {}: it was not touched. "
                                         "`solander custody sync {}.tar BUNDLE` checks the new "
                                         "events and takes them over",
                                         name, events_text(done_.events_there),
                                         events_text(done_.events), bundle_.name));
            case Outcome::different:
                break;
        }
        return Error(ErrorCode::create,
                     fmt::format("{} here is another history than that of the bundle: they differ "
                                 "in {}. Nothing was touched; -o names another place",
                                 name, base::printable(compared.difference)));
    }

    static std::string events_text(std::size_t count) {
        return fmt::format("{} event{}", count, count == 1 ? "" : "s");
    }

    Result<void> draft_custody() {
        if (done_.custody_kept) return {};
        SOLANDER_TRY_ASSIGN(custody_draft_,
                            handover::DraftDirectory::create(*output_, custody_name()));
        for (const auto& file : custody_.files)
            SOLANDER_TRY(custody_draft_->add(file.name, file.bytes));
        return {};
    }

    /// Copies the package, or compares it with the one that is there.
    Result<void> draft_package() {
        const std::string name = package::package_entry(bundle_.name);
        const std::uint64_t size = bundle_.package->size;
        SOLANDER_TRY_ASSIGN(const auto info, output_->find(name));
        if (info) {
            if (info->kind != FileKind::regular)
                return Error(ErrorCode::create, name + " is there, and no regular file");
            if (info->size != size) return other_package();
            SOLANDER_TRY_ASSIGN(there_, output_->open(name));
            done_.package_kept = true;
        } else {
            SOLANDER_TRY_ASSIGN(package_draft_, handover::DraftFile::create(*output_, name));
        }
        if (environment_.progress != nullptr) environment_.progress->expect(1, size);
        base::Bytes buffer(kCopyBlock);
        for (std::uint64_t offset = 0; offset < size;) {
            if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
            const auto wanted =
                std::span(buffer).first(std::min<std::uint64_t>(size - offset, kCopyBlock));
            SOLANDER_TRY_ASSIGN(const std::size_t got, file_->read(wanted));
            if (got < wanted.size())
                return broken({Code::bundle_form, name, "is cut off: the bundle ends within it"});
            if (there_) {
                SOLANDER_TRY_ASSIGN(const bool same, same_bytes(*there_, offset, wanted));
                if (!same) return other_package();
            } else {
                SOLANDER_TRY(package_draft_->append(wanted));
            }
            offset += got;
            if (environment_.progress != nullptr) environment_.progress->advance(0, got);
        }
        if (environment_.progress != nullptr) environment_.progress->advance(1, 0);
        return {};
    }

    Error other_package() const {
        return {ErrorCode::create,
                fmt::format("{} is there with other bytes than in the bundle. Nothing was touched; "
                            "-o names another place",
                            package::package_entry(bundle_.name))};
    }

    Result<void> check_tail() {
        const std::uint64_t size = bundle_.package->size;
        base::Bytes tail(package::bundle_tail_bytes(size) + 1);
        SOLANDER_TRY_ASSIGN(const std::size_t got, file_->read(tail));
        tail.resize(got);
        const auto flaw = package::flaw_of_tail(tail, size);
        if (!flaw.empty()) return broken({Code::bundle_form, "the bundle", flaw});
        return {};
    }

    /// Whether it is a package, of that name and time. It has its own name only after this.
    Result<void> check_package() {
        const std::string name = package::package_entry(bundle_.name);
        auto file = package_draft_ ? package_draft_->reopen() : output_->open(name);
        if (!file) return std::move(file).error();
        auto package = package::open_tar(*std::move(file), package::Form::tar, {}, limits_);
        if (!package) return package.error().in(name);
        const base::Bytes* bytes = (*package)->front().find(format::kManifestFile);
        const auto flaw = [&name](std::string message) {
            return broken({Code::bundle_form, name, std::move(message)});
        };
        if (bytes == nullptr) return flaw("has no manifest.xml");
        const auto manifest = format::read_manifest(*bytes, limits_);
        if (!manifest) return flaw("has a manifest that is none: " + manifest.error().message);
        if (manifest->name != bundle_.name)
            return flaw(fmt::format("has another name in its manifest, '{}'", manifest->name));
        if (manifest->created != bundle_.modified)
            return flaw("was sealed at another time than the bundle states");
        const package::Layout layout(*manifest, bytes->size());
        if (layout.total_bytes() != bundle_.package->size)
            return flaw(fmt::format("has {} bytes; its manifest implies {}", bundle_.package->size,
                                    layout.total_bytes()));
        return {};
    }

    /// The custody first, so that no package is ever without one.
    Result<void> commit() {
        if (custody_draft_) SOLANDER_TRY(custody_draft_->commit());
        auto placed = package_draft_ ? package_draft_->commit(Existing::refuse) : Result<void>();
        if (!placed && custody_draft_) {
            const auto undone = custody_draft_->take_back();
            if (!undone)
                return Error(placed.error().code(),
                             fmt::format("{}; and {} could not be taken away again ({})",
                                         placed.error().message(), custody_name(),
                                         undone.error().message()));
        }
        if (!placed) return placed;
        return custody_draft_ || package_draft_ ? output_->sync() : Result<void>();
    }

    const UnbundleRequest& request_;
    const Environment& environment_;
    base::Limits limits_;
    std::unique_ptr<InputFile> file_;
    package::Bundle bundle_;
    custody::Folder custody_;
    std::unique_ptr<Directory> output_;
    std::unique_ptr<InputFile> there_;  ///< The package that is there already.
    std::unique_ptr<handover::DraftDirectory> custody_draft_;
    std::unique_ptr<handover::DraftFile> package_draft_;
    Unbundled done_;
};

}  // namespace

Result<Unbundled> unbundle(const UnbundleRequest& request, const Environment& environment) {
    return Unbundler(request, environment).run();
}

}  // namespace solander
