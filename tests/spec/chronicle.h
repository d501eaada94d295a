// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <solander/key.h>

#include "forgery.h"
#include "model/event.h"

namespace solander::test {

/// The files of a custody directory.
using CustodyFiles = std::map<std::string, std::string>;

/// The keys of a chronicle: A is the fixtures' archivist, B their registrar, C a courier whose key
/// is made for this run.
const SigningKey& key_of(char who);
/// `archivist@example.org`, …
std::string principal_of(char who);
/// An allowed_signers file that believes all three, or those named.
std::string trust_in(std::string_view who = "ABC");
/// One line of it, for any names and options.
std::string trust_line(std::string_view principals, std::string_view options, char who);

/// Appends events to a chain as their authors would write them, each a day after the one before:
///
///   A:release>B B:receipt A:cancel B:refuse B:cancel-confirm A:note A:fixity-check
///
/// A word more behind a `=` goes into the body, so that two notes differ.
void write_chronicle(Forgery& forgery, std::string_view story, CustodyFiles& custody);

/// The chain of a forgery's seal and a story.
CustodyFiles chronicle(Forgery& forgery, std::string_view story);

/// Appends one event of that body; its author may claim another name.
void append_event(char who, model::EventBody body, CustodyFiles& custody,
                  const std::string& claimed = {});

/// The name of the last event's file.
std::string head_of(const CustodyFiles& custody);
/// The receipt for it, as solander writes it.
std::string receipt_for(const CustodyFiles& custody);

/// Writes a chain into a directory.
void write_custody(const std::filesystem::path& directory, const CustodyFiles& custody);

}  // namespace solander::test
