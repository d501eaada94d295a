// SPDX-License-Identifier: Apache-2.0
#include "verify/evidence.h"

#include <map>
#include <mutex>
#include <unordered_map>

#include "base/try.h"
#include "crypto/digest_stream.h"
#include "format/bag_files.h"
#include "format/quotes.h"
#include "package/bundle.h"
#include "trust/namespaces.h"
#include "verify/other_copy.h"

namespace solander::verify {

namespace {

void read_manifest(Evidence& evidence) {
    const base::Bytes* bytes = evidence.manifest_bytes();
    if (bytes == nullptr) return;
    evidence.manifest_digest = crypto::sha256(*bytes);
    const Sha512 message = crypto::sha512(*bytes);
    for (const auto& file : evidence.package->front().files)
        if (file.path.ends_with(".sig"))
            evidence.signatures.push_back(
                check_signature(file.path, file.bytes, trust::kManifestNamespace, message));
    for (const auto& [name, reason] : evidence.package->front().unreadable)
        if (name.ends_with(".sig"))
            evidence.signatures.push_back({.file = name, .unreadable = reason});
    auto manifest = format::read_manifest(*bytes, evidence.limits);
    if (manifest) {
        evidence.manifest = *std::move(manifest);
        evidence.layout.emplace(*evidence.manifest, bytes->size());
    } else {
        evidence.refusal = std::move(manifest).error();
    }
}

/// What the records quote from captures, to be looked up while these are at hand.
class QuoteReader {
public:
    QuoteReader(Evidence& evidence, const Manifest& manifest) : evidence_(evidence) {
        std::unordered_map<std::string_view, std::size_t> index_of;
        for (std::size_t i = 0; i < manifest.files.size(); ++i)
            index_of.emplace(manifest.files[i].path.str(), i);
        for (const Document& document : manifest.documents) {
            std::unordered_map<std::string_view, std::size_t> capture_of;
            for (const Origin& origin : document.origins)
                if (origin.kind == OriginKind::capture)
                    capture_of.emplace(origin.id, index_of.at(origin.file));
            for (const auto& quote : format::quotes_of(document))
                if (const auto capture = capture_of.find(quote.origin); capture != capture_of.end())
                    quotes_[capture->second].push_back(quote);
        }
        for (const auto& [index, quotes] : quotes_) {
            const bool small = manifest.files[index].size <= evidence.limits.capture_bytes;
            (small ? wanted_.files : evidence.unread_captures).push_back(index);
        }
        evidence.quoted_captures = wanted_.files.size();
        wanted_.take = [this](std::size_t index, base::BytesView bytes) {
            auto found = format::look_up(quotes_.at(index), base::as_text(bytes));
            const std::lock_guard lock(mutex_);
            evidence_.quotes.emplace(index, std::move(found));
        };
    }

    const package::Wanted& wanted() const { return wanted_; }

private:
    Evidence& evidence_;
    std::map<std::size_t, std::vector<format::Quote>> quotes_;  ///< By file.
    package::Wanted wanted_;
    std::mutex mutex_;
};

Result<void> read_contents(Evidence& evidence, const Environment& environment) {
    if (!evidence.manifest) return {};
    const Manifest& manifest = *evidence.manifest;
    if (environment.progress != nullptr) {
        std::uint64_t bytes = 0;
        for (const auto& file : manifest.files) bytes += file.size;
        environment.progress->expect(manifest.files.size(), bytes);
    }
    const QuoteReader quotes(evidence, manifest);
    SOLANDER_TRY_ASSIGN(
        evidence.contents,
        evidence.package->examine(environment, manifest, *evidence.layout, quotes.wanted()));
    return {};
}

void keep_custody(Result<custody::Folder> folder, Evidence& evidence) {
    if (folder) {
        evidence.custody = *std::move(folder);
        evidence.chain = read_chain(*evidence.custody, evidence.limits);
    } else {
        evidence.custody_problem = std::move(folder).error();
    }
}

void take_custody(const package::Bundle& bundle, Evidence& evidence) {
    evidence.custody_path = bundle.name + ".custody";
    if (evidence.manifest_bytes() == nullptr) {
        evidence.custody_problem =
            Error(ErrorCode::format, "was not judged: there is no manifest in the bundle");
        return;
    }
    keep_custody(custody_of(bundle, evidence.limits), evidence);
}

}  // namespace

const base::Bytes* Evidence::manifest_bytes() const {
    return package->front().find(format::kManifestFile);
}

void read_custody(const std::filesystem::path& package, const VerifyOptions& options,
                  const Environment& environment, Evidence& evidence) {
    if (const package::Bundle* bundle = evidence.package->bundle())
        return take_custody(*bundle, evidence);
    if (!options.custody && evidence.package->form() == package::Form::pipe) return;
    evidence.custody_path =
        options.custody.value_or(custody_beside(package, evidence.package->form()));
    if (evidence.custody_path.empty()) return;
    const auto directory = environment.files.open_directory(evidence.custody_path);
    if (!directory) {
        const auto there = environment.files.find(evidence.custody_path);
        if (!there || *there) evidence.custody_problem = directory.error();
        return;
    }
    keep_custody(custody::read_folder(environment, **directory, evidence.limits), evidence);
}

std::filesystem::path custody_beside(const std::filesystem::path& package, package::Form form) {
    std::string text = package.string();
    while (text.size() > 1 && (text.ends_with('/') || text.ends_with("/."))) text.pop_back();
    const auto name = std::string_view(text).substr(text.find_last_of('/') + 1);
    if (name.empty() || name == "." || name == "..") return {};
    if (form == package::Form::tar && name.ends_with(".tar")) text.resize(text.size() - 4);
    return text + ".custody";
}

Result<std::unique_ptr<Evidence>> open_evidence(const std::filesystem::path& package,
                                                const VerifyOptions& options,
                                                const trust::TrustStore* trust,
                                                const Environment& environment) {
    auto evidence = std::make_unique<Evidence>();
    evidence->trust = trust;
    evidence->now = environment.clock.now();
    evidence->limits.manifest_bytes = options.manifest_bytes;
    SOLANDER_TRY_ASSIGN(evidence->package,
                        package::open_package(environment, package, evidence->limits));
    if (options.custody && evidence->package->bundle() != nullptr)
        return Error(ErrorCode::usage,
                     "a bundle comes with its custody; --custody is for a package without one");
    read_manifest(*evidence);
    return evidence;
}

Result<std::unique_ptr<Evidence>> gather(const std::filesystem::path& package,
                                         const VerifyOptions& options,
                                         const trust::TrustStore* trust,
                                         const Environment& environment) {
    SOLANDER_TRY_ASSIGN(auto evidence, open_evidence(package, options, trust, environment));
    SOLANDER_TRY(read_contents(*evidence, environment));
    read_custody(package, options, environment, *evidence);
    return evidence;
}

}  // namespace solander::verify
