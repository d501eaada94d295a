// SPDX-License-Identifier: Apache-2.0
#include "format/manifest_rules.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/path_collision.h"
#include "format/bag_files.h"
#include "format/sealed_audit_rules.h"
#include "format/statement_rules.h"

namespace solander::format {

namespace {

using Broken = std::optional<std::string>;
using Names = std::unordered_set<std::string_view>;

Broken check_signers(const std::vector<SealingPrincipal>& signers, const base::Limits& limits) {
    static constexpr std::uint64_t kMaxSignature = std::uint64_t{128} << 10;
    if (signers.size() > limits.signatures)
        return fmt::format("{} signers are declared; the limit is {}", signers.size(),
                           limits.signatures);
    Names keys;
    for (const auto& signer : signers) {
        if (!keys.insert(signer.fingerprint).second)
            return fmt::format("the key {} is declared twice as a signer", signer.fingerprint);
        if (signer.signature_bytes == 0 || signer.signature_bytes > kMaxSignature)
            return fmt::format("the signature of '{}' has an impossible size",
                               base::printable(signer.name));
    }
    return std::nullopt;
}

Broken check_files(const Manifest& manifest, const Names& documents, const Names& paths) {
    std::vector<const EntryPath*> order;
    order.reserve(manifest.files.size());
    for (const auto& file : manifest.files) {
        if (!order.empty() && !(*order.back() < file.path))
            return fmt::format("the files are not in the order of their paths at '{}'",
                               base::printable(file.path.str()));
        order.push_back(&file.path);
        if (!file.document.empty() && !documents.contains(file.document))
            return fmt::format("'{}' belongs to a document '{}' that is not there",
                               base::printable(file.path.str()), file.document);
        if (file.order && *file.order == 0)
            return fmt::format("'{}' has the order 0", base::printable(file.path.str()));
        if (file.made && !file.made->from.empty() && !paths.contains(file.made->from))
            return fmt::format("'{}' is made from a file that is not there",
                               base::printable(file.path.str()));
        for (const auto& digest : file.received_digests)
            if (!digest.file.empty() && !paths.contains(digest.file))
                return fmt::format("a digest of '{}' was received in a file that is not there",
                                   base::printable(file.path.str()));
    }
    if (const auto collision = base::find_collision(order))
        return fmt::format("'{}' and '{}' cannot both be created everywhere: {}",
                           base::printable(collision->first), base::printable(collision->second),
                           collision->reason);
    return std::nullopt;
}

Broken check_origin(const Origin& origin, const Names& paths) {
    if (!origin.file.empty() && !paths.contains(origin.file))
        return fmt::format("the origin '{}' is a file that is not there", origin.id);
    if (origin.kind == OriginKind::person) {
        if (origin.agent.empty() || origin.date.empty())
            return fmt::format("the origin '{}' is a person without agent or date", origin.id);
        return std::nullopt;
    }
    if (origin.file.empty() || origin.reader.empty())
        return fmt::format("the origin '{}' has no file or no reader", origin.id);
    return std::nullopt;
}

Broken check_fields(const Document& document) {
    const std::array<std::pair<std::string_view, std::size_t>, 19> required{{
        {"origin", document.origins.size()},
        {"title", document.titles.size()},
        {"date", document.dates.size()},
        {"creator", document.creators.size()},
        {"description", document.descriptions.size()},
        {"language", document.languages.size()},
        {"type", document.types.size()},
        {"identifier", document.identifiers.size()},
        {"subject", document.subjects.size()},
        {"subject-agent", document.subject_agents.size()},
        {"subject-place", document.subject_places.size()},
        {"relation", document.relations.size()},
        {"classification", document.classifications.size()},
        {"release", document.releases.size()},
        {"source", document.sources.size()},
        {"original-archive", document.original_archives.size()},
        {"custodial-history", document.custodial_histories.size()},
        {"rights", document.rights.size()},
        {"funding-credit", document.funding_credits.size()},
    }};
    for (const auto& [field, statements] : required)
        if (statements == 0) return fmt::format("nothing is said of its {}", field);
    for (const auto& rights : document.rights)
        if (rights.statements.empty() || rights.standard_statements.empty() ||
            rights.holders.empty() || rights.licences.empty() || rights.access.empty())
            return "a rights block lacks one of statement, standard-statement, holder, licence, "
                   "access";
    return std::nullopt;
}

Broken check_document(const Document& document, const Names& paths) {
    if (auto broken = check_fields(document)) return broken;
    Names origins;
    for (const auto& origin : document.origins) {
        if (!origins.insert(origin.id).second)
            return fmt::format("the origin '{}' is there twice", origin.id);
        if (auto broken = check_origin(origin, paths)) return broken;
    }
    for (const auto& history : document.custodial_histories)
        for (const auto& step : history.steps)
            if (const auto* transfer = std::get_if<Transfer>(&step))
                for (const auto& evidence : transfer->evidence)
                    if (!evidence.file.empty() && !paths.contains(evidence.file))
                        return "its custodial history names as evidence a file that is not there";
    return check_statements(document, origins);
}

/// No sum of sizes can overflow, and no size that a tag file must have can be another.
Broken check_sizes(const Manifest& manifest) {
    static constexpr std::uint64_t kMaxPayload = std::uint64_t{1} << 60;
    std::uint64_t total = 0;
    for (const auto& file : manifest.files) {
        if (file.size > kMaxPayload - total) return "the files are larger than any medium";
        total += file.size;
    }

    const std::array<std::uint64_t, 3> implied{bag_info(manifest).size(), kBagItText.size(),
                                               payload_manifest(manifest).size()};
    for (std::size_t i = 0; i < implied.size(); ++i)
        if (manifest.tag_files[i].size != implied.at(i))
            return fmt::format("{} cannot have the size {}", manifest.tag_files[i].path,
                               manifest.tag_files[i].size);
    return std::nullopt;
}

Broken check_tag_files(const Manifest& manifest) {
    static constexpr std::array<std::string_view, 3> kTagFiles{kBagInfoFile, kBagItFile,
                                                               kPayloadManifestFile};
    if (!std::equal(manifest.tag_files.begin(), manifest.tag_files.end(), kTagFiles.begin(),
                    kTagFiles.end(),
                    [](const TagFile& file, std::string_view path) { return file.path == path; }))
        return "the tag files are not bag-info.txt, bagit.txt, manifest-sha256.txt";
    return std::nullopt;
}

Broken check_seal(const model::Seal& seal) {
    Names files;
    for (const auto& signature : seal.manifest_signatures)
        if (!files.insert(signature.file).second)
            return fmt::format("the signature file {} is sealed twice", signature.file);
    if (files.empty()) return "a seal without a signature of the manifest";
    return std::nullopt;
}

Broken check_recipients(const std::vector<model::Recipient>& recipients,
                        const base::Limits& limits) {
    Names keys;
    for (const auto& recipient : recipients)
        if (!keys.insert(recipient.key).second)
            return fmt::format("the recipient's key {} is there twice", recipient.key);
    if (keys.empty()) return "a release without a key that may receive";
    if (keys.size() > limits.signatures)
        return fmt::format("{} keys may receive; the limit is {}", keys.size(), limits.signatures);
    return std::nullopt;
}

}  // namespace

std::optional<std::string> find_broken_rule(const Manifest& manifest, const base::Limits& limits) {
    Names paths;
    for (const auto& file : manifest.files) paths.insert(file.path.str());
    Names documents;
    for (const auto& document : manifest.documents)
        if (!documents.insert(document.id).second)
            return fmt::format("the document '{}' is there twice", document.id);

    if (auto broken = check_signers(manifest.sealing, limits)) return broken;
    if (manifest.deposit)
        for (const auto& agreement : manifest.deposit->agreements)
            if (!agreement.file.empty() && !paths.contains(agreement.file))
                return "the deposit names as agreement a file that is not there";
    for (const auto& document : manifest.documents)
        if (auto broken = check_document(document, paths))
            return fmt::format("document '{}': {}", document.id, *broken);
    if (auto broken = check_files(manifest, documents, paths)) return broken;
    if (auto broken = check_tag_files(manifest)) return broken;
    if (auto broken = check_sizes(manifest)) return broken;
    return manifest.audit ? find_broken_rule(*manifest.audit, documents, paths) : std::nullopt;
}

std::optional<std::string> find_broken_rule(const model::Event& event, const base::Limits& limits) {
    if (event.seq == 0) return "an event has a number from 1";
    if (event.prev.has_value() != (event.seq > 1))
        return event.prev ? "the first event follows from no other"
                          : "an event after the first names the one before it";
    if (const auto* seal = std::get_if<model::Seal>(&event.body))
        if (auto broken = check_seal(*seal)) return broken;
    if (const auto* release = std::get_if<model::Release>(&event.body))
        if (auto broken = check_recipients(release->recipients, limits)) return broken;
    return check_signers(event.signers, limits);
}

}  // namespace solander::format
