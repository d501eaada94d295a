// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/process.h"

namespace solander::test {

/// What a reader learns of a flaw who follows the steps of VERIFY.txt, with stock tools alone.
enum class Stock {
    refused,  ///< A step fails.
    passed,   ///< Every step passes, and so does the package with us.

    // Every step passes although we find something, for the steps do not look at …
    blind_to_form,      ///< … headers of the tar, and bytes between and behind its files.
    blind_to_grammar,   ///< … whether XML is well-formed and keeps to its schema.
    blind_to_names,     ///< … what names become on other systems.
    blind_to_spelling,  ///< … how a signature is spelled, and what ssh-keygen skips in its file.
    blind_to_strength,  ///< … whether a key is weak, and a digest the one of the format.
    blind_to_order,     ///< … who may take which step of custody when.
    blind_to_claims,    ///< … what manifest and events claim that other files belie.
    blind_to_trust,     ///< … lines of the trust file but the one that lists the key.
    blind_to_time,      ///< … the time that a statement claims.
    blind_to_text,      ///< … their own text.

    // They cannot be asked, for …
    no_keys,    ///< … a reader has no key to believe.
    no_tar,     ///< … they begin with a tar.
    no_clock,   ///< … the reader's clock is set.
    no_option,  ///< … it takes something else that the reader knows, or has told the verifier.
};

struct StockInfo {
    std::string_view word;  ///< `refused`, `passed` or `not applicable`.
    std::string_view why;   ///< Empty where there is nothing to add.
};
const StockInfo& stock_info(Stock stock);

/// Whether the steps can be asked, and whether they pass then.
bool is_applicable(Stock stock);
bool passes(Stock stock);

/// The commands of VERIFY.txt as they are printed, prompts taken off.
std::string commands_of(const std::string& verify_text);

/// Runs `commands` in the directory that holds letters.tar and letters.custody.
Finished run_steps(const std::string& commands, const std::string& shell,
                   const std::filesystem::path& directory, const std::filesystem::path& trust);

/// Whether all came to their end: the last one says so.
bool every_step_passed(const Finished& done);

}  // namespace solander::test
