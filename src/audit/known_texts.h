// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <solander/audit_known.h>

#include "audit/text_words.h"

namespace solander::audit {

/// A text that a rights text was recognised as.
struct KnownText {
    std::string name;
    AuditTextScope scope = AuditTextScope::collection;
    AuditTextClass status = AuditTextClass::undetermined;
    std::string changes = {};  ///< What is worded in another way now; empty: the same words.

    bool is_same() const { return changes.empty(); }
};

/// How much alike two texts are that are one with changed wording, in hundredths.
inline constexpr unsigned kMuchAlike = 90;

/// The texts that are built in and those of the configuration, which may take their names.
/// Not for several threads at a time: it remembers the last answer.
class KnownTexts {
public:
    explicit KnownTexts(std::span<const AuditBoilerplate> configured);

    /// The text whose words these are; else the one that is the most like it, if it is much alike.
    std::optional<KnownText> find(std::string_view text) const;

    /// The words of a text, the known contacts being the same.
    TextWords words(std::string_view text) const { return words_of_text(text, contacts_); }

private:
    struct Entry {
        KnownText text;
        TextWords words;
    };

    void add(Entry entry);
    std::optional<KnownText> look_up(std::string_view text) const;

    std::set<std::string> contacts_;
    std::vector<Entry> entries_;
    /// Which of them have two words together: few texts share any with another.
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_pair_;
    std::map<std::vector<std::uint32_t>, std::size_t> by_words_;
    mutable std::string last_text_;
    mutable std::optional<KnownText> last_;
};

}  // namespace solander::audit
