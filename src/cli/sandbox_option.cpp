// SPDX-License-Identifier: Apache-2.0
#include "cli/sandbox_option.h"

#include <filesystem>
#include <ostream>
#include <vector>

#include <fmt/format.h>

#include "cli/sandbox.h"

namespace solander::cli {

void SandboxOption::add_to(CLI::App& app) {
    add_choice(app, "--sandbox", "WHEN", when, {"auto", "require", "off"},
               "Give up network, programs and writing before reading");
}

Result<void> SandboxOption::enter(Io& io, const VerifyOptions& how, bool tells) const {
    if (io.sandbox == nullptr || when == "off") return {};
    std::vector<std::filesystem::path> writable;
    for (const auto& place : {how.state, how.write_proof})
        if (place) writable.push_back(*place);
    const Confined confined = io.sandbox->confine(writable);
    if (!confined.wholly && when == "require")
        return Error(
            ErrorCode::usage,
            fmt::format("--sandbox require: {}; nothing was read. Without the option it is "
                        "read all the same",
                        confined.reason));
    if (!tells) return {};
    if (confined.wholly)
        io.err << "solander: reading without network, programs, and writing elsewhere\n";
    else
        io.err << "solander: reading with more rights than needed: " << confined.reason << '\n';
    return {};
}

}  // namespace solander::cli
