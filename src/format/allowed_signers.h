// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/environment.h>

#include "base/bytes.h"

namespace solander::format {

// An allowed-signers file, as ssh-keygen(1) describes it under ALLOWED SIGNERS:
//
//   line       = principals [options] key-type base64-key [comment]
//   principals = pattern *("," pattern), the whole or a part in double quotes
//   options    = option *("," option)
//   option     = "cert-authority" / "namespaces=" quoted / "valid-after=" quoted
//              / "valid-before=" quoted
//
// Empty lines and lines that begin with # say nothing.

/// A time as the file has it; without `utc` it is in the reader's own time zone.
struct SignerTime {
    CivilTime civil = {};
    bool utc = false;
};

struct AllowedSigner {
    std::size_t line = 0;    ///< From 1.
    std::string principals;  ///< A pattern list, for matches_pattern_list().
    bool cert_authority = false;
    std::optional<std::string> namespaces;  ///< A pattern list; absent = every namespace.
    std::optional<SignerTime> valid_after;
    std::optional<SignerTime> valid_before;
    std::string key_type;
    base::Bytes key_blob;  ///< The key as SSH knows it; it begins with its type, here `key_type`.
    std::string comment;
};

struct LineProblem {
    std::size_t line = 0;
    std::string sentence;
};

struct AllowedSigners {
    std::vector<AllowedSigner> signers;
    std::vector<LineProblem> problems;  ///< Lines that could not be read, and so count for nothing.
};

AllowedSigners parse_allowed_signers(std::string_view text);

/// Whether the first word of a line is a type of keys, such as `ssh-ed25519`: then it is the line
/// of a .pub file, which names nobody.
bool begins_with_key_type(std::string_view line);

/// Whether a text is that of a secret key, which somebody has taken for a trust file.
bool begins_as_secret_key(std::string_view text);
inline constexpr std::string_view kIsSecretKey =
    "is a secret key and no trust file: keep it to yourself, and name the file in which you list "
    "whose keys you believe";

/// Whether `text` matches one of the comma-separated patterns (`*` is any text, `?` any byte) and
/// none that has a `!` in front. Spec: ssh_config(5), PATTERNS.
bool matches_pattern_list(std::string_view text, std::string_view patterns);

/// The patterns of a list that are plain names, and that the list does not itself exclude.
std::vector<std::string_view> literal_names(std::string_view patterns);

}  // namespace solander::format
