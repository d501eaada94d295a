// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/policy.h>

#include "base/escape.h"
#include "cli/common.h"
#include "cli/options.h"

namespace solander::cli {

namespace {

struct Options {
    std::string file;
    std::string format;
    std::string trust;
    RevokedOption revoked;
};

std::string json_of(const Options& options, const Policy& policy, const PolicyCheck& check) {
    nlohmann::ordered_json json{{"schema", "urn:solander:policy-check:1"},
                                {"file", base::printable(options.file)},
                                {"asks", nlohmann::ordered_json::array()},
                                {"names_without_key", nlohmann::ordered_json::array()},
                                {"doubts", nlohmann::ordered_json::array()}};
    for (const auto& sentence : policy_in_words(policy))
        json["asks"].push_back(base::printable(sentence));
    for (const auto& name : check.names_without_key)
        json["names_without_key"].push_back(base::printable(name));
    for (const PolicyDoubt& doubt : check.doubts)
        json["doubts"].push_back(
            {{"at", base::printable(doubt.at)}, {"message", base::printable(doubt.sentence)}});
    return json.dump(2) + "\n";
}

void tell(const Io& io, const Options& options, const Policy& policy, const PolicyCheck& check) {
    const std::string file = base::printable(options.file);
    const auto sentences = policy_in_words(policy);
    if (sentences.empty())
        io.out << file << " asks nothing: every package meets it that can be read\n";
    for (const auto& sentence : sentences) io.out << base::printable(sentence) << '\n';
    for (const auto& name : check.names_without_key)
        io.err << fmt::format(
            "solander: {}: your trust file has no key for '{}': add it, or nobody can ever sign "
            "as such\n",
            file, base::printable(name));
    for (const PolicyDoubt& doubt : check.doubts)
        io.err << fmt::format("solander: {}: {}\n", base::printable(doubt.at),
                              base::printable(doubt.sentence));
}

Exit check(Io& io, const Options& options) {
    const auto policy = load_policy(options.file, io.files);
    if (!policy) return fail(io, naming(policy.error(), options.file));
    TrustOptions trust;
    trust.trust = options.trust;
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "reading");
    const auto revoked = options.revoked.load(io);
    if (!revoked) return fail(io, revoked.error());
    const auto checked =
        check_policy(*policy, trust.resolve(io).trust, *revoked, work.environment());
    if (!checked) return fail(io, checked.error());
    if (options.format == "json")
        io.out << json_of(options, *policy, *checked);
    else
        tell(io, options, *policy, *checked);
    const bool is_sound = checked->names_without_key.empty() && checked->doubts.empty();
    return is_sound ? Exit::passed : Exit::failed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "FILE", options->file, "A policy"));
    add_text(app, "-t,--trust", "FILE", options->trust,
             "The trust file in which its names are looked for (default: your own, if there is "
             "one)");
    options->revoked.add_to(app);
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) { return check(io, *options); };
}

}  // namespace

extern const Command policy_check;
const Command policy_check{
    .group = "policy",
    .name = "check",
    .title = "Read a policy, say in words what it asks, and whether it can be met",
    .examples =
        "  solander policy check policy.toml\n"
        "  solander policy check policy.toml --trust allowed_signers\n\n"
        "Exits 0 if nothing is wrong with it, 1 if it has a name without a key in the\ntrust file "
        "or "
        "asks what nobody can give, 64 if it is no policy: docs/policy.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
