// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <solander/verify.h>

namespace solander::verify {

/// What the reader relies on, by its real places. Trust that arrives with what it vouches for is
/// none, nor is a receipt, a memory or another copy that does. Use by one thread.
class OwnPlaces {
public:
    /// `options` and `environment` must outlive this. Errors: open.
    static Result<OwnPlaces> find(const VerifyOptions& options, const Environment& environment);

    /// Errors: usage, if one of them lies inside the package, the custody beside it or the one that
    /// was named; open.
    Result<void> check_outside(const std::filesystem::path& package);

private:
    struct Own {
        std::filesystem::path path;  ///< As the reader gave it.
        std::string_view why;        ///< What would be wrong with having it from the package.
        std::string place = {};      ///< Where it really is.
    };

    OwnPlaces(const VerifyOptions& options, const FileSystem& files)
        : options_(options), files_(files) {}

    static std::vector<Own> inputs(const VerifyOptions& options);
    Result<std::string> real_directory(const std::string& path);
    Result<std::string> place_of(const std::filesystem::path& path);

    const VerifyOptions& options_;
    const FileSystem& files_;
    std::vector<Own> own_;
    std::unordered_map<std::string, std::string> real_directories_;
};

/// The same for one package.
Result<void> check_own_is_outside(const std::filesystem::path& package,
                                  const VerifyOptions& options, const Environment& environment);

}  // namespace solander::verify
