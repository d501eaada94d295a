// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/manifest.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "model/event.h"
#include "xml/scanner.h"

namespace solander::format {

/// The text of manifest.xml. Every string must have been through make_storable().
/// Spec: docs/format.md, "manifest.xml"; schemas/manifest-1.xsd.
std::string write_manifest(const Manifest& manifest);

/// The text of one custody event. Spec: docs/format.md, "Custody"; schemas/custody-1.xsd.
std::string write_event(const model::Event& event);

/// Why a text is no manifest, or no event.
struct Refusal {
    enum class Kind {
        malformed,  ///< Not XML of the profile.
        doctype,    ///< Not XML of the profile, in the way that attacks are made of.
        newer,      ///< A version of the format that this build does not know.
        invalid,    ///< XML, but not what a manifest or an event says.
    };
    Kind kind = Kind::invalid;
    std::size_t line = 0;
    std::string message;
};

template <class T>
using Read = tl::expected<T, Refusal>;

/// Scans `bytes` strictly, parses those same bytes and checks all that a manifest by itself can be
/// checked for, references and states included. A signature is not looked at.
Read<Manifest> read_manifest(base::BytesView bytes, const base::Limits& limits);

/// The same for an event.
Read<model::Event> read_event(base::BytesView bytes, const base::Limits& limits);

/// Replaces what XML cannot carry in every string of `document`, and flags the statements in which
/// that happened.
void make_storable(Document& document);
void make_storable(SealedAudit& audit);
/// Says whether anything had to be replaced; line ends do not count.
bool make_storable(model::Event& event);
void make_storable(std::string& text);

}  // namespace solander::format
