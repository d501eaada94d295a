// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "metadata/reader.h"

namespace solander::test {

/// Reads a text as the one reader that recognises it does. Throws where none does or it refuses.
inline metadata::Reading read_records(std::string_view text,
                                      std::string_view path = "data/text.txt") {
    const metadata::Received received{path, text};
    const auto choice = metadata::choose_reader(received);
    if (choice.reader == nullptr) throw std::runtime_error("not recognised: " + choice.clash);
    auto reading = choice.reader->read(received);
    if (!reading) throw std::runtime_error(reading.error().message());
    return *std::move(reading);
}

/// The same for a text that gives one document.
inline Document read_record(std::string_view text, std::string_view path = "data/text.txt") {
    auto reading = read_records(text, path);
    if (reading.documents.size() != 1)
        throw std::runtime_error(std::to_string(reading.documents.size()) + " documents");
    return std::move(reading.documents.front().document);
}

}  // namespace solander::test
