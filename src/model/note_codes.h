// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/remark.h>

namespace solander::model {

/// The codes of notes on any record, and on tables.
inline constexpr std::array kNoteCodes{
    RemarkInfo{
        .id = "text.encoding",
        .kind = RemarkKind::note,
        .meaning = "The text of a record is not UTF-8; it was read in the encoding that its first "
                   "bytes say, or that --encoding names.",
        .why =
            "A wrong encoding makes wrong letters, which look like words and are believed later.",
        .remedy = "Look at a name with an accent in `solander describe`. If it is wrong, say "
                  "--encoding; better, save the file as UTF-8."},
    RemarkInfo{.id = "text.not-utf8",
               .kind = RemarkKind::note,
               .meaning = "A text is not UTF-8, and nothing says what it is; no record was read "
                          "from it.",
               .why = "Nearly any bytes are letters in some older encoding, and the wrong ones "
                      "look like words.",
               .remedy = "Save the file as UTF-8, or name its encoding by --encoding."},
    RemarkInfo{
        .id = "record.date-as-words",
        .kind = RemarkKind::note,
        .meaning =
            "A date has no one plain meaning, so its words were kept and no date was made of them.",
        .why = "Nobody can search for it or sort by it; but a guess, such as which of two numbers "
               "is the month, would be worse.",
        .remedy = "Write the date as EDTF (EDTF 1963-11-25, EDTF 1963-11, EDTF 196X) in a record "
                  "table or by `pack --set`, if it is known."},
    RemarkInfo{.id = "record.path-missing",
               .kind = RemarkKind::note,
               .meaning = "A row of a table names no file, so nothing says what it is about.",
               .why = "Its words became a document of their own, with no file.",
               .remedy = "Name the file in the row, or leave the row out."},
    RemarkInfo{.id = "record.too-large",
               .kind = RemarkKind::note,
               .meaning = "A table, XML, JSON or RIS file has more than 64 MiB, so no record was "
                          "read from it. It is packed all the same.",
               .why = "What it says of the documents is in no field of the manifest.",
               .remedy = "Divide it into several files, and pack or describe again."},
    RemarkInfo{.id = "record.completed",
               .kind = RemarkKind::note,
               .meaning = "What was missing in a record was taken from another capture of the same "
                          "record, in that capture's name.",
               .why = "The words are those of the other capture, which is packed as evidence.",
               .remedy = "Nothing, if the two are of the same record. See the fields named, in "
                         "`solander describe` or `solander show`."},
    RemarkInfo{.id = "record.differs",
               .kind = RemarkKind::note,
               .meaning = "Two captures of one record give different answers; the document keeps "
                          "its own.",
               .why = "One of them may be newer, or may have lost something.",
               .remedy = "Compare the two. If the other is right, say so in the record table."},
    RemarkInfo{.id = "record.left-out",
               .kind = RemarkKind::note,
               .meaning = "A capture named by --complete-from completes no document, and is no "
                          "document itself.",
               .why = "It is of another record, or nobody confirmed that it is of the same.",
               .remedy = "Name it as an input if it is a document of its own."},
    RemarkInfo{
        .id = "record.path-outside",
        .kind = RemarkKind::note,
        .meaning =
            "A record names a file by a path that leads out of the folder that it belongs in.",
        .why = "Such a path means one thing on one machine and another thing here; it was kept as "
               "words.",
        .remedy = "Write the path from the folder of the record or of the transfer, and put the "
                  "file there."},
    RemarkInfo{
        .id = "record.file-missing",
        .kind = RemarkKind::note,
        .meaning = "A record names a file that is not among the inputs.",
        .why = "The file may have been lost on the way, or the record may be of another transfer.",
        .remedy = "Find the file and give it to `solander pack` together with the record, or ask "
                  "whoever handed it over."},
    RemarkInfo{.id = "record.file-unlisted",
               .kind = RemarkKind::note,
               .meaning = "A table that should name the files of its folder does not name one that "
                          "is there.",
               .why = "What the table says of rights holds for the files that it names; whoever "
                      "imports it may leave the others out.",
               .remedy = "Add a row for the file, or see whether it belongs there."},
    RemarkInfo{.id = "record.names-directory",
               .kind = RemarkKind::note,
               .meaning = "A row of a table names a directory where a file should be.",
               .why = "Archivematica takes rights for files only, and a row on a directory ends "
                      "the whole import; of records it takes both.",
               .remedy = "Write a row for each file in the directory."},
    RemarkInfo{
        .id = "record.file-claimed",
        .kind = RemarkKind::note,
        .meaning =
            "A record names a file that another document has already; it stays with the first.",
        .why = "A file is part of one document. That two records want it is either a slip or a "
               "page with two letters on it.",
        .remedy = "See which record is right. A record table (`solander describe -o`) says what "
                  "belongs to what."},
    RemarkInfo{.id = "record.doctype",
               .kind = RemarkKind::note,
               .meaning = "An XML record begins with a DOCTYPE that declares nothing here; what it "
                          "points to was not fetched.",
               .why = "What stands elsewhere may change, and is no part of what was received.",
               .remedy = "Nothing has to be done. If defaults of that document type matter, have "
                         "the record written out without them."},
    RemarkInfo{
        .id = "json.duplicate-key",
        .kind = RemarkKind::either,
        .meaning = "An object in JSON has the same name twice; the last value was read.",
        .why =
            "Programs differ in which of the two they take, so the record does not say one thing.",
        .remedy =
            "Remove one of the two. In a record table nothing is packed before that is done."},
    RemarkInfo{.id = "table.byte-order-mark",
               .kind = RemarkKind::note,
               .meaning = "A table for Archivematica begins with a byte order mark.",
               .why = "Archivematica takes it for a part of the first heading, and refuses a "
                      "rights.csv with such a heading.",
               .remedy = "Save the table as UTF-8 without it: in Excel that is \"CSV\" and not "
                         "\"CSV UTF-8\", if no letter has an accent; else with another program."},
    RemarkInfo{.id = "table.delimiter",
               .kind = RemarkKind::note,
               .meaning = "The headings of a table are not, or not only, separated by commas; it "
                          "was read with what they have most of.",
               .why = "If the guess is wrong, all columns are.",
               .remedy = "See in `solander describe` whether values stand where they belong. Else "
                         "save the table as CSV with commas."},
    RemarkInfo{.id = "table.path-start",
               .kind = RemarkKind::note,
               .meaning = "A table for Archivematica names files by paths that do not begin with "
                          "objects/, nor with data/ as in a bag.",
               .why = "Archivematica compares the whole path: what the row says is lost, and in a "
                      "rights.csv the whole import fails.",
               .remedy = "Write objects/ in front of the path, if the table is for Archivematica."},
    RemarkInfo{
        .id = "table.line-ends",
        .kind = RemarkKind::note,
        .meaning =
            "A table ends its lines in more than one way; each was taken for the end of a row.",
        .why = "It was put together from several sources, or a line end is part of a value that "
               "lost its quotation marks.",
        .remedy =
            "Look at the line. If a row was torn in two there, put the value in quotation marks."},
    RemarkInfo{
        .id = "table.ragged-row",
        .kind = RemarkKind::either,
        .meaning = "A row has more or fewer cells than there are headings.",
        .why = "Cells in it may have moved, so that each value stands under the wrong heading.",
        .remedy =
            "Open the table and look at the row; most often a comma stands in a value without "
            "quotation marks. In a record table nothing is packed before that is done."},
    RemarkInfo{.id = "table.blank-row",
               .kind = RemarkKind::note,
               .meaning = "A row has delimiters and no words; it was passed over.",
               .why = "Nothing is lost by it, but it may be where a row was meant to be.",
               .remedy = "Nothing has to be done."},
    RemarkInfo{.id = "table.blank-cell",
               .kind = RemarkKind::note,
               .meaning = "A cell has white space and nothing else; it counts as blank.",
               .why = "A blank says that there is a label without a value, which is another thing "
                      "than no label.",
               .remedy = "Empty the cell if it is to say nothing at all."},
    RemarkInfo{
        .id = "table.outer-blanks",
        .kind = RemarkKind::note,
        .meaning =
            "A value has white space around its words, which was not taken for part of them.",
        .why = "Two spellings of one value are not found together.",
        .remedy =
            "Nothing has to be done; the words were trimmed, and the table is packed as it is."},
    RemarkInfo{
        .id = "table.blank-header",
        .kind = RemarkKind::note,
        .meaning =
            "Words stand under a heading that is blank; they were kept as unattributed text.",
        .why = "Nobody can say what they are about.",
        .remedy = "Give the column a heading."},
    RemarkInfo{.id = "table.repeated-header",
               .kind = RemarkKind::note,
               .meaning = "A heading stands over two columns; both were read.",
               .why = "The two may contradict each other.",
               .remedy = "Rename one of the columns, or join their values."},
    RemarkInfo{.id = "table.repeated-path",
               .kind = RemarkKind::note,
               .meaning = "Two rows of a table are about the same file; what both say was kept, "
                          "the earlier first.",
               .why = "Archivematica would keep the later one alone, so the table was perhaps "
                      "meant otherwise.",
               .remedy = "Join the rows, or leave the one out that does not hold."},
    RemarkInfo{
        .id = "table.stray-quote",
        .kind = RemarkKind::either,
        .meaning =
            "A quotation mark neither opens nor closes a cell; it was kept as part of the words.",
        .why = "The cell may end elsewhere than its writer meant.",
        .remedy = "Put the whole value in quotation marks, and write each one within it twice. In "
                  "a record table nothing is packed before that is done."},
    RemarkInfo{
        .id = "table.unclosed-quote",
        .kind = RemarkKind::either,
        .meaning = "A quotation is opened that nothing closes: all to the end of the text was "
                   "taken for its words.",
        .why = "The rows behind it are lost in one cell.",
        .remedy = "Close the quotation. In a record table nothing is packed before that is done."},
    RemarkInfo{
        .id = "table.nul",
        .kind = RemarkKind::either,
        .meaning = "A cell has a NUL character among its words, which was replaced by U+FFFD where "
                   "it was read.",
        .why =
            "No text has one: the file was damaged, or is in an encoding that was not recognised.",
        .remedy = "Have the table written again, or name its encoding by --encoding. In a record "
                  "table nothing is packed before that is done."},
};

}  // namespace solander::model
