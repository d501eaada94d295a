// SPDX-License-Identifier: Apache-2.0
#include "verify/report_builder.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace solander::verify {

namespace {

std::string_view form_name(const package::OpenPackage& package) {
    if (package.bundle() != nullptr) return "bundle";
    switch (package.form()) {
        case package::Form::tar:
            return "tar";
        case package::Form::directory:
            return "directory";
        case package::Form::pipe:
            return "pipe";
    }
    return "tar";
}

/// Several checks may meet the same thing on their ways; the first of them tells.
class Findings {
public:
    explicit Findings(std::vector<Finding>& all) : all_(all) {}

    void add(Finding finding) {
        std::string words = finding.subject;
        words += '\0';
        words += finding.message;
        words += static_cast<char>(finding.code);
        if (known_.insert(std::move(words)).second) all_.push_back(std::move(finding));
    }

private:
    std::vector<Finding>& all_;
    std::unordered_set<std::string> known_;
};

}  // namespace

Report ReportBuilder::judge(const std::filesystem::path& package, const Evidence& evidence,
                            Needs read) {
    Report report;
    report.package = package;
    report.form = form_name(*evidence.package);
    report.manifest_digest = evidence.manifest_digest;

    // A layer that no check has answered for is undecided.
    std::array<bool, kLayerCount> answered{};
    Findings findings(report.findings);
    Confirmation confirmation;
    for (const Check* check : checks()) {
        if (check->needs > read) continue;
        Answers answers;
        Verdict verdict = check->run(evidence, answers);
        for (Finding& finding : answers.findings) {
            finding.layer = check->layer;
            verdict = worse(verdict, code_info(finding.code).effect);
            findings.add(std::move(finding));
        }
        const auto layer = static_cast<std::size_t>(check->layer);
        report.layers.at(layer) = worse(report.layers.at(layer), verdict);
        answered.at(layer) = true;
        report.checks.push_back({check->name, check->title, check->layer, verdict});
        std::move(answers.signers.begin(), answers.signers.end(),
                  std::back_inserter(report.signers));
        std::move(answers.events.begin(), answers.events.end(), std::back_inserter(report.events));
        if (answers.custody) report.custody = std::move(answers.custody);
        confirmation.through = std::max(confirmation.through, answers.confirmation.through);
        std::move(answers.confirmation.by.begin(), answers.confirmation.by.end(),
                  std::back_inserter(confirmation.by));
        std::move(answers.confirmation.otherwise.begin(), answers.confirmation.otherwise.end(),
                  std::back_inserter(confirmation.otherwise));
    }
    if (report.custody) confirm(confirmation, *report.custody, report.events);
    report.verdict = Verdict::passed;
    for (std::size_t layer = 0; layer < kLayerCount; ++layer) {
        if (!answered.at(layer))
            report.layers.at(layer) = worse(report.layers.at(layer), Verdict::indeterminate);
        report.verdict = worse(report.verdict, report.layers.at(layer));
    }
    return report;
}

void ReportBuilder::hand_over_manifest(Evidence& evidence, Report& report) {
    if (!evidence.manifest) return;
    const auto authenticity = static_cast<std::size_t>(Layer::authenticity);
    if (report.layers.at(authenticity) == Verdict::passed)
        report.verified = VerifiedManifest(*std::move(evidence.manifest));
    else
        report.unverified = std::move(evidence.manifest);
}

Report ReportBuilder::build(const std::filesystem::path& package, Evidence& evidence, Needs read) {
    Report report = judge(package, evidence, read);
    hand_over_manifest(evidence, report);
    return report;
}

void ReportBuilder::add(Report& report, Finding finding) {
    const Verdict effect = code_info(finding.code).effect;
    Verdict& layer = report.layers.at(static_cast<std::size_t>(finding.layer));
    layer = worse(layer, effect);
    report.verdict = worse(report.verdict, effect);
    report.findings.push_back(std::move(finding));
}

Result<Report> ReportBuilder::refuse(const std::filesystem::path& package, const Error& error) {
    if (error.code() == ErrorCode::format)
        return refuse(package, Code::package_unrecognised, "is " + error.message());
    if (error.code() == ErrorCode::limit)
        return refuse(package, Code::limit_exceeded, error.message());
    return error;
}

Report ReportBuilder::refuse(const std::filesystem::path& package, Code code, std::string message) {
    Report report;
    report.package = package;
    report.layers.fill(Verdict::indeterminate);
    report.verdict = code_info(code).effect;
    report.findings.push_back({code, package.string(), std::move(message), Layer::container});
    return report;
}

}  // namespace solander::verify
