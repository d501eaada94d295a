// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "format/bag_files.h"
#include "package/package_id.h"
#include "trust/namespaces.h"
#include "verify/check.h"

namespace solander::verify {

namespace {

Code code_of(format::Refusal::Kind kind) {
    switch (kind) {
        case format::Refusal::Kind::malformed:
            return Code::xml_malformed;
        case format::Refusal::Kind::doctype:
            return Code::xml_doctype;
        case format::Refusal::Kind::newer:
            return Code::format_newer;
        case format::Refusal::Kind::invalid:
            return Code::manifest_invalid;
    }
    return Code::manifest_invalid;
}

std::string at_line(const format::Refusal& refusal) {
    if (refusal.line == 0) return refusal.message;
    return fmt::format("line {}: {}", refusal.line, refusal.message);
}

/// A newer format is not a fault if somebody whom the reader trusts says that it is one.
Code judged(const Evidence& evidence, Code code) {
    if (code != Code::format_newer || is_vouched_for(evidence.signatures, trust::kManifestNamespace,
                                                     evidence.trust, evidence.now))
        return code;
    return Code::manifest_invalid;
}

Verdict run(const Evidence& evidence, Answers& answers) {
    const std::string subject(format::kManifestFile);
    const auto add = [&](Code code, std::string message) {
        answers.findings.push_back({code, subject, std::move(message)});
    };
    if (evidence.manifest_bytes() == nullptr) {
        const bool reached =
            evidence.package->bundle() == nullptr || !evidence.package->front().files.empty();
        add(Code::manifest_missing, reached
                                        ? "is not where a package has it, or is no regular file"
                                        : "could not be reached: the bundle is broken before it");
    } else if (evidence.refusal) {
        add(judged(evidence, code_of(evidence.refusal->kind)), at_line(*evidence.refusal));
    }
    if (!evidence.manifest) return Verdict::passed;
    const Manifest& manifest = *evidence.manifest;
    const auto id = package::package_id_of(base::as_text(*evidence.manifest_bytes()));
    if (id != manifest.id)
        add(Code::manifest_id, fmt::format("states the id {}; its bytes make it {}", manifest.id,
                                           id.value_or("none")));
    const auto& top = evidence.package->front().name;
    if (!top.empty() && top != manifest.name)
        add(Code::manifest_name,
            fmt::format("states the name '{}'; the top directory is '{}'", manifest.name, top));
    return Verdict::passed;
}

}  // namespace

extern const Check manifest;
const Check manifest{
    .name = "manifest",
    .title = "The manifest is there, well-formed, and says what a manifest must",
    .layer = Layer::integrity,
    .needs = Needs::front,
    .run = run,
};

}  // namespace solander::verify
