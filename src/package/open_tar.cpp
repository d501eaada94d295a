// SPDX-License-Identifier: Apache-2.0
#include "package/open_tar.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/parallel.h"
#include "base/try.h"
#include "base/unchanged.h"
#include "package/canonical_tar.h"
#include "package/tar_examiner.h"
#include "package/tar_front.h"
#include "package/tar_survey.h"

namespace solander::package {

namespace {

/// Of a small package all is there already since its front was read.
class FileSource final : public TarSource {
public:
    FileSource(const InputFile& file, base::BytesView front) : file_(file), front_(front) {}

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) override {
        if (offset > front_.size() || into.size() > front_.size() - offset)
            return file_.read_at(offset, into);
        std::copy_n(front_.begin() + static_cast<std::ptrdiff_t>(offset), into.size(),
                    into.begin());
        return into.size();
    }

private:
    const InputFile& file_;
    base::BytesView front_;
};

/// First what was read of the front too much, then the rest of the pipe.
class PipeSource final : public TarSource {
public:
    PipeSource(InputFile& file, base::BytesView front) : file_(file), front_(front) {}

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) override {
        std::size_t done = 0;
        if (offset < front_.size()) {
            const auto carried = front_.subspan(offset);
            done = std::min(carried.size(), into.size());
            std::copy_n(carried.begin(), done, into.begin());
        }
        SOLANDER_TRY_ASSIGN(const std::size_t got, file_.read(into.subspan(done)));
        return done + got;
    }

private:
    InputFile& file_;
    base::BytesView front_;
};

class TarPackage final : public OpenPackage {
public:
    TarPackage(std::unique_ptr<InputFile> file, Form form, base::Bytes begun)
        : file_(std::move(file)), form_(form), tar_front_(*file_, std::move(begun)) {}

    Result<void> read_front(const base::Limits& limits) {
        if (form_ == Form::tar) {
            SOLANDER_TRY_ASSIGN(before_, file_->info());
        }
        SOLANDER_TRY_ASSIGN(front_, tar_front_.read(limits));
        return {};
    }

    Form form() const override { return form_; }
    const Front& front() const override { return front_; }

    Result<Contents> examine(const Environment& environment, const Manifest& manifest,
                             const Layout& layout, const Wanted& wanted) override {
        SOLANDER_TRY(tar_front_.ensure(layout.front_bytes()));
        ContentsBuilder found(wanted);
        found.contents().container = tar_front_.compare(layout, manifest.created);
        if (form_ == Form::pipe) {
            SOLANDER_TRY(examine_pipe(environment, manifest, layout, found));
        } else {
            SOLANDER_TRY(examine_file(environment, manifest, layout, found));
        }
        if (form_ == Form::tar && !found.contents().container.empty()) {
            SOLANDER_TRY_ASSIGN(
                auto survey, survey_tar(environment, *file_, manifest, layout, found.contents()));
            auto& container = found.contents().container;
            container.insert(container.end(), std::make_move_iterator(survey.begin()),
                             std::make_move_iterator(survey.end()));
        }
        if (form_ == Form::tar) {
            SOLANDER_TRY_ASSIGN(const FileInfo after, file_->info());
            if (!base::is_unchanged(before_, after))
                found.add(Code::package_changed, {}, std::string(kChanged));
        }
        return std::move(found.contents());
    }

    Result<void> read_file(
        const Manifest& manifest, const Layout& layout, std::size_t index,
        const std::function<Result<void>(base::BytesView)>& sink) const override {
        static constexpr std::size_t kBlock = std::size_t{1} << 20;
        if (form_ == Form::pipe)
            return Error(ErrorCode::usage, "one file cannot be taken out of a pipe");
        base::Bytes buffer(kBlock);
        std::uint64_t offset = layout.data_offset(index);
        for (std::uint64_t left = manifest.files[index].size; left > 0;) {
            const std::size_t size = std::min<std::uint64_t>(left, kBlock);
            SOLANDER_TRY_ASSIGN(const std::size_t got,
                                file_->read_at(offset, std::span(buffer).first(size)));
            if (got < size) return Error(ErrorCode::format, "the package is cut off here");
            SOLANDER_TRY(sink(std::span(buffer).first(got)));
            offset += got;
            left -= got;
        }
        return {};
    }

private:
    Result<void> examine_file(const Environment& environment, const Manifest& manifest,
                              const Layout& layout, ContentsBuilder& found) {
        const auto runs = file_runs(layout);
        std::vector<TarExaminer> examiners;
        for (unsigned i = 0; i < std::max(environment.jobs, 1U); ++i)
            examiners.emplace_back(environment, manifest, layout, found);
        SOLANDER_TRY(
            base::parallel_for(environment, runs.size(), [&](unsigned worker, std::size_t run) {
                FileSource source(*file_, tar_front_.bytes());
                return examiners[worker].examine(source, runs[run]);
            }));
        add_container_findings(manifest, found);
        FileSource source(*file_, tar_front_.bytes());
        SOLANDER_TRY(examine_end(source, layout, found));
        SOLANDER_TRY_ASSIGN(const FileInfo info, file_->info());
        if (info.size != layout.total_bytes())
            found.add(Code::container_size, {},
                      fmt::format("the tar has {} bytes; the manifest implies {}", info.size,
                                  layout.total_bytes()));
        return {};
    }

    Result<void> examine_pipe(const Environment& environment, const Manifest& manifest,
                              const Layout& layout, ContentsBuilder& found) {
        PipeSource source(*file_, tar_front_.bytes());
        TarExaminer examiner(environment, manifest, layout, found);
        for (const FileRun& run : file_runs(layout)) {
            if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
            SOLANDER_TRY(examiner.examine(source, run));
        }
        add_container_findings(manifest, found);
        SOLANDER_TRY_ASSIGN(const std::size_t end, examine_end(source, layout, found));
        if (end < kTarEnd)
            found.add(Code::container_size, {},
                      fmt::format("the tar ends before the {} bytes that the manifest implies",
                                  layout.total_bytes()));
        std::array<std::byte, 1> one{};
        SOLANDER_TRY_ASSIGN(const std::size_t more, source.read_at(layout.total_bytes(), one));
        if (more > 0)
            found.add(Code::container_size, {},
                      fmt::format("there are bytes after the {} that the manifest implies",
                                  layout.total_bytes()));
        return {};
    }

    /// Returns how much of the end there is.
    static Result<std::size_t> examine_end(TarSource& source, const Layout& layout,
                                           ContentsBuilder& found) {
        std::array<std::byte, kTarEnd> end{};
        SOLANDER_TRY_ASSIGN(const std::size_t got,
                            source.read_at(layout.total_bytes() - kTarEnd, end));
        if (std::any_of(end.begin(), end.end(), [](std::byte b) { return b != std::byte{0}; }))
            found.add(Code::container_padding, {}, "the two blocks that end the tar are not zero");
        return got;
    }

    static void add_container_findings(const Manifest& manifest, ContentsBuilder& found) {
        for (const auto& [index, failure] : found.contents().failed) {
            const auto& path = manifest.files[index].path.str();
            if (failure.status == FileFailure::Status::missing) {
                found.add(Code::entry_missing, path, std::string(kMissing));
                continue;
            }
            if (failure.header_differs)
                found.add(Code::container_header, path,
                          "the tar header is not the one that the manifest implies");
            if (failure.padding_differs)
                found.add(Code::container_padding, path, "the bytes after the file are not zero");
        }
    }

    std::unique_ptr<InputFile> file_;
    Form form_;
    TarFront tar_front_;
    Front front_;
    FileInfo before_;  ///< Of a tar, as reading began.
};

}  // namespace

Result<std::unique_ptr<OpenPackage>> open_tar(std::unique_ptr<InputFile> file, Form form,
                                              base::Bytes begun, const base::Limits& limits) {
    auto package = std::make_unique<TarPackage>(std::move(file), form, std::move(begun));
    SOLANDER_TRY(package->read_front(limits));
    return package;
}

}  // namespace solander::package
