// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/remark.h>

namespace solander::model {

/// The codes by which a record table is refused. Spec: docs/records.md.
inline constexpr std::array kRefusalCodes{
    RemarkInfo{.id = "table.not-text",
               .kind = RemarkKind::refusal,
               .meaning = "A value of a record table in TOML is a number, a date, an array or a "
                          "table, and not text.",
               .why = "A number drops zeros, and a date drops what is uncertain about it; a record "
                      "keeps words.",
               .remedy = "Put it in quotation marks: order = \"1\", date = \"EDTF 1963-11-25\". "
                         "Several values stand in one text with | between them."},
    RemarkInfo{
        .id = "records.contradiction",
        .kind = RemarkKind::refusal,
        .meaning = "A row completes its document from another capture, in 'files', which "
                   "states something else than the document says.",
        .why = "One of the two is wrong, and the tool cannot know which.",
        .remedy = "Take the capture out of 'files', and write what is right into the cells."},
    RemarkInfo{.id = "records.emptied",
               .kind = RemarkKind::refusal,
               .meaning = "A cell that had words has none.",
               .why = "An empty cell cannot tell a value that was taken out on purpose from one "
                      "that was lost.",
               .remedy = "Write [blank] if the source has a label without a value, [absent] if it "
                         "has not even that, or put the words back."},
    RemarkInfo{
        .id = "records.date-serial",
        .kind = RemarkKind::refusal,
        .meaning = "A date is a spreadsheet's count of days, such as 45986.",
        .why = "The spreadsheet took the date for a number; nobody would know it again.",
        .remedy =
            "Write EDTF 1963-11-25, with these four letters, which spreadsheets leave alone."},
    RemarkInfo{
        .id = "records.date-local",
        .kind = RemarkKind::refusal,
        .meaning = "A date is in the order of some country, such as 11/12/63, or is shortened to a "
                   "month, such as May-19.",
        .why = "It is another day for another reader, and a spreadsheet may have made it so by "
               "itself.",
        .remedy =
            "Write EDTF 1963-11-25, with these four letters, which spreadsheets leave alone."},
    RemarkInfo{.id = "records.date-edtf",
               .kind = RemarkKind::refusal,
               .meaning = "A date says that it is EDTF and is none, such as EDTF 1963-13-45.",
               .why = "It would be searched for and not be found.",
               .remedy = "Write a date of EDTF (EDTF 1963-11, EDTF 196X, EDTF 1914/1918), or leave "
                         "the four letters out and write words."},
    RemarkInfo{.id = "records.rights-uri",
               .kind = RemarkKind::refusal,
               .meaning = "The column rights-uri has words where it takes a URI.",
               .why = "Programs look up what may be done by the URI.",
               .remedy = "Write a URI such as http://rightsstatements.org/vocab/InC/1.0/; words go "
                         "to the column rights."},
    RemarkInfo{
        .id = "records.zeros-lost",
        .kind = RemarkKind::refusal,
        .meaning = "A number has lost the zeros in front of it, as 117 where 000117 was.",
        .why = "A spreadsheet took an identifier for a number; the shelf mark is then another one.",
        .remedy = "Put the zeros back. Import the column as text, or edit the table as TOML."},
    RemarkInfo{
        .id = "records.number-rounded",
        .kind = RemarkKind::refusal,
        .meaning = "A value is a number as spreadsheets round it, such as 1.17E+11.",
        .why = "The last digits of an identifier are gone.",
        .remedy = "Put the digits back. Import the column as text, or edit the table as TOML."},
    RemarkInfo{
        .id = "records.value-as-date",
        .kind = RemarkKind::refusal,
        .meaning = "A value became a day, as 8-May where 5-8 was.",
        .why = "A spreadsheet took a range or a shelf mark for a date.",
        .remedy = "Put the value back. Import the column as text, or edit the table as TOML."},
    RemarkInfo{.id = "records.quotes-changed",
               .kind = RemarkKind::refusal,
               .meaning = "Nothing but quotation marks, dashes or dots has changed in a cell.",
               .why = "Word processors and spreadsheets do that on their own; the words would no "
                      "longer be those of the source.",
               .remedy = "Put them back, or change the words as well, if a change was meant."},
    RemarkInfo{
        .id = "records.state-without-words",
        .kind = RemarkKind::refusal,
        .meaning = "A cell says [unknown: ] or [none: ] and no more.",
        .why = "Such a state quotes what the source says of it; without words, it says nothing.",
        .remedy = "Write the words, as in [unknown: lost in 1944], or [blank] or [absent]."},
    RemarkInfo{.id = "records.absent-and-more",
               .kind = RemarkKind::refusal,
               .meaning = "A cell says that there is not even a label, and then what there is.",
               .why = "Both cannot hold.",
               .remedy = "Take [absent] out, or the other values."},
    RemarkInfo{.id = "records.document",
               .kind = RemarkKind::refusal,
               .meaning = "A row has no name for its document, or two.",
               .why = "Nobody could tell which document it is about.",
               .remedy = "Write one name in the column document: the one that `solander describe` "
                         "wrote, or one that no other row has."},
    RemarkInfo{.id = "records.repeated-document",
               .kind = RemarkKind::refusal,
               .meaning = "Two rows are about one document.",
               .why = "Their cells may contradict each other.",
               .remedy = "Join the rows."},
    RemarkInfo{
        .id = "records.files",
        .kind = RemarkKind::refusal,
        .meaning = "The columns files, role and order of a row do not go together.",
        .why = "The pages of a document would be in the wrong order, or have the wrong role.",
        .remedy = "Give as many roles and numbers as there are files, or one role for all and no "
                  "number at all."},
    RemarkInfo{.id = "records.file-missing",
               .kind = RemarkKind::refusal,
               .meaning = "A row names a file that is not among the inputs.",
               .why = "A file that is sealed under no document, or a document without its file, is "
                      "easily missed later.",
               .remedy = "Write the path as `solander describe` does, beginning with the folder's "
                         "own name, or add the file to the inputs."},
    RemarkInfo{.id = "records.file-claimed",
               .kind = RemarkKind::refusal,
               .meaning = "A row names a file that is a file of a row above.",
               .why = "A file belongs to one document.",
               .remedy = "Leave it out of one of the two rows, or join them."},
    RemarkInfo{.id = "records.funder-state",
               .kind = RemarkKind::refusal,
               .meaning =
                   "A cell of the column 'funder' has a state, such as [unknown: X], and that "
                   "column takes names.",
               .why = "A funder called [unknown: X] would be none.",
               .remedy = "Say in 'funding-credit' that there is no funder, or that none is known."},
    RemarkInfo{
        .id = "records.decision",
        .kind = RemarkKind::refusal,
        .meaning = "A cell of 'rights-determination' or 'decision' does not tell who decided, "
                   "when and how.",
        .why = "A decision that leaves one of them out can't be told from a guess.",
        .remedy = "Write the date, a comma, who, a colon, how: 2026-11-20, J. Novak: search in "
                  "the register of deaths. In 'decision' the field and a colon go first."},
    RemarkInfo{.id = "records.file-of-another",
               .kind = RemarkKind::refusal,
               .meaning =
                   "A row names a file that the record of another document is about. A "
                   "capture may be named, if its document has no row and is the same record.",
               .why = "The record and the table would say two things of one file.",
               .remedy = "Leave the file with its document, and change that document's row."},
    RemarkInfo{
        .id = "records.no-file",
        .kind = RemarkKind::refusal,
        .meaning =
            "A row is about nothing that was read, names no files, and is not named after one.",
        .why =
            "It would make a document without anything in it; most often its name is misspelled.",
        .remedy =
            "Correct the name in the column document, or name its files in the column files."},
};

}  // namespace solander::model
