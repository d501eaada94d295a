// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include <solander/error.h>

#include "pack/records.h"
#include "pack/same_record.h"

namespace solander::pack {

/// Completes documents from further captures of the same records. Documents go by their index in
/// the Records, which stays good until finish().
class Completion {
public:
    /// `records` must outlive it.
    explicit Completion(Records& records) : records_(records) {}

    /// Fills the gaps of `document` with the answers of `other`, a capture of the same record, as
    /// `comparison` found; notes what was taken and what differs. The files of `other` become
    /// `document`'s. Errors: format, where the two contradict each other; nothing has changed then.
    Result<void> fill(std::size_t document, std::size_t other, const Comparison& comparison);

    /// Marks a document as one that is not to be; its files are then no document's.
    void drop(std::size_t document) { dropped_.insert(document); }

    /// Takes away what was used up or dropped, and numbers the rest anew.
    void finish();

private:
    void note(std::size_t document, const std::string& what);

    Records& records_;
    std::map<std::size_t, std::size_t> own_origins_;  ///< By document: how many it had at first.
    std::set<std::size_t> dropped_;
};

}  // namespace solander::pack
