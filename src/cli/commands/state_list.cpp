// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/state.h>

#include "base/escape.h"
#include "cli/common.h"

namespace solander::cli {

namespace {

struct Options {
    std::string state;
    std::string format;
};

std::string text_of(const std::vector<StateEntry>& entries) {
    std::string text;
    for (const StateEntry& entry : entries) {
        text += fmt::format("sha256:{} {}\n", entry.manifest.hex(), base::printable(entry.package));
        if (entry.events == 0)
            text += "    nothing any more: the next chain that passes is taken as new\n";
        else
            text +=
                fmt::format("    {} of {}, by {}, seen {}\n", base::printable(entry.head),
                            entry.events == 1 ? "1 event" : fmt::format("{} events", entry.events),
                            base::printable(entry.head_by), entry.last_seen.text());
    }
    return text;
}

std::string json_of(const std::vector<StateEntry>& entries) {
    using Json = nlohmann::ordered_json;
    Json packages = Json::array();
    for (const StateEntry& entry : entries) {
        Json json{{"identity", "sha256:" + entry.manifest.hex()},
                  {"name", base::printable(entry.package)},
                  {"events", entry.events},
                  {"first_seen", entry.first_seen.text()},
                  {"last_seen", entry.last_seen.text()}};
        if (entry.events > 0)
            json["head"] = {{"file", base::printable(entry.head)},
                            {"sha256", entry.head_digest.hex()},
                            {"claimed_name", base::printable(entry.head_by)}};
        packages.push_back(std::move(json));
    }
    return Json{{"schema", "urn:solander:state:1"}, {"packages", std::move(packages)}}.dump(2) +
           "\n";
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_text(app, "--state", "DIR", options->state, "The memory"));
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) {
        Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "reading");
        const auto entries = list_state(options->state, work.environment());
        if (!entries) return fail(io, entries.error());
        io.out << (options->format == "json" ? json_of(*entries) : text_of(*entries));
        return Exit::passed;
    };
}

}  // namespace

extern const Command state_list;
const Command state_list{
    .group = "state",
    .name = "list",
    .title = "List the packages that your memory knows, and how far",
    .examples =
        "  solander state list --state memory\n"
        "  solander state list --state memory --format json\n\n"
        "A memory is a directory that `solander verify --state` keeps: the custody of\n"
        "each package that passed. To begin one: mkdir memory.\n",
    .setup = setup,
};

}  // namespace solander::cli
