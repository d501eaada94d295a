// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include <solander/verify.h>

namespace solander::report {

using Json = nlohmann::ordered_json;

/// The identifiers of what our JSON says it is. Spec: schemas/.
inline constexpr std::string_view kReportSchema = "urn:solander:report:1";
inline constexpr std::string_view kRecordSchema = "urn:solander:record:1";
inline constexpr std::string_view kCustodyLogSchema = "urn:solander:custody-log:1";
inline constexpr std::string_view kProofSchema = "urn:solander:proof:1";

/// A whole JSON text: indented, UTF-8, one LF at its end.
std::string json_text(const Json& json);

/// `passed`, …
std::string lower_name(Verdict verdict);

Json party_json(const PartyReport& party);
Json findings_json(const Report& report);
Json signers_json(const Report& report);
Json events_json(const Report& report);
Json custody_json(const CustodyReport& custody);

}  // namespace solander::report
