// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <solander/audit_config.h>

#include "base/escape.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

constexpr std::size_t kLongestName = 32;

/// Every file is there whose name is short, and says what it is called.
Result<std::string> text_of(const std::string& name) {
    if (name.size() > kLongestName) return Error(ErrorCode::open, name + ": no such file");
    return "The notice " + name;
}

/// What a configuration says, without where it says it.
void forget_places(AuditConfig& config) {
    config.sha256.clear();
    config.profiles_at.clear();
    config.fail_on_at.clear();
    for (auto& change : config.levels) change.at.clear();
    for (auto& known : config.boilerplate) known.at.clear();
    for (auto& funder : config.funders) funder.at.clear();
}

Broken check_refusal(const Error& error) {
    if (error.message().empty()) return "it is refused without a word";
    if (base::printable(error.message()) != error.message())
        return fmt::format("a terminal cannot show why it is refused: {}",
                           base::printable(error.message()));
    return std::nullopt;
}

Broken check(std::string_view input) {
    const auto exceptions = read_audit_exceptions(input, "exceptions.toml");
    if (!exceptions)
        if (auto broken = check_refusal(exceptions.error())) return broken;
    auto config = read_audit_config(input, "solander.toml", text_of);
    if (!config) return check_refusal(config.error());
    const std::string written = write_audit_config(*config);
    auto again = read_audit_config(written, "again.toml", text_of);
    if (!again)
        return fmt::format("the configuration is written as one that is refused: {}",
                           again.error().message());
    forget_places(*config);
    forget_places(*again);
    if (*again != *config) return "the configuration is written as one that says something else";
    if (write_audit_config(*again) != write_audit_config(*config))
        return "the configuration has two forms";
    return std::nullopt;
}

}  // namespace

extern const Target audit_config;
const Target audit_config{.name = "audit_config", .check = check};

}  // namespace solander::fuzz
