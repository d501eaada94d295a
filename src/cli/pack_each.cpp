// SPDX-License-Identifier: Apache-2.0
#include "cli/pack_each.h"

#include <ostream>

#include <fmt/format.h>

#include <solander/pack_each.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/each_report_file.h"
#include "report/each.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

/// Tells what is known before anything is packed, then how far the work is.
class Told final : public EachObserver {
public:
    /// Without `notes`, none are told.
    Told(Io& io, ProgressLine& progress, const NotesOption* notes)
        : io_(io), progress_(progress), notes_(notes) {}

    void planned(std::size_t documents, const std::vector<std::string>& notes) override {
        if (notes_ != nullptr) notes_->tell(io_, notes);
        progress_.count("packages", documents);
    }
    void done(const EachOutcome& /*outcome*/) override { progress_.count_one(); }

private:
    Io& io_;
    ProgressLine& progress_;
    const NotesOption* notes_;
};

Exit exit_of(const EachPacked& each) {
    Exit code = each.interrupted ? Exit::interrupted : Exit::passed;
    for (const EachOutcome& outcome : each.outcomes)
        if (outcome.failure) code = graver(code, exit_for(outcome.failure->code()));
    return code;
}

void report_text(Io& io, const PackOptions& options, const PackOrder& order, const EachPacked& each,
                 const std::string& report) {
    std::vector<std::string> notes;
    for (const EachOutcome& outcome : each.outcomes)
        notes.insert(notes.end(), outcome.notes.begin(), outcome.notes.end());
    options.notes.tell(io, notes);
    tell_audits(io, each);
    io.out << report::each_text(each, report) << '\n';
    const auto all = report::tally(each);
    if (all.failed + all.not_reached > 0)
        io.out << "Next: the same command again"
               << (all.failed > 0 ? ", once what failed is mended" : "")
               << "; what is there is skipped\n";
    else
        io.out << next_steps(options, order,
                             shell_word(std::filesystem::path(options.output)) + "/*.tar");
}

Result<Exit> run(Io& io, const PackOptions& options) {
    SOLANDER_TRY_ASSIGN(const auto order, read_order(io, options));
    const auto report = report_path(options);
    SOLANDER_TRY(check_report(io, report, order.request));
    const bool is_json = options.format == "json";
    Work work(io, options.work, "packing");
    const bool shows_notes = !is_json && !options.work.quiet;
    Told told(io, work.progress(), shows_notes ? &options.notes : nullptr);
    auto each = solander::pack_each({order.request, &told}, work.environment());
    work.done();
    if (!each) return std::move(each).error();

    const auto written = write_report(io, report, *each);
    if (is_json)
        io.out << report::each_json(*each);
    else if (!options.work.quiet)
        report_text(io, options, order, *each, base::printable(report.string()));
    const auto all = report::tally(*each);
    const auto left = all.failed + all.not_reached;
    if (left > 0)
        io.err << fmt::format("solander: {}{} of {} not packed: see {}\n",
                              each->interrupted ? "interrupted; " : "",
                              report::count_text(left, "document"), each->outcomes.size(),
                              base::printable(report.string()));
    const Exit code = exit_of(*each);
    return written ? code : graver(code, fail(io, written.error().in("the report")));
}

}  // namespace

Exit pack_each(Io& io, const PackOptions& options) {
    const auto code = run(io, options);
    return code ? *code : fail(io, code.error());
}

}  // namespace solander::cli
