// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace solander {

// What an audit is told beside the records: texts that stand under many of them, and funders.

/// What a known text is about.
enum class AuditTextScope { collection, item, description };
std::string_view audit_text_scope_name(AuditTextScope scope);  ///< `collection`
std::optional<AuditTextScope> parse_audit_text_scope(std::string_view name);

/// What a known text says of the rights in what it is about.
enum class AuditTextClass {
    undetermined,
    public_domain,
    in_copyright,
    open,        ///< A licence to use and change, for any purpose.
    restricted,  ///< A licence without commercial use, or without changes.
    permission,  ///< Somebody has to be asked first.
    access,      ///< Who may see it.
};
std::string_view audit_text_class_name(AuditTextClass value);  ///< `public-domain`
std::optional<AuditTextClass> parse_audit_text_class(std::string_view name);

/// A rights text that somebody puts under many records. Records have it where their text is the
/// same after folding; one that is much the same has changed wording, which is told.
struct AuditBoilerplate {
    std::string name;
    std::string text;
    std::string text_file = {};  ///< That it was read from; empty: it stands in the configuration.
    AuditTextScope scope = AuditTextScope::collection;
    AuditTextClass status = AuditTextClass::undetermined;
    std::string contact = {};  ///< An address in the text, which captures may have lost.
    std::string at = {};       ///< Where it is stated: `solander.toml:8`.

    bool operator==(const AuditBoilerplate&) const = default;
};

struct AuditFunder {
    std::string name;
    std::vector<std::string> aliases = {};  ///< Other spellings that mean the same one.
    std::string credit = {};                ///< The wording that it requires; empty: none.
    std::string identifier = {};            ///< A ROR, Crossref Funder ID or ISNI.
    std::string at = {};

    bool operator==(const AuditFunder&) const = default;
};

}  // namespace solander
