// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/environment.h>
#include <solander/error.h>
#include <solander/key.h>
#include <solander/revocation.h>
#include <solander/timestamp.h>

namespace solander {

// A trust file says whose keys a reader believes, and for what and when: OpenSSH's allowed_signers,
// a line for each. Here it is looked through, listed and changed; verify.h uses it.

enum class TrustSeverity {
    note,     ///< Good to know.
    warning,  ///< It may mean something else than its owner thinks.
    error,    ///< A line, or the file, cannot be relied upon.
};
std::string_view severity_name(TrustSeverity severity);

/// One kind of thing that check_trust() finds. Its id is permanent.
struct TrustRule {
    std::string_view id;
    TrustSeverity severity = TrustSeverity::note;
    std::string_view title;
    std::string_view fix;
};
/// All of them. docs/trust.md has the same list.
std::span<const TrustRule> trust_rules();

struct TrustFinding {
    const TrustRule* rule = nullptr;  ///< Never null; one of trust_rules().
    std::size_t line = 0;             ///< From 1; 0 where it is about the file.
    std::string message;
};

/// What there is to say of a trust file, in the order of its lines.
struct TrustCheck {
    std::size_t usable = 0;  ///< Lines by which a signature of a package can be trusted.
    std::vector<TrustFinding> findings;
};

/// Looks a trust file through for what does not mean what it seems to mean, and for keys that are
/// revoked. Errors: open, io, limit; format (a secret key, which is no trust file).
Result<TrustCheck> check_trust(const std::filesystem::path& file, const Environment& environment,
                               std::span<const Revocation> revocations = {});

/// The file, its directory, or both: what others than its owner may change. A directory in which
/// everybody may only remove what is their own, such as /tmp, is none of these.
std::vector<std::filesystem::path> changeable_by_others(const std::filesystem::path& file,
                                                        const FileSystem& files);

/// A line that lists a key, be it one that counts for something or not.
struct TrustEntry {
    std::size_t line = 0;
    std::string principals;  ///< One name, or a list of patterns.
    std::string key_type;
    std::string fingerprint;
    bool cert_authority = false;
    std::optional<std::string> namespaces = {};  ///< Absent: any.
    std::optional<Timestamp> valid_after = {};
    std::optional<Timestamp> valid_before = {};
    std::string comment = {};
};

/// The lines of a trust file that list a key. Errors: open, io, limit; format (a secret key).
Result<std::vector<TrustEntry>> list_trust(const std::filesystem::path& file,
                                           const Environment& environment);

/// What a trust file's owner lets a key sign if nothing else is said.
inline constexpr std::string_view kTrustNamespaces = "manifest@solander,custody@solander";

struct TrustAddition {
    std::string principal;  ///< One literal name: see is_principal().
    PublicKey key;
    /// Patterns between commas. Of what is absent here, the line that is replaced keeps its own;
    /// a new one gets kTrustNamespaces, and no dates.
    std::optional<std::string> namespaces = {};
    std::optional<Timestamp> valid_after = {};
    std::optional<Timestamp> valid_before = {};
    std::string comment = {};
};

/// Reads a line of a trust file, or of a .pub file: its principal is then its comment, and may be
/// empty. Errors: format, unsupported (another
/// type of key, a certificate authority).
Result<TrustAddition> parse_trust_line(std::string_view line, const Clock& clock);

struct TrustAdded {
    std::size_t line = 0;
    TrustAddition now;                 ///< As it stands there now, namespaces and all.
    std::optional<TrustEntry> before;  ///< The line that it replaced.
    /// Lines that give other keys the same name.
    std::vector<TrustEntry> namesakes;
};

/// Puts keys into a trust file, which is made, for its owner alone, if it is not there: all of them
/// or, with an Error, none. What stands in it stays as it is, to the byte. `replace` lets an
/// addition take the place of the line that has its key. Two calls at once, in two processes even,
/// lose nothing.
/// Errors: usage (a name or namespaces that cannot stand in such a file, dates that exclude each
/// other); create (a key is there already; with `replace`, in several lines); open, io, limit;
/// format (the file is a secret key).
Result<std::vector<TrustAdded>> add_trust(const std::filesystem::path& file,
                                          std::span<const TrustAddition> additions,
                                          Existing existing, const Environment& environment);

/// Takes out the one line that `who`, a principal or a fingerprint, stands for; `line`, if given,
/// says which of several. What else stands in the file stays as it is.
/// Errors: usage, naming what there is (no such line, several, or one that is for others, too);
/// open, io, limit; format (the file is a secret key).
Result<TrustEntry> remove_trust(const std::filesystem::path& file, std::string_view who,
                                std::optional<std::size_t> line, const Environment& environment);

}  // namespace solander
