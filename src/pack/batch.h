// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <solander/environment.h>
#include <solander/pack.h>

#include "pack/documents.h"
#include "pack/inputs.h"
#include "pack/record_overlay.h"
#include "pack/records.h"

namespace solander::pack {

/// What goes into the package of one document.
struct Portion {
    Inputs inputs;
    Records records;  ///< One document, `d1`. Without notes: the batch has them.
};

/// Many documents whose inputs and records have been read, once for all. Must not be moved while a
/// Portion of it is there. Threads share it.
class Batch {
public:
    /// Errors: as make_package(), for what concerns all documents.
    static Result<Batch> read(const PackRequest& request, const Environment& environment);

    std::size_t size() const { return members_.size(); }
    const std::string& subject(std::size_t index) const { return members_[index].own.subject; }
    /// What its record says, a table laid over it; empty where nothing speaks of it.
    const Document& document(std::size_t index) const;
    /// The path of its first file that is no record, else of its first, else what it is about.
    std::string main_file(std::size_t index) const;

    struct Weight {
        std::uint64_t files = 0;
        std::uint64_t bytes = 0;
    };
    /// What there is to read for it.
    Weight weight(std::size_t index) const;

    /// Errors: open, io: why one of its inputs cannot be packed; format.
    Result<Portion> portion(std::size_t index) const;

    const Inputs& inputs() const { return inputs_; }
    const std::vector<std::string>& notes() const { return notes_; }

private:
    struct TableRow {
        std::size_t index = 0;
        bool names_files = false;
    };
    struct Member {
        DocumentFiles own;
        std::vector<std::size_t> evidence;  ///< Inputs that it was read from and shares.
        std::optional<TableRow> row;
    };

    Result<void> lay(std::size_t table, const PackRequest& request, const Environment& environment);
    const Records& records() const { return table_ ? laid_ : read_; }
    void find_members();
    std::vector<std::size_t> evidence_of(const DocumentFiles& document) const;
    void tell_of_shares();
    void tell_of_files_left_out();

    /// The document as it was read, without the table; nothing if only the table speaks of it.
    std::optional<std::size_t> read_document(const std::string& subject) const;
    std::vector<std::size_t> indices_of(const Member& member) const;
    Result<void> check_inputs(const Member& member) const;
    Records records_of(const Member& member, const std::vector<std::size_t>& indices) const;
    Result<void> lay_row(const Member& member, const std::vector<std::size_t>& indices,
                         Portion& portion) const;

    Inputs inputs_;
    Records read_;  ///< As the inputs have them.
    Records laid_;  ///< With the table over them, if there is one.
    std::optional<std::size_t> table_;
    ReadTable table_text_;
    std::map<std::string, std::size_t> read_by_subject_;       ///< Index into `read_`.
    std::map<std::string, TableRow> row_of_;                   ///< By subject.
    std::map<std::string, std::size_t> refused_;               ///< By the path that records know.
    std::map<std::string, std::vector<std::size_t>> remarks_;  ///< By the file as it is shown.
    std::map<std::string, std::vector<std::string>> missing_;  ///< By id of the document.
    std::vector<Member> members_;
    std::vector<std::string> notes_;
};

}  // namespace solander::pack
