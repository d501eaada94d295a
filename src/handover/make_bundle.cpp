// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <set>

#include <fmt/format.h>

#include <solander/bundle.h>

#include "base/escape.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "custody/folder.h"
#include "format/bag_files.h"
#include "format/manifest_xml.h"
#include "handover/compare_histories.h"
#include "handover/draft.h"
#include "package/bundle.h"
#include "package/canonical_tar.h"
#include "package/inventory.h"
#include "package/open_package.h"
#include "package/payload_digest.h"
#include "verify/evidence.h"

namespace solander {

namespace {

constexpr std::string_view kSeal = "0001-seal.xml";
constexpr std::size_t kBlock = std::size_t{1} << 20;

/// What goes into a bundle, before anything is written.
struct Parts {
    std::unique_ptr<package::OpenPackage> package;
    Manifest manifest;
    std::optional<package::Layout> layout;  ///< Of `manifest`.
    Sha256 digest;
    std::filesystem::path custody_path;
    custody::Folder custody;
};

Result<void> read_package(const BundleRequest& request, const base::Limits& limits,
                          const Environment& environment, Parts& parts) {
    SOLANDER_TRY_ASSIGN(parts.package, package::open_package(environment, request.package, limits));
    if (parts.package->bundle() != nullptr) return Error(ErrorCode::usage, "is a bundle already");
    if (parts.package->form() == package::Form::pipe)
        return Error(ErrorCode::usage, "no bundle is made of a pipe: save it first");
    const base::Bytes* bytes = parts.package->front().find(format::kManifestFile);
    if (bytes == nullptr) return Error(ErrorCode::format, "has no manifest.xml");
    auto manifest = format::read_manifest(*bytes, limits);
    if (!manifest)
        return Error(ErrorCode::format,
                     fmt::format("manifest.xml: {}", base::printable(manifest.error().message)));
    parts.manifest = *std::move(manifest);
    parts.layout.emplace(parts.manifest, bytes->size());
    parts.digest = crypto::sha256(*bytes);
    return {};
}

Result<void> read_custody(const BundleRequest& request, const base::Limits& limits,
                          const Environment& environment, Parts& parts) {
    parts.custody_path =
        request.custody.value_or(verify::custody_beside(request.package, parts.package->form()));
    if (parts.custody_path.empty())
        return Error(ErrorCode::usage,
                     "the custody of a directory that is not given by its name has to be named "
                     "with --custody");
    const std::string name = base::printable(parts.custody_path.string());
    SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(parts.custody_path));
    if (!there)
        return Error(ErrorCode::open,
                     fmt::format("there is no {}, and a bundle is a package with its custody: name "
                                 "that with --custody, or send the package as it is",
                                 name));
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(parts.custody_path));
    auto folder = custody::read_folder(environment, *directory, limits);
    if (!folder) return folder.error().in(name);
    parts.custody = *std::move(folder);
    const auto in_folder = [&](const auto& entry) {
        return fmt::format("{}/{}: {}", name, base::printable(entry.first),
                           base::printable(entry.second));
    };
    if (!parts.custody.unreadable.empty())
        return Error(ErrorCode::open, in_folder(parts.custody.unreadable.front()));
    if (!parts.custody.foreign.empty())
        return Error(ErrorCode::format, in_folder(parts.custody.foreign.front()));
    const custody::FolderFile* seal = parts.custody.find(kSeal);
    if (seal == nullptr)
        return Error(ErrorCode::format, fmt::format("{} has no {}: it is no custody", name, kSeal));
    const auto event = format::read_event(seal->bytes, limits);
    if (event && event->manifest.sha256 != parts.digest)
        return Error(ErrorCode::format, fmt::format("{} is the custody of another package", name));
    return {};
}

/// Where the bundle is to be put.
struct Target {
    std::filesystem::path directory;
    std::string file;

    std::filesystem::path path() const { return directory / file; }
};

Result<Target> target_of(const BundleRequest& request, const std::string& name,
                         const Environment& environment) {
    const std::string own = name + ".bundle.tar";
    SOLANDER_TRY_ASSIGN(const auto info, environment.files.find(request.output));
    if (info && info->kind == FileKind::directory) return Target{request.output, own};
    if (!request.output.has_filename()) {
        SOLANDER_TRY(environment.files.create_directories(request.output));
        return Target{request.output, own};
    }
    const auto parent = request.output.parent_path();
    return Target{parent.empty() ? "." : parent, request.output.filename().string()};
}

bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

/// A bundle must not become a part of what it holds, nor take its place.
Result<void> check_target(const BundleRequest& request, const Target& target, const Parts& parts,
                          const Directory& directory, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto place, environment.files.canonical(target.directory));
    for (const auto& part : {request.package, parts.custody_path}) {
        SOLANDER_TRY_ASSIGN(const auto real, environment.files.canonical(part));
        if (lies_in(place, real))
            return Error(ErrorCode::usage,
                         fmt::format("{} lies inside {}: name another place with -o",
                                     base::printable(target.path().string()),
                                     base::printable(part.string())));
    }
    SOLANDER_TRY_ASSIGN(const auto there, directory.find(target.file));
    if (!there) return {};
    const std::string shown = base::printable(target.path().string());
    SOLANDER_TRY_ASSIGN(const FileInfo package, environment.files.info(request.package));
    if (there->device == package.device && there->inode == package.inode)
        return Error(ErrorCode::usage, shown + " is the package itself");
    if (there->kind != FileKind::regular)
        return Error(ErrorCode::create, shown + " is there, and no regular file");
    if (!request.replace)
        return Error(ErrorCode::create, shown + " exists already; --force replaces it");
    return {};
}

class Writer {
public:
    Writer(const BundleRequest& request, const Parts& parts, handover::DraftFile& draft,
           const Environment& environment)
        : request_(request), parts_(parts), draft_(draft), environment_(environment) {}

    Result<void> write() {
        const Manifest& manifest = parts_.manifest;
        for (const auto& file : parts_.custody.files) {
            SOLANDER_TRY(append(
                header(package::custody_entry(manifest.name, file.name), file.bytes.size())));
            SOLANDER_TRY(append(base::as_text(file.bytes)));
            SOLANDER_TRY(pad(file.bytes.size()));
        }
        const std::uint64_t size = parts_.layout->total_bytes();
        if (environment_.progress != nullptr) environment_.progress->expect(1, size);
        SOLANDER_TRY(append(header(package::package_entry(manifest.name), size)));
        SOLANDER_TRY(parts_.package->form() == package::Form::directory ? build_tar() : copy_tar());
        if (environment_.progress != nullptr) environment_.progress->advance(1, 0);
        return append(std::string(package::bundle_tail_bytes(size), '\0'));
    }

private:
    std::string header(std::string_view path, std::uint64_t size) const {
        return package::tar_header(path, size, parts_.manifest.created);
    }
    Result<void> append(std::string_view text) { return draft_.append(base::as_bytes(text)); }
    Result<void> pad(std::uint64_t size) {
        return append(std::string(package::padded(size) - size, '\0'));
    }
    Result<void> advance(std::uint64_t bytes) const {
        if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        if (environment_.progress != nullptr) environment_.progress->advance(0, bytes);
        return {};
    }

    Result<void> copy_tar() {
        const std::uint64_t size = parts_.layout->total_bytes();
        SOLANDER_TRY_ASSIGN(const auto file, environment_.files.open(request_.package));
        SOLANDER_TRY_ASSIGN(const FileInfo info, file->info());
        if (info.size != size)
            return Error(ErrorCode::format,
                         fmt::format("has {} bytes; its manifest implies {}", info.size, size));
        base::Bytes buffer(kBlock);
        for (std::uint64_t offset = 0; offset < size;) {
            const std::size_t wanted = std::min<std::uint64_t>(size - offset, kBlock);
            SOLANDER_TRY_ASSIGN(const std::size_t got,
                                file->read_at(offset, std::span(buffer).first(wanted)));
            if (got < wanted) return Error(ErrorCode::io, "became shorter while it was read");
            SOLANDER_TRY(draft_.append(std::span(buffer).first(got)));
            SOLANDER_TRY(advance(got));
            offset += got;
        }
        return {};
    }

    /// The tar that a directory was unpacked from.
    Result<void> build_tar() {
        const package::Layout& layout = *parts_.layout;
        for (const auto& entry : layout.front()) {
            const base::Bytes* bytes = parts_.package->front().find(entry.path);
            if (bytes == nullptr || bytes->size() != entry.size)
                return Error(ErrorCode::format,
                             fmt::format("{} is not there, or not of the size that the manifest "
                                         "implies",
                                         base::printable(entry.path)));
            SOLANDER_TRY(append(header(layout.entry_name(entry.path), entry.size)));
            SOLANDER_TRY(draft_.append(*bytes));
            SOLANDER_TRY(pad(entry.size));
        }
        for (std::size_t i = 0; i < layout.file_count(); ++i) SOLANDER_TRY(build_entry(i));
        return append(std::string(package::kTarEnd, '\0'));
    }

    Result<void> build_entry(std::size_t index) {
        const PayloadFile& file = parts_.manifest.files[index];
        const std::string shown = base::printable(file.path.str());
        SOLANDER_TRY(append(parts_.layout->header(index)));
        package::PayloadDigest digest;
        digest.start(file.sha512.has_value());
        const std::uint64_t begin = draft_.size();
        const auto read = parts_.package->read_file(parts_.manifest, *parts_.layout, index,
                                                    [&](base::BytesView bytes) -> Result<void> {
                                                        digest.update(bytes);
                                                        SOLANDER_TRY(draft_.append(bytes));
                                                        return advance(bytes.size());
                                                    });
        if (!read) return read.error().in(shown);
        if (draft_.size() - begin != file.size ||
            package::differing_digest(file, digest.finish()).has_value())
            return Error(ErrorCode::format, shown + " is not as the manifest lists it");
        return pad(file.size);
    }

    const BundleRequest& request_;
    const Parts& parts_;
    handover::DraftFile& draft_;
    const Environment& environment_;
};

/// What the manifest does not know of, so that nobody takes it for sent.
Result<std::vector<std::string>> left_out(const BundleRequest& request, const Parts& parts,
                                          const base::Limits& limits,
                                          const Environment& environment) {
    std::vector<std::string> paths;
    if (parts.package->form() != package::Form::directory) return paths;
    std::set<std::string_view> listed;
    for (const auto& entry : parts.layout->front()) listed.insert(entry.path);
    for (const auto& file : parts.manifest.files) listed.insert(file.path.str());
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(request.package));
    SOLANDER_TRY_ASSIGN(const auto inventory,
                        package::take_inventory(environment, *directory, limits));
    for (const auto& entry : inventory.files)
        if (!listed.contains(entry.path)) paths.push_back(entry.path);
    return paths;
}

}  // namespace

Result<Bundled> make_bundle(const BundleRequest& request, const Environment& environment) {
    base::Limits limits;
    limits.manifest_bytes = request.manifest_bytes;
    Parts parts;
    SOLANDER_TRY(read_package(request, limits, environment, parts));
    SOLANDER_TRY(read_custody(request, limits, environment, parts));
    SOLANDER_TRY_ASSIGN(const Target target, target_of(request, parts.manifest.name, environment));
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(target.directory));
    SOLANDER_TRY(check_target(request, target, parts, *directory, environment));

    Bundled bundled{.bundle = target.path(), .name = parts.manifest.name, .manifest = parts.digest};
    bundled.events = handover::event_count(parts.custody);
    SOLANDER_TRY_ASSIGN(bundled.left_out, left_out(request, parts, limits, environment));
    SOLANDER_TRY_ASSIGN(const auto draft, handover::DraftFile::create(*directory, target.file));
    SOLANDER_TRY(Writer(request, parts, *draft, environment).write());
    bundled.bytes = draft->size();
    SOLANDER_TRY(draft->commit(request.replace ? Existing::replace : Existing::refuse));
    SOLANDER_TRY(directory->sync());
    return bundled;
}

}  // namespace solander
