// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>
#include <solander/timestamp.h>

#include "toml/tree.h"

namespace solander::settings {

/// A settings file as it is read: its tree, its name, and errors with its lines.
class Source {
public:
    /// `example` is the page of ours that has one. Errors: usage, for a text that is no TOML in
    /// UTF-8.
    static Result<Source> parse(std::string_view text, const std::string& file,
                                std::string_view example = "docs/audit-config.md");

    const toml::Node& root() const { return tree_.root(); }
    std::string at(const toml::Region& region) const;  ///< `solander.toml:6`
    /// `solander.toml:6: what is wrong`
    Error wrong(const toml::Region& region, const std::string& what) const;

    /// Errors: usage, for a value that is none, in the name of its key.
    Result<const toml::Node*> table(const toml::Entry& entry) const;
    Result<std::string> text(const toml::Entry& entry) const;  ///< Not blank.
    /// A text, or a list of texts, which is not empty.
    Result<std::vector<std::string>> texts(const toml::Entry& entry) const;
    /// A day, in quotation marks or not, as it is written.
    Result<std::string> day(const toml::Entry& entry) const;

    /// A day or a moment in UTC, in quotation marks or not: `2026-03-01`, which is its first
    /// moment, or `2026-03-01T12:00:00Z`.
    Result<Timestamp> moment(const toml::Entry& entry) const;
    Result<bool> boolean(const toml::Entry& entry) const;
    std::string written(const toml::Region& region) const { return tree_.written(region); }

    /// That the version, where one is stated, is 1.
    Result<void> check_version(const toml::Entry& entry) const;

    /// `there is no KIND 'name'; did you mean …? it can be a, b or c`. Of many, `lists` says where
    /// they are listed.
    Error unknown(const toml::Region& region, std::string_view kind, std::string_view name,
                  std::span<const std::string_view> known, std::string_view lists = {}) const;

private:
    Source(toml::Tree tree, std::string file) : tree_(std::move(tree)), file_(std::move(file)) {}

    toml::Tree tree_;
    std::string file_;
};

/// Who lists the rules.
inline constexpr std::string_view kListsRules = "`solander explain rules` lists them";

/// `a, b or c`
std::string one_of(std::span<const std::string_view> words);

}  // namespace solander::settings
