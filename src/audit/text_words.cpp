// SPDX-License-Identifier: Apache-2.0
#include "audit/text_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "audit/words.h"

namespace solander::audit {

namespace {

constexpr std::string_view kContact = "@";
constexpr std::size_t kRun = 3;

std::uint32_t word_digest(std::string_view word) {
    std::uint32_t digest = 0x811C9DC5U;
    for (const char c : word) {
        digest ^= static_cast<unsigned char>(c);
        digest *= 0x01000193U;
    }
    return digest;
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
    std::vector<std::string_view> words;
    while (true) {
        // What folding takes for a blank.
        text = trimmed(text);
        if (text.empty()) return words;
        std::size_t end = 1;
        while (end < text.size() && trimmed(text.substr(end)).size() == text.size() - end) ++end;
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::vector<std::string_view> split_folded(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// What stands for a lost address is one word.
std::vector<std::string> with_addresses_whole(const std::vector<std::string_view>& parts) {
    std::vector<std::string> words;
    for (const std::string_view part : parts) {
        if (part.starts_with("protected]") && !words.empty() && words.back() == "[email")
            words.back() += fmt::format(" {}", part);
        else
            words.emplace_back(part);
    }
    return words;
}

/// An address without the punctuation behind it.
std::string_view without_punctuation(std::string_view word) {
    while (!word.empty() && std::string_view(".,;:!?)").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return word;
}

std::string compared(const std::string& word, const std::set<std::string>& contacts) {
    static constexpr std::string_view kLost = "[email protected]";
    if (word.starts_with(kLost)) return std::string(kContact) + word.substr(kLost.size());
    const auto address = without_punctuation(word);
    if (address.find('@') == std::string_view::npos || !contacts.contains(std::string(address)))
        return word;
    return std::string(kContact) + word.substr(address.size());
}

using Run = std::array<std::uint32_t, kRun>;

std::vector<Run> runs_of(const std::vector<std::uint32_t>& words) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i)
        runs.push_back({words[i], words[i + 1], words[i + 2]});
    std::ranges::sort(runs);
    return runs;
}

/// Goes through both texts, and where they part looks for the nearest place where they meet again.
class Comparison {
public:
    Comparison(const TextWords& known, const TextWords& now) : known_(known), now_(now) {}

    std::string run() {
        const auto& a = known_.digests;
        const auto& b = now_.digests;
        while (at_ < a.size() || now_at_ < b.size()) {
            if (at_ < a.size() && now_at_ < b.size() && a[at_] == b[now_at_]) {
                ++at_;
                ++now_at_;
            } else {
                tell(next_meeting());
            }
        }
        std::string text = told_;
        if (count_ > kMostTold) text += fmt::format("; and {} more", count_ - kMostTold);
        return text;
    }

private:
    static constexpr std::size_t kMostTold = 3;
    static constexpr std::size_t kFarthest = 60;
    static constexpr std::size_t kLongest = 60;

    struct Step {
        std::size_t gone = 0;
        std::size_t added = 0;
    };

    bool meets(std::size_t i, std::size_t j) const {
        const auto& a = known_.digests;
        const auto& b = now_.digests;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i] != b[j]) return false;
        // One word alone may be anywhere; at an end there is no second.
        return i + 1 == a.size() || j + 1 == b.size() || a[i + 1] == b[j + 1];
    }

    Step next_meeting() const {
        const std::size_t left = known_.digests.size() - at_;
        const std::size_t more = now_.digests.size() - now_at_;
        for (std::size_t sum = 1; sum <= std::min(kFarthest, left + more); ++sum)
            for (std::size_t gone = sum > more ? sum - more : 0; gone <= std::min(sum, left);
                 ++gone)
                if (meets(at_ + gone, now_at_ + sum - gone)) return {gone, sum - gone};
        return {left, more};
    }

    void tell(const Step& step) {
        if (++count_ <= kMostTold) {
            if (!told_.empty()) told_ += "; ";
            const std::string gone = gone_words(step.gone);
            const std::string added = words(now_.shown, now_at_, step.added);
            if (step.gone == 0)
                told_ += fmt::format("{} is added", added);
            else if (step.added == 0)
                told_ += fmt::format("{} left out{}", gone, place());
            else
                told_ += fmt::format("{} in place of {}", added, gone);
        }
        at_ += step.gone;
        now_at_ += step.added;
    }

    std::string gone_words(std::size_t count) const {
        if (!known_.shown.empty()) return words(known_.shown, at_, count);
        return count == 1 ? std::string("1 word") : fmt::format("{} words", count);
    }

    /// Behind which word, where what is left out cannot be told.
    std::string place() const {
        if (!known_.shown.empty() || now_at_ == 0) return {};
        return fmt::format(" behind '{}'", now_.shown[now_at_ - 1]);
    }

    static std::string words(const std::vector<std::string>& all, std::size_t at,
                             std::size_t count) {
        std::string text;
        for (std::size_t i = at; i < at + count && text.size() <= kLongest; ++i)
            text += (text.empty() ? "" : " ") + all[i];
        return fmt::format("'{}'", shortened(text, kLongest));
    }

    const TextWords& known_;
    const TextWords& now_;
    std::size_t at_ = 0;
    std::size_t now_at_ = 0;
    std::size_t count_ = 0;
    std::string told_;
};

}  // namespace

std::vector<std::uint32_t> word_digests(std::string_view text,
                                        const std::set<std::string>& contacts) {
    std::vector<std::uint32_t> digests;
    const std::string plain = folded(text);
    for (const std::string& word : with_addresses_whole(split_folded(plain)))
        digests.push_back(word_digest(compared(word, contacts)));
    return digests;
}

TextWords words_of_text(std::string_view text, const std::set<std::string>& contacts) {
    TextWords words{.shown = with_addresses_whole(split_at_blanks(text)),
                    .digests = word_digests(text, contacts)};
    if (words.shown.size() != words.digests.size())
        words.shown = with_addresses_whole(split_folded(folded(text)));
    return words;
}

unsigned likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a == b) return 100;
    const auto left = runs_of(a);
    const auto right = runs_of(b);
    if (left.empty() || right.empty()) return 0;
    std::vector<Run> common;
    std::ranges::set_intersection(left, right, std::back_inserter(common));
    const auto alike = 200 * common.size() / (left.size() + right.size());
    // The same runs in another order are not the same words.
    return static_cast<unsigned>(std::min<std::size_t>(alike, 99));
}

std::string changes_of(const TextWords& known, const TextWords& now) {
    return Comparison(known, now).run();
}

}  // namespace solander::audit
