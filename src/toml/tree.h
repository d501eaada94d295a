// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

#include "toml/guard.h"

namespace solander::toml {

/// Where something stands in a text. Tree::place() writes it for a person.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;  ///< As the library counts: not of characters.
};

struct Region {
    Position begin;
    Position end;
};

enum class Kind { text, table, array, boolean, number, date };
/// For a person: `a table`, `true or false`.
std::string_view kind_name(Kind kind);

struct Entry;

struct Node {
    Kind kind = Kind::table;
    std::string words;           ///< Of a text: what it says.
    Region region;               ///< Of a table with a header: the header.
    std::vector<Entry> entries;  ///< Of a table, in the order of the text.
    std::vector<Node> items;     ///< Of an array.

    bool is_text() const { return kind == Kind::text; }
};

struct Entry {
    std::string key;
    Region region;  ///< Of the key.
    Node value;
};

/// What to say to somebody whose text is no TOML, behind what is wrong with it.
struct Advice {
    std::string_view of_repeated;  ///< Where a name stands twice.
    std::string_view of_others;
};

/// A TOML 1.0 text, taken apart. The one way from here to toml++: whatever the text is, it has been
/// looked through by check() and comes to the library in ASCII.
class Tree {
public:
    /// Errors: format, with the line and column; limit.
    static Result<Tree> parse(std::string_view text, const Advice& advice,
                              const Limits& limits = {});

    const Node& root() const { return root_; }
    /// What stands in a region, as it is written.
    std::string written(const Region& region) const;
    /// `line 3, column 8`, where columns count characters.
    std::string place(const Position& at) const;

private:
    explicit Tree(std::string ascii);
    std::size_t offset(const Position& at) const;
    /// The library's sentence in plain words; empty where there are none.
    std::string_view plain(std::string_view what, const Position& at) const;

    std::string ascii_;
    std::vector<std::size_t> lines_;  ///< Where each begins.
    Node root_;
};

}  // namespace solander::toml
