// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/io.h"
#include "cli/options.h"

namespace solander::cli {

/// What the library noted about the inputs, for a person: a table with two hundred odd cells must
/// not hide the one note that matters.
struct NotesOption {
    bool all = false;

    void add_to(CLI::App& app);
    /// Writes them to standard error. Of several that have one code and are about one file, the
    /// first few are written and the others counted, and so are those after the first fifty; unless
    /// `all`.
    void tell(Io& io, const std::vector<std::string>& notes) const;
};

}  // namespace solander::cli
