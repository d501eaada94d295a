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
    UnbundleRequest request;
    std::string bundle;
    std::string output = ".";
    std::string format;
    WorkOptions work;
};

std::string state_of(const Unbundled& done, bool kept) {
    if (done.would_rewind) return "untouched";
    return kept ? "kept" : "restored";
}

std::string json_of(const Unbundled& done) {
    const auto place = [&done](const std::filesystem::path& path, bool kept) {
        return nlohmann::ordered_json{{"path", base::printable(path.string())},
                                      {"state", state_of(done, kept)}};
    };
    nlohmann::ordered_json json{{"name", done.name},
                                {"package", place(done.package, done.package_kept)},
                                {"custody", place(done.custody, done.custody_kept)},
                                {"events", done.events}};
    if (done.would_rewind) {
        json["refused"] = "custody.would-rewind";
        json["events_there"] = done.events_there;
    }
    return json.dump(2);
}

std::string text_of(const Unbundled& done) {
    const auto line = [](const std::filesystem::path& path, bool kept, const std::string& more) {
        return fmt::format("{}: {}{}\n", base::printable(path.string()),
                           kept ? "is there already, the same, and was kept" : "restored", more);
    };
    return line(done.custody, done.custody_kept, ", " + report::count_text(done.events, "event")) +
           line(done.package, done.package_kept, "") +
           fmt::format("Nothing of it has been verified: solander verify {}\n",
                       shell_word(done.package));
}

Exit take_apart(Io& io, const Options& options) {
    UnbundleRequest request = options.request;
    request.bundle = options.bundle;
    request.output = options.output;
    Work work(io, options.work, "unbundling");
    const auto done = unbundle(request, work.environment());
    work.done();
    if (!done) return fail(io, naming(done.error(), options.bundle));
    if (done->would_rewind)
        io.err << fmt::format(
            "solander: custody.would-rewind: {} has {}, the bundle has {}: it is kept, and nothing "
            "was taken out of the bundle\n",
            base::printable(done->custody.string()),
            report::count_text(done->events_there, "event"),
            report::count_text(done->events, "event"));
    if (options.format == "json")
        io.out << json_of(*done) << '\n';
    else if (!options.work.quiet && !done->would_rewind)
        io.out << text_of(*done);
    return done->would_rewind ? Exit::failed : Exit::passed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "BUNDLE", options->bundle, "A bundle, or - for standard input"));
    add_text(app, "-o,--output", "DIR", options->output,
             "Where to put NAME.tar and NAME.custody (default: here)");
    add_manifest_limit(app, options->request.manifest_bytes);
    add_format(app, options->format, {"text", "json"});
    options->work.add_quiet(app);
    return [options](Io& io) { return take_apart(io, *options); };
}

}  // namespace

extern const Command unbundle;
const Command unbundle{
    .group = "",
    .name = "unbundle",
    .title = "Take a package and its custody out of a bundle",
    .examples =
        "  solander unbundle letters-1919.bundle.tar -o incoming\n"
        "  ssh archive cat letters-1919.bundle.tar | solander unbundle - -o incoming\n\n"
        "What is there already is never overwritten: the same is kept, anything else is\n"
        "refused (exit 73), and a custody that goes on where the bundle's ends is kept\n"
        "(custody.would-rewind, exit 1).\n",
    .setup = setup,
};

}  // namespace solander::cli
