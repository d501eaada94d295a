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
#include "pack/listings.h"
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
                         fmt::format("'{}' grew while it was being read{}. Try again when nobody "
                                     "writes to it",
                                     base::printable(inputs_.shown(file)),
                                     inputs_.to_pack ? "; nothing was packed" : ""));
        }
        // A capture is UTF-8 as it stands, for verification reads the same bytes again. All else
        // is whatever it was saved as, and must be clean.
        const std::string_view text = base::as_text(*bytes);
        const bool is_utf8 = !base::find_invalid_utf8(text);
        const auto decoded = metadata::decode_text(text, encoding_);
        if (!is_utf8 && !decoded) {
            tell_not_utf8(index, text, decoded.error().message());
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
        if (!is_utf8) {
            const auto encoding = metadata::encoding_name(received.encoding);
            note(file, fmt::format("was read as {} text (text.encoding)", encoding));
            keep(index, choice.reader->name,
                 {"text.encoding", "", fmt::format("is {}, and not UTF-8", encoding),
                  std::string(encoding)});
        }
        records_.read_digests.emplace(index, crypto::sha256(*bytes));
        take(index, *choice.reader, *std::move(reading));
        return {};
    }

    void leave_out(std::size_t index, std::uint64_t most) {
        note(inputs_.files[index],
             fmt::format("no record was read from it: it has more than {} MiB (record.too-large)",
                         most / (1U << 20U)));
    }

    void keep_unreadable(std::size_t index, Error error) {
        records_.unreadable.emplace(index, std::move(error));
    }

    Records finish() {
        place_files();
        look_for_unlisted();
        if (records_.documents.empty()) {
            Document document;
            document.id = "d1";
            records_.documents.push_back(std::move(document));
        }
        return std::move(records_);
    }

private:
    /// A table is told of by the reader that its headings would have: they are letters in any
    /// encoding.
    void tell_not_utf8(std::size_t index, std::string_view text, const std::string& why) {
        const InputFileEntry& file = inputs_.files[index];
        note(file, fmt::format("no record was read from it: {} (text.not-utf8)", why));
        std::string letters(text);
        std::ranges::replace_if(
            letters, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '?');
        const auto choice = metadata::choose_reader(
            metadata::Received{file.path.str(), letters, TextEncoding::windows_1252});
        if (choice.reader == nullptr) return;
        const auto before = text.substr(0, base::find_invalid_utf8(text).value_or(0));
        keep(index, choice.reader->name,
             {"text.not-utf8", fmt::format("line {}", std::ranges::count(before, '\n') + 1), why});
    }

    void take(std::size_t index, const metadata::Reader& reader, metadata::Reading reading) {
        const std::string path = inputs_.files[index].path.str();
        if (reading.listing) listings_.push_back({index, {*std::move(reading.listing)}});
        FilePart part;
        part.role = reader.kind == OriginKind::capture ? FileRole::capture : FileRole::metadata;
        for (metadata::Described& described : reading.documents) {
            if (described.subject.empty()) described.subject = path;
            for (const Origin& origin : described.document.origins)
                records_.captures.push_back({origin.file, origin.reader, origin.form});
            format::make_storable(described.document);
            const std::string id = join(described);
            if (reading.documents.size() == 1) part.document = id;
            if (!listings_.empty() && listings_.back().text == index)
                take_names(described, listings_.back().named);
            for (metadata::DescribedFile& named : described.files)
                named_files_.push_back({index, id, std::move(named)});
        }
        records_.parts.emplace(index, std::move(part));
        readers_.emplace(index, reader.name);
        for (metadata::Remark& remark : reading.remarks) {
            note(inputs_.files[index],
                 fmt::format("{}: {} ({})", base::printable(remark.at), remark.words, remark.code));
            keep(index, reader.name, std::move(remark));
        }
    }

    static void take_names(const metadata::Described& described, NamedInFolder& named) {
        for (const metadata::DescribedFile& file : described.files) {
            named.files.push_back(file.path);
            if (!file.or_path.empty()) named.files.push_back(file.or_path);
        }
        if (!described.files.empty()) return;
        named.folders.push_back(described.subject);
        // As DescribedFile::or_path has it for files.
        const std::string objects = named.listing.folder + "/objects";
        if (described.subject.starts_with(objects + '/') || described.subject == objects)
            named.folders.push_back(named.listing.folder +
                                    described.subject.substr(objects.size()));
    }

    void keep(std::size_t index, std::string_view reader, metadata::Remark remark) {
        records_.remarks.push_back({inputs_.shown(inputs_.files[index]), std::string(reader),
                                    std::move(remark.code), std::move(remark.at),
                                    std::move(remark.words), std::move(remark.value)});
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

    struct TextListing {
        std::size_t text = 0;  ///< Index of the input.
        NamedInFolder named;
    };

    struct NamedFile {
        std::size_t record = 0;  ///< Index of the input that names it.
        std::string document;
        metadata::DescribedFile file;
    };

    /// Gives the files that records name to their documents, in the order in which they are named.
    void place_files() {
        std::map<std::string, std::uint64_t> count;
        for (const NamedFile& named : named_files_) ++count[named.document];
        for (const NamedFile& named : named_files_)
            if (find_named(named)) came_with_files_[named.record] = true;
        std::map<std::string, std::uint64_t> next;
        for (const NamedFile& named : named_files_) {
            const auto at = find_named(named);
            if (!at) {
                tell_missing(named);
                continue;
            }
            FilePart& part = records_.parts[*at];
            if (part.document.empty()) {
                part.document = named.document;
            } else if (part.document != named.document) {
                note(inputs_.files[named.record],
                     fmt::format("names '{}' for {}, which is a file of {} already "
                                 "(record.file-claimed)",
                                 base::printable(below_data(named.file.path)), named.document,
                                 part.document));
                continue;
            }
            if (part.role == FileRole::unstated) part.role = named.file.role;
            if (count[named.document] > 1 && !part.order) part.order = ++next[named.document];
        }
    }

    std::optional<std::size_t> find_named(const NamedFile& named) const {
        const auto at = find_input(inputs_, named.file.path);
        return at ? at : find_input(inputs_, named.file.or_path);
    }

    void tell_missing(const NamedFile& named) {
        const bool is_directory = is_directory_of(inputs_, named.file.path) ||
                                  is_directory_of(inputs_, named.file.or_path);
        const std::string_view code =
            is_directory ? "record.names-directory" : "record.file-missing";
        std::string words =
            fmt::format("names '{}', which is {}", base::printable(below_data(named.file.path)),
                        is_directory ? "a directory" : "not among the inputs");
        note(inputs_.files[named.record], fmt::format("{} ({})", words, code));
        records_.missing.emplace_back(named.document, named.file.path);
        // A table that came without any of its files says nothing of their being there.
        if (came_with_files(named.record))
            keep(named.record, readers_.at(named.record),
                 {std::string(code), named.file.at, std::move(words), named.file.path});
    }

    bool is_record(std::size_t index) const {
        return readers_.contains(index) ||
               std::ranges::find(records_.refused, index, &RefusedInput::input) !=
                   records_.refused.end();
    }

    /// Whether files that belong to a text were given with it.
    bool came_with_files(std::size_t text) {
        const auto [known, is_new] = came_with_files_.emplace(text, false);
        if (!is_new) return known->second;
        const auto listing = std::ranges::find(listings_, text, &TextListing::text);
        if (listing != listings_.end())
            known->second = has_files(inputs_, listing->named.listing,
                                      [this](std::size_t index) { return is_record(index); });
        return known->second;
    }

    void look_for_unlisted() {
        const auto is_text = [this](std::size_t index) { return is_record(index); };
        for (const TextListing& each : listings_) {
            if (!each.named.has_any(inputs_)) continue;
            const auto found = unlisted(inputs_, each.named, is_text);
            if (found.empty()) continue;
            const std::string first = inputs_.files[found.front()].path.str();
            std::string words = fmt::format(
                "does not name '{}', which is there{}", base::printable(first),
                found.size() == 1   ? ""
                : found.size() == 2 ? ", nor one more file"
                                    : fmt::format(", nor {} more files", found.size() - 1));
            note(inputs_.files[each.text], words + " (record.file-unlisted)");
            keep(each.text, readers_.at(each.text),
                 {"record.file-unlisted", "", std::move(words), first});
        }
    }

    void note(const InputFileEntry& file, std::string_view what) {
        records_.notes.push_back(
            fmt::format("'{}': {}", base::printable(inputs_.shown(file)), what));
    }

    const Environment& environment_;
    const Inputs& inputs_;
    std::optional<TextEncoding> encoding_;
    Records records_;
    std::map<std::size_t, std::string> readers_;     ///< Of the texts that were read.
    std::vector<TextListing> listings_;              ///< In order of the texts.
    std::map<std::size_t, bool> came_with_files_;    ///< By text; see came_with_files().
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
        reader.keep_unreadable(index, std::move(done).error());
    }
    return reader.finish();
}

}  // namespace solander::pack
