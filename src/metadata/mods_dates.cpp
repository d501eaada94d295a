// SPDX-License-Identifier: Apache-2.0
#include "metadata/mods_dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/edtf.h"

namespace solander::metadata {

namespace {

struct Kind {
    std::string_view element;
    DateOf of;
};
constexpr std::array<Kind, 2> kKinds = {{
    {"dateCreated", DateOf::creation},
    {"dateIssued", DateOf::publication},
}};

/// What an element says of how sure it is, as EDTF has it.
char mark_of(std::string_view qualifier) {
    if (qualifier == "approximate") return '~';
    return qualifier == "questionable" ? '?' : '\0';
}

/// The EDTF of one element; empty where its words are none, or its encoding has other rules.
std::string edtf_of(const XmlElement& date) {
    const auto encoding = date.value_of("encoding");
    if (encoding == "marc" || encoding == "temper" || !base::is_edtf(date.words)) return {};
    std::string edtf(date.words);
    if (const char mark = mark_of(date.value_of("qualifier")); mark != '\0') edtf += mark;
    return base::is_edtf(edtf) ? edtf : std::string();
}

void take_codes(const XmlElement& date, XmlTally& tally) {
    tally.consume(date, "encoding");
    if (mark_of(date.value_of("qualifier")) != '\0') tally.consume(date, "qualifier");
}

/// A date without encoding may be written as people do.
void add_one(const XmlElement& date, DateOf of, XmlTally& tally, Document& document) {
    put_date(document, of, tally.take(date));
    auto& statement = document.dates.back();
    const bool is_plain = date.value_of("encoding").empty() && date.value_of("qualifier").empty();
    if (!is_plain) statement.edtf = edtf_of(date);
    take_codes(date, tally);
}

void add_interval(const XmlElement& origin_info, const XmlElement& start, const XmlElement& end,
                  DateOf of, XmlTally& tally, Document& document) {
    const auto interval = fmt::format("{}/{}", edtf_of(start), edtf_of(end));
    auto said = tally.take_joined(origin_info, {&start, &end}, "\n");
    said.place.label = start.name.written;
    put_date(document, of, std::move(said));
    document.dates.back().edtf = base::is_edtf(interval) ? interval : std::string();
    for (const auto* date : {&start, &end}) {
        take_codes(*date, tally);
        tally.consume(*date, "point");
    }
}

void add_dates(const XmlElement& origin_info, const Kind& kind, XmlTally& tally,
               Document& document) {
    const XmlElement* start = nullptr;
    for (const auto* date : origin_info.children) {
        if (!date->name.is(origin_info.name.space, kind.element)) continue;
        const auto point = date->value_of("point");
        if (point == "start" && start == nullptr) {
            start = date;
        } else if (point == "end" && start != nullptr) {
            add_interval(origin_info, *std::exchange(start, nullptr), *date, kind.of, tally,
                         document);
        } else {
            add_one(*date, kind.of, tally, document);
        }
    }
    // A start without an end is a date whose attribute says what it is, and stays in a note.
    if (start != nullptr) add_one(*start, kind.of, tally, document);
}

}  // namespace

void read_mods_dates(const XmlElement& origin_info, XmlTally& tally, Document& document) {
    for (const auto& kind : kKinds) add_dates(origin_info, kind, tally, document);
}

}  // namespace solander::metadata
