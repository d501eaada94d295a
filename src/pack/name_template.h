// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

namespace solander::pack {

/// What the fields of a template stand for, of one document; empty: it has none. Each has letters
/// of a package's name only.
struct NameFields {
    std::string date;
    std::string title_slug;
    std::string id;
    std::string file;
    std::string number;
};

/// How packages are named after their documents: `{date}-{title-slug}-{id}`. Letters stand for
/// themselves. A field that a document has nothing for takes the separators (`-`, `_`, `.`) in
/// front of it with it, the first field of a name those behind it.
class NameTemplate {
public:
    /// Errors: usage, for an unknown field (naming the nearest and all that there are), a text
    /// without any field, and letters that no name can have.
    static Result<NameTemplate> parse(std::string_view text);

    /// The name of one document. One that is too long has its title cut, at the end of a word.
    /// Errors: usage, where the fields come to nothing, or to more than a name can have.
    Result<std::string> name(NameFields fields) const;

private:
    /// Letters, or a field.
    struct Part {
        std::string letters;
        std::string NameFields::*field = nullptr;
    };

    std::string fill(const NameFields& fields) const;

    std::vector<Part> parts_;
};

/// `title` in small ASCII letters and digits, a `-` between words.
std::string slug(std::string_view title);

}  // namespace solander::pack
