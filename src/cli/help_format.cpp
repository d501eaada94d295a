// SPDX-License-Identifier: Apache-2.0
#include "cli/help_format.h"

#include <algorithm>
#include <string_view>

namespace solander::cli {

namespace {

constexpr std::size_t kSecondColumn = 26;
constexpr std::size_t kVerbColumn = 12;
constexpr std::size_t kWidth = 80;

/// One line of a description, broken at blanks. What follows a break stands `deeper` by as much as
/// the line itself begins with blanks.
void add_wrapped(std::string& text, std::string_view line, std::size_t column) {
    const auto first = line.find_first_not_of(' ');
    const std::size_t deeper = first == std::string_view::npos ? 0 : first + (first == 0 ? 0 : 2);
    std::size_t room = kWidth - column;
    while (line.size() > room) {
        const auto blank = line.rfind(' ', room);
        if (blank == std::string_view::npos || blank < deeper) break;
        text += line.substr(0, blank);
        text += '\n' + std::string(column + deeper, ' ');
        room = kWidth - column - deeper;
        line.remove_prefix(blank + 1);
    }
    text += line;
    text += '\n';
}

std::string two_columns(std::string text, std::string_view description, std::size_t column) {
    if (text.size() + 2 > column) text += '\n' + std::string(column, ' ');
    text.resize(std::max(text.size(), column), ' ');
    for (bool first = true;; first = false) {
        if (!first) text += std::string(column, ' ');
        const auto end = description.find('\n');
        add_wrapped(text, description.substr(0, end), column);
        if (end == std::string_view::npos) return text;
        description.remove_prefix(end + 1);
    }
}

bool takes_many(const CLI::Option* option) {
    return option->get_items_expected_max() > 1;
}

/// `-o, --output DIR`; an option without a short name is indented as if it had one.
std::string option_names(const CLI::Option* option) {
    std::string names = option->get_snames().empty() ? "    " : "";
    for (const auto& name : option->get_snames()) names += "-" + name + ", ";
    names += "--" + option->get_lnames().front();
    if (option->get_items_expected_max() > 0) names += " " + option->get_type_name();
    return names;
}

}  // namespace

HelpFormat::HelpFormat() {
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "VERB");
}

std::string HelpFormat::make_option(const CLI::Option* option, bool is_positional) const {
    const bool required = option->get_required() && !is_positional;
    return two_columns("  " + (is_positional ? make_option_usage(option) : option_names(option)),
                       option->get_description() + (required ? " (required)" : ""), kSecondColumn);
}

std::string HelpFormat::make_option_usage(const CLI::Option* option) const {
    const std::string name = option->get_name(true, false) + (takes_many(option) ? "..." : "");
    return option->get_required() ? name : "[" + name + "]";
}

std::string HelpFormat::make_subcommand(const CLI::App* verb) const {
    return two_columns("  " + verb->get_name(), verb->get_description(), kVerbColumn);
}

std::string HelpFormat::make_footer(const CLI::App* app) const {
    std::string footer = app->get_footer();
    if (!footer.empty() && !footer.ends_with('\n')) footer += '\n';
    return footer;
}

}  // namespace solander::cli
