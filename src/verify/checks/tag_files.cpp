// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest_stream.h"
#include "format/bag_files.h"
#include "verify/check.h"

namespace solander::verify {

namespace {

Verdict run(const Evidence& evidence, Answers& answers) {
    if (!evidence.manifest) return Verdict::indeterminate;
    const Manifest& manifest = *evidence.manifest;
    const auto compare = [&](std::string_view path, const std::string& implied) {
        const auto& front = evidence.package->front();
        const base::Bytes* found = front.find(path);
        if (const auto* reason = front.why_unreadable(path))
            answers.findings.push_back({Code::payload_unreadable, std::string(path), *reason});
        else if (found == nullptr)
            answers.findings.push_back(
                {Code::entry_missing, std::string(path), std::string(package::kMissing)});
        else if (base::as_text(*found) != implied)
            answers.findings.push_back(
                {Code::tag_differs, std::string(path), "is not what the manifest implies"});
        for (const auto& listed : manifest.tag_files)
            if (listed.path == path && listed.sha256 != crypto::sha256(base::as_bytes(implied)))
                answers.findings.push_back(
                    {Code::tag_differs, std::string(format::kManifestFile),
                     "states a digest of " + listed.path + " that is not that of its own content"});
    };
    compare(format::kBagItFile, std::string(format::kBagItText));
    compare(format::kBagInfoFile, format::bag_info(manifest));
    compare(format::kPayloadManifestFile, format::payload_manifest(manifest));
    compare(format::kTagManifestFile, format::tag_manifest(manifest, *evidence.manifest_digest));
    return Verdict::passed;
}

}  // namespace

extern const Check tag_files;
const Check tag_files{
    .name = "tag_files",
    .title = "The BagIt tag files are those that follow from the manifest",
    .layer = Layer::integrity,
    .run = run,
};

}  // namespace solander::verify
