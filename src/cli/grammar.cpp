// SPDX-License-Identifier: Apache-2.0
#include "cli/grammar.h"

#include <algorithm>
#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/version.h"
#include "cli/help_format.h"
#include "cli/misuse.h"

namespace solander::cli {

namespace {

/// `--name=` as two words: CLI11 would take the next argument for the value that is empty here.
std::vector<std::string> split_empty_values(std::span<const std::string> arguments) {
    std::vector<std::string> words;
    bool all_are_arguments = false;
    for (const std::string& argument : arguments) {
        all_are_arguments = all_are_arguments || argument == "--";
        const bool is_empty = !all_are_arguments && argument.starts_with("--") &&
                              argument.find('=') == argument.size() - 1;
        words.push_back(is_empty ? argument.substr(0, argument.size() - 1) : argument);
        if (is_empty) words.emplace_back();
    }
    return words;
}

Exit refuse(const std::string& sentence, Io& io) {
    io.err << "solander: " << sentence << '\n';
    return Exit::usage;
}

}  // namespace

Grammar::Grammar()
    : app_("Signed, checksummed packages for archives, and the verifier for them.", "solander") {
    app_.formatter(std::make_shared<HelpFormat>());
    app_.set_help_flag("-h,--help", "Show this help");
    app_.set_version_flag("--version", std::string("solander ") + base::kVersion,
                          "Show the version");
    app_.require_subcommand(1);
    app_.footer(
        "Every verb has --help with examples. Exit codes: 0 passed, 1 failed, 2 could\n"
        "not be decided; the others are in docs/exit-codes.md.");
    for (const Group& group : kGroups) {
        CLI::App* const above =
            app_.add_subcommand(std::string(group.name), std::string(group.title));
        above->require_subcommand(1)->group("Verbs");
        groups_.emplace(group.name, above);
    }
    for (const Command* command : commands()) add(*command);
}

void Grammar::add(const Command& command) {
    CLI::App& above = command.group.empty() ? app_ : *groups_.at(command.group);
    CLI::App* const verb =
        above.add_subcommand(std::string(command.name), std::string(command.title));
    verb->group("Verbs")->footer("Examples:\n" + std::string(command.examples));
    actions_.emplace_back(verb, command.setup(*verb));
}

namespace {

/// An argument that is spelled as an option and as a file that is here. Whoever can put files into
/// a directory must not thereby put options, such as whom to trust, on a command line with a `*`.
std::optional<std::string> option_that_is_a_file(std::span<const std::string> arguments,
                                                 const Io& io) {
    for (const std::string& argument : arguments) {
        if (argument == "--") return std::nullopt;
        if (argument.size() < 2 || !argument.starts_with('-')) continue;
        const auto file = io.files.find(argument);
        if (file && *file)
            return fmt::format(
                "'{0}' is an option, and also a file here: write ./{0} for the "
                "file (or ./* for all), or remove it",
                base::printable(argument));
    }
    return std::nullopt;
}

}  // namespace

std::optional<Exit> Grammar::read(std::span<const std::string> arguments, Io& io) {
    if (const auto doubtful = option_that_is_a_file(arguments, io)) return refuse(*doubtful, io);
    // CLI11 takes the words of a vector from its end.
    std::vector<std::string> words = split_empty_values(arguments);
    std::reverse(words.begin(), words.end());
    try {
        app_.parse(std::move(words));
    } catch (const CLI::Success& asked) {
        // Who mistypes a verb and asks for help with it is not helped by that of another one.
        if (const auto unknown = unknown_word(app_)) return refuse(*unknown, io);
        if (dynamic_cast<const CLI::CallForVersion*>(&asked) != nullptr)
            io.out << asked.what() << '\n';
        else
            io.out << app_.help();
        return Exit::passed;
    } catch (const CLI::ParseError& error) {
        return refuse(misuse(app_, error), io);
    }
    if (const auto missing = missing_value(app_)) return refuse(*missing, io);
    return std::nullopt;
}

Exit Grammar::act(Io& io) const {
    for (const auto& [verb, action] : actions_)
        if (verb->parsed()) return action(io);
    return Exit::usage;
}

}  // namespace solander::cli
