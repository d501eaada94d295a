// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "cli/common.h"
#include "cli/output_file.h"
#include "cli/reading.h"
#include "report/emitter.h"
#include "report/json.h"

namespace solander::cli {

namespace {

struct Options {
    std::string package;
    std::vector<std::string> selection;
    std::string output;
    std::string format;
    bool force = false;
    TrustOptions trust;
    WorkOptions work;  ///< One file after another: there is no --jobs.
};

Exit extract_to(Io& io, const Options& options) {
    // Of a name in the output directory: that itself may be the package.
    if (const auto outside = check_outside_packages(io.files, options.output + "/name"); !outside)
        return fail(io, outside.error());
    Work work(io, options.work, "extracting");
    const ExtractRequest request{options.selection, options.output, options.force};
    const VerifyOptions how = options.trust.resolve(io);
    const auto extracted = extract_files(options.package, request, how, work.environment());
    work.done();
    if (!extracted) return fail_reading(io, extracted.error(), options.package, how);
    const Exit code = tell_standing(io, extracted->report, Standing::is_not_shown);
    tell_findings(io, options.package, extracted->report, Verdict::failed);
    if (options.format == "json") {
        nlohmann::ordered_json files = nlohmann::ordered_json::array();
        for (const auto& file : extracted->files) files.push_back(base::printable(file));
        const nlohmann::ordered_json json{{"output", base::printable(options.output)},
                                          {"verified", extracted->report.verified.has_value()},
                                          {"bytes", extracted->bytes},
                                          {"files", std::move(files)},
                                          {"findings", report::findings_json(extracted->report)}};
        io.out << json.dump(2) << '\n';
    } else if (extracted->files.empty()) {
        io.err << "solander: nothing was extracted\n";
    } else if (!options.work.quiet) {
        io.out << fmt::format("{}, {}, each as sealed, below {}\n",
                              report::count_text(extracted->files.size(), "file"),
                              report::size_text(extracted->bytes), base::printable(options.output));
    }
    return code;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(
        add_argument(app, "PACKAGE", options->package, "A tar, a bundle or an unpacked directory"));
    add_arguments(app, "SELECTION", options->selection,
                  "Files, directories (data/...) or ids of documents (default: everything)");
    require(add_text(app, "-o,--output", "DIR", options->output,
                     "The directory to put the files below"));
    add_flag(app, "--force", options->force, "Overwrite files that are there");
    options->trust.add_to(app, false);
    add_format(app, options->format, {"text", "json"});
    options->work.add_quiet(app);
    return [options](Io& io) { return extract_to(io, *options); };
}

}  // namespace

extern const Command extract;
const Command extract{
    .group = "",
    .name = "extract",
    .title = "Take files out of a package, checking each",
    .examples =
        "  solander extract letters-1919.tar -o letters --trust allowed_signers\n"
        "  solander extract letters-1919.tar data/scans/p1.tif -o .\n"
        "  solander extract letters-1919.tar d1 -o one-document\n",
    .setup = setup,
};

}  // namespace solander::cli
