// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include <solander/trust.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/own_store.h"

namespace solander::cli {

namespace {

struct Options {
    std::string who;
    std::string line;
    StoreOption store;
};

Result<void> remove(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const auto file, options.store.present_file(io));
    std::optional<std::size_t> line;
    if (const auto number = base::parse_decimal(options.line)) line = *number;
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "removing");
    SOLANDER_TRY_ASSIGN(const TrustEntry entry,
                        remove_trust(file, options.who, line, work.environment()));
    warn_of_others(io, file, options.store.trust.empty());
    io.out << fmt::format(
        "{}\nremoved line {}: {}\n    {}\nWhat this key has signed is INDETERMINATE for you from "
        "now on (signer.unknown).\n",
        base::printable(file.string()), entry.line, base::printable(entry.principals),
        entry.fingerprint);
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "WHO", options->who, "The name or the fingerprint (SHA256:…)"));
    add_check(add_text(app, "--line", "N", options->line, "Which of several lines is meant"),
              [](const std::string& text) {
                  const auto number = base::parse_decimal(text);
                  return number && *number > 0
                             ? std::string()
                             : "takes the number of a line, as `solander trust list` tells it";
              });
    options->store.add_to(app);
    return [options](Io& io) {
        const auto removed = remove(io, *options);
        return removed ? Exit::passed : fail(io, removed.error());
    };
}

}  // namespace

extern const Command trust_remove;
const Command trust_remove{
    .group = "trust",
    .name = "remove",
    .title = "Believe a key no longer",
    .examples =
        "  solander trust remove helena@example.org\n"
        "  solander trust remove SHA256:8cxCvvaG90pqAZ9GDqRJVnwuHz6+/2iAUhiGFyAAKQQ\n"
        "  solander trust remove helena@example.org --line 3\n\n"
        "Takes out one line. Where the name has several, it tells them, and takes out\n"
        "none.\n",
    .setup = setup,
};

}  // namespace solander::cli
