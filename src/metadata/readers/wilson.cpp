// SPDX-License-Identifier: Apache-2.0
#include <utility>
#include <vector>

#include "metadata/reader.h"
#include "metadata/text_lines.h"
#include "metadata/wilson_form.h"
#include "metadata/wilson_record.h"

namespace solander::metadata {

extern const Reader wilson;

namespace {

/// Lists of results and menus can be anybody's; the publisher's own words cannot.
Recognition recognises(const Received& received) {
    const auto lines = split_lines(received.text);
    if (!wilson_form(lines)) return Recognition::no;
    return is_surely_wilson(lines) ? Recognition::certain : Recognition::maybe;
}

Result<Document> read_form(const Received& received, WilsonForm form,
                           std::vector<Remark>& remarks) {
    switch (form) {
        case WilsonForm::flat:
            return read_wilson_lines(received, false, remarks);
        case WilsonForm::paragraphs:
            return read_wilson_lines(received, true, remarks);
        case WilsonForm::html:
            return read_wilson_page(received);
        case WilsonForm::pdf_export:
            return read_wilson_export(received);
        case WilsonForm::result_list:
            return Error(ErrorCode::format,
                         "looks like a list of search results (form E), which is the record of no "
                         "one document");
        case WilsonForm::other:
            return Error(ErrorCode::format,
                         "has words of a Wilson Center record, but no date line with a title under "
                         "it within its first four lines");
    }
    return Error(ErrorCode::internal, "no such form");
}

Result<Reading> read(const Received& received) {
    const auto form = wilson_form(split_lines(received.text));
    if (!form) return Error(ErrorCode::format, "has no words of a Wilson Center record");
    Reading reading;
    auto document = read_form(received, *form, reading.remarks);
    if (!document) return document.error();
    reading.documents.push_back({*std::move(document)});
    return reading;
}

}  // namespace

const Reader wilson{
    .name = kWilsonReader,
    .title = "Wilson Center Digital Archive records captured as text",
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
