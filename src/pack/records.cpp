// SPDX-License-Identifier: Apache-2.0
#include "pack/records.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "base/utf8.h"
#include "crypto/digest_stream.h"
#include "format/manifest_xml.h"
#include "metadata/decode.h"
#include "metadata/reader.h"
#include "pack/media_type.h"
#include "pack/merge_documents.h"

namespace solander::pack {

namespace {

/// Whether a file is of a type that records have: plain text is that of captures.
bool has_type_of_record(const InputFileEntry& file) {
    static constexpr std::array<std::string_view, 7> kTypes = {
        "text/csv",
        "text/tab-separated-values",
        "application/xml",
        "application/json",
        "application/ld+json",
        "text/xml",
        "application/x-research-info-systems"};
    // The list of files of an item in DSpace's Simple Archive Format has no extension.
    return file.path.str().ends_with("/contents") ||
           std::ranges::find(kTypes, media_type_of(file.path.str())) != kTypes.end();
}

bool may_be_capture(const InputFileEntry& file, const base::Limits& limits) {
    return media_type_of(file.path.str()) == "text/plain" && file.info.size <= limits.capture_bytes;
}

std::string below_data(std::string_view path) {
    static constexpr std::string_view kData = "data/";
    if (path.starts_with(kData)) path.remove_prefix(kData.size());
    return std::string(path);
}

class RecordReader {
public:
    RecordReader(const Environment& environment, const Inputs& inputs,
                 std::optional<TextEncoding> encoding)
        : environment_(environment), inputs_(inputs), encoding_(encoding) {}

    Result<void> read(std::size_t index) {
        const InputFileEntry& file = inputs_.files[index];
        SOLANDER_TRY_ASSIGN(const auto input, inputs_.open(environment_, file));
        const auto bytes = base::read_all(*input, file.info.size);
        if (!bytes) {
            if (bytes.error().code() != ErrorCode::limit) return bytes.error();
            return Error(ErrorCode::io,
                         fmt::format("'{}' grew while it was being read; nothing "
                                     "was packed. Try again when nobody writes to it",
                                     base::printable(inputs_.shown(file))));
        }
        // A capture is UTF-8 as it stands, for verification reads the same bytes again. All else
        // is whatever it was saved as, and must be clean.
        const std::string_view text = base::as_text(*bytes);
        const bool is_utf8 = !base::find_invalid_utf8(text);
        const auto decoded = metadata::decode_text(text, encoding_);
        if (!is_utf8 && !decoded) {
            note(file, fmt::format("no record was read from it: {}", decoded.error().message()));
            return {};
        }
        const metadata::Received received{file.path.str(), is_utf8 ? text : decoded->text,
                                          is_utf8 ? TextEncoding::utf_8 : decoded->encoding};
        const auto choice = metadata::choose_reader(received);
        if (choice.reader == nullptr) {
            if (!choice.clash.empty()) note(file, choice.clash);
            return {};
        }
        if (!decoded && choice.reader->kind != OriginKind::capture) {
            note(file, fmt::format("no record was read from it: {}", decoded.error().message()));
            return {};
        }
        auto reading = choice.reader->read(received);
        if (!reading) {
            records_.refused.push_back({index, reading.error().message(), records_.notes.size()});
            note(file, fmt::format("no record was read from it: {}", reading.error().message()));
            return {};
        }
        if (!is_utf8)
            note(file, fmt::format("was read as {} text (text.encoding)",
                                   metadata::encoding_name(received.encoding)));
        records_.read_digests.emplace(index, crypto::sha256(*bytes));
        take(index, *choice.reader, *std::move(reading));
        return {};
    }

    void leave_out(std::size_t index, std::uint64_t most) {
        note(inputs_.files[index],
             fmt::format("no record was read from it: it has more than {} MiB (record.too-large)",
                         most / (1U << 20U)));
    }

    void keep(std::size_t index, Error error) {
        records_.unreadable.emplace(index, std::move(error));
    }

    Records finish() {
        place_files();
        if (records_.documents.empty()) {
            Document document;
            document.id = "d1";
            records_.documents.push_back(std::move(document));
        }
        return std::move(records_);
    }

private:
    void take(std::size_t index, const metadata::Reader& reader, metadata::Reading reading) {
        const std::string path = inputs_.files[index].path.str();
        FilePart part;
        part.role = reader.kind == OriginKind::capture ? FileRole::capture : FileRole::metadata;
        for (metadata::Described& described : reading.documents) {
            if (described.subject.empty()) described.subject = path;
            for (const Origin& origin : described.document.origins)
                records_.captures.push_back({origin.file, origin.reader, origin.form});
            format::make_storable(described.document);
            const std::string id = join(described);
            if (reading.documents.size() == 1) part.document = id;
            for (metadata::DescribedFile& named : described.files)
                named_files_.push_back({index, id, std::move(named)});
        }
        records_.parts.emplace(index, std::move(part));
        for (const metadata::Remark& remark : reading.remarks)
            note(inputs_.files[index],
                 fmt::format("{}: {} ({})", base::printable(remark.at), remark.words, remark.code));
    }

    /// The id of the document that a record is about: a new one, or the one that is there.
    std::string join(metadata::Described& described) {
        const auto [known, is_new] =
            by_subject_.emplace(described.subject, records_.documents.size());
        if (is_new) {
            described.document.id = fmt::format("d{}", records_.documents.size() + 1);
            records_.documents.push_back(std::move(described.document));
            records_.subjects.push_back(below_data(described.subject));
        } else {
            merge_into(records_.documents[known->second], std::move(described.document));
        }
        return records_.documents[known->second].id;
    }

    struct NamedFile {
        std::size_t record = 0;  ///< Index of the input that names it.
        std::string document;
        metadata::DescribedFile file;
    };

    /// Gives the files that records name to their documents, in the order in which they are named.
    void place_files() {
        std::map<std::string, std::uint64_t> count;
        for (const NamedFile& named : named_files_) ++count[named.document];
        std::map<std::string, std::uint64_t> next;
        for (const NamedFile& named : named_files_) {
            const auto at = std::ranges::lower_bound(
                inputs_.files, named.file.path, {},
                [](const InputFileEntry& file) { return std::string_view(file.path.str()); });
            if (at == inputs_.files.end() || at->path.str() != named.file.path) {
                note(inputs_.files[named.record],
                     fmt::format("names '{}', which is not among the inputs (record.file-missing)",
                                 base::printable(named.file.path)));
                records_.missing.emplace_back(named.document, named.file.path);
                continue;
            }
            FilePart& part = records_.parts[static_cast<std::size_t>(at - inputs_.files.begin())];
            if (part.document.empty()) {
                part.document = named.document;
            } else if (part.document != named.document) {
                note(inputs_.files[named.record],
                     fmt::format("names '{}' for {}, which is a file of {} already "
                                 "(record.file-claimed)",
                                 base::printable(named.file.path), named.document, part.document));
                continue;
            }
            if (part.role == FileRole::unstated) part.role = named.file.role;
            if (count[named.document] > 1 && !part.order) part.order = ++next[named.document];
        }
    }

    void note(const InputFileEntry& file, std::string_view what) {
        records_.notes.push_back(fmt::format("'{}': {}", base::printable(file.path.str()), what));
    }

    const Environment& environment_;
    const Inputs& inputs_;
    std::optional<TextEncoding> encoding_;
    Records records_;
    std::map<std::string, std::size_t> by_subject_;  ///< Index into the documents.
    std::vector<NamedFile> named_files_;
};

}  // namespace

std::string table_path(const EntryPath& path) {
    return below_data(path.str());
}

std::string known_as(const InputFileEntry& file) {
    const bool is_misnamed = !file.refusal.empty() && !file.original_name.empty();
    return is_misnamed ? file.original_name : table_path(file.path);
}

Result<Records> read_records(const Environment& environment, const Inputs& inputs,
                             const base::Limits& limits, std::optional<TextEncoding> encoding,
                             Unreadable unreadable) {
    RecordReader reader(environment, inputs, encoding);
    for (std::size_t index = 0; index < inputs.files.size(); ++index) {
        if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        const InputFileEntry& file = inputs.files[index];
        if (!file.refusal.empty()) continue;
        const bool is_record = has_type_of_record(file);
        if (is_record && file.info.size > limits.record_bytes) {
            reader.leave_out(index, limits.record_bytes);
            continue;
        }
        if (!is_record && !may_be_capture(file, limits)) continue;
        auto done = reader.read(index);
        if (done) continue;
        if (unreadable == Unreadable::ends_all || done.error().code() == ErrorCode::interrupted)
            return std::move(done).error();
        reader.keep(index, std::move(done).error());
    }
    return reader.finish();
}

}  // namespace solander::pack
