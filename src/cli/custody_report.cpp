// SPDX-License-Identifier: Apache-2.0
#include "cli/custody_report.h"

#include <ostream>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/emitter.h"
#include "report/json.h"

namespace solander::cli {

namespace {

constexpr std::string_view kSchema = "urn:solander:handover:1";

/// Whether what was found of the package is what there is to tell.
bool is_about_package(const StepOutcome& outcome) {
    return !outcome.refusal && outcome.verdict != Verdict::passed;
}

}  // namespace

void tell_text(Io& io, const ToldStep& told, bool quiet) {
    const StepOutcome& outcome = told.outcome;
    for (const auto& note : outcome.notes) io.err << "solander: note: " << note << '\n';
    if (outcome.refusal) {
        io.err << fmt::format("solander: {}: {} ({})\n", base::printable(told.package),
                              base::printable(outcome.refusal->sentence),
                              code_info(outcome.refusal->code).id);
        return;
    }
    if (is_about_package(outcome)) {
        const report::Outcome one{told.package, &outcome.report, nullptr};
        io.out << report::find_emitter("text")->emit({&one, 1}, {});
    }
    if (is_about_package(outcome) && outcome.written.empty())
        io.err << fmt::format("solander: {}: nothing was written, since it does not verify\n",
                              base::printable(told.package));
    if (quiet) {
        if (told.prints_receipt) io.out << outcome.receipt;
        return;
    }
    for (const auto& event : outcome.written)
        io.out << fmt::format("{}  {}\n",
                              base::printable((outcome.directory / event.file).string()),
                              base::printable(event.sentence));
    if (outcome.verdict == Verdict::passed || !outcome.written.empty())
        io.out << base::printable(outcome.custody.summary) << ".\n";
    if (told.prints_receipt) io.out << '\n' << outcome.receipt;
    if (!told.receipt_file.empty())
        io.out << fmt::format("These two lines are in {}\n",
                              base::printable(told.receipt_file.string()));
    if (!told.next.empty()) io.out << "\nNext: " << told.next;
}

void tell_json(Io& io, const ToldStep& told) {
    const StepOutcome& outcome = told.outcome;
    report::Json json{{"schema", kSchema},
                      {"step", told.name},
                      {"package", base::printable(told.package)},
                      {"verdict", report::lower_name(outcome.verdict)}};
    if (!outcome.directory.empty()) json["directory"] = base::printable(outcome.directory.string());
    if (outcome.refusal)
        json["refusal"] = {{"code", code_info(outcome.refusal->code).id},
                           {"sentence", base::printable(outcome.refusal->sentence)},
                           {"remedy", code_info(outcome.refusal->code).remedy}};
    Report written;
    written.events = outcome.written;
    json["written"] = report::events_json(written);
    if (outcome.custody.events > 0) json["custody"] = report::custody_json(outcome.custody);
    if (is_about_package(outcome)) json["findings"] = report::findings_json(outcome.report);
    if (!outcome.receipt.empty()) json["receipt"] = outcome.receipt;
    if (!told.receipt_file.empty())
        json["receipt_file"] = base::printable(told.receipt_file.string());
    if (!outcome.set_aside.empty()) json["set_aside"] = base::printable(outcome.set_aside.string());
    report::Json notes = report::Json::array();
    for (const auto& note : outcome.notes) notes.push_back(base::printable(note));
    json["notes"] = std::move(notes);
    io.out << report::json_text(json);
}

}  // namespace solander::cli
