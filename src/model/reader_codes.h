// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/remark.h>

namespace solander::model {

/// The codes of notes on the records of one kind.
inline constexpr std::array kReaderCodes{
    RemarkInfo{.id = "atom.events-differ",
               .kind = RemarkKind::note,
               .meaning = "The columns of events in one row of an AtoM table have different "
                          "numbers of values; they were paired from the first on.",
               .why = "Which date belongs to which actor is uncertain from the first gap on.",
               .remedy = "Write NULL for a value that is not there, as AtoM does, and pack again."},
    RemarkInfo{
        .id = "atom.unknown-level",
        .kind = RemarkKind::note,
        .meaning = "An AtoM table names a level of description that records do not have; its "
                   "document counts as an item.",
        .why = "What is said of a series holds for each document in it, what is said of an item "
               "does not.",
        .remedy =
            "See whether the row describes an item. The words of the level were kept as a note."},
    RemarkInfo{
        .id = "bag.repeated-label",
        .kind = RemarkKind::note,
        .meaning =
            "A label of bag-info.txt that should stand once stands several times; all were kept.",
        .why = "BagIt does not say which one holds.",
        .remedy = "Ask whoever made the bag, or leave it: nothing was lost."},
    RemarkInfo{
        .id = "bag.no-label",
        .kind = RemarkKind::note,
        .meaning = "A line of bag-info.txt has no label and does not go on with the line before; "
                   "it was kept as unattributed text.",
        .why = "Nobody can say what it is about.",
        .remedy = "Indent the line if it goes on with the one before; else give it a label."},
    RemarkInfo{.id = "dspace.registered",
               .kind = RemarkKind::note,
               .meaning = "An item of DSpace registers a file that is in a store elsewhere: its "
                          "bytes are not here.",
               .why = "What is not here cannot be sealed, and may be gone when it is needed.",
               .remedy = "Export the item with its files, and pack these."},
    RemarkInfo{.id = "dspace.unknown-option",
               .kind = RemarkKind::note,
               .meaning = "A line of an item's `contents` has an option that DSpace does not have; "
                          "it was kept as a note.",
               .why = "It may be a slip in one that matters, such as permissions.",
               .remedy = "Look at the line; permissions and bundle are part of the record."},
    RemarkInfo{.id = "dspace.source",
               .kind = RemarkKind::note,
               .meaning = "An item of DSpace has a value of dc.source, which DSpace keeps for "
                          "harvested metadata; it was kept as a note.",
               .why = "\"Do not use; only for harvested metadata\", says its registry: what stands "
                      "there may be from another catalogue.",
               .remedy = "Give the source of the original by `pack --set`, and to DSpace as "
                         "dc.relation.isversionof or dc.identifier.other."},
    RemarkInfo{.id = "dspace.empty-value",
               .kind = RemarkKind::note,
               .meaning = "A value in an item of DSpace is empty.",
               .why = "DSpace drops it when it imports the item, and nobody is told.",
               .remedy = "Fill it, or take the element out."},
    RemarkInfo{
        .id = "dublin-core.outside-records",
        .kind = RemarkKind::note,
        .meaning = "Words in a list of Dublin Core records belong to no record, and were not read.",
        .why = "They may have been meant for one.",
        .remedy = "Look at the place. The file is packed as it is, so nothing is lost."},
    RemarkInfo{.id = "dublin-core.deleted",
               .kind = RemarkKind::note,
               .meaning = "A list of records says that one was deleted, and has none.",
               .why = "The document may be among the inputs all the same, without its record.",
               .remedy = "Ask the repository that gave the list why it was deleted."},
    RemarkInfo{.id = "ead3.control-not-read",
               .kind = RemarkKind::note,
               .meaning = "What a finding aid says of itself was not read, but for its sponsor and "
                          "its declaration of rights.",
               .why = "It is about the finding aid, not about the documents.",
               .remedy = "Nothing has to be done; the finding aid is packed as it is."},
    RemarkInfo{
        .id = "ead3.level-not-read",
        .kind = RemarkKind::note,
        .meaning = "A level of a finding aid stands above files and items; what it says was not "
                   "copied to those below.",
        .why =
            "Whether a restriction on a series holds for each letter in it is for a person to say.",
        .remedy = "Look at the level. What holds for the documents is said by `pack --set` or in a "
                  "record "
                  "table."},
    RemarkInfo{
        .id = "ead3.level-unknown",
        .kind = RemarkKind::note,
        .meaning = "A level of a finding aid is of no kind that is read, and gave no document.",
        .why = "What it describes has no record here.",
        .remedy =
            "Use the levels of EAD3 (`file`, `item`), or give the record by `pack --set` or a "
            "record table."},
    RemarkInfo{
        .id = "frus.ibid",
        .kind = RemarkKind::note,
        .meaning = "The source of a document of Foreign Relations of the United States is "
                   "given as Ibid., which stands for the note before it in the volume.",
        .why = "The document does not say where the original is; filling it in from a "
               "neighbour would be a guess.",
        .remedy = "Find the note before it in the volume and give the source by `pack --set` or in "
                  "a record table."},
    RemarkInfo{
        .id = "frus.footnote-mark",
        .kind = RemarkKind::note,
        .meaning = "A title ends with a figure that may be the mark of a footnote; it was kept.",
        .why = "It may be part of the title or not; only a person who sees the page can tell.",
        .remedy =
            "Compare with the page and correct the title in a record table, if it is a mark."},
    RemarkInfo{
        .id = "wilson.labels-not-read",
        .kind = RemarkKind::note,
        .meaning = "Labels of a captured record are parted from its rights text by lines that are "
                   "none, and nothing was read of them.",
        .why = "Such captures lose the values of labels. What stands among them in two lines, or "
               "under a label that has none, cannot be told from the text of the document.",
        .remedy = "Leave the capture as it was, and give the value in a record table or by "
                  "`pack --set`; or write it on one line under Source or Original Archive."},
    RemarkInfo{.id = "rights.no-basis",
               .kind = RemarkKind::note,
               .meaning = "A row of an Archivematica rights.csv names no basis of rights.",
               .why = "Without a basis, nobody can say why an act is allowed.",
               .remedy = "Write one of copyright, license, statute, donor, policy, other."},
    RemarkInfo{.id = "rights.unknown-basis",
               .kind = RemarkKind::note,
               .meaning = "A row of an Archivematica rights.csv names a basis that there is not; "
                          "its words were kept.",
               .why = "Archivematica would refuse it, and no program can act on it.",
               .remedy = "Write one of copyright, license, statute, donor, policy, other."},
    RemarkInfo{
        .id = "rights.unknown-status",
        .kind = RemarkKind::note,
        .meaning = "A status of copyright is none that Archivematica has; its words were kept.",
        .why = "No program can act on it.",
        .remedy = "Write one of copyrighted, public domain, unknown."},
    RemarkInfo{
        .id = "rights.unknown-restriction",
        .kind = RemarkKind::note,
        .meaning = "A restriction is none that Archivematica has; its words were kept.",
        .why = "Whether the act is allowed is left open, and has to be taken as not allowed.",
        .remedy = "Write one of allow, disallow, conditional."},
    RemarkInfo{.id = "rights.jurisdiction",
               .kind = RemarkKind::note,
               .meaning = "The jurisdiction of a copyright is no country code of two letters; its "
                          "words were kept.",
               .why = "Terms of copyright differ by country.",
               .remedy = "Write the code of ISO 3166-1, such as CZ."},
    RemarkInfo{.id = "rights.bad-date",
               .kind = RemarkKind::note,
               .meaning = "A date in rights.csv is not EDTF, such as 31/12/2013 or 2000-09-00; it "
                          "was kept as a note.",
               .why = "A date that can be read in two ways may open something too early.",
               .remedy = "Write it as 2013-12-31, 2013-12 or 2013."},
    RemarkInfo{.id = "rights.open-copyright",
               .kind = RemarkKind::note,
               .meaning = "The end of a copyright is given as open, which Archivematica takes for "
                          "a date; it was kept as a note.",
               .why = "A copyright without end is most often one whose end nobody has looked up.",
               .remedy = "Leave the end empty, or write the date."},
    RemarkInfo{.id = "rights.act-is-restriction",
               .kind = RemarkKind::note,
               .meaning = "A restriction stands where an act should: cells of the row have moved.",
               .why = "The row may then grant what it was meant to forbid.",
               .remedy = "Look at the row, and put the act in front of its restriction."},
    RemarkInfo{.id = "rights.no-act",
               .kind = RemarkKind::note,
               .meaning = "Something is said of an act that is not named; it was kept as notes.",
               .why = "Nobody can say what is allowed or forbidden.",
               .remedy = "Name the act, such as publish, disseminate or replicate."},
    RemarkInfo{.id = "rights.repeated-act",
               .kind = RemarkKind::note,
               .meaning = "Two rows of a rights.csv are on the same file, basis and act; both were "
                          "kept.",
               .why = "Archivematica takes the first and skips the other: its dates, notes and "
                      "restriction are lost.",
               .remedy = "Join the two, or give them different bases if they have."},
    RemarkInfo{.id = "rights.unknown-column",
               .kind = RemarkKind::note,
               .meaning = "A table of rights has a column that Archivematica does not know, and "
                          "for which it would refuse the table.",
               .why = "It may be a misspelled one that matters.",
               .remedy = "Compare the heading with those in Archivematica's documentation."},
    RemarkInfo{.id = "ris.no-end",
               .kind = RemarkKind::note,
               .meaning = "A record in RIS has no ER line; it was read to where the next begins.",
               .why = "The text may have been cut short.",
               .remedy = "See whether the last lines are there; else export it again."},
    RemarkInfo{
        .id = "ris.outside-record",
        .kind = RemarkKind::note,
        .meaning = "Lines in an RIS file stand outside of every record; they were kept with the "
                   "last as unattributed text.",
        .why = "They may belong to the next record, whose TY line is lost.",
        .remedy = "Look at the lines, and export the records again if a TY line is missing."},
    RemarkInfo{.id = "schema-org.other-node",
               .kind = RemarkKind::note,
               .meaning = "A node of a JSON-LD text describes no document; it is read only where "
                          "one that does refers to it.",
               .why = "What it says (a person, a place) is in the package, but in no record.",
               .remedy = "Nothing has to be done, unless a document should refer to it."},
};

}  // namespace solander::model
