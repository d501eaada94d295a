// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "cli/custody_options.h"
#include "model/names.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    RightsDecision decision;
    std::string covers;
};

Exit go(Io& io, Options& options) {
    options.decision.covers = model::parse_name<RightsCovers>(options.covers);
    if (options.decision.covers == RightsCovers::unstated) options.decision.covers.reset();
    const StepPlan plan{.name = "determine",
                        .co_signers = {},
                        .act =
                            [&options](const CustodyStep& step, const Environment& environment) {
                                return determine_rights(step, options.decision, environment);
                            },
                        .next = {},
                        .receipt_file = {}};
    return take_signed_step(io, options, plan);
}

std::vector<std::string> names_of_covers() {
    return {model::Names<RightsCovers>::kAll.begin(), model::Names<RightsCovers>::kAll.end()};
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    RightsDecision& decision = options->decision;
    options->add_to(app);
    require(add_text(app, "--on", "DATE", decision.date,
                     "The day of the decision, such as 2026-11-24"));
    require(add_text(app, "--by", "WHO", decision.by, "Who decided"));
    require(add_text(app, "--how", "WORDS", decision.how, "How, such as a search in a register"));
    require(add_text(app, "--what", "WORDS", decision.what, "What was decided"));
    add_text(app, "--document", "ID", decision.document,
             "The document that it is about, such as d1 (default: all of them)");
    options->covers = model::name_of(RightsCovers::unstated);
    add_choice(app, "--covers", "WHAT", options->covers, names_of_covers(), "What of it");
    add_text(app, "--uri", "URI", decision.uri, "Of a standard statement or a licence");
    add_text(app, "--jurisdiction", "CC", decision.jurisdiction,
             "The country whose law was applied, by its two letters");
    options->add_signing_to(app);
    return [options](Io& io) { return go(io, *options); };
}

}  // namespace

extern const Command custody_determine;
const Command custody_determine{
    .group = "custody",
    .name = "determine",
    .title = "Record a decision on rights that was taken after the package was sealed",
    .examples =
        "  solander custody determine letters.tar -k archivist.key --on 2026-11-24 \\\n"
        "      --by 'J. Novak, rights office' --how 'search in the register of deaths' \\\n"
        "      --what 'in the public domain since 2021' --document d1 --jurisdiction CZ \\\n"
        "      --uri http://rightsstatements.org/vocab/NoC-OKLR/1.0/\n",
    .setup = setup,
};

}  // namespace solander::cli
