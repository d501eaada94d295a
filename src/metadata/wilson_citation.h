// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace solander::metadata {

/// The one sentence in which pages of 2012 to 2021 and PDF exports cite a document:
/// `“<title>,” <date>, <publisher>, <source sentence> <address>`. Points into it; what is lost or
/// of another shape is empty.
struct WilsonCitation {
    std::string_view title;
    std::string_view date;
    std::string_view source;
    std::string_view url;
};

/// The parts of a citation; nothing for a text that does not have the publisher's name between two
/// commas.
std::optional<WilsonCitation> read_citation(std::string_view text);

/// The record id that an address of the form `…/document/117349` ends with; empty for any other:
/// `/node/89885` is a number of another kind.
std::string_view record_id_in(std::string_view url);

/// The first address in a text, up to white space; empty if there is none.
std::string_view first_url(std::string_view text);

}  // namespace solander::metadata
