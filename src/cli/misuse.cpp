// SPDX-License-Identifier: Apache-2.0
#include "cli/misuse.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "cli/cli11.h"
#include "cli/common.h"

namespace solander::cli {

namespace {

/// The app and the groups and verbs below it that the words led to, the last one last.
std::vector<const CLI::App*> path_from(const CLI::App& app) {
    std::vector<const CLI::App*> path{&app};
    while (!path.back()->get_subcommands().empty())
        path.push_back(path.back()->get_subcommands().front());
    return path;
}

/// `solander key new`
std::string command_of(const CLI::App& app) {
    const CLI::App* const above = app.get_parent();
    return above == nullptr ? app.get_name() : command_of(*above) + " " + app.get_name();
}

std::vector<std::string_view> verbs_of(const CLI::App& app) {
    std::vector<std::string_view> verbs;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        verbs.push_back(verb->get_name());
    return verbs;
}

/// Without their dashes, so that these do not count as letters that were typed right.
std::vector<std::string_view> options_of(const CLI::App& app) {
    std::vector<std::string_view> names;
    for (const CLI::Option* option : app.get_options())
        names.insert(names.end(), option->get_lnames().begin(), option->get_lnames().end());
    return names;
}

std::string unknown_option(const CLI::App& app, const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    std::string meant;
    if (name.starts_with("--")) {
        const auto names = options_of(app);
        if (const auto near = base::nearest(name.substr(2), names); !near.empty())
            meant = fmt::format("did you mean '--{}'? ", near);
    }
    return fmt::format("there is no option '{}' of `{}`; {}`{} --help` lists them",
                       base::printable(name), command_of(app), meant, command_of(app));
}

std::string unknown_in(const CLI::App& app, const std::string& word) {
    if (word.starts_with('-') && word.size() > 1) return unknown_option(app, word);
    const std::string command = command_of(app);
    const auto verbs = verbs_of(app);
    if (verbs.empty())
        return fmt::format("'{}' is one argument too many; `{} --help` tells more",
                           base::printable(word), command);
    return fmt::format("there is no verb '{}'; {}`{} --help` lists them", base::printable(word),
                       base::did_you_mean(word, verbs), command);
}

std::string missing_word(const CLI::App& app, const CLI::ParseError& error) {
    if (const auto verbs = verbs_of(app); !verbs.empty())
        return fmt::format("a verb is missing: {}", either(verbs));
    for (const CLI::Option* option : app.get_options())
        if (option->get_required() && option->count() == 0)
            return option->get_name() + " is required";
    return error.what();
}

/// The option that an error of CLI11 begins with or, if its value could not be read, ends with.
const CLI::Option* option_of(const CLI::App& app, const CLI::ParseError& error) {
    const std::string_view text = error.what();
    for (const CLI::Option* option : app.get_options()) {
        const std::string name = option->get_name();
        if (text.starts_with(name + ":") || text.find(": " + name + " = ") != text.npos)
            return option;
    }
    return nullptr;
}

std::string bad_value(const CLI::Option& option, std::string_view what) {
    const std::string name = option.get_name();
    if (option.get_items_expected_max() == 0) return name + " takes no value";
    if (option.count() == 0) return name + " needs a value";
    if (static_cast<int>(option.count()) > option.get_items_expected_max())
        return name + " may be given only once";
    // Our own checks begin with a verb, such as "takes".
    const std::string_view told = what.substr(std::min(what.size(), name.size() + 2));
    return fmt::format("{} {}", name, base::printable(told));
}

}  // namespace

std::optional<std::string> unknown_word(const CLI::App& app) {
    for (const CLI::App* each : path_from(app))
        for (const std::string& word : each->remaining())
            if (word != "--") return unknown_in(*each, word);
    return std::nullopt;
}

std::optional<std::string> missing_value(const CLI::App& app) {
    const CLI::App& verb = *path_from(app).back();
    const auto told = [&verb](const CLI::Option* option, std::string_view what) {
        return fmt::format("{} {}; `{} --help` tells more", option->get_name(), what,
                           command_of(verb));
    };
    for (const CLI::Option* option : verb.get_options()) {
        for (const std::string& value : option->results()) {
            if (value.empty()) return told(option, "was given an empty value (an unset variable?)");
            const std::string name = value.substr(0, value.find('='));
            if (!option->get_positional() && name.starts_with('-') &&
                verb.get_option_no_throw(name) != nullptr)
                return told(option, fmt::format("needs a value, and '{}' is an option", name));
        }
    }
    return std::nullopt;
}

std::string misuse(const CLI::App& app, const CLI::ParseError& error) {
    if (auto unknown = unknown_word(app)) return *unknown;
    if (auto missing = missing_value(app)) return *missing;
    const CLI::App& verb = *path_from(app).back();
    const CLI::Option* const option = option_of(verb, error);
    std::string told = base::printable(error.what());
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        told = missing_word(verb, error);
    else if (option != nullptr)
        told = bad_value(*option, error.what());
    return fmt::format("{}; `{} --help` tells more", told, command_of(verb));
}

}  // namespace solander::cli
