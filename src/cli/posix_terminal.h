// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io.h"

namespace solander::cli {

/// The terminal of this process. What is typed goes into guarded memory byte by byte and nowhere
/// else.
class PosixTerminal final : public Terminal {
public:
    bool shows_progress() const override;
    bool shows_output() const override;
    bool has_lost_reader() const override;
    Result<std::optional<SecretBytes>> ask_secret(std::string_view prompt) override;
    Result<std::optional<std::string>> ask(std::string_view prompt) override;
    Result<SecretBytes> read_secret(int descriptor) override;
};

}  // namespace solander::cli
