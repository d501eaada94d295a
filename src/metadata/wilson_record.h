// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

#include "metadata/reader.h"
#include "metadata/text_quoter.h"
#include "metadata/wilson_citation.h"
#include "metadata/wilson_source.h"

namespace solander::metadata {

inline constexpr std::string_view kWilsonReader = "wilson/1";

// Reading rules, as manifests name them. Spec: docs/metadata.md, "Rules".
inline constexpr std::string_view kWilsonHead = "wilson.head";
inline constexpr std::string_view kWilsonCitation = "wilson.citation";
inline constexpr std::string_view kBodyMark = "body.mark";

/// What all forms of a record have in common: a document of one origin, filled piece by piece.
/// Pieces point into the text that was received.
class WilsonRecord {
public:
    WilsonRecord(const Received& received, std::string_view form, TextQuoter::Precision precision);

    Document& document() { return document_; }
    Origin& origin() { return document_.origins.front(); }
    const TextQuoter& quoter() const { return quoter_; }

    /// A credit line, with the funder that it names. Add it before the source and the donors.
    void add_credit(std::string_view line, std::string_view label = {});
    /// The line `Donors`, whose names only the credit line can tell apart.
    void add_donors(std::string_view line, std::string_view label);
    /// A source sentence with all that it says: its holder, its translator and so on.
    void add_source(State state, std::string_view sentence, std::string_view rule,
                    std::string_view label = {});
    /// A citation. Title and date are left out where the head says the same.
    void add_citation(const WilsonCitation& citation);
    /// An address of the record and the id in it; one that is there already is not added again.
    void add_url(std::string_view url, std::string_view rule);
    /// Where the document's own text stands, and the marks in its first lines.
    void add_body(const TextLines& lines, LineRange range, BodyKind kind = BodyKind::unstated,
                  std::string_view language = {});
    void add_unattributed(std::string_view piece);

    /// The document, answers before blanks in each field, and every absence said.
    Document finish();

private:
    void add_archive(const SourceSentence& parts);
    void add_obtained(const SourceSentence& parts);

    TextQuoter quoter_;
    Document document_;
    std::string credited_;  ///< The name in the credit line.
};

/// Forms A and B: blocks and labels on lines of their own.
/// Errors: format, where there is no such record.
Result<Document> read_wilson_lines(const Received& received, bool blank_lines,
                                   std::vector<Remark>& remarks);
/// Form C: a page of 2012 to 2021. Errors: format.
Result<Document> read_wilson_page(const Received& received);
/// Form D: a PDF export, which may be all in one line. Errors: format.
Result<Document> read_wilson_export(const Received& received);

}  // namespace solander::metadata
