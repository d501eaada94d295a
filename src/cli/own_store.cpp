// SPDX-License-Identifier: Apache-2.0
#include "cli/own_store.h"

#include <cerrno>
#include <ostream>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <solander/trust.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/options.h"

namespace solander::cli {

namespace {

constexpr ::mode_t kOwnerMayEnter = 0700;
constexpr std::uint32_t kAllMayWrite = 002;

void warn_of(const Io& io, const std::filesystem::path& path, const std::string& named) {
    io.err << fmt::format(
        "solander: warning: {} may be changed by others, and with it whom you believe: `chmod go-w "
        "{}`, then look it through with `solander trust list{}`\n",
        base::printable(path.string()), shell_word(path), named);
}

/// What belongs to the administrator, who may change everything, is not told.
void warn_of_owner(const Io& io, const std::filesystem::path& path) {
    const auto info = io.files.find(path);
    if (!info || !*info || (*info)->owner == 0 || (*info)->owner == ::geteuid()) return;
    io.err << fmt::format(
        "solander: warning: {} belongs to somebody else, who may change whom you believe: make it "
        "yours, then look it through with `solander trust list`\n",
        base::printable(path.string()));
}

Error no_place(std::string_view what, std::string_view option) {
    return {ErrorCode::usage,
            fmt::format("neither XDG_CONFIG_HOME nor HOME is an absolute path, so there is no "
                        "place for {} of your own: name one with {}",
                        what, option)};
}

Result<void> make_own_directory(Io& io, const std::filesystem::path& directory) {
    SOLANDER_TRY(io.files.create_directories(directory.parent_path()));
    if (::mkdir(directory.c_str(), kOwnerMayEnter) != 0 && errno != EEXIST)
        return Error(ErrorCode::create, fmt::format("{}: {}", base::printable(directory.string()),
                                                    std::generic_category().message(errno)));
    return {};
}

}  // namespace

std::optional<std::filesystem::path> own_trust_file(const Io& io) {
    const auto directory = configuration_directory(io);
    return directory ? std::optional(*directory / "allowed_signers") : std::nullopt;
}

std::optional<std::filesystem::path> own_revocations(const Io& io) {
    const auto directory = configuration_directory(io);
    return directory ? std::optional(*directory / "revoked.toml") : std::nullopt;
}

void StoreOption::add_to(CLI::App& app) {
    add_text(app, "-t,--trust", "FILE", trust,
             "The trust file (default: your own, allowed_signers in the configuration directory, "
             "~/.config/solander)");
}

std::string StoreOption::words() const {
    return trust.empty() ? "" : " --trust " + shell_word(trust);
}

Result<std::filesystem::path> StoreOption::file(const Io& io) const {
    if (!trust.empty()) return std::filesystem::path(trust);
    const auto own = own_trust_file(io);
    if (!own) return no_place("a trust file", "--trust");
    return *own;
}

Result<std::filesystem::path> StoreOption::present_file(const Io& io) const {
    SOLANDER_TRY_ASSIGN(const auto path, file(io));
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(path));
    if (!there)
        return Error(ErrorCode::open,
                     fmt::format("{}: is not there, so you believe nobody yet; begin it with "
                                 "`solander trust add NAME KEY.pub{}`",
                                 base::printable(path.string()), words()));
    return path;
}

Result<std::filesystem::path> StoreOption::writable_file(Io& io) const {
    SOLANDER_TRY_ASSIGN(const auto path, file(io));
    if (trust.empty()) SOLANDER_TRY(make_own_directory(io, path.parent_path()));
    return path;
}

void RevokedOption::add_to(CLI::App& app) {
    add_text(app, "--revoked", "FILE", revoked,
             "Keys that you believe no longer, and since when (default: revoked.toml in the "
             "configuration directory, if it is there)");
}

std::string RevokedOption::words() const {
    return revoked.empty() ? "" : " --revoked " + shell_word(revoked);
}

Result<std::vector<Revocation>> RevokedOption::load(const Io& io) const {
    const auto file = named_or_own(io, revoked, own_revocations(io));
    if (!file) return std::vector<Revocation>();
    return load_revocations(*file, io.files);
}

Result<std::filesystem::path> RevokedOption::writable_file(Io& io) const {
    if (!revoked.empty()) return std::filesystem::path(revoked);
    const auto own = own_revocations(io);
    if (!own) return no_place("revocations", "--revoked");
    SOLANDER_TRY(make_own_directory(io, own->parent_path()));
    return *own;
}

std::optional<std::filesystem::path> named_or_own(const Io& io, const std::string& named,
                                                  const std::optional<std::filesystem::path>& own) {
    if (!named.empty()) return named;
    if (!own) return std::nullopt;
    const auto there = io.files.find(*own);
    if (there && !*there && !io.files.link_info(*own)) return std::nullopt;
    return own;
}

void warn_of_others(const Io& io, const std::filesystem::path& file, const std::string& named) {
    if (named.empty()) {
        for (const auto& path : changeable_by_others(file, io.files)) warn_of(io, path, named);
        for (const auto& path : {file, file.parent_path()}) warn_of_owner(io, path);
        return;
    }
    const auto info = io.files.find(file);
    if (info && *info && (*info)->kind == FileKind::regular &&
        ((*info)->permissions & kAllMayWrite) != 0)
        warn_of(io, file, named);
}

}  // namespace solander::cli
