// SPDX-License-Identifier: Apache-2.0
#include "made_reports.h"

#include <stdexcept>

#include "support/scratch.h"
#include "support/world.h"

namespace solander::test {

namespace {

void set(Report& report, Layer layer, Verdict verdict) {
    report.layers.at(static_cast<std::size_t>(layer)) = verdict;
    report.verdict = worse(report.verdict, verdict);
}

Manifest manifest() {
    Manifest manifest;
    manifest.id = "urn:uuid:00000000-0000-8000-8000-000000000000";
    manifest.name = "a";
    manifest.created = *Timestamp::parse("2026-11-24T00:00:00Z");
    PayloadFile file;
    file.path = *EntryPath::parse("data/a.txt");
    file.size = 1234;
    file.media_type = "text/plain";
    file.document = "d1";
    manifest.files.push_back(file);
    Document document;
    document.id = "d1";
    document.titles.emplace_back();
    document.titles.front().words = "Letters";
    manifest.documents.push_back(document);
    return manifest;
}

}  // namespace

Finding finding(Code code, const std::string& subject, const std::string& message) {
    return {code, subject, message, code_info(code).layer};
}

Report undecided_report() {
    Report report;
    report.package = "a.tar";
    report.form = "tar";
    report.verdict = Verdict::passed;
    set(report, Layer::authenticity, Verdict::indeterminate);
    report.manifest_digest = Sha256();
    report.signers.push_back({.statement = "manifest.xml",
                              .claimed_name = "archivist",
                              .fingerprint = "SHA256:QfMuhpwO/0Wdv/xrcxku0G8Zo2bx5AiI/PEBhdcKD9A",
                              .signature_good = true,
                              .trusted = false,
                              .name = ""});
    report.unverified = manifest();
    return report;
}

Report failed_report(std::size_t findings) {
    Report report = undecided_report();
    set(report, Layer::integrity, Verdict::failed);
    for (std::size_t i = 0; i < findings; ++i)
        report.findings.push_back(
            finding(Code::payload_digest, "data/" + std::to_string(i) + ".txt", "has other bytes"));
    return report;
}

Report passed_report() {
    const Scratch scratch;
    World world;
    write_file(scratch / "a.txt", std::string(1234, 'a'));
    const auto packed = make_fixture_package(world, {scratch / "a.txt"}, scratch / "out", "a");
    write_file(scratch / "trust", trust_lines({"archivist"}));
    auto report = verify_package(packed.package, {.trust = scratch / "trust"}, world.environment);
    if (!report || !report->passed()) throw std::runtime_error("the fixture does not pass");
    report->package = "a.tar";
    return *std::move(report);
}

}  // namespace solander::test
