// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace solander::fuzz {

/// What fuzzers begin with, by target: inputs, and words that they would not think of.
class Seeds {
public:
    /// An input that is there already under another name is not added again.
    void add(const std::string& target, const std::string& name, std::string input);
    /// Takes the dictionary of that name, if there is one.
    void add_family(const std::string& target, const std::string& family);
    void add_word(const std::string& target, std::string_view word);

    /// By target and name.
    using Inputs = std::map<std::string, std::map<std::string, std::string>>;
    const Inputs& inputs() const { return inputs_; }

    /// Writes `seeds/TARGET/NAME` and `dictionaries/TARGET.dict` below `output`. False: it could
    /// not.
    bool write(const std::filesystem::path& source, const std::filesystem::path& output) const;

private:
    Inputs inputs_;
    std::map<std::string, std::set<std::string>> known_;
    std::map<std::string, std::set<std::string>> families_;
    std::map<std::string, std::set<std::string>> words_;
};

/// The seeds of every target, made of what lies below the root of the source tree.
Seeds all_seeds(const std::filesystem::path& source);

/// Of the readers and of tables: the fixtures, and tables made of them.
void add_record_seeds(const std::filesystem::path& source, Seeds& seeds);
/// Of all that a package and its custody consist of: made by the library, but for a few examples.
void add_package_seeds(const std::filesystem::path& source, Seeds& seeds);
/// Of what a person writes or keeps: keys, trust, receipts, lists for an audit.
void add_desk_seeds(const std::filesystem::path& source, Seeds& seeds);

std::string read_file(const std::filesystem::path& path);

}  // namespace solander::fuzz
