// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/read.h>

#include "base/escape.h"
#include "base/try.h"
#include "package/payload_digest.h"
#include "verify/evidence.h"
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

    Result<void> extract(std::size_t index) {
        const PayloadFile& file = evidence_.manifest->files[index];
        const std::string& path = file.path.str();
        SOLANDER_TRY(make_directories(path));
        if (existing_ == Existing::refuse && output_.info(path))
            return Error(
                ErrorCode::create,
                fmt::format("{} is there already; --force overwrites it", base::printable(path)));
        const auto slash = path.rfind('/');
        const std::string draft = path.substr(0, slash + 1) + fmt::format(".{}.partial", index);
        SOLANDER_TRY_ASSIGN(auto out, output_.create(draft));
        auto written = write(index, *out);
        if (written) written = output_.rename(draft, path, existing_);
        if (!written) static_cast<void>(output_.remove(draft));
        return written;
    }

private:
    Result<void> make_directories(const std::string& path) {
        for (auto slash = path.find('/'); slash != std::string::npos;
             slash = path.find('/', slash + 1)) {
            const std::string directory = path.substr(0, slash);
            const auto info = output_.info(directory);
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

    Result<void> write(std::size_t index, OutputFile& out) {
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
        SOLANDER_TRY(
            evidence_.package->read_file(*evidence_.manifest, *evidence_.layout, index, sink));
        if (offset != file.size || package::differing_digest(file, digest.finish()))
            return Error(ErrorCode::format,
                         fmt::format("{} is not as it was sealed, so it was not extracted",
                                     base::printable(file.path.str())));
        if (environment_.progress != nullptr) environment_.progress->advance(1, 0);
        return out.sync();
    }

    const verify::Evidence& evidence_;
    const Environment& environment_;
    Directory& output_;
    Existing existing_;
};

/// A manifest that its own signer did not sign is no list of files to go by.
Result<void> check_signed(const verify::Evidence& evidence) {
    if (!evidence.manifest)
        return Error(ErrorCode::format, evidence.refusal
                                            ? "manifest.xml " + evidence.refusal->message
                                            : "there is no manifest.xml");
    for (const auto& signature : evidence.signatures)
        if (!signature.good)
            return Error(ErrorCode::format, signature.file +
                                                " does not fit manifest.xml: nothing is extracted. "
                                                "`solander verify` tells more");
    if (evidence.signatures.size() != evidence.manifest->sealing.size())
        return Error(ErrorCode::format,
                     "not every declared signature of manifest.xml is there: nothing is extracted");
    return {};
}

}  // namespace

Result<Extracted> extract_files(const std::filesystem::path& package, const ExtractRequest& request,
                                const VerifyOptions& options, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    SOLANDER_TRY(verify::check_trust_is_outside(package, options, environment));
    SOLANDER_TRY_ASSIGN(const auto evidence,
                        verify::open_evidence(package, options, trust.store(), environment));
    if (evidence->package->form() == package::Form::pipe)
        return Error(ErrorCode::usage, "files cannot be taken out of a pipe: save it first");
    SOLANDER_TRY(check_signed(*evidence));
    SOLANDER_TRY_ASSIGN(const auto indices, select(*evidence->manifest, request.selection));

    Extracted extracted;
    for (const std::size_t index : indices)
        extracted.bytes += evidence->manifest->files[index].size;
    if (environment.progress != nullptr)
        environment.progress->expect(indices.size(), extracted.bytes);
    SOLANDER_TRY(environment.files.create_directories(request.output));
    SOLANDER_TRY_ASSIGN(const auto output, environment.files.open_directory(request.output));
    Extractor extractor(*evidence, environment, *output, request.replace);
    for (const std::size_t index : indices) {
        SOLANDER_TRY(extractor.extract(index));
        extracted.files.push_back(evidence->manifest->files[index].path.str());
    }
    extracted.report = verify::ReportBuilder::build_of_manifest(package, *evidence);
    return extracted;
}

}  // namespace solander
