// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/verify.h>

namespace solander::report {

/// The gravest of what a reader of the custody depends on: the manifest, its signatures, the chain.
/// The payload was not read, and has no part in it.
Verdict custody_verdict(const Report& report);

/// What is added to a line about an event that does not stand; nothing for one that does.
std::string_view doubt_of(const EventReport& event, const Report& report);

/// The whole story for a person: what the record states of the time before sealing, then the
/// events, then what is open. Every line is fit for a terminal.
std::string custody_log_text(const Report& report);

/// The same for a program: schemas/custody-log-1.schema.json.
std::string custody_log_json(const Report& report);

/// The chain as a PREMIS 3.0 document: the package as an object, its events, the keys as agents.
/// Spec: PREMIS Data Dictionary 3.0; event types of id.loc.gov/vocabulary/preservation/eventType.
std::string custody_premis(const Report& report);

}  // namespace solander::report
