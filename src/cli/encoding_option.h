// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <solander/error.h>
#include <solander/text_encoding.h>

#include "cli/options.h"

namespace solander::cli {

/// `--encoding`: how texts are written that do not say so themselves.
struct EncodingOption {
    std::string name;

    void add_to(CLI::App& app);
    /// Errors: usage, for a name that there is no encoding for.
    Result<std::optional<TextEncoding>> value() const;
};

}  // namespace solander::cli
