// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/bundle.h>

#include "base/escape.h"
#include "cli/common.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

struct Options {
    BundleRequest request;
    std::string package;
    std::string output = ".";
    std::string custody;
    std::string format;
    WorkOptions work;
};

std::string json_of(const Bundled& bundled) {
    nlohmann::ordered_json left_out = nlohmann::ordered_json::array();
    for (const auto& path : bundled.left_out) left_out.push_back(base::printable(path));
    return nlohmann::ordered_json{{"bundle", base::printable(bundled.bundle.string())},
                                  {"name", bundled.name},
                                  {"identity", "sha256:" + bundled.manifest.hex()},
                                  {"events", bundled.events},
                                  {"bytes", bundled.bytes},
                                  {"left_out", std::move(left_out)}}
        .dump(2);
}

Exit make(Io& io, const Options& options) {
    BundleRequest request = options.request;
    request.package = options.package;
    request.output = options.output;
    if (!options.custody.empty()) request.custody = options.custody;
    Work work(io, options.work, "bundling");
    const auto bundled = make_bundle(request, work.environment());
    work.done();
    if (!bundled) return fail(io, naming(bundled.error(), options.package));
    for (const auto& path : bundled->left_out)
        io.err << "solander: " << base::printable(path)
               << " is not in the manifest, and so not in the bundle\n";
    if (options.format == "json") {
        io.out << json_of(*bundled) << '\n';
    } else if (!options.work.quiet) {
        io.out << fmt::format("{}: {} and {}, {}\n", base::printable(bundled->bundle.string()),
                              bundled->name + ".tar",
                              report::count_text(bundled->events, "event") + " of its custody",
                              report::size_text(bundled->bytes));
    }
    return Exit::passed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "PACKAGE", options->package, "A tar or an unpacked directory"));
    add_text(app, "-o,--output", "PATH", options->output,
             "The file to make, or the directory to put NAME.bundle.tar into (default: here)");
    add_text(app, "--custody", "DIR", options->custody,
             "The custody directory (default: NAME.custody beside the package)");
    add_flag(app, "--force", options->request.replace, "Replace a file that is there");
    add_manifest_limit(app, options->request.manifest_bytes);
    add_format(app, options->format, {"text", "json"});
    options->work.add_quiet(app);
    return [options](Io& io) { return make(io, *options); };
}

}  // namespace

extern const Command bundle;
const Command bundle{
    .group = "",
    .name = "bundle",
    .title = "Put a package and its custody into one file, for sending",
    .examples =
        "  solander bundle letters-1919.tar\n"
        "  solander bundle letters-1919.tar -o outgoing/\n"
        "  solander verify letters-1919.bundle.tar --trust allowed_signers\n\n"
        "A bundle is not signed and need not be kept: the recipient takes it apart with\n"
        "solander unbundle, or with tar -xf.\n",
    .setup = setup,
};

}  // namespace solander::cli
