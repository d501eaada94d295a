// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "audit/known_texts.h"
#include "audit/record.h"
#include "audit/rights_claims.h"
#include "audit/rights_reading.h"

namespace solander::audit {

// Texts that stand on many records and state the status of none.

/// The known text that a rights text is, by its words or because its reader recognised it.
std::optional<KnownText> known_text(const Answer& answer, const KnownTexts& texts);

/// Whether a known text, as it was known, leaves the status of the document open.
bool leaves_open(const KnownText& known);

/// What hedges in a text that states no status either; null if it does, or nothing hedges.
const Claim* open_hedge(const TextClaims& text);

/// Whether a text leaves the status of the document open in one of these ways.
bool leaves_open(const TextClaims& text, const KnownTexts& texts);

}  // namespace solander::audit
