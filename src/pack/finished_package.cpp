// SPDX-License-Identifier: Apache-2.0
#include "pack/finished_package.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "format/manifest_xml.h"
#include "pack/draft_manifest.h"
#include "package/layout.h"
#include "package/open_package.h"
#include "package/package_id.h"
#include "trust/namespaces.h"

namespace solander::pack {

namespace {

constexpr std::string_view kManifestFile = "manifest.xml";

/// The text of a manifest with zeros for all that follows from the payload's bytes.
std::string text_without_digests(Manifest manifest) {
    manifest.id = package::kUnknownId;
    for (PayloadFile& file : manifest.files) {
        file.sha256 = {};
        if (file.sha512) file.sha512.emplace();
    }
    for (TagFile& file : manifest.tag_files) file.sha256 = {};
    return format::write_manifest(manifest);
}

bool has_same_signers(const Manifest& a, const Manifest& b) {
    return std::ranges::equal(a.sealing, b.sealing,
                              [](const SealingPrincipal& x, const SealingPrincipal& y) {
                                  return x.name == y.name && x.fingerprint == y.fingerprint;
                              });
}

/// Whether two audits were to be made in one way: whatever they found.
bool are_alike(const SealedAudit& a, const SealedAudit& b) {
    return a.as_of == b.as_of && a.config_sha256 == b.config_sha256 &&
           a.baseline_sha256 == b.baseline_sha256 &&
           std::ranges::equal(a.profiles, b.profiles, {}, &SealedProfile::name,
                              &SealedProfile::name);
}

/// Whether they were made by the same rules, too, so that they must have found the same.
bool have_same_rules(const SealedAudit& a, const SealedAudit& b) {
    return a.tool == b.tool && std::ranges::equal(a.profiles, b.profiles, {},
                                                  &SealedProfile::version, &SealedProfile::version);
}

/// An upgrade of this program must not make all that was packed before something else: an audit by
/// other rules is taken over, if it was to be made in the same way.
void take_over_audit(const Manifest& there, Draft& draft) {
    Manifest& wanted = draft.manifest;
    if (!there.audit || !wanted.audit || !are_alike(*there.audit, *wanted.audit) ||
        have_same_rules(*there.audit, *wanted.audit))
        return;
    wanted.audit = there.audit;
    draft.manifest_bytes = manifest_size(wanted);
}

/// In what the audits differ, if nothing else does; else empty.
std::string differing_audit(Manifest there, Manifest wanted) {
    const auto before = std::exchange(there.audit, std::nullopt);
    const auto now = std::exchange(wanted.audit, std::nullopt);
    if (text_without_digests(std::move(there)) != text_without_digests(std::move(wanted)))
        return {};
    if (!before) return "it has no audit, and would have one";
    if (!now) return "it has an audit, and would have none";
    return are_alike(*before, *now) ? "its audit found something else"
                                    : "it was audited with other profiles or settings";
}

/// In what the files differ; empty where they do not, but perhaps in their bytes.
std::string difference(const Manifest& there, const Manifest& wanted) {
    if (!has_same_signers(there, wanted)) return "it was sealed by others";
    const auto has = [](const Manifest& manifest, const EntryPath& path) {
        const auto found = std::ranges::lower_bound(manifest.files, path, {}, &PayloadFile::path);
        return found != manifest.files.end() && found->path == path ? &*found : nullptr;
    };
    for (const PayloadFile& file : wanted.files) {
        const PayloadFile* const before = has(there, file.path);
        if (before == nullptr)
            return fmt::format("it does not have '{}'", base::printable(file.path.str()));
        if (before->size != file.size || before->modified != file.modified)
            return fmt::format("'{}' has changed since", base::printable(file.path.str()));
    }
    for (const PayloadFile& file : there.files)
        if (has(wanted, file.path) == nullptr)
            return fmt::format("it has '{}', too", base::printable(file.path.str()));
    const std::string audit = differing_audit(there, wanted);
    return audit.empty() ? "it has another record or other settings" : audit;
}

/// The texts that records were read from have been read, so their bytes are known.
std::string changed_record(const Manifest& there, const Records& records) {
    for (const auto& [index, digest] : records.read_digests)
        if (there.files[index].sha256 != digest)
            return fmt::format("'{}' has changed since",
                               base::printable(there.files[index].path.str()));
    return {};
}

bool are_signed(const PackRequest& request, const package::Front& front, const base::Bytes& text) {
    const Sha512 message = crypto::sha512(text);
    return std::ranges::all_of(request.sealers, [&](const Sealer& sealer) {
        const PublicKey& key = sealer.key.public_key();
        const auto* const file = front.find(package::manifest_signature_name(key.label()));
        if (file == nullptr) return false;
        const auto signature =
            crypto::parse_signature(base::as_text(*file), trust::kManifestNamespace);
        return signature && signature->key == key &&
               crypto::verify(*signature, trust::kManifestNamespace, message);
    });
}

class PackageComparison {
public:
    PackageComparison(const Environment& environment, const PackRequest& request,
                      const Directory& output, const std::string& name)
        : environment_(environment), request_(request), output_(output), name_(name) {}

    Result<std::optional<FinishedPackage>> compare(Portion portion) const {
        SOLANDER_TRY_ASSIGN(const auto tar, output_.find(name_ + ".tar"));
        if (!tar) return std::optional<FinishedPackage>();
        if (tar->kind != FileKind::regular) return other("it is no file");
        const auto package =
            package::open_package(environment_, request_.output / (name_ + ".tar"), base::Limits{});
        if (!package) return cannot_look(package.error());
        const package::Front& front = (*package)->front();
        const base::Bytes* const text = front.find(kManifestFile);
        if (text == nullptr) return other("it is cut off, or no package of this version");
        const auto there = format::read_manifest(*text, base::Limits{});
        if (!there) return other("its manifest cannot be read");
        SOLANDER_TRY_ASSIGN(
            Draft draft,
            draft_manifest(request_,
                           {there->created, there->audit ? there->audit->as_of : std::string()},
                           name_, portion.inputs, portion.records, environment_));
        if (draft.refusal) return *std::move(draft.refusal);
        take_over_audit(*there, draft);
        if (text_without_digests(*there) != text_without_digests(draft.manifest))
            return other(difference(*there, draft.manifest));
        if (auto changed = changed_record(*there, portion.records); !changed.empty())
            return other(changed);
        if (!are_signed(request_, front, *text)) return other("its manifest is not signed so");
        const package::Layout layout(draft.manifest, draft.manifest_bytes);
        if (layout.total_bytes() != tar->size) return other("it is not as long as it says");
        SOLANDER_TRY_ASSIGN(const auto seal, output_.find(name_ + ".custody/0001-seal.xml"));
        if (!seal)
            return Error(ErrorCode::create,
                         fmt::format("{0}.tar is there, and its custody is not: {0}.custody has no "
                                     "seal. Put it back from a copy, or let --force make both anew",
                                     name_));
        FinishedPackage finished;
        finished.manifest = crypto::sha256(*text);
        finished.files = there->files.size();
        for (const PayloadFile& file : there->files) finished.bytes += file.size;
        finished.audit = there->audit;
        return std::optional(finished);
    }

private:
    Error other(std::string_view why) const {
        return {ErrorCode::create,
                fmt::format("{}.tar is there and holds something else: {}; --force replaces it",
                            name_, why)};
    }

    Error cannot_look(const Error& error) const {
        if (error.code() == ErrorCode::interrupted || error.code() == ErrorCode::io) return error;
        return other(error.message());
    }

    const Environment& environment_;
    const PackRequest& request_;
    const Directory& output_;
    const std::string& name_;
};

}  // namespace

Result<std::optional<FinishedPackage>> find_finished(const Environment& environment,
                                                     const PackRequest& request,
                                                     const Directory& output,
                                                     const std::string& name, Portion portion) {
    return PackageComparison(environment, request, output, name).compare(std::move(portion));
}

}  // namespace solander::pack
