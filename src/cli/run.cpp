// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <algorithm>
#include <exception>
#include <map>
#include <ostream>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "cli/command.h"
#include "cli/common.h"
#include "cli/version.h"

namespace solander::cli {

namespace {

/// The tool's grammar, and the action of whichever verb was asked for.
class Grammar {
public:
    Grammar()
        : app_("Signed, checksummed packages for archives, and the verifier for them.",
               "solander") {
        app_.require_subcommand(1);
        app_.set_version_flag("--version", std::string("solander ") + kVersion);
        app_.get_formatter()->column_width(34);
        app_.footer(
            "Every verb has --help with examples. Exit codes: 0 passed, 1 failed, 2 could "
            "not be\ndecided; the others are in docs/exit-codes.md.");
        for (const Group& group : kGroups) {
            CLI::App* const above =
                app_.add_subcommand(std::string(group.name), std::string(group.title));
            above->require_subcommand(1);
            groups_.emplace(group.name, above);
        }
        for (const Command* command : commands()) {
            CLI::App& above = command->group.empty() ? app_ : *groups_.at(command->group);
            CLI::App* const verb =
                above.add_subcommand(std::string(command->name), std::string(command->title));
            verb->footer("Examples:\n" + std::string(command->examples));
            actions_.emplace_back(verb, command->setup(*verb));
        }
    }

    CLI::App& app() { return app_; }

    Exit act(Io& io) const {
        for (const auto& [verb, action] : actions_)
            if (verb->parsed()) return action(io);
        return Exit::usage;
    }

private:
    CLI::App app_;
    std::map<std::string_view, CLI::App*> groups_;
    std::vector<std::pair<CLI::App*, Action>> actions_;
};

/// The words that may follow `group`; those of the first place, if it is empty.
std::vector<std::string_view> verbs_of(std::string_view group) {
    std::vector<std::string_view> verbs;
    for (const Command* command : commands()) {
        if (command->group == group) verbs.push_back(command->name);
        if (group.empty() && !command->group.empty()) verbs.push_back(command->group);
    }
    return verbs;
}

bool is_group(std::string_view word) {
    return std::any_of(std::begin(kGroups), std::end(kGroups),
                       [word](const Group& group) { return group.name == word; });
}

Exit explain_parse_error(const CLI::ParseError& error, std::span<const std::string> arguments,
                         Io& io) {
    std::string known = "solander";
    for (std::string_view group; !arguments.empty(); arguments = arguments.subspan(1)) {
        const std::string& word = arguments.front();
        if (word.starts_with('-')) break;
        const auto verbs = verbs_of(group);
        if (std::find(verbs.begin(), verbs.end(), word) == verbs.end()) {
            io.err << fmt::format(
                "solander: there is no verb '{}'; did you mean '{}'? `{} --help` lists them\n",
                base::printable(word), base::nearest(word, verbs), known);
            return Exit::usage;
        }
        known += " " + word;
        if (!is_group(word)) break;
        group = word;
    }
    io.err << fmt::format("solander: {}; `{} --help` tells more\n", base::printable(error.what()),
                          known);
    return Exit::usage;
}

Exit parse_and_act(std::span<const std::string> arguments, Io& io) {
    Grammar grammar;
    std::vector<const char*> words{"solander"};
    for (const auto& argument : arguments) words.push_back(argument.c_str());
    try {
        grammar.app().parse(static_cast<int>(words.size()), words.data());
    } catch (const CLI::CallForHelp&) {
        io.out << grammar.app().help();
        return Exit::passed;
    } catch (const CLI::CallForVersion& version) {
        io.out << version.what() << '\n';
        return Exit::passed;
    } catch (const CLI::ParseError& error) {
        return explain_parse_error(error, arguments, io);
    }
    return grammar.act(io);
}

}  // namespace

int run(std::span<const std::string> arguments, Io& io) {
    Exit code = Exit::internal;
    try {
        code = parse_and_act(arguments, io);
    } catch (const std::bad_alloc&) {
        io.err << "solander: out of memory\n";
    } catch (const std::exception& problem) {
        io.err << "solander: this should not happen: " << base::printable(problem.what()) << '\n';
    }
    if (!io.out.flush()) {
        io.err << "solander: standard output could not be written\n";
        code = graver(code, Exit::io) == code && code != Exit::passed ? code : Exit::io;
    }
    return static_cast<int>(code);
}

}  // namespace solander::cli
