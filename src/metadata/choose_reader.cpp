// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "metadata/reader.h"

namespace solander::metadata {

namespace {

std::string titles(std::span<const Reader* const> readers) {
    std::string all;
    for (const Reader* reader : readers) {
        if (!all.empty()) all += reader == readers.back() ? " and " : ", ";
        all += fmt::format("{} ({})", reader->title, reader->name);
    }
    return all;
}

Choice one_of(std::span<const Reader* const> claimants, std::string_view how) {
    if (claimants.size() == 1) return {claimants.front()};
    return {nullptr, fmt::format("{} as more than one kind of record, so nothing was read from it: "
                                 "{}",
                                 how, titles(claimants))};
}

}  // namespace

Choice choose_reader(const Received& received, std::span<const Reader* const> candidates) {
    std::vector<const Reader*> certain;
    std::vector<const Reader*> maybe;
    for (const Reader* reader : candidates) {
        if (reader->kind == OriginKind::capture && received.encoding != TextEncoding::utf_8)
            continue;
        switch (reader->recognises(received)) {
            case Recognition::no:
                break;
            case Recognition::maybe:
                maybe.push_back(reader);
                break;
            case Recognition::certain:
                certain.push_back(reader);
                break;
        }
    }
    if (!certain.empty()) return one_of(certain, "is recognised with certainty");
    if (!maybe.empty()) return one_of(maybe, "may be read");
    return {};
}

Choice choose_reader(const Received& received) {
    return choose_reader(received, readers());
}

}  // namespace solander::metadata
