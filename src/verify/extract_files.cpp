// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/read.h>

#include "base/escape.h"
#include "base/try.h"
#include "format/bag_files.h"
#include "package/payload_digest.h"
#include "trust/namespaces.h"
#include "verify/evidence.h"
#include "verify/outside.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

/// Whether `wanted` names this file, a directory that it is in, or its document.
bool fits(const PayloadFile& file, std::string_view wanted) {
    const std::string_view path = file.path.str();
    while (wanted.size() > 1 && wanted.ends_with('/')) wanted.remove_suffix(1);
    return path == wanted || file.document == wanted ||
           (path.starts_with(wanted) && path.substr(wanted.size()).starts_with('/'));
}

Result<std::vector<std::size_t>> select(const Manifest& manifest,
                                        const std::vector<std::string>& selection) {
    std::vector<bool> chosen(manifest.files.size(), selection.empty());
    for (const auto& wanted : selection) {
        bool fitting = false;
        if (wanted.empty()) return Error(ErrorCode::usage, "an empty selection selects nothing");
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (!fits(manifest.files[i], wanted)) continue;
            chosen[i] = true;
            fitting = true;
        }
        if (!fitting)
            return Error(ErrorCode::usage,
                         fmt::format("there is no file, directory or document '{}' in the package; "
                                     "`solander list` shows what there is",
                                     base::printable(wanted)));
    }
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i]) indices.push_back(i);
    return indices;
}

/// Puts files below one directory, each under a draft's name until it has proven good.
class Extractor {
public:
    Extractor(const verify::Evidence& evidence, const Environment& environment, Directory& output,
              bool replace)
        : evidence_(evidence),
          environment_(environment),
          output_(output),
          existing_(replace ? Existing::replace : Existing::refuse) {}

    /// Returns what is wrong with the file, which is then not written. Errors are about the output.
    Result<std::optional<Finding>> extract(std::size_t index) {
        const std::string& path = evidence_.manifest->files[index].path.str();
        SOLANDER_TRY(check_target(path));
        SOLANDER_TRY_ASSIGN(const std::string draft, free_draft_name());
        SOLANDER_TRY_ASSIGN(auto out, output_.create(draft));
        auto flaw = write(index, *out);
        auto done = flaw ? Result<void>() : Result<void>(flaw.error());
        if (done && !*flaw) done = out->sync();
        if (done && !*flaw) done = make_directories(path);
        if (done && !*flaw) done = output_.rename(draft, path, existing_);
        if (!done || *flaw) static_cast<void>(output_.remove(draft));
        if (!done) return done.error();
        return flaw;
    }

private:
    Result<void> check_target(const std::string& path) {
        SOLANDER_TRY_ASSIGN(const auto target, output_.find(path));
        if (!target) return {};
        if (target->kind == FileKind::directory)
            return Error(ErrorCode::create,
                         fmt::format("{} is there, and a directory", base::printable(path)));
        if (existing_ == Existing::refuse)
            return Error(
                ErrorCode::create,
                fmt::format("{} is there already; --force overwrites it", base::printable(path)));
        return {};
    }

    /// In the top directory, where no payload file can have it: theirs are below data/.
    Result<std::string> free_draft_name() {
        for (std::size_t number = 0;; ++number) {
            auto name = fmt::format(".solander-{}.partial", number);
            SOLANDER_TRY_ASSIGN(const auto taken, output_.find(name));
            if (!taken) return name;
        }
    }

    Result<void> make_directories(const std::string& path) {
        for (auto slash = path.find('/'); slash != std::string::npos;
             slash = path.find('/', slash + 1)) {
            const std::string directory = path.substr(0, slash);
            SOLANDER_TRY_ASSIGN(const auto info, output_.find(directory));
            if (!info)
                SOLANDER_TRY(output_.create_directory(directory));
            else if (info->kind != FileKind::directory)
                return Error(ErrorCode::create,
                             fmt::format("{} is there and no directory; nothing is written through "
                                         "it",
                                         base::printable(directory)));
        }
        return {};
    }

    Result<std::optional<Finding>> write(std::size_t index, OutputFile& out) {
        const PayloadFile& file = evidence_.manifest->files[index];
        package::PayloadDigest digest;
        digest.start(file.sha512.has_value());
        std::uint64_t offset = 0;
        const auto sink = [&](base::BytesView bytes) -> Result<void> {
            if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
            digest.update(bytes);
            SOLANDER_TRY(out.write_at(offset, bytes));
            offset += bytes.size();
            if (environment_.progress != nullptr) environment_.progress->advance(0, bytes.size());
            return {};
        };
        const auto read =
            evidence_.package->read_file(*evidence_.manifest, *evidence_.layout, index, sink);
        if (!read && read.error().code() != ErrorCode::format &&
            read.error().code() != ErrorCode::open)
            return read.error();
        if (environment_.progress != nullptr) environment_.progress->advance(1, 0);
        const auto finding = [&file](Code code, std::string message) {
            return Finding{code, file.path.str(), std::move(message) + ", so it was not extracted",
                           Layer::integrity};
        };
        if (!read) return finding(Code::payload_unreadable, read.error().message());
        if (offset != file.size)
            return finding(Code::payload_size,
                           fmt::format("has {} bytes of {}", offset, file.size));
        if (const auto found = package::differing_digest(file, digest.finish()))
            return finding(Code::payload_digest,
                           fmt::format("has the digest {}, which is not the one sealed", *found));
        return std::optional<Finding>();
    }

    const verify::Evidence& evidence_;
    const Environment& environment_;
    Directory& output_;
    Existing existing_;
};

/// A manifest that its own signers did not sign is no list of files to go by.
bool is_signed(const verify::Evidence& evidence) {
    return evidence.manifest &&
           verify::is_signed_as_declared({format::kManifestFile, trust::kManifestNamespace,
                                          evidence.signatures, evidence.manifest->sealing,
                                          evidence.manifest->created});
}

Result<void> extract_selected(const verify::Evidence& evidence, const ExtractRequest& request,
                              const Environment& environment, Extracted& extracted,
                              std::vector<Finding>& flaws) {
    const Manifest& manifest = *evidence.manifest;
    SOLANDER_TRY_ASSIGN(const auto indices, select(manifest, request.selection));
    if (environment.progress != nullptr) {
        std::uint64_t bytes = 0;
        for (const std::size_t index : indices) bytes += manifest.files[index].size;
        environment.progress->expect(indices.size(), bytes);
    }
    SOLANDER_TRY(environment.files.create_directories(request.output));
    SOLANDER_TRY_ASSIGN(const auto output, environment.files.open_directory(request.output));
    Extractor extractor(evidence, environment, *output, request.replace);
    for (const std::size_t index : indices) {
        if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        SOLANDER_TRY_ASSIGN(auto flaw, extractor.extract(index));
        if (flaw) {
            flaws.push_back(*std::move(flaw));
            continue;
        }
        extracted.files.push_back(manifest.files[index].path.str());
        extracted.bytes += manifest.files[index].size;
    }
    return output->sync();
}

}  // namespace

Result<Extracted> extract_files(const std::filesystem::path& package, const ExtractRequest& request,
                                const VerifyOptions& options, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    SOLANDER_TRY(verify::check_own_is_outside(package, options, environment));
    SOLANDER_TRY_ASSIGN(const auto evidence,
                        verify::open_evidence(package, options, trust.store(), environment));
    if (evidence->package->form() == package::Form::pipe)
        return Error(ErrorCode::usage, "files cannot be taken out of a pipe: save it first");

    Extracted extracted;
    std::vector<Finding> flaws;
    if (is_signed(*evidence))
        SOLANDER_TRY(extract_selected(*evidence, request, environment, extracted, flaws));
    extracted.report = verify::ReportBuilder::build(package, *evidence, verify::Needs::front);
    for (Finding& flaw : flaws) verify::ReportBuilder::add(extracted.report, std::move(flaw));
    return extracted;
}

}  // namespace solander
