// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include <solander/error.h>

namespace solander {

/// The path of a file in a package: relative, `/`-separated, and safe to create below any
/// directory on any system in use. Spec: docs/format.md, "Paths".
class EntryPath {
public:
    static constexpr std::size_t kMaxComponentBytes = 255;
    static constexpr std::size_t kMaxBytes = 4096;

    /// The path `_`, for a value that is still to be filled.
    EntryPath() : text_("_") {}

    /// Errors: format, naming the rule that `text` breaks and what would satisfy it.
    static Result<EntryPath> parse(std::string_view text);

    /// The nearest text that parse() takes, for `--rename-safe` and for suggestions. `text` is
    /// taken apart at `/`; a result is given for every input, also one that is not UTF-8.
    static std::string safe_form(std::string_view text);

    const std::string& str() const noexcept { return text_; }

    /// A key that two paths share if some file system in use would take them for one: NFC after
    /// full Unicode case folding. Spec: docs/format.md, "Paths".
    std::string collision_key() const;

    /// Order of the UTF-8 bytes, the order of files in a manifest.
    friend auto operator<=>(const EntryPath&, const EntryPath&) = default;

private:
    explicit EntryPath(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace solander
