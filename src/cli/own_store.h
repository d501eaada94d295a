// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <solander/revocation.h>

#include "cli/io.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class App;
}

namespace solander::cli {

/// The trust file of whoever runs the tool, be it there or not; nothing if no variable tells where.
std::optional<std::filesystem::path> own_trust_file(const Io& io);

/// The same of revocations: solander/revocation.h.
std::optional<std::filesystem::path> own_revocations(const Io& io);

/// `--trust` of the verbs that are about a trust file.
struct StoreOption {
    std::string trust;

    void add_to(CLI::App& app);
    /// ` --trust FILE`, for commands that messages advise; nothing where it is one's own.
    std::string words() const;
    /// The file that was named, or one's own. Errors: usage, if no variable tells where that is.
    Result<std::filesystem::path> file(const Io& io) const;
    /// The same, being there. Errors: open, with the next step.
    Result<std::filesystem::path> present_file(const Io& io) const;
    /// The same, in a directory that is there: one's own is made, for its owner alone. Errors:
    /// create.
    Result<std::filesystem::path> writable_file(Io& io) const;
};

/// `--revoked`: the file of revocations, one's own where none is named.
struct RevokedOption {
    std::string revoked;

    void add_to(CLI::App& app);
    /// ` --revoked FILE`, likewise.
    std::string words() const;
    /// What it says; nothing where none is named, and one's own is not there. Errors: as
    /// load_revocations().
    Result<std::vector<Revocation>> load(const Io& io) const;
    /// The file, in a directory that is there: see StoreOption. Errors: usage, create.
    Result<std::filesystem::path> writable_file(Io& io) const;
};

/// `own`, unless it is not there, where nothing else was `named`. What is there and cannot be
/// looked at is an error later on, not nothing; so is a link to something that is not there.
std::optional<std::filesystem::path> named_or_own(const Io& io, const std::string& named,
                                                  const std::optional<std::filesystem::path>& own);

/// Warns on standard error of a trust file that others may change. `named` is by which words of the
/// command line it was named: of such a file, its owner's group and directory are the caller's own
/// affair.
void warn_of_others(const Io& io, const std::filesystem::path& file, const std::string& named);

}  // namespace solander::cli
