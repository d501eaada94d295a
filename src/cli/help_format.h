// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/cli11.h"

namespace solander::cli {

/// How --help is laid out: two columns that fit a terminal of 80, without CLI11's shorthand for
/// types and ranges, which a description says better.
class HelpFormat final : public CLI::Formatter {
public:
    HelpFormat();
    std::string make_option(const CLI::Option* option, bool is_positional) const override;
    std::string make_option_usage(const CLI::Option* option) const override;
    std::string make_subcommand(const CLI::App* verb) const override;
    std::string make_footer(const CLI::App* app) const override;
};

}  // namespace solander::cli
