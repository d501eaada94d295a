// SPDX-License-Identifier: Apache-2.0
#include "cli/reading.h"

#include <ostream>
#include <set>
#include <string_view>

#include "base/escape.h"
#include "report/record.h"

namespace solander::cli {

namespace {

constexpr std::string_view kExplain = "solander: what to do: solander explain ";

}  // namespace

Exit tell_standing(Io& io, const Report& report, Standing standing) {
    const bool is_seen = standing == Standing::is_shown && io.terminal.shows_output();
    if (!report.verified && !is_seen) io.err << "solander: " << report::standing(report) << '\n';
    for (const Finding& finding : report.findings)
        if (code_info(finding.code).effect == Verdict::failed) return Exit::failed;
    return Exit::passed;
}

void tell_findings(Io& io, const std::string& package, const Report& report, Verdict least) {
    std::set<std::string_view> codes;
    for (const Finding& finding : report.findings) {
        const CodeInfo& info = code_info(finding.code);
        if (info.effect < least) continue;
        io.err << "solander: " << base::printable(package) << ": "
               << base::printable(finding.subject) << ' ' << base::printable(finding.message)
               << '\n';
        codes.insert(info.id);
    }
    for (const std::string_view code : codes) io.err << kExplain << code << '\n';
}

Exit fail_reading(Io& io, const Error& error, const std::filesystem::path& package,
                  const VerifyOptions& how) {
    const Exit code = fail(io, naming(error, package, how.trust));
    if (error.code() == ErrorCode::format)
        io.err << kExplain << code_info(Code::package_unrecognised).id << '\n';
    if (error.code() == ErrorCode::limit)
        io.err << kExplain << code_info(Code::limit_exceeded).id << '\n';
    return code;
}

Exit read_and_show(Io& io, const std::string& package, const ReadingOptions& options,
                   Standing standing,
                   const std::function<Result<std::string>(const Report&)>& form) {
    const VerifyOptions how = options.trust.resolve(io);
    if (const auto entered = options.sandbox.enter(io, how); !entered)
        return fail(io, entered.error());
    Work work(io, WorkOptions{.jobs = 0, .quiet = true}, "reading");
    const auto report = read_package(package, how, work.environment());
    if (!report) return fail_reading(io, report.error(), package, how);
    if (report->manifest() == nullptr) {
        tell_findings(io, package, *report, Verdict::indeterminate);
        return exit_for(report->verdict);
    }
    const auto text = form(*report);
    if (!text) return fail(io, text.error());
    const Exit code = tell_standing(io, *report, standing);
    io.out << *text;
    return code;
}

}  // namespace solander::cli
