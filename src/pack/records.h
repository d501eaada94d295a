// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <solander/digest.h>
#include <solander/document.h>
#include <solander/environment.h>
#include <solander/pack.h>

#include "base/limits.h"
#include "pack/inputs.h"

namespace solander::pack {

/// What the inputs say of themselves.
struct Records {
    std::vector<Document> documents;
    /// By index of the input: the document that it is a capture of.
    std::map<std::size_t, std::string> document_of;
    /// By index of the input: the digest of the bytes that were read. What is packed must be them.
    std::map<std::size_t, Sha256> read_digests;
    std::vector<ReadCapture> captures;  ///< One for each document that was read.
    std::vector<std::string> notes;
};

/// Gives every text among the inputs to the metadata readers. What none of them recognises has no
/// record of its own; if nothing has, there is one document, of which only a person can tell more.
/// Errors: open; io, also for a text that grows while it is read; interrupted.
Result<Records> read_records(const Environment& environment, const Inputs& inputs,
                             const base::Limits& limits);

}  // namespace solander::pack
