// SPDX-License-Identifier: Apache-2.0
#include "worklist/row_checks.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "format/lexical.h"
#include "metadata/field.h"
#include "table/cell.h"
#include "table/field_values.h"
#include "table/overlay.h"
#include "worklist/rights_value.h"
#include "xml/writer.h"

namespace solander::worklist {

namespace {

using Kind = WorklistDecision::Kind;

constexpr std::array<std::string_view, 4> kWords = {"set", "unknown", "keep", "later"};

/// Of the kinds, in their order, those in front of `later`.
Kind kind_of(std::string_view word) {
    const auto* found = std::ranges::find(kWords, word);
    return static_cast<Kind>(found - kWords.begin());
}

bool is_storable(std::string_view text) {
    bool replaced = false;
    xml::storable(text, &replaced);
    return !replaced;
}

std::string said_nothing(const WorklistRow& row) {
    if (!row.decided_value.empty() || !row.how.empty())
        return "is empty, though something was filled in behind it: set, unknown, keep or later";
    return {};
}

std::optional<Fault> check_text(std::string_view column, std::string_view text,
                                std::string_view what) {
    if (text.empty()) return Fault{column, fmt::format("is empty: {}", what)};
    if (!is_storable(text))
        return Fault{column, fmt::format("'{}' has a character that no manifest can hold",
                                         base::printable(text))};
    return std::nullopt;
}

std::optional<Fault> check_day(std::string_view date, std::string_view latest) {
    if (date.empty()) return Fault{"date", "is empty: the day of the decision, as in 2026-11-20"};
    if (!format::has_form("rights-determination", "date", date))
        return Fault{"date", fmt::format("'{}' is no day as in 2026-11-20; EDTF 2026-11-20 keeps "
                                         "spreadsheets from changing it",
                                         base::printable(date))};
    if (date > latest)
        return Fault{"date", fmt::format("{} is still to come: a decision is recorded when it has "
                                         "been made",
                                         date)};
    return std::nullopt;
}

/// The day without the letters that may stand in front of it.
std::string_view day_of(const WorklistRow& row) {
    std::string_view date = row.date;
    if (date.starts_with(table::kEdtf)) date.remove_prefix(table::kEdtf.size());
    return date;
}

bool is_uri(std::string_view words) {
    return words.find("://") != std::string_view::npos && format::has_form("licence", "uri", words);
}

/// The values that a row decides on.
std::vector<table::Value> values_of(const WorklistRow& row, Kind kind) {
    if (kind == Kind::unknown)
        return {{State::stated_unknown, row.decided_value.empty() ? row.how : row.decided_value}};
    if (!row.decided_value.empty()) return table::read_cell(row.decided_value);
    if (row.proposed_value.empty()) return {};
    return {{State::stated, row.proposed_value}};
}

/// Reads what is decided on rights: codes become URIs, and URIs go to their own field.
std::optional<Fault> settle_rights(std::string& field, std::vector<table::Value>& values) {
    if (field != "rights" && field != "rights-uri") return std::nullopt;
    bool is_any_uri = false;
    bool is_any_text = false;
    for (table::Value& value : values) {
        if (value.state != State::stated && value.state != State::inferred) continue;
        RightsValue read = read_rights_value(value.words);
        if (!read.fault.empty()) return Fault{"decided-value", std::move(read.fault)};
        const bool is_link = read.is_uri || is_uri(read.words);
        is_any_uri = is_any_uri || is_link;
        is_any_text = is_any_text || !is_link;
        value.words = std::move(read.words);
    }
    if (is_any_uri && is_any_text && field == "rights")
        return Fault{"decided-value",
                     "has a URI and words: write the URI alone; the words of the record stay "
                     "beside it, and those of the decision are in how"};
    if (is_any_uri) field = "rights-uri";
    return std::nullopt;
}

std::string unfit_for_seal(std::string_view field) {
    return fmt::format(
        "a sealed record is not rewritten, and only rights can be determined "
        "afterwards; mend '{}' in the inputs, and pack them anew",
        field);
}

/// What is against the values as those of a sealed record's rights.
std::optional<Fault> check_sealed(std::string_view field, const std::vector<table::Value>& values) {
    for (const table::Value& value : values) {
        const bool is_link = field == "rights-uri" && value.state == State::stated;
        if (is_link && !is_uri(value.words))
            return Fault{"decided-value", fmt::format("'{}' is no URI, such as "
                                                      "http://rightsstatements.org/vocab/InC/1.0/",
                                                      base::printable(value.words))};
    }
    return std::nullopt;
}

}  // namespace

bool is_open(const WorklistRow& row) {
    return row.decision == "later" || (row.decision.empty() && said_nothing(row).empty());
}

bool is_of_rights(std::string_view field) {
    static constexpr std::array<std::string_view, 7> kFields = {
        "rights", "rights-uri",       "rights-holder", "licence",
        "access", "copyright-status", "contact"};
    return std::ranges::find(kFields, field) != kFields.end();
}

std::vector<Fault> check_words(const WorklistRow& row, std::string_view latest) {
    std::vector<Fault> faults;
    if (row.decision.empty()) return {{"decision", said_nothing(row)}};
    if (std::ranges::find(kWords, row.decision) == kWords.end())
        faults.push_back({"decision", fmt::format("there is no decision '{}'; {}it is set, "
                                                  "unknown, keep or later",
                                                  base::printable(row.decision),
                                                  base::did_you_mean(row.decision, kWords))});
    const auto add = [&faults](std::optional<Fault> fault) {
        if (fault) faults.push_back(*std::move(fault));
    };
    if (row.decided_by.find('\n') != std::string::npos)
        add(Fault{"decided-by", "has several lines: write one name"});
    else
        add(check_text("decided-by", row.decided_by, "who decided?"));
    add(check_day(day_of(row), latest));
    add(check_text("how", row.how, "what does the decision rest on?"));
    return faults;
}

Decided decide(const WorklistRow& row, std::size_t index, const AuditRecord& record, bool sealed) {
    Decided decided;
    WorklistDecision& decision = decided.decision;
    decision.kind = kind_of(row.decision);
    decision.rows = {row.number};
    decision.record = index;
    decision.field = row.field;
    decision.value = row.value;
    decision.by = row.decided_by;
    decision.date = day_of(row);
    decision.how = row.how;
    const auto refuse = [&decided](std::string_view column, std::string reason) {
        decided.fault = Fault{column, std::move(reason)};
        return decided;
    };
    if (sealed && !is_of_rights(row.field)) return refuse("field", unfit_for_seal(row.field));
    if (decision.kind == Kind::keep) {
        if (row.decided_value.empty()) return decided;
        return refuse("decided-value",
                      "is a value, and keep leaves the record as it is: write set, "
                      "or leave it empty");
    }
    auto values = values_of(row, decision.kind);
    if (values.empty())
        return refuse("decided-value", "is empty, and no value is proposed: what shall it be?");
    if (auto fault = settle_rights(decision.field, values)) {
        decided.fault = *std::move(fault);
        return decided;
    }
    decision.cell = table::write_cell(values);
    if (!is_storable(decision.cell))
        return refuse("decided-value", fmt::format("'{}' has a character that no manifest can hold",
                                                   base::printable(decision.cell)));
    if (sealed) {
        decided.fault = check_sealed(decision.field, values);
        return decided;
    }
    const auto field = metadata::field_of_name(decision.field);
    if (!field)
        return refuse("field", fmt::format("record tables have no column '{}'; mend the input, or "
                                           "write keep",
                                           base::printable(decision.field)));
    const auto fault = table::find_fault(*field, table::cell_of(record.document, *field),
                                         {decision.cell, {}}, values);
    if (fault) return refuse("decided-value", fmt::format("{} ({})", fault->words, fault->code));
    return decided;
}

}  // namespace solander::worklist
