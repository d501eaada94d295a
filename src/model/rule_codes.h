// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/remark.h>

namespace solander::model {

/// The rules by which words of a source became values. Spec: docs/metadata.md.
inline constexpr std::array kRuleCodes{
    RemarkInfo{
        .id = "records.inferred",
        .kind = RemarkKind::rule,
        .meaning = "Whoever edited the record table inferred this value ([inferred] words).",
        .why = "It is a person's inference, made in the table, and not a word of the source.",
        .remedy = "Ask the person; the table is in the package, and the place names its cell."},
    RemarkInfo{.id = "wilson.head",
               .kind = RemarkKind::rule,
               .meaning = "The first date line of a Wilson Center page with a title under it is "
                          "the date, and the line under it the title.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{.id = "wilson.summary-before-labels",
               .kind = RemarkKind::rule,
               .meaning = "Prose just above an unbroken run of labels is the description.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{
        .id = "wilson.summary-before-citation",
        .kind = RemarkKind::rule,
        .meaning =
            "What stands between the words 'get citation' and the citation is the description.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{
        .id = "wilson.citation",
        .kind = RemarkKind::rule,
        .meaning = "The value is a part of the citation, by the grammar that citations have.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{.id = "wilson.source-sentence",
               .kind = RemarkKind::rule,
               .meaning = "The value is a part of the sentence that names the source, by the "
                          "grammar that such sentences have.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{.id = "wilson.source.archive-named-in-credit",
               .kind = RemarkKind::rule,
               .meaning = "The sentence that names the source ends with the name that the credit "
                          "line of the same record gives, which is the holder.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{
        .id = "wilson.url-last-part",
        .kind = RemarkKind::rule,
        .meaning = "Digits at the end of an address, behind /document/, are the record's id.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{
        .id = "wilson.share-document",
        .kind = RemarkKind::rule,
        .meaning = "An address stands under 'share document', and the citation does not have it.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{.id = "wilson.view-document-in",
               .kind = RemarkKind::rule,
               .meaning = "Words such as English HTML under 'view document in' name the language "
                          "of the text below.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{
        .id = "wilson.contents",
        .kind = RemarkKind::rule,
        .meaning =
            "Words such as English Translation behind 'Contents:' name the language of the text.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{.id = "wilson.value-after-document-information",
               .kind = RemarkKind::rule,
               .meaning = "What stands under the heading 'Document Information', where no label "
                          "Source is, is the source whose label was lost.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{
        .id = "wilson.rights-by-wording",
        .kind = RemarkKind::rule,
        .meaning =
            "The publisher's rights text was known by its wording, for no label stands above it.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{
        .id = "boilerplate.wilson-happ",
        .kind = RemarkKind::rule,
        .meaning = "The rights statement is the text that this publisher puts under everything, so "
                   "it counts for the collection and says nothing about this document.",
        .why = "A text that stands everywhere was looked up for no document; taken for this one, "
               "it would promise what nobody has checked.",
        .remedy =
            "Determine the rights in the document itself, and say them by `pack --set`, a record "
            "table or `solander custody determine`."},
    RemarkInfo{.id = "donors.split-at-known-name",
               .kind = RemarkKind::rule,
               .meaning = "The line of donors names a funder that the credit line names, and "
                          "another that 'and' joins to it.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{
        .id = "body.mark",
        .kind = RemarkKind::rule,
        .meaning = "Words among the first lines of the document are a mark of classification.",
        .why =
            "It shows what the document said of its own secrecy; it does not say what holds today.",
        .remedy = "Nothing has to be done. Whether it was declassified stands in the release, if "
                  "the source says so."},
    RemarkInfo{.id = "frus.heading",
               .kind = RemarkKind::rule,
               .meaning = "The heading of a document in Foreign Relations of the United States has "
                          "its number and its title.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{.id = "frus.dateline",
               .kind = RemarkKind::rule,
               .meaning = "The line under the heading gives place, date and time.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{
        .id = "frus.source-note",
        .kind = RemarkKind::rule,
        .meaning = "The value is a part of the source note, by the grammar that source notes have.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{.id = "frus.file-number",
               .kind = RemarkKind::rule,
               .meaning = "The line above the heading is a file number of the Department of State, "
                          "as older volumes have it.",
               .why = "It shows what in the words of the source led to the value, so that anybody "
                      "can check it.",
               .remedy = "Nothing has to be done. If it does not hold for this document, correct "
                         "the value in a record table."},
    RemarkInfo{.id = "dc.date-as-creation",
               .kind = RemarkKind::rule,
               .meaning = "A date of Dublin Core, which does not say of what, was taken for the "
                          "date of creation.",
               .why = "It may as well be the date of publication, or of digitisation.",
               .remedy = "Compare with the document, and correct the date in a record table if it "
                         "is another's."},
    RemarkInfo{
        .id = "atom.date-from-ends",
        .kind = RemarkKind::rule,
        .meaning =
            "Words of a date have no plain meaning; its start and end in the same row gave one.",
        .why = "It shows what in the words of the source led to the value, so that anybody can "
               "check it.",
        .remedy = "Nothing has to be done. If it does not hold for this document, correct the "
                  "value in a record table."},
    RemarkInfo{.id = "ead3.sponsor-of-finding-aid",
               .kind = RemarkKind::rule,
               .meaning = "The sponsor of the finding aid was taken for the funder.",
               .why = "Who paid for describing the papers need not have paid for more than that.",
               .remedy = "Nothing has to be done, if the funder is to be named; else correct it in "
                         "a record table."},
    RemarkInfo{.id = "schema-org.provider-as-holder",
               .kind = RemarkKind::rule,
               .meaning = "The provider of a Schema.org description was taken for the archive that "
                          "holds the original, since no other is named.",
               .why = "Who provides the description may be another than who has the paper.",
               .remedy = "Compare with the source, and correct original-archive in a record table "
                         "if it is another."},
};

}  // namespace solander::model
