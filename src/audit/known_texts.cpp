// SPDX-License-Identifier: Apache-2.0
#include "audit/known_texts.h"

#include <algorithm>

#include "audit/built_in_texts.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Two words that stand together; enough to find texts that may be alike.
std::uint64_t pair_of(const std::vector<std::uint32_t>& words, std::size_t at) {
    return std::uint64_t{words[at]} << 32U | words[at + 1];
}

}  // namespace

KnownTexts::KnownTexts(std::span<const AuditBoilerplate> configured) {
    for (const AuditBoilerplate& known : configured)
        if (!known.contact.empty()) contacts_.insert(folded(known.contact));
    for (const BuiltInText& known : built_in_texts()) contacts_.insert(folded(known.contact));
    for (const AuditBoilerplate& known : configured)
        add({{known.name, known.scope, known.status}, words(known.text)});
    for (const BuiltInText& known : built_in_texts()) {
        const bool is_taken = std::ranges::any_of(
            configured, [&](const AuditBoilerplate& each) { return each.name == known.name; });
        if (is_taken) continue;
        Entry entry{{.name = std::string(known.name)}, {}};
        entry.words.digests.assign(known.words.begin(), known.words.end());
        add(std::move(entry));
    }
}

void KnownTexts::add(Entry entry) {
    const auto& digests = entry.words.digests;
    const std::size_t index = entries_.size();
    if (!by_words_.emplace(digests, index).second) return;
    for (std::size_t i = 0; i + 1 < digests.size(); ++i) {
        auto& having = by_pair_[pair_of(digests, i)];
        if (having.empty() || having.back() != index) having.push_back(index);
    }
    entries_.push_back(std::move(entry));
}

std::optional<KnownText> KnownTexts::find(std::string_view text) const {
    if (text.empty()) return {};
    if (last_text_ != text) {
        last_ = look_up(text);
        last_text_ = text;
    }
    return last_;
}

std::optional<KnownText> KnownTexts::look_up(std::string_view text) const {
    const auto now = word_digests(text, contacts_);
    const auto same = by_words_.find(now);
    if (same != by_words_.end()) return entries_[same->second].text;
    std::map<std::size_t, std::size_t> shared;
    for (std::size_t i = 0; i + 1 < now.size(); ++i) {
        const auto having = by_pair_.find(pair_of(now, i));
        if (having == by_pair_.end()) continue;
        for (const std::size_t index : having->second) ++shared[index];
    }
    const Entry* most = nullptr;
    unsigned alike = kMuchAlike - 1;
    for (const auto& [index, count] : shared) {
        // Runs of three that are shared have pairs that are.
        if (2 * count < now.size()) continue;
        const unsigned found = likeness(entries_[index].words.digests, now);
        if (found <= alike) continue;
        alike = found;
        most = &entries_[index];
    }
    if (most == nullptr) return {};
    KnownText known = most->text;
    known.changes = changes_of(most->words, words(text));
    return known;
}

}  // namespace solander::audit
