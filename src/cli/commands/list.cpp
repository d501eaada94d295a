// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "cli/common.h"
#include "cli/reading.h"
#include "report/record.h"

namespace solander::cli {

namespace {

struct Options {
    std::string package;
    std::string format;
    bool with_details = false;
    ReadingOptions reading;
};

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "PACKAGE", options->package,
                         "A tar, a bundle, an unpacked directory, or - for standard input"));
    add_flag(app, "-l,--long", options->with_details,
             "With digest, document, role, order (- for none), media type, and the original name "
             "of a file that was renamed");
    options->reading.add_to(app);
    add_format(app, options->format, {"text", "json"});
    return [options](Io& io) {
        return read_and_show(
            io, options->package, options->reading, Standing::is_not_shown,
            [&](const Report& report) {
                return Result<std::string>(options->format == "json"
                                               ? report::list_json(report)
                                               : report::list_text(report, options->with_details));
            });
    };
}

}  // namespace

extern const Command list;
const Command list{
    .group = "",
    .name = "list",
    .title = "List the files of a package",
    .examples =
        "  solander list letters-1919.tar\n"
        "  solander list -l letters-1919.tar --trust allowed_signers\n",
    .setup = setup,
};

}  // namespace solander::cli
