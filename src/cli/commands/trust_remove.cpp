// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include <solander/revocation.h>
#include <solander/trust.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/keys.h"
#include "cli/own_store.h"
#include "trust/revoked_keys.h"

namespace solander::cli {

namespace {

struct Options {
    std::string who;
    std::string line;
    StoreOption store;
    RevokedOption revoked;
};

/// The principal or the fingerprint that is meant, which a .pub file stands for as well.
Result<std::string> meant(const Io& io, const std::string& who) {
    if (!who.ends_with(".pub")) return who;
    SOLANDER_TRY_ASSIGN(const auto file, io.files.find(who));
    if (!file) return who;
    SOLANDER_TRY_ASSIGN(const NamedKey key, read_public_file(io, who));
    return key.key.fingerprint();
}

Result<void> remove(Io& io, const Options& options) {
    SOLANDER_TRY_ASSIGN(const auto file, options.store.present_file(io));
    std::optional<std::size_t> line;
    if (const auto number = base::parse_decimal(options.line)) line = *number;
    SOLANDER_TRY_ASSIGN(const auto revocations, options.revoked.load(io));
    SOLANDER_TRY_ASSIGN(const std::string who, meant(io, options.who));
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "removing");
    warn_of_others(io, file, options.store.words());  // before it is written anew
    SOLANDER_TRY_ASSIGN(const TrustEntry entry, remove_trust(file, who, line, work.environment()));
    io.out << fmt::format(
        "{}\nremoved line {}: {}\n    {}\nWhat this key has signed is INDETERMINATE for you from "
        "now on (signer.unknown).\n",
        base::printable(file.string()), entry.line, base::printable(entry.principals),
        entry.fingerprint);
    if (const auto* revocation = trust::RevokedKeys(revocations).find(entry.fingerprint))
        io.out << fmt::format(
            "It stays revoked {} ({}: {}): should somebody add it again, that counts.\n",
            trust::since_of(*revocation), base::printable(revocation->at),
            base::printable(revocation->reason));
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "WHO", options->who,
                         "The name, the fingerprint (SHA256:…), or the .pub file of the key"));
    add_check(add_text(app, "--line", "N", options->line, "Which of several lines is meant"),
              [](const std::string& text) {
                  const auto number = base::parse_decimal(text);
                  return number && *number > 0
                             ? std::string()
                             : "takes the number of a line, as `solander trust list` tells it";
              });
    options->store.add_to(app);
    options->revoked.add_to(app);
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
        "  solander trust remove helena.pub\n"
        "  solander trust remove helena@example.org --line 3\n\n"
        "Takes out one line. Where the name has several, it tells them, and takes out\n"
        "none.\n",
    .setup = setup,
};

}  // namespace solander::cli
