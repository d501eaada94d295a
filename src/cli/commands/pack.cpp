// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/pack.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/pack_each.h"
#include "cli/pack_options.h"
#include "report/emitter.h"
#include "report/sealed_audit.h"

namespace solander::cli {

namespace {

/// What was recognised; each by its name, as long as there are few.
std::string captures_text(const std::vector<ReadCapture>& captures) {
    static constexpr std::size_t kNamed = 3;
    if (captures.empty()) return {};
    if (captures.size() > kNamed)
        return fmt::format("{} read from records\n",
                           report::count_text(captures.size(), "document"));
    std::string text;
    for (const ReadCapture& capture : captures)
        text += fmt::format("1 document read from {} ({}{})\n", base::printable(capture.path),
                            base::printable(capture.reader),
                            capture.form.empty() ? "" : ", form " + base::printable(capture.form));
    return text;
}

nlohmann::ordered_json captures_json(const std::vector<ReadCapture>& captures) {
    auto list = nlohmann::ordered_json::array();
    for (const ReadCapture& capture : captures)
        list.push_back(
            {{"path", capture.path}, {"reader", capture.reader}, {"form", capture.form}});
    return list;
}

void report_text(Io& io, const PackOptions& options, const Packed& packed,
                 const std::string& next) {
    const std::string package = base::printable(packed.package.string());
    options.notes.tell(io, packed.notes);
    io.out << fmt::format(
        "{}  {}, {}, {}\n{}/  its custody: the seal, and VERIFY.txt for readers without "
        "solander\n{}identity sha256:{}\nid       {}\n\n{}",
        package, report::count_text(packed.documents, "document"),
        report::count_text(packed.files, "file"), report::size_text(packed.bytes),
        base::printable(packed.custody.string()), captures_text(packed.captures),
        packed.manifest.hex(), packed.id, next);
}

void report_json(Io& io, const Packed& packed) {
    nlohmann::ordered_json json{{"package", base::printable(packed.package.string())},
                                {"custody", base::printable(packed.custody.string())},
                                {"identity", "sha256:" + packed.manifest.hex()},
                                {"id", packed.id},
                                {"documents", packed.documents},
                                {"files", packed.files},
                                {"bytes", packed.bytes},
                                {"captures", captures_json(packed.captures)},
                                {"notes", packed.notes}};
    if (packed.audit) json["audit"] = report::sealed_audit_json(*packed.audit);
    io.out << json.dump(2) << '\n';
}

Result<void> make(Io& io, const PackOptions& options) {
    SOLANDER_TRY_ASSIGN(auto order, read_order(io, options));
    ToldAudit told(io);
    const bool is_told = options.format != "json" && !options.work.quiet;
    if (order.request.audit && is_told) order.request.audit->observer = &told;
    Work work(io, options.work, "packing");
    auto packed = make_package(order.request, work.environment());
    work.done();
    if (!packed) return std::move(packed).error();
    if (options.format == "json")
        report_json(io, *packed);
    else if (!options.work.quiet)
        report_text(io, options, *packed, next_steps(options, order, shell_word(packed->package)));
    return {};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<PackOptions>();
    options->add_to(app);
    return [options](Io& io) {
        if (options->each) return pack_each(io, *options);
        const auto made = make(io, *options);
        return made ? Exit::passed : fail(io, made.error());
    };
}

}  // namespace

extern const Command pack;
const Command pack{
    .group = "",
    .name = "pack",
    .title = "Bundle files into one sealed package, or each document into its own",
    .examples =
        "  solander pack telegram.txt -k archivist.key -o deposit\n"
        "  solander pack scans/ transcript.txt -k archivist.key --name letters-1919 \\\n"
        "      --set title='Letters to Helena' --set date=1919-05 --set source='MS 12'\n"
        "  solander pack telegram.txt -k archivist.key --profile wilson --fail-on error\n"
        "  solander pack letters/ --each --records records.csv -k archivist.key -o out\n"
        "  SOURCE_DATE_EPOCH=1700000000 solander pack scans/ -k ci.key -o out\n",
    .setup = setup,
};

}  // namespace solander::cli
