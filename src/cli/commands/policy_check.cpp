// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/policy.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/options.h"
#include "trust/trust_store.h"

namespace solander::cli {

namespace {

struct Options {
    std::string file;
    std::string format;
    std::string trust;
};

/// The names that no line of the trust file gives a key, for any use of ours; none without one.
Result<std::vector<std::string>> names_without_key(Io& io, const Options& options,
                                                   const Policy& policy) {
    std::vector<std::string> unknown;
    TrustOptions trust;
    trust.trust = options.trust;
    const auto file = trust.resolve(io).trust;
    if (!file) return unknown;
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(io.files, *file, base::Limits{}.trust_store_bytes));
    const auto store = trust::TrustStore::parse(base::as_text(bytes), io.clock);
    for (const std::string& name : policy.principals())
        if (!store.has_name(name)) unknown.push_back(name);
    return unknown;
}

Exit check_policy(Io& io, const Options& options) {
    const auto policy = load_policy(options.file, io.files);
    if (!policy) return fail(io, naming(policy.error(), options.file));
    const auto unknown = names_without_key(io, options, *policy);
    if (!unknown) return fail(io, unknown.error());
    const auto sentences = policy_in_words(*policy);
    if (options.format == "json") {
        nlohmann::ordered_json json{{"schema", "urn:solander:policy-check:1"},
                                    {"file", base::printable(options.file)},
                                    {"asks", nlohmann::ordered_json::array()},
                                    {"names_without_key", nlohmann::ordered_json::array()}};
        for (const auto& sentence : sentences) json["asks"].push_back(base::printable(sentence));
        for (const auto& name : *unknown)
            json["names_without_key"].push_back(base::printable(name));
        io.out << json.dump(2) << '\n';
        return unknown->empty() ? Exit::passed : Exit::failed;
    }
    if (sentences.empty())
        io.out << base::printable(options.file)
               << " asks nothing: every package meets it that can be read\n";
    for (const auto& sentence : sentences) io.out << base::printable(sentence) << '\n';
    for (const auto& name : *unknown)
        io.err << fmt::format(
            "solander: {}: your trust file has no key for '{}': add it, or nobody can ever sign "
            "as such\n",
            base::printable(options.file), base::printable(name));
    return unknown->empty() ? Exit::passed : Exit::failed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "FILE", options->file, "A policy"));
    add_text(app, "-t,--trust", "FILE", options->trust,
             "The trust file in which its names are looked for (default: your own, if there is "
             "one)");
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) { return check_policy(io, *options); };
}

}  // namespace

extern const Command policy_check;
const Command policy_check{
    .group = "policy",
    .name = "check",
    .title = "Read a policy, and say in words what it asks",
    .examples =
        "  solander policy check policy.toml\n"
        "  solander policy check policy.toml --trust allowed_signers\n\n"
        "Exits 0 if it is sound, 1 if it names somebody who has no key in the trust\nfile, "
        "64 if it is no policy: docs/policy.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
