// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/reading.h"
#include "report/record.h"

namespace solander::cli {

namespace {

struct Options {
    std::string package;
    std::string document;
    std::string format;
    ReadingOptions reading;
};

bool has_document(const Manifest& manifest, const std::string& id) {
    return std::any_of(manifest.documents.begin(), manifest.documents.end(),
                       [&id](const Document& document) { return document.id == id; });
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "PACKAGE", options->package,
                         "A tar, a bundle, an unpacked directory, or - for standard input"));
    add_text(app, "--document", "ID", options->document,
             "Only the document of this id, such as d1");
    options->reading.add_to(app);
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) {
        const auto standing =
            options->format == "text" ? Standing::is_shown : Standing::is_not_shown;
        return read_and_show(
            io, options->package, options->reading, standing, [&](const Report& report) {
                if (!options->document.empty() &&
                    !has_document(*report.manifest(), options->document))
                    return Result<std::string>(Error(
                        ErrorCode::usage, fmt::format("there is no document '{}' in the package",
                                                      base::printable(options->document))));
                return Result<std::string>(options->format == "json"
                                               ? report::show_json(report, options->document)
                                               : report::show_text(report, options->document));
            });
    };
}

}  // namespace

extern const Command show;
const Command show{
    .group = "",
    .name = "show",
    .title = "Show what a package's records say, and whose word that is",
    .examples =
        "  solander show letters-1919.tar --trust allowed_signers\n"
        "  solander show letters-1919.tar --document d1 --format json\n",
    .setup = setup,
};

}  // namespace solander::cli
