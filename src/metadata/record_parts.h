// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metadata/csv.h"
#include "metadata/field.h"
#include "metadata/hand_over.h"
#include "metadata/reader.h"

namespace solander::metadata {

// What readers of hand-over files and tables have in common.

std::string_view file_name_of(std::string_view path);  ///< What follows the last slash.
std::string_view folder_of(std::string_view path);     ///< What stands before it.

/// The path that `relative` is below `folder`, by its words alone, as no disk is looked at.
/// Nothing if it is empty or absolute, or leaves `folder`: `..` can take back what came before it.
std::optional<std::string> resolve(std::string_view folder, std::string_view relative);

/// Where something stands: `at` as manifests have it, `label` on one line.
Place place_in(OriginKind kind, std::string at, std::string_view label);

/// What a reader answers to a text that it does not recognise.
Error no_record_of(const Reader& reader);

/// The words of a cell under its heading.
Said said_in(const Table& table, const Cell& cell, OriginKind kind);

/// A remark `record.date-as-words` on each date behind the first `before` that has no EDTF.
void remark_on_dates(const Document& document, std::size_t before, std::vector<Remark>& remarks);

/// put(), and a remark `record.date-as-words` on a date that has no EDTF.
void put_with_remark(Document& document, Field field, Said said, std::vector<Remark>& remarks,
                     std::string_view kind = {});

/// put_note(), or unattributed text where the value has no name.
void put_leftover(Document& document, std::string_view name, Said said);

/// The documents of one text, each made when the text first speaks of it.
class RecordSet {
public:
    RecordSet(const Received& received, const Reader& reader);

    /// The document on a subject, and whether that was not known before.
    std::pair<Described&, bool> of(const std::string& subject);
    /// A document that no other record can join, since nothing says what it is about: its subject
    /// is the place of its record.
    Described& alone(std::string_view place);
    bool empty() const { return documents_.empty(); }
    Described& last() { return documents_.back(); }

    /// The documents in the order in which the text has them, absences stated.
    std::vector<Described> take();

private:
    const Received& received_;
    const Reader& reader_;
    std::vector<Described> documents_;
    std::map<std::string, std::size_t> index_;
};

}  // namespace solander::metadata
