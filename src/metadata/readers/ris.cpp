// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/edtf.h"
#include "metadata/record_parts.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

extern const Reader ris;

namespace {

struct Tag {
    std::string_view name;
    Field field;
    std::string_view kind = {};  ///< Of the identifier, or the role of the agent.
};

// Not here, and so notes: DP and LB, a database and a label in it, which do not say who holds the
// original; N1 and C1 to C8, in which anything may stand; publisher, place, pages and volumes.
constexpr std::array<Tag, 29> kTags = {{
    {"TI", Field::title},
    {"T1", Field::title},
    {"CT", Field::title},
    {"ST", Field::alternative_title},
    {"TT", Field::alternative_title},
    {"AU", Field::creator},
    {"A1", Field::creator},
    {"A2", Field::contributor, "secondary author"},
    {"A3", Field::contributor, "tertiary author"},
    {"A4", Field::contributor, "subsidiary author"},
    {"ED", Field::contributor, "editor"},
    {"TA", Field::contributor, "translated author"},
    {"DA", Field::date},
    {"PY", Field::publication_date},
    {"Y1", Field::publication_date},
    {"AB", Field::description},
    {"N2", Field::description},
    {"KW", Field::subject},
    {"LA", Field::language},
    {"TY", Field::type},
    {"M3", Field::type},
    {"T2", Field::source},
    {"AV", Field::source},
    {"UR", Field::identifier, "url"},
    {"AN", Field::identifier, "accession number"},
    {"DO", Field::identifier, "doi"},
    {"ID", Field::identifier, "reference id"},
    {"SN", Field::identifier, "isbn or issn"},
    {"CN", Field::identifier, "call number"},
}};

bool is_file_tag(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'L' && tag[1] >= '1' && tag[1] <= '4';
}

struct TagLine {
    std::string_view tag;
    std::string_view value;
};

bool is_tag_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// `TI  - A title`: two capitals or digits, two blanks, a hyphen, and a blank before any value.
std::optional<TagLine> tag_line(std::string_view line) {
    if (line.size() < 5 || line.substr(2, 3) != "  -") return std::nullopt;
    if (line[0] < 'A' || line[0] > 'Z' || !is_tag_character(line[1])) return std::nullopt;
    if (line.size() > 5 && line[5] != ' ') return std::nullopt;
    return TagLine{line.substr(0, 2), trim(line.substr(5))};
}

/// `1962/10/09/`, `1962/10//`, `1962///in autumn`: what stands in the parts that are there. Nothing
/// if words follow them.
std::optional<std::string> edtf_from_ris(std::string_view words) {
    std::string edtf;
    for (int part = 0; part < 3 && !words.empty(); ++part) {
        const auto slash = std::min(words.find('/'), words.size());
        const auto digits = words.substr(0, slash);
        words.remove_prefix(std::min(slash + 1, words.size()));
        if (digits.empty()) break;
        if (part > 0) edtf += '-';
        edtf += digits;
    }
    const bool is_rest_empty = words.find_first_not_of('/') == words.npos;
    if (!is_rest_empty || !base::is_edtf(edtf)) return std::nullopt;
    return edtf;
}

struct Value {
    std::string_view tag;
    std::string words;
    LineRange lines;
};

/// From its TY to its ER.
struct RisRecord {
    std::vector<Value> values;
    std::size_t first = 0;
    bool ended = false;
};

struct RisText {
    std::vector<RisRecord> records;
    std::vector<std::size_t> strays;  ///< Lines between records.
};

/// Lines without a tag go on with the value before them.
RisText split_records(const TextLines& lines) {
    RisText text;
    bool inside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        const auto tagged = tag_line(lines[i]);
        if (tagged && tagged->tag == "TY") {
            text.records.push_back({{}, i, false});
            inside = true;
        }
        if (!inside) {
            text.strays.push_back(i);
            continue;
        }
        RisRecord& record = text.records.back();
        if (tagged && tagged->tag == "ER" && tagged->value.empty()) {
            record.ended = true;
            inside = false;
        } else if (tagged) {
            record.values.push_back({tagged->tag, std::string(tagged->value), {i, i + 1}});
        } else {
            Value& last = record.values.back();
            for (auto line = last.lines.last; line <= i; ++line) {
                if (!last.words.empty()) last.words += '\n';
                last.words += lines[line];
            }
            last.lines.last = i + 1;
        }
    }
    return text;
}

Recognition recognises(const Received& received) {
    // Any text is offered here: no more is looked at than its first line needs.
    static constexpr std::size_t kLookedAt = 1024;
    for (const std::string_view line : split_lines(received.text.substr(0, kLookedAt))) {
        if (line.empty()) continue;
        const auto tagged = tag_line(line);
        return tagged && tagged->tag == "TY" ? Recognition::certain : Recognition::no;
    }
    return Recognition::no;
}

Said said_in_lines(const Value& value) {
    return {value.words, place_in(OriginKind::hand_over, place_of(value.lines), value.tag)};
}

class RisReader {
public:
    RisReader(const Received& received, std::vector<Remark>& remarks)
        : received_(received), remarks_(remarks) {}

    void take(const RisRecord& record, Described& described) {
        for (const Value& value : record.values) put_value(described, value);
        if (!record.ended)
            remarks_.push_back({"ris.no-end", fmt::format("line {}", record.first + 1),
                                "begins a record that no ER ends"});
    }

private:
    void put_value(Described& described, const Value& value) {
        if (is_file_tag(value.tag)) {
            put_file(described, value);
            return;
        }
        Document& document = described.document;
        const auto* tag = std::ranges::find(kTags, value.tag, &Tag::name);
        if (tag == kTags.end()) {
            put_note(document, std::string(value.tag), said_in_lines(value));
            return;
        }
        const auto edtf = edtf_from_ris(value.words);
        const auto dates = document.dates.size();
        if (edtf && is_date(tag->field)) {
            put(document, tag->field, said_in_lines(value));
            if (document.dates.size() > dates) document.dates.back().edtf = *edtf;
        } else {
            put_with_remark(document, tag->field, said_in_lines(value), remarks_, tag->kind);
        }
    }

    static bool is_date(Field field) {
        return field == Field::date || field == Field::publication_date;
    }

    /// A link is kept; a path beside the record is one of its files, too.
    void put_file(Described& described, const Value& value) {
        put_note(described.document, std::string(value.tag), said_in_lines(value));
        if (value.words.empty() || value.words.find("://") != std::string::npos) return;
        auto path = resolve(folder_of(received_.payload_path), value.words);
        if (path) {
            described.files.push_back({*std::move(path)});
            return;
        }
        remarks_.push_back({"record.path-outside", place_of(value.lines),
                            "names a file that is not below the record's own folder"});
    }

    const Received& received_;
    std::vector<Remark>& remarks_;
};

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(ris);
    const TextLines lines = split_lines(received.text);
    const RisText text = split_records(lines);
    if (text.records.empty())
        return Error(ErrorCode::format, "has no line TY, which begins a record");
    Reading reading;
    RecordSet records(received, ris);
    RisReader reader(received, reading.remarks);
    for (const RisRecord& record : text.records)
        reader.take(record, records.alone(fmt::format("line {}", record.first + 1)));
    for (const std::size_t line : text.strays) {
        const LineRange range{line, line + 1};
        records.last().document.unattributed.push_back(
            {place_in(OriginKind::hand_over, place_of(range), ""), quote(lines, range).words});
        reading.remarks.push_back({"ris.outside-record", place_of(range),
                                   "stands outside of every record; kept with the last"});
    }
    reading.documents = records.take();
    return reading;
}

}  // namespace

const Reader ris{
    .name = "ris/1",
    .title = "references in RIS",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
