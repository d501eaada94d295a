// SPDX-License-Identifier: Apache-2.0
#include "pack/records.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "base/utf8.h"
#include "crypto/digest_stream.h"
#include "format/manifest_xml.h"
#include "metadata/reader.h"
#include "pack/media_type.h"

namespace solander::pack {

namespace {

bool may_be_capture(const InputFileEntry& file, const base::Limits& limits) {
    return media_type_of(file.path.str()) == "text/plain" && file.info.size <= limits.capture_bytes;
}

class RecordReader {
public:
    RecordReader(const Environment& environment, const Inputs& inputs, const base::Limits& limits)
        : environment_(environment), inputs_(inputs), limits_(limits) {}

    Result<void> read(std::size_t index) {
        const InputFileEntry& file = inputs_.files[index];
        SOLANDER_TRY_ASSIGN(const auto input, inputs_.open(environment_, file));
        const auto bytes = base::read_all(*input, limits_.capture_bytes);
        if (!bytes) {
            if (bytes.error().code() != ErrorCode::limit) return bytes.error();
            return Error(ErrorCode::io,
                         fmt::format("'{}' grew while it was being read; nothing "
                                     "was packed. Try again when nobody writes to it",
                                     base::printable(inputs_.shown(file))));
        }
        const std::string_view text = base::as_text(*bytes);
        if (base::find_invalid_utf8(text)) {
            note(file, "is not UTF-8 text, so no record was read from it");
            return {};
        }
        const metadata::Reader* reader = metadata::find_reader(text);
        if (reader == nullptr) {
            if (const auto known = metadata::known_but_unread(text)) note(file, *known);
            return {};
        }
        auto document = reader->read({file.path.str(), text});
        if (!document) {
            note(file, fmt::format("no record was read from it: {}", document.error().message()));
            return {};
        }
        document->id = fmt::format("d{}", records_.documents.size() + 1);
        format::make_storable(*document);
        records_.document_of.emplace(index, document->id);
        records_.read_digests.emplace(index, crypto::sha256(*bytes));
        for (const Origin& origin : document->origins)
            records_.captures.push_back({origin.file, origin.reader, origin.form});
        records_.documents.push_back(*std::move(document));
        return {};
    }

    Records finish() {
        if (records_.documents.empty()) {
            Document document;
            document.id = "d1";
            records_.documents.push_back(std::move(document));
        }
        return std::move(records_);
    }

private:
    void note(const InputFileEntry& file, std::string_view what) {
        records_.notes.push_back(fmt::format("'{}': {}", base::printable(file.path.str()), what));
    }

    const Environment& environment_;
    const Inputs& inputs_;
    const base::Limits& limits_;
    Records records_;
};

}  // namespace

Result<Records> read_records(const Environment& environment, const Inputs& inputs,
                             const base::Limits& limits) {
    RecordReader reader(environment, inputs, limits);
    for (std::size_t index = 0; index < inputs.files.size(); ++index) {
        if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        if (may_be_capture(inputs.files[index], limits)) SOLANDER_TRY(reader.read(index));
    }
    return reader.finish();
}

}  // namespace solander::pack
