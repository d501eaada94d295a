// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <solander/verify.h>

#include "cli/command.h"
#include "cli/own_store.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class Option;
class Validator;
}  // namespace CLI

namespace solander::cli {

// Options that several commands have in common, and the kinds of values that there are.

// They take CLI11's types by name only: commands need not compile CLI11.

/// An option that has no value.
void add_flag(CLI::App& app, const std::string& name, bool& value, const std::string& description);

/// An argument, which may be left out.
CLI::Option* add_argument(CLI::App& app, const std::string& name, std::string& value,
                          const std::string& description);

/// Makes it an error to leave `option` out.
void require(CLI::Option* option);

/// Has each value of `option` looked at: `complaint` is nothing, or what is wrong with it.
void add_check(CLI::Option* option, std::function<std::string(const std::string&)> complaint);

/// An option with one text for a value, called `value_name` in --help.
CLI::Option* add_text(CLI::App& app, const std::string& name, const std::string& value_name,
                      std::string& value, const std::string& description);

/// An option that may be repeated.
CLI::Option* add_repeatable(CLI::App& app, const std::string& name, const std::string& value_name,
                            std::vector<std::string>& values, const std::string& description);

/// The arguments that are left over, as many as there are.
CLI::Option* add_arguments(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                           const std::string& description);

/// An option that takes one of `names`; its description says which.
CLI::Option* add_choice(CLI::App& app, const std::string& name, const std::string& value_name,
                        std::string& value, const std::vector<std::string>& names,
                        const std::string& description);

/// `--format` with one of `names`; the first is the default.
void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& names);

/// A check for a whole number in decimal digits; `what` says what it takes: "a number of threads".
CLI::Validator whole_number(std::uint64_t least, std::uint64_t most, const std::string& what);

/// `--max-manifest`; what `bytes` is before is the default.
void add_manifest_limit(CLI::App& app, std::uint64_t& bytes);

/// How to work.
struct WorkOptions {
    unsigned jobs = 0;  ///< 0: as many as there are processors.
    bool quiet = false;

    void add_jobs(CLI::App& app);
    void add_quiet(CLI::App& app);
};

/// `--trust`, `--custody`, `--max-manifest`: whom to believe and where to look.
struct TrustOptions {
    std::string trust;
    RevokedOption revoked;
    std::string custody;
    std::uint64_t manifest_bytes = VerifyOptions{}.manifest_bytes;

    void add_to(CLI::App& app, bool with_custody);
    /// With one's own trust file and revocations where none are named; a trust file that others may
    /// change is warned of.
    VerifyOptions resolve(const Io& io) const;
};

/// `--receipt`, `--state`, `--compare`, `--attestation`, `--write-proof`: what is known of a
/// package and its chain from elsewhere.
struct KnownOptions {
    std::vector<std::string> receipts;
    std::string state;
    std::string policy;
    std::vector<std::string> compare;
    std::vector<std::string> attestations;
    std::string write_proof;

    /// `policy_use` says what `--policy` is for, where it is not asked whether a package meets it.
    void add_to(CLI::App& app, const std::string& policy_use = {});
    void apply_to(VerifyOptions& options) const;
};

}  // namespace solander::cli
