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
#include "cli/notes.h"
#include "cli/output_file.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string output;
    std::string format;
    EncodingOption encoding;
    NotesOption notes;
    bool all_fields = false;
    bool rename_safe = false;
    bool force = false;
    std::vector<std::string> complete_from;
    bool yes = false;
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

std::string question(const SameRecord& record) {
    return fmt::format(
        "'{}' and '{}' seem to be captures of one record:\n"
        "  title    {}\n  date     {}\n  summary  {}\n"
        "They do not both have its record id. Are they of the same record?",
        base::printable(record.document), base::printable(record.other),
        base::printable(record.title), base::printable(record.date),
        base::printable(record.summary));
}

/// What takes the table back. Of many captures that completed others, one word stands for all.
std::string next_step(const Options& options, const Description& description) {
    static constexpr std::size_t kNamed = 5;
    std::string text = "Next: edit it, then\n      solander pack";
    for (const auto& input : options.inputs) text += ' ' + shell_word(input);
    const auto& captures = description.completed_from;
    for (std::size_t i = 0; i < captures.size() && captures.size() <= kNamed; ++i)
        text += ' ' + shell_word(captures[i]);
    if (captures.size() > kNamed) text += " CAPTURES";
    text += fmt::format(" --records {}{} -k KEY{}\n", shell_word(options.output),
                        options.rename_safe ? " --rename-safe" : "",
                        options.inputs.size() + captures.size() > 1 ? " --name NAME" : "");
    if (captures.size() > kNamed)
        text += "      where CAPTURES are those that completed a document, as 'files' names them\n";
    return text;
}

/// Asks, and says what about where nobody can be asked.
Result<bool> is_same_record(Io& io, const SameRecord& record) {
    auto answer = agrees(io, question(record), "say --yes if they are of the same record");
    if (answer) return answer;
    return Error(answer.error().code(),
                 fmt::format("{}\n{}", question(record), answer.error().message()));
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
    request.complete_from.assign(options.complete_from.begin(), options.complete_from.end());
    request.confirm = [&io, &options](const SameRecord& record) -> Result<bool> {
        if (options.yes) return true;
        return is_same_record(io, record);
    };
    Work work(io, options.work, "reading");
    auto description = describe(request, work.environment());
    work.done();
    if (!description) return std::move(description).error();
    if (!options.work.quiet) options.notes.tell(io, description->notes);
    if (options.output.empty()) {
        io.out << rendered(description->table, options.format);
        return {};
    }
    SOLANDER_TRY(write_output_file(io.files, options.output,
                                   write_table(description->table, format),
                                   options.force ? Existing::replace : Existing::refuse));
    if (!options.work.quiet)
        io.out << fmt::format("{}  {}\n\n{}", base::printable(options.output),
                              report::count_text(description->table.rows.size(), "document"),
                              next_step(options, *description));
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
    add_repeatable(app, "--complete-from", "OTHER", options->complete_from,
                   "Another capture of a record among the inputs, or a directory of such; "
                   "repeatable. What is missing is taken from it, in its name, and it becomes a "
                   "file of the document");
    add_flag(app, "-y,--yes", options->yes,
             "Do not ask whether two captures are of the same record where title, date and summary "
             "are alike and only one of them has a record id, or none");
    options->encoding.add_to(app);
    add_flag(app, "--rename-safe", options->rename_safe,
             "Name files as `solander pack --rename-safe` will");
    add_flag(app, "--force", options->force, "Replace the output if it is there");
    options->notes.add_to(app);
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
        "  solander describe captures/ scans/ -o records.csv\n"
        "  solander describe page.txt --complete-from export.txt -o records.csv\n"
        "  solander pack page.txt export.txt --records records.csv -k archivist.key\n",
    .setup = setup,
};

}  // namespace solander::cli
