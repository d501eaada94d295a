// SPDX-License-Identifier: Apache-2.0
#include "verify/outside.h"

#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "verify/evidence.h"

namespace solander::verify {

namespace {

/// Of two real paths.
bool lies_below(std::string_view path, std::string_view directory) {
    if (directory == "/") return true;
    if (!path.starts_with(directory)) return false;
    return path.size() == directory.size() || path[directory.size()] == '/';
}

bool has_place(FileKind kind) {
    return kind == FileKind::regular || kind == FileKind::directory;
}

}  // namespace

std::vector<OwnPlaces::Own> OwnPlaces::inputs(const VerifyOptions& options) {
    std::vector<Own> own;
    if (options.trust) own.push_back({*options.trust, "whom to believe"});
    if (options.revoked) own.push_back({*options.revoked, "whom not to believe"});
    if (options.policy) own.push_back({*options.policy, "what to ask of it"});
    if (options.state) own.push_back({*options.state, "what you remember"});
    if (options.write_proof) own.push_back({*options.write_proof, "a place for proofs"});
    for (const auto& path : options.receipts) own.push_back({path, "what others know of it"});
    for (const auto& path : options.attestations) own.push_back({path, "what others vouch for"});
    for (const auto& path : options.compare) own.push_back({path, "another copy of the custody"});
    return own;
}

Result<OwnPlaces> OwnPlaces::find(const VerifyOptions& options, const Environment& environment) {
    OwnPlaces places(options, environment.files);
    for (Own& own : inputs(options)) {
        SOLANDER_TRY_ASSIGN(own.place, places.place_of(own.path));
        if (!own.place.empty()) places.own_.push_back(std::move(own));
    }
    return places;
}

/// Thousands of packages lie in few directories, so each of those is resolved once.
Result<std::string> OwnPlaces::real_directory(const std::string& path) {
    const auto known = real_directories_.find(path);
    if (known != real_directories_.end()) return known->second;
    SOLANDER_TRY_ASSIGN(const auto real, files_.canonical(path.empty() ? "." : path));
    return real_directories_.emplace(path, real.string()).first->second;
}

/// The real path of something; empty for what is not there, or has no place among files, such as a
/// pipe.
Result<std::string> OwnPlaces::place_of(const std::filesystem::path& path) {
    if (path.empty() || path == "-") return std::string();
    SOLANDER_TRY_ASSIGN(const auto target, files_.find(path));
    if (!target || !has_place(target->kind)) return std::string();
    const std::string& text = path.native();
    const auto name_at = text.rfind('/') + 1;  // 0 if there is no slash
    const auto name = std::string_view(text).substr(name_at);
    SOLANDER_TRY_ASSIGN(const FileInfo itself, files_.link_info(path));
    if (itself.kind == FileKind::symlink || name.empty() || name == "." || name == "..") {
        SOLANDER_TRY_ASSIGN(const auto real, files_.canonical(path));
        return real.string();
    }
    SOLANDER_TRY_ASSIGN(std::string place, real_directory(text.substr(0, name_at)));
    if (place != "/") place += '/';
    return place.append(name);
}

Result<void> OwnPlaces::check_outside(const std::filesystem::path& package) {
    if (own_.empty()) return {};
    std::vector<std::pair<std::filesystem::path, std::string>> places;
    for (const auto& path :
         {package, custody_beside(package, package::Form::tar),
          custody_beside(package, package::Form::directory), options_.custody.value_or("")}) {
        SOLANDER_TRY_ASSIGN(std::string real, place_of(path));
        if (!real.empty()) places.emplace_back(path, std::move(real));
    }
    for (const Own& own : own_)
        for (const auto& [path, real] : places)
            if (lies_below(own.place, real))
                return Error(ErrorCode::usage,
                             fmt::format("{} lies inside {}: {} cannot come with the package "
                                         "itself",
                                         base::printable(own.path.string()),
                                         base::printable(path.string()), own.why));
    return {};
}

Result<void> check_own_is_outside(const std::filesystem::path& package,
                                  const VerifyOptions& options, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(OwnPlaces own, OwnPlaces::find(options, environment));
    return own.check_outside(package);
}

}  // namespace solander::verify
