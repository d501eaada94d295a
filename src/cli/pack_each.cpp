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

constexpr std::size_t kShownNotes = 50;

class Notes {
public:
    explicit Notes(std::ostream& err) : err_(err) {}
    ~Notes() {
        if (count_ > kShownNotes)
            err_ << fmt::format("solander: note: and {} more; --format json has all\n",
                                count_ - kShownNotes);
    }
    Notes(const Notes&) = delete;
    Notes& operator=(const Notes&) = delete;
    Notes(Notes&&) = delete;
    Notes& operator=(Notes&&) = delete;

    void add(const std::vector<std::string>& notes) {
        for (const auto& note : notes)
            if (++count_ <= kShownNotes) err_ << "solander: note: " << note << '\n';
    }

private:
    std::ostream& err_;
    std::size_t count_ = 0;
};

/// Tells what is known before anything is packed, then how far the work is.
class Told final : public EachObserver {
public:
    Told(Io& io, ProgressLine& progress, bool shows_notes)
        : io_(io), progress_(progress), shows_notes_(shows_notes) {}

    void planned(std::size_t documents, const std::vector<std::string>& notes) override {
        if (shows_notes_) Notes(io_.err).add(notes);
        progress_.count("packages", documents);
    }
    void done(const EachOutcome& /*outcome*/) override { progress_.count_one(); }

private:
    Io& io_;
    ProgressLine& progress_;
    bool shows_notes_;
};

Exit exit_of(const EachPacked& each) {
    Exit code = each.interrupted ? Exit::interrupted : Exit::passed;
    for (const EachOutcome& outcome : each.outcomes)
        if (outcome.failure) code = graver(code, exit_for(outcome.failure->code()));
    return code;
}

void report_text(Io& io, const PackOptions& options, const PackOrder& order, const EachPacked& each,
                 const std::string& report) {
    Notes notes(io.err);
    for (const EachOutcome& outcome : each.outcomes) notes.add(outcome.notes);
    io.out << report::each_text(each, report) << '\n';
    const auto all = report::tally(each);
    if (all.failed + all.not_reached > 0)
        io.out << "Next: the same command again"
               << (all.failed > 0 ? ", once what failed is mended" : "")
               << "; what is there is skipped\n";
    else
        io.out << next_steps(options, order.key_files,
                             shell_word(std::filesystem::path(options.output)) + "/*.tar");
}

Result<Exit> run(Io& io, const PackOptions& options) {
    SOLANDER_TRY_ASSIGN(const auto order, read_order(io, options));
    const auto report = report_path(options);
    SOLANDER_TRY(check_report(io, report, order.request));
    const bool is_json = options.format == "json";
    Work work(io, options.work, "packing");
    Told told(io, work.progress(), !is_json && !options.work.quiet);
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
