// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "metadata/field.h"
#include "metadata/language_names.h"
#include "metadata/wilson_layout.h"
#include "metadata/wilson_record.h"
#include "metadata/wilson_words.h"

// Form C: pages of 2012 to 2021. Words of their menus part them into five: the head, the citation
// with the summary above it, the address to share, the list of texts, and the text itself.

namespace solander::metadata {

namespace {

constexpr std::string_view kSummaryBeforeCitation = "wilson.summary-before-citation";
constexpr std::string_view kShared = "wilson.share-document";
constexpr std::string_view kViewIn = "wilson.view-document-in";

constexpr std::array<std::string_view, 4> kSections = {"CITATION SHARE DOWNLOAD", "get citation",
                                                       "share document", "VIEW DOCUMENT IN"};
enum Section : std::size_t { menu, citation, share, view };

std::string_view without_bullet(std::string_view line) {
    static constexpr std::string_view kBullet = "\u2022";
    if (line.starts_with(kBullet)) line.remove_prefix(kBullet.size());
    return after_words(line, " ").value_or(line);
}

bool is_menu_word(std::string_view line) {
    static constexpr std::array<std::string_view, 7> kMenu = {
        "Search in",     "CITATION", "SHARE", "DOWNLOAD", "Citation", "CITATION SHARE DOWNLOAD",
        "share document"};
    return std::ranges::any_of(
        kMenu, [line](std::string_view words) { return is_words(without_bullet(line), words); });
}

/// `English HTML`, `Russian PDF`
std::optional<NamedLanguage> viewed_language(std::string_view line) {
    const auto language = language_in_front(line);
    if (!language) return std::nullopt;
    const auto rest = after_words(line, language->name).value_or(std::string_view());
    const bool is_view = is_words(rest, " HTML") || is_words(rest, " PDF");
    return is_view ? language : std::nullopt;
}

class PageRecord {
public:
    explicit PageRecord(const Received& received)
        : lines_(split_lines(received.text)), record_(received, "C", TextQuoter::Precision::bytes) {
        std::size_t from = 0;
        for (std::size_t i = 0; i < kSections.size(); ++i) {
            start_[i] = find_section(kSections[i], from);
            if (start_[i] < lines_.size()) from = start_[i] + 1;
        }
    }

    Result<Document> read() {
        const bool has_head = read_head();
        const bool has_citation = read_citation_section();
        if (!has_head && !has_citation)
            return Error(ErrorCode::format,
                         "looks like a Wilson Center page of 2012 to 2021 (form C), but has "
                         "neither a date line in its head nor a citation");
        read_share();
        read_view();
        record_.origin().drops = {Drop::link_text};
        if (start_[view] == lines_.size()) record_.origin().drops.push_back(Drop::end);
        return record_.finish();
    }

private:
    std::size_t find_section(std::string_view words, std::size_t from) const {
        for (auto i = from; i < lines_.size(); ++i)
            if (after_words(without_bullet(lines_[i]), words)) return i;
        return lines_.size();
    }
    /// The lines of a section, without the line that it starts with.
    LineRange section(Section which) const {
        if (start_[which] == lines_.size()) return {lines_.size(), lines_.size()};
        return {start_[which] + 1, section_end(which + 1U)};
    }
    std::size_t section_end(std::size_t next) const {
        for (; next < start_.size(); ++next)
            if (start_[next] < lines_.size()) return start_[next];
        return lines_.size();
    }

    bool read_head();
    bool read_citation_section();
    void read_share();
    void read_view();
    void leave(LineRange range);

    TextLines lines_;
    WilsonRecord record_;
    std::array<std::size_t, kSections.size()> start_{};  ///< lines_.size(): not there.
};

/// What nothing claims. Words of menus are part of the form, once the record has begun.
void PageRecord::leave(LineRange range) {
    for (auto i = range.first; i < range.last; ++i)
        if (!is_menu_word(lines_[i])) record_.add_unattributed(lines_[i]);
}

/// Whether there is a date.
bool PageRecord::read_head() {
    const auto end = section_end(menu);
    auto i = std::size_t{0};
    for (; i < end && !is_date_line(lines_[i]); ++i) record_.add_unattributed(lines_[i]);
    if (i == end) return false;
    auto& d = record_.document();
    add_date(d.dates, DateOf::creation, State::stated,
             record_.quoter().said(lines_[i], kWilsonHead));
    for (++i; i < end; ++i) {
        const auto line = lines_[i];
        if (line.empty()) continue;
        const bool is_credit = credited_funder(line).has_value();
        if (is_credit && d.funding_credits.empty())
            record_.add_credit(line);
        else if (!is_credit && d.titles.empty() && d.funding_credits.empty() && !is_menu_word(line))
            add(d.titles, State::stated, record_.quoter().said(line, kWilsonHead));
        else
            leave({i, i + 1});
    }
    return true;
}

/// Whether there is a citation. What stands above it is the summary.
bool PageRecord::read_citation_section() {
    leave(section(menu));
    const auto range = section(citation);
    auto at = range.last;
    for (auto i = range.first; i < range.last; ++i)
        if (read_citation(lines_[i])) at = i;
    if (at == range.last) {
        leave(range);
        return false;
    }
    LineRange summary{range.first, at};
    while (!summary.empty() && lines_[summary.first].empty()) ++summary.first;
    while (!summary.empty() && lines_[summary.last - 1].empty()) --summary.last;
    if (!summary.empty())
        add(record_.document().descriptions, State::inferred,
            record_.quoter().said(span_of(lines_[summary.first], lines_[summary.last - 1]),
                                  kSummaryBeforeCitation));
    record_.add_citation(*read_citation(lines_[at]));
    leave({at + 1, range.last});
    return true;
}

void PageRecord::read_share() {
    const auto range = section(share);
    for (auto i = range.first; i < range.last; ++i) {
        const auto line = lines_[i];
        if (!line.empty() && first_url(line) == line)
            record_.add_url(line, kShared);
        else
            leave({i, i + 1});
    }
}

void PageRecord::read_view() {
    if (start_[view] == lines_.size()) return;
    const auto& quoter = record_.quoter();
    auto& languages = record_.document().languages;
    const auto add_view = [&](std::string_view line) {
        const auto language = viewed_language(line);
        if (!language) return false;
        auto& viewed = add(languages, State::inferred, quoter.said(line, kViewIn));
        viewed.of = LanguageOf::text;
        viewed.code = language->code;
        return true;
    };
    // The first text may stand on the line of the heading.
    const auto heading = without_bullet(lines_[start_[view]]);
    const auto after = after_words(heading, kSections[view]).value_or(std::string_view());
    const auto beside = trimmed(after);
    if (!beside.empty() && !add_view(beside)) record_.add_unattributed(beside);
    auto body = section(view);
    while (!body.empty() && (lines_[body.first].empty() || add_view(lines_[body.first])))
        ++body.first;
    record_.add_body(
        lines_, body, BodyKind::unstated,
        languages.size() == 1 ? std::string_view(languages.front().code) : std::string_view());
}

}  // namespace

Result<Document> read_wilson_page(const Received& received) {
    return PageRecord(received).read();
}

}  // namespace solander::metadata
