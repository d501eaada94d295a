// SPDX-License-Identifier: Apache-2.0
#include "verify/proof.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/read_file.h"
#include "base/try.h"
#include "package/canonical_tar.h"
#include "verify/elsewhere.h"

namespace solander::verify {

namespace {

constexpr std::string_view kProofs = "proofs";
constexpr std::size_t kManifestDigits = 16;

void add_file(std::string& tar, std::string_view path, std::string_view data, Timestamp time) {
    tar += package::tar_header(path, data.size(), time);
    tar += data;
    tar.append(package::padded(data.size()) - data.size(), '\0');
}

/// An event with those of its signatures that are good.
ProofSide side_of(const ChainEvent& event, const custody::Folder& folder) {
    ProofSide side{{*event.file}, event.digest, event.event->time};
    for (const auto& signature : event.signatures)
        if (const auto* file = folder.find(signature.file); signature.good && file != nullptr)
            side.files.push_back(*file);
    return side;
}

struct Proof {
    std::string name;
    std::string tar;
};

Proof proof_of(const ChainEvent& one, const custody::Folder& its_folder, const ChainEvent& other,
               const custody::Folder& other_folder) {
    return {proof_name(one.event->manifest.sha256, one.event->seq),
            proof_tar(side_of(one, its_folder), side_of(other, other_folder))};
}

std::vector<Proof> proofs_of(const Evidence& evidence) {
    std::vector<Proof> proofs;
    if (!evidence.custody) return proofs;
    const WalkedChain ours = walk_chain(context_of(evidence), evidence.chain);
    const auto all = compare_elsewhere(evidence);
    for (const auto& compared : all) {
        const auto& branching = compared.branching;
        if (!compared.is_sound || branching.relation != Relation::equivocation) continue;
        const ChainEvent& own = evidence.chain.events[branching.common];
        if (is_vouched_for(ours, own))
            proofs.push_back(proof_of(own, *evidence.custody,
                                      compared.other->chain.events[branching.common],
                                      compared.other->folder));
    }
    for (const auto& quarrel : quarrels_among(all, comparer(evidence.trust))) {
        if (quarrel.branching.relation != Relation::equivocation) continue;
        const auto common = quarrel.branching.common;
        const OtherCopy& one = *quarrel.one->other;
        const OtherCopy& other = *quarrel.other->other;
        proofs.push_back(proof_of(one.chain.events[common], one.folder, other.chain.events[common],
                                  other.folder));
    }
    return proofs;
}

Result<std::filesystem::path> place_for(const VerifyOptions& options,
                                        const Environment& environment) {
    if (options.write_proof) return *options.write_proof;
    const auto place = *options.state / kProofs;
    SOLANDER_TRY(environment.files.create_directories(place));
    return place;
}

/// `name.tar`, then `name-2.tar`: where another contradiction in the same place is proven already.
std::string numbered(std::string_view name, int number) {
    if (number == 1) return std::string(name);
    return fmt::format("{}-{}.tar", name.substr(0, name.size() - 4), number);
}

/// Under the directory's lock. The result is the name that it has.
Result<std::string> put(Directory& directory, const Proof& proof) {
    const std::string draft = "." + proof.name + ".draft";
    SOLANDER_TRY_ASSIGN(const auto left, directory.find(draft));
    if (left) SOLANDER_TRY(directory.remove(draft));  // of a run that was cut short
    std::string name;
    for (int number = 1; name.empty(); ++number) {
        const std::string candidate = numbered(proof.name, number);
        SOLANDER_TRY_ASSIGN(const auto there, directory.find(candidate));
        if (!there) {
            name = candidate;
        } else if (there->size == proof.tar.size()) {
            SOLANDER_TRY_ASSIGN(const auto bytes,
                                base::read_all(directory, candidate, proof.tar.size()));
            if (base::as_text(bytes) == proof.tar) return candidate;
        }
    }
    SOLANDER_TRY_ASSIGN(const auto file, directory.create(draft));
    SOLANDER_TRY(file->write_at(0, base::as_bytes(proof.tar)));
    SOLANDER_TRY(file->sync());
    SOLANDER_TRY(directory.rename(draft, name, Existing::refuse));
    SOLANDER_TRY(directory.sync());
    return name;
}

}  // namespace

std::string proof_tar(const ProofSide& one, const ProofSide& two) {
    const bool in_order = one.digest < two.digest;
    const ProofSide* const sides[] = {in_order ? &one : &two, in_order ? &two : &one};
    const Timestamp time = std::max(one.time, two.time);
    std::string tar;
    add_file(tar, kProofReadme, proof_readme(), time);
    for (std::size_t i = 0; i < 2; ++i)
        for (const auto& file : sides[i]->files)
            add_file(tar, fmt::format("{}/{}", kProofSides[i], file.name),
                     base::as_text(file.bytes), time);
    return tar + std::string(package::kTarEnd, '\0');
}

std::string proof_name(const Sha256& manifest, std::uint64_t seq) {
    return fmt::format("equivocation-{}-{}.tar", manifest.hex().substr(0, kManifestDigits), seq);
}

Result<std::vector<std::filesystem::path>> write_proofs(const VerifyOptions& options,
                                                        const Evidence& evidence,
                                                        const Environment& environment) {
    std::vector<std::filesystem::path> paths;
    if (!options.write_proof && !options.state) return paths;
    const auto proofs = proofs_of(evidence);
    if (proofs.empty()) return paths;
    SOLANDER_TRY_ASSIGN(const auto place, place_for(options, environment));
    const auto directory = environment.files.open_directory(place);
    if (!directory) return Error(ErrorCode::create, directory.error().message());
    SOLANDER_TRY_ASSIGN(const auto lock, (*directory)->lock(LockKind::exclusive));
    for (const auto& proof : proofs) {
        SOLANDER_TRY_ASSIGN(const auto name, put(**directory, proof));
        const auto path = place / name;
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    }
    return paths;
}

}  // namespace solander::verify
