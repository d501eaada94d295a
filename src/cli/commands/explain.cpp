// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/finding.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "cli/common.h"
#include "report/emitter.h"
#include "report/rule_help.h"

namespace solander::cli {

namespace {

struct Options {
    std::string code;
    std::string format;
};

std::string text_of(const CodeInfo& info) {
    return fmt::format(
        "{}: {}\n\nLayer:      {} ({})\nMeaning:    {}\nWhy:        {}\nExample:    {}\n"
        "What to do: {}\n",
        info.id, info.title, layer_name(info.layer), report::severity(info.code), info.meaning,
        info.why, info.example, info.remedy);
}

std::string list_text() {
    std::string text;
    for (const CodeInfo& info : all_codes())
        text += fmt::format("{:<26} {:<14} {}\n", info.id, report::severity(info.code), info.title);
    return text;
}

std::string markdown_of(const CodeInfo& info) {
    return fmt::format("## {}\n\n**{}.** Layer {}, {}.\n\n{} {}\n\nExample: {}\n\nWhat to do: {}\n",
                       info.id, info.title, layer_name(info.layer), report::severity(info.code),
                       info.meaning, info.why, info.example, info.remedy);
}

/// The page docs/findings.md.
std::string markdown() {
    std::string text =
        "# Findings\n\nEvery finding that `solander verify` can make, as `solander explain CODE` "
        "tells it. This page is\nwritten by `solander explain --format markdown`; a test "
        "compares.\n";
    for (const CodeInfo& info : all_codes()) text += "\n" + markdown_of(info);
    return text;
}

nlohmann::ordered_json json_of(const CodeInfo& info) {
    return {{"code", info.id},
            {"layer", layer_name(info.layer)},
            {"severity", report::severity(info.code)},
            {"title", info.title},
            {"meaning", info.meaning},
            {"why", info.why},
            {"example", info.example},
            {"remedy", info.remedy}};
}

std::string all(const std::string& format) {
    if (format == "markdown") return markdown();
    if (format == "text") return list_text();
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const CodeInfo& info : all_codes()) json.push_back(json_of(info));
    return json.dump(2) + "\n";
}

/// Codes are written in small letters, but not always by those who look them up.
std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

Error unknown_code(const std::string& code) {
    std::vector<std::string_view> ids;
    for (const CodeInfo& each : all_codes()) ids.push_back(each.id);
    return {ErrorCode::usage,
            fmt::format("there is no finding code '{}'; {}`solander explain` lists them",
                        base::printable(code), base::did_you_mean(lower(code), ids))};
}

Exit tell(Io& io, const Options& options) {
    if (options.code.empty()) {
        io.out << all(options.format);
        return Exit::passed;
    }
    if (const auto help = report::rule_help(options.code, options.format)) {
        io.out << *help;
        return Exit::passed;
    }
    const CodeInfo* info = find_code(options.code);
    if (info == nullptr) return fail(io, unknown_code(options.code));
    if (options.format == "json")
        io.out << json_of(*info).dump(2) << '\n';
    else
        io.out << (options.format == "markdown" ? markdown_of(*info) : text_of(*info));
    return Exit::passed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_argument(app, "CODE", options->code,
                 "A finding code, or a rule of audits (RGT009); without one, all codes are "
                 "listed. `rules` lists the rules");
    add_format(app, options->format, {"text", "json", "markdown"});
    return [options](Io& io) { return tell(io, *options); };
}

}  // namespace

extern const Command explain;
const Command explain{
    .group = "",
    .name = "explain",
    .title = "Tell what a finding means and what to do about it",
    .examples =
        "  solander explain payload.digest\n"
        "  solander explain RGT009\n"
        "  solander explain rules\n"
        "  solander explain\n",
    .setup = setup,
};

}  // namespace solander::cli
