// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <solander/verify.h>

#include "base/escape.h"
#include "cli/common.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> packages;
    std::string format;
    std::string color = "auto";
    bool verbose = false;
    TrustOptions trust;
    WorkOptions work;
};

Exit verdict_of(const Result<Report>& result) {
    return result ? exit_for(result->verdict) : exit_for(result.error().code());
}

Exit check(Io& io, const Options& options) {
    const std::vector<std::filesystem::path> paths(options.packages.begin(),
                                                   options.packages.end());
    const VerifyOptions how = options.trust.resolve(io);
    if (options.verbose && how.trust && options.trust.trust.empty())
        io.err << "solander: trusting " << base::printable(how.trust->string()) << '\n';
    Work work(io, options.work, "verifying");
    const auto results = verify_packages(paths, how, work.environment());
    work.done();
    if (!results) return fail(io, results.error());

    std::vector<report::Outcome> outcomes;
    Exit code = Exit::passed;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Result<Report>& result = (*results)[i];
        outcomes.push_back(
            {paths[i], result ? &*result : nullptr, result ? nullptr : &result.error()});
        code = graver(code, verdict_of(result));
        if (!result && options.format == "text") fail(io, naming(result.error(), paths[i]));
    }
    const bool color =
        options.color == "always" ||
        (options.color == "auto" && io.terminal.shows_color() && !io.variable("NO_COLOR"));
    const report::Style style{color, options.work.quiet, options.verbose};
    io.out << report::find_emitter(options.format)->emit(outcomes, style);
    return code;
}

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const report::Emitter* emitter : report::emitters()) names.emplace_back(emitter->name);
    return names;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("PACKAGE", options->packages,
                   "Packages: a tar, an unpacked directory, or - for standard input")
        ->required();
    options->trust.add_to(app, true);
    add_format(app, options->format, formats());
    app.add_option("--color", options->color, "Colours: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    app.add_flag("-v,--verbose", options->verbose, "Tell also what passed");
    options->work.add_to(app);
    return [options](Io& io) { return check(io, *options); };
}

}  // namespace

extern const Command verify;
const Command verify{
    .group = "",
    .name = "verify",
    .title = "Check packages: every byte, every signature, their custody",
    .examples =
        "  solander verify letters-1919.tar --trust allowed_signers\n"
        "  solander verify incoming/*.tar --trust allowed_signers --format json\n"
        "  zstd -dc letters-1919.tar.zst | solander verify - --custody letters-1919.custody "
        "--trust keys\n\n"
        "Exits 0 if all passed, 1 if one failed, 2 if one could not be decided.\n",
    .setup = setup,
};

}  // namespace solander::cli
