// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/trust.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/own_store.h"

namespace solander::cli {

namespace {

struct Options {
    StoreOption store;
    RevokedOption revoked;
    std::string format;
};

std::string usable_keys(std::size_t count) {
    if (count == 0) return "no line can be used";
    return count == 1 ? "1 line can be used" : fmt::format("{} lines can be used", count);
}

std::string text_of(const std::filesystem::path& file, const TrustCheck& check) {
    const std::string name = base::printable(file.string());
    std::string text;
    for (const TrustFinding& finding : check.findings)
        text += fmt::format("{}{}: {}: {} [{}]\n    What to do: {}\n", name,
                            finding.line == 0 ? "" : fmt::format(":{}", finding.line),
                            severity_name(finding.rule->severity), finding.message,
                            finding.rule->id, finding.rule->fix);
    return text +
           fmt::format("{}: {}; {} to look at\n", name, usable_keys(check.usable),
                       check.findings.empty() ? "nothing" : std::to_string(check.findings.size()));
}

std::string json_of(const std::filesystem::path& file, const TrustCheck& check) {
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const TrustFinding& finding : check.findings) {
        Json json{{"id", finding.rule->id},
                  {"severity", severity_name(finding.rule->severity)},
                  {"message", finding.message},
                  {"fix", finding.rule->fix}};
        if (finding.line > 0) json["line"] = finding.line;
        findings.push_back(std::move(json));
    }
    return Json{{"schema", "urn:solander:trust-check:1"},
                {"file", base::printable(file.string())},
                {"usable", check.usable},
                {"findings", std::move(findings)}}
               .dump(2) +
           "\n";
}

Exit exit_of(const TrustCheck& check) {
    if (check.usable == 0) return Exit::indeterminate;
    const bool is_clean = std::ranges::all_of(check.findings, [](const TrustFinding& finding) {
        return finding.rule->severity == TrustSeverity::note;
    });
    return is_clean ? Exit::passed : Exit::failed;
}

Result<Exit> run_check(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const auto file, options.store.trust == "-"
                                             ? Result<std::filesystem::path>("-")
                                             : options.store.present_file(io));
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "reading");
    SOLANDER_TRY_ASSIGN(const auto revocations, options.revoked.load(io));
    const auto check = check_trust(file, work.environment(), revocations);
    if (!check) return naming(check.error(), file);
    io.out << (options.format == "json" ? json_of(file, *check) : text_of(file, *check));
    return exit_of(*check);
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_argument(app, "FILE", options->store.trust,
                 "A trust file, or - for standard input (default: your own, allowed_signers in the "
                 "configuration directory, ~/.config/solander)");
    options->revoked.add_to(app);
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) {
        const auto done = run_check(io, *options);
        return done ? *done : fail(io, done.error());
    };
}

}  // namespace

extern const Command trust_check;
const Command trust_check{
    .group = "trust",
    .name = "check",
    .title = "Look a trust file through for what it does not mean",
    .examples =
        "  solander trust check\n"
        "  solander trust check allowed_signers --format json\n\n"
        "Exits 0 if there are notes at most, 1 if there is a warning or an error, 2 if no\n"
        "line can be used: docs/trust.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
