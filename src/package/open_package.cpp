// SPDX-License-Identifier: Apache-2.0
#include "package/open_package.h"

#include <algorithm>

#include "base/try.h"
#include "package/bundle.h"
#include "package/canonical_tar.h"
#include "package/open_bundle.h"
#include "package/open_directory.h"
#include "package/open_tar.h"

namespace solander::package {

const base::Bytes* Front::find(std::string_view path) const {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [path](const SmallFile& file) { return file.path == path; });
    return found == files.end() ? nullptr : &found->bytes;
}

const std::string* Front::why_unreadable(std::string_view path) const {
    const auto found = std::find_if(unreadable.begin(), unreadable.end(),
                                    [path](const auto& entry) { return entry.first == path; });
    return found == unreadable.end() ? nullptr : &found->second;
}

Result<std::unique_ptr<OpenPackage>> open_package(const Environment& environment,
                                                  const std::filesystem::path& path,
                                                  const base::Limits& limits) {
    SOLANDER_TRY_ASSIGN(const FileInfo info, environment.files.info(path));
    if (info.kind == FileKind::directory && path != "-") {
        SOLANDER_TRY_ASSIGN(auto directory, environment.files.open_directory(path));
        return open_directory(std::move(directory), limits);
    }
    SOLANDER_TRY_ASSIGN(auto file, environment.files.open(path));
    const Form form = info.kind == FileKind::regular && path != "-" ? Form::tar : Form::pipe;
    base::Bytes begun(kTarBlock);
    SOLANDER_TRY_ASSIGN(const std::size_t got, file->read(begun));
    begun.resize(got);
    const auto open = begins_bundle(begun) ? open_bundle : open_tar;
    return open(std::move(file), form, std::move(begun), limits);
}

}  // namespace solander::package
