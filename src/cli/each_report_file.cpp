// SPDX-License-Identifier: Apache-2.0
#include "cli/each_report_file.h"

#include <array>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/directory_of.h"
#include "base/escape.h"
#include "base/try.h"
#include "cli/output_file.h"
#include "pack/output_place.h"
#include "report/each.h"

namespace solander::cli {

namespace {

constexpr std::string_view kDefaultName = "pack-report.csv";

Error refused(ErrorCode code, const std::filesystem::path& report, std::string_view why) {
    return {code, fmt::format("the report '{}' {}", base::printable(report.string()), why)};
}

bool is_same(const FileInfo& a, const FileInfo& b) {
    return a.device == b.device && a.inode == b.inode;
}

bool is_in_output(const std::filesystem::path& report, const PackRequest& request) {
    return (base::directory_of(report) / "").lexically_normal() ==
           (request.output / "").lexically_normal();
}

Result<void> check_is_no_input(const Io& io, const std::filesystem::path& report,
                               const PackRequest& request) {
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(report));
    auto inputs = request.inputs;
    if (!request.records.empty()) inputs.push_back(request.records);
    for (const auto& input : inputs) {
        const auto info = io.files.info(input);
        if (!info) continue;  // which packing will tell of
        if (there && is_same(*there, *info))
            return refused(ErrorCode::usage, report, "is an input; name another file");
        // Of the output directory packing itself tells that it lies inside an input.
        if (info->kind != FileKind::directory || is_in_output(report, request)) continue;
        SOLANDER_TRY_ASSIGN(const auto directory, io.files.canonical(base::directory_of(report)));
        SOLANDER_TRY_ASSIGN(const auto outer, io.files.canonical(input));
        if (pack::lies_in(directory, outer))
            return refused(ErrorCode::usage, report,
                           fmt::format("lies inside the input '{}', and would be packed the next "
                                       "time; name a file outside",
                                       base::printable(input.string())));
    }
    return {};
}

/// Nobody's file is lost by a name that was mistyped.
Result<void> check_replaces_report(const Io& io, const std::filesystem::path& report,
                                   bool may_replace) {
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(report));
    if (!there) return {};
    if (there->kind != FileKind::regular)
        return refused(ErrorCode::create, report, "is there and no file; name another one");
    if (may_replace || there->size == 0) return {};
    SOLANDER_TRY_ASSIGN(const auto file, io.files.open(report));
    std::array<std::byte, 128> beginning{};
    SOLANDER_TRY_ASSIGN(const auto size, file->read(beginning));
    if (report::is_each_report(base::as_text(std::span(beginning).first(size)))) return {};
    return refused(ErrorCode::create, report,
                   "would replace something that is no report of `pack --each`: name another "
                   "file, or give --force");
}

}  // namespace

std::filesystem::path report_path(const PackOptions& options) {
    if (!options.report.empty()) return options.report;
    return std::filesystem::path(options.output) / kDefaultName;
}

Result<void> check_report(const Io& io, const std::filesystem::path& report,
                          const PackRequest& request) {
    if (report.extension() != ".csv" && report.extension() != ".json")
        return refused(ErrorCode::usage, report, "needs a name that ends in .csv or .json");
    const auto directory = base::directory_of(report);
    if ((directory / "").parent_path().extension() == ".custody")
        return refused(ErrorCode::usage, report,
                       "must not lie in a custody directory, which holds custody only");
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(directory));
    if (!there && !is_in_output(report, request))
        return refused(ErrorCode::open, report, "needs a directory that is there");
    if (!there) return {};
    SOLANDER_TRY(check_is_no_input(io, report, request));
    return check_replaces_report(io, report, request.replace);
}

Result<void> write_report(const Io& io, const std::filesystem::path& report,
                          const EachPacked& each) {
    const bool is_json = report.extension() == ".json";
    return write_output_file(io.files, report,
                             is_json ? report::each_json(each) : report::each_table(each),
                             Existing::replace);
}

}  // namespace solander::cli
