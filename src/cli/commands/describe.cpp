// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/describe.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/encoding_option.h"
#include "cli/output_file.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string output;
    std::string format;
    EncodingOption encoding;
    bool all_fields = false;
    bool rename_safe = false;
    bool force = false;
    WorkOptions work;
};

/// One document a paragraph, one field a line: what fits a terminal.
std::string table_text(const RecordTable& table) {
    std::size_t width = 0;
    for (const auto& name : table.header) width = std::max(width, name.size());
    std::string text;
    for (const auto& row : table.rows) {
        if (!text.empty()) text += '\n';
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty() || row[i] == "[absent]") continue;
            text += fmt::format("{:<{}}  {}\n", table.header[i], i == 0 ? 0 : width,
                                base::printable(row[i]));
        }
    }
    return text;
}

Result<TableFormat> format_of(const std::filesystem::path& path) {
    if (path.extension() == ".csv") return TableFormat::csv;
    if (path.extension() == ".json") return TableFormat::json;
    if (path.extension() == ".toml") return TableFormat::toml;
    return Error(ErrorCode::usage,
                 fmt::format("-o takes the name of a .csv, .json or .toml file, not '{}'",
                             base::printable(path.string())));
}

std::string rendered(const RecordTable& table, const std::string& format) {
    if (format == "json") return write_table(table, TableFormat::json);
    return table_text(table);
}

Result<void> run(Io& io, const Options& options) {
    TableFormat format{};
    if (!options.output.empty()) {
        SOLANDER_TRY_ASSIGN(format, format_of(options.output));
    }
    DescribeRequest request{.inputs = {options.inputs.begin(), options.inputs.end()}};
    request.rename_safe = options.rename_safe;
    request.all_fields = options.all_fields;
    SOLANDER_TRY_ASSIGN(request.encoding, options.encoding.value());
    Work work(io, options.work, "reading");
    auto description = describe(request, work.environment());
    work.done();
    if (!description) return std::move(description).error();
    if (!options.work.quiet)
        for (const auto& note : description->notes) io.err << "solander: note: " << note << '\n';
    if (options.output.empty()) {
        io.out << rendered(description->table, options.format);
        return {};
    }
    SOLANDER_TRY(write_output_file(io.files, options.output,
                                   write_table(description->table, format),
                                   options.force ? Existing::replace : Existing::refuse));
    if (!options.work.quiet)
        io.out << fmt::format("{}  {}\n", base::printable(options.output),
                              report::count_text(description->table.rows.size(), "document"));
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_arguments(app, "INPUT", options->inputs, "Files and directories to describe"));
    add_text(app, "-o,--output", "FILE", options->output,
             "Write a table that can be edited, .csv, .json or .toml, instead of showing it");
    add_flag(app, "--all-fields", options->all_fields,
             "With -o: also columns of fields of which no document says anything, to be "
             "filled in");
    options->encoding.add_to(app);
    add_flag(app, "--rename-safe", options->rename_safe,
             "Name files as `solander pack --rename-safe` will");
    add_flag(app, "--force", options->force, "Replace the output if it is there");
    add_format(app, options->format, {"text", "json"});
    options->work.add_quiet(app);
    return [options](Io& io) {
        const auto done = run(io, *options);
        return done ? Exit::passed : fail(io, done.error());
    };
}

}  // namespace

extern const Command describe;
const Command describe{
    .group = "",
    .name = "describe",
    .title = "Show what records say of documents, or write it as a table",
    .examples =
        "  solander describe captures/\n"
        "  solander describe captures/ scans/ -o records.csv\n",
    .setup = setup,
};

}  // namespace solander::cli
