// SPDX-License-Identifier: Apache-2.0
#include "metadata/frus_layout.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/edtf.h"
#include "metadata/text_quoter.h"
#include "metadata/words.h"

namespace solander::metadata {

namespace {

/// A heading, a dateline and a note are that near to each other, blank lines not counted.
constexpr std::size_t kHeadLines = 4;
constexpr std::size_t kFileNumberLines = 6;
constexpr std::size_t kMaxNumberDigits = 4;
constexpr std::size_t kMaxTitleBytes = 500;
constexpr std::size_t kMaxDatelineBytes = 120;
constexpr std::size_t kMaxTimeBytes = 24;
constexpr std::size_t kYearDigits = 4;
constexpr std::string_view kDigits = "0123456789";

struct Heading {
    std::string_view number;
    std::string_view title;
};

/// Numbered paragraphs of a body end as sentences do; titles do not.
bool ends_as_prose(std::string_view text) {
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ||
           text.ends_with(':') || text.ends_with(';') || text.size() > kMaxTitleBytes;
}

/// `109. Memorandum of Conversation`; `Document 109: Memorandum of Conversation`
std::optional<Heading> read_heading(std::string_view line) {
    const auto document = after_words(line, "Document ");
    const auto text = document.value_or(line);
    const auto digits = std::min(text.find_first_not_of(kDigits), text.size());
    const char stop = document ? ':' : '.';
    if (digits == 0 || digits > kMaxNumberDigits || digits == text.size() || text[digits] != stop)
        return std::nullopt;
    const auto title = after_words(text.substr(digits + 1), " ");
    if (!title || title->empty() || read_frus_note(line) || ends_as_prose(*title))
        return std::nullopt;
    return Heading{text.substr(0, digits), *title};
}

/// The first date in English words within a line.
std::string_view date_in(std::string_view line) {
    static constexpr std::size_t kLongest = 20;
    for (std::size_t start = 0; start < line.size(); ++start) {
        if (start > 0 && line[start - 1] != ' ') continue;
        const auto end = std::min(line.size(), start + kLongest);
        for (auto at = start; at + kYearDigits <= end; ++at) {
            const auto date = line.substr(start, at + kYearDigits - start);
            const bool is_word = date.size() > kYearDigits && !has_digit(date.substr(0, 1));
            if (is_word && base::edtf_from_words(fold_white_space(date))) return date;
        }
    }
    return {};
}

/// `Washington, `
bool is_place_before_date(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return true;
    if (!text.ends_with(',')) return false;
    text.remove_suffix(1);
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (!is_place_name(trimmed(text.substr(0, comma)))) return false;
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return true;
}

/// `[<place>, ]<date>[, <time>]`. The first line of a text that mentions a day is none.
bool read_dateline(std::string_view line, FrusEntry& entry) {
    static constexpr std::string_view kUndated = "undated";
    if (line.size() > kMaxDatelineBytes) return false;
    auto date = date_in(line);
    const bool undated = date.empty() && without_full_stop(line).ends_with(kUndated);
    if (undated) date = line.substr(line.rfind(kUndated), kUndated.size());
    if (date.empty()) return false;
    const auto start = static_cast<std::size_t>(date.data() - line.data());
    const auto behind = line.substr(start + date.size());
    const bool is_time = behind.empty() || behind == "." || behind.starts_with(',') ||
                         behind.starts_with("\u2014") || behind.starts_with("\u2013");
    if (!is_time || behind.size() > kMaxTimeBytes || !is_place_before_date(line.substr(0, start)))
        return false;
    entry.dateline = line;
    entry.date = date;
    entry.undated = undated;
    return true;
}

/// The lines that are not blank, by their numbers.
std::vector<std::size_t> full_lines(const TextLines& lines) {
    std::vector<std::size_t> full;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].empty()) full.push_back(i);
    return full;
}

class Finder {
public:
    explicit Finder(const TextLines& lines) : lines_(lines), full_(full_lines(lines)) {
        for (std::size_t i = 0; i < full_.size(); ++i)
            if (read_frus_note(line(i))) notes_.push_back(i);
    }

    Result<FrusLayout> find() {
        if (notes_.empty()) return by_file_number();
        if (is_list()) return list();
        if (notes_.size() > 1)
            return Error(ErrorCode::format,
                         fmt::format("holds {} source notes, and not a heading just above each, so "
                                     "nothing says which documents they describe",
                                     notes_.size()));
        return page();
    }

private:
    std::string_view line(std::size_t i) const { return lines_[full_[i]]; }

    /// The heading nearest above a note, below the note before it.
    std::optional<std::size_t> heading_above(std::size_t note, std::size_t floor) const {
        for (auto i = note; i > floor && note - i < kHeadLines; --i)
            if (read_heading(line(i - 1))) return i - 1;
        return std::nullopt;
    }

    bool is_list() const {
        std::size_t floor = 0;
        for (const auto note : notes_) {
            if (!heading_above(note, floor)) return false;
            floor = note + 1;
        }
        return notes_.size() > 1;
    }

    FrusEntry entry_at(std::size_t i) const {
        FrusEntry entry;
        const auto heading = read_heading(line(i));
        entry.line = full_[i];
        entry.number = heading ? heading->number : std::string_view();
        entry.title = heading ? heading->title : line(i);
        return entry;
    }

    Result<FrusLayout> list() const {
        FrusLayout layout{"list", {}};
        std::vector<std::string_view> lead;
        for (std::size_t i = 0; i < full_.size(); ++i) {
            if (read_heading(line(i))) {
                layout.entries.push_back(entry_at(i));
            } else if (layout.entries.empty()) {
                lead.push_back(line(i));
            } else {
                take(line(i), layout.entries.back());
            }
        }
        auto& first = layout.entries.front().unattributed;
        first.insert(first.begin(), lead.begin(), lead.end());
        return layout;
    }

    static void take(std::string_view line, FrusEntry& entry) {
        auto note = entry.note ? std::nullopt : read_frus_note(line);
        if (note)
            entry.note = std::move(note);
        else if (entry.note || !entry.dateline.empty() || !read_dateline(line, entry))
            entry.unattributed.push_back(line);
    }

    /// The body is what stands between head and note, or behind a note that stands in the head.
    Result<FrusLayout> page() const {
        const auto note = notes_.front();
        std::size_t head = 0;
        FrusEntry ignored;
        const auto is_before_heading = [&](std::size_t i) {
            return !read_heading(line(i)) && !read_dateline(line(i), ignored);
        };
        while (head < note && head < kHeadLines && is_before_heading(head)) ++head;
        if (head == note || head == kHeadLines || !read_heading(line(head)))
            return Error(ErrorCode::format,
                         "has a source note, but no heading with a number above it, so nothing "
                         "says which document it describes");
        FrusLayout layout{"page", {entry_at(head)}};
        auto& entry = layout.entries.front();
        for (std::size_t i = 0; i < head; ++i) entry.unattributed.push_back(line(i));
        entry.note = read_frus_note(line(note));
        auto body = head + 1;
        if (body < note && read_dateline(line(body), entry)) ++body;
        if (body < note) {
            entry.body = span_of(line(body), line(note - 1));
            for (auto i = note + 1; i < full_.size(); ++i) entry.unattributed.push_back(line(i));
            return layout;
        }
        body = note + 1;
        if (body < full_.size() && entry.dateline.empty() && read_dateline(line(body), entry))
            ++body;
        if (body < full_.size()) entry.body = span_of(line(body), line(full_.size() - 1));
        return layout;
    }

    Result<FrusLayout> by_file_number() const {
        std::vector<std::size_t> files;
        for (std::size_t i = 0; i < std::min(full_.size(), kFileNumberLines); ++i)
            if (read_frus_file_number(line(i))) files.push_back(i);
        if (files.size() != 1 || files.front() == 0)
            return Error(ErrorCode::format,
                         "has no source note, and not one file number with a title above it among "
                         "its first lines, so nothing says which document it is");
        const auto file = files.front();
        FrusLayout layout{"file-number", {entry_at(file - 1)}};
        auto& entry = layout.entries.front();
        for (std::size_t i = 0; i + 1 < file; ++i) entry.unattributed.push_back(line(i));
        entry.file = read_frus_file_number(line(file));
        entry.file_line = line(file);
        auto body = file + 1;
        if (body < full_.size() && read_dateline(line(body), entry)) ++body;
        if (body < full_.size()) entry.body = span_of(line(body), line(full_.size() - 1));
        return layout;
    }

    const TextLines& lines_;
    std::vector<std::size_t> full_;
    std::vector<std::size_t> notes_;  ///< Places in full_.
};

}  // namespace

Result<FrusLayout> find_frus_layout(const TextLines& lines) {
    return Finder(lines).find();
}

bool has_frus_file_number(const TextLines& lines) {
    std::size_t seen = 0;
    for (const auto line : lines) {
        if (line.empty()) continue;
        if (read_frus_file_number(line)) return true;
        if (++seen == kFileNumberLines) return false;
    }
    return false;
}

}  // namespace solander::metadata
