// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <solander/rights.h>

namespace solander::audit {

/// A copyright status of PREMIS.
struct PremisStatus {
    PremisCopyrightStatus status = PremisCopyrightStatus::unknown;
    std::string_view term;      ///< `publicdomain`
    std::string_view spelling;  ///< As another system writes it, `public domain`; or empty.
    std::string_view code;      ///< `pub`: the last part of its URI at id.loc.gov.
};

std::span<const PremisStatus> premis_statuses();
/// By term, other spelling, code or URI, letters of either case.
std::optional<PremisCopyrightStatus> find_premis_status(std::string_view words);
std::string_view premis_status_term(PremisCopyrightStatus status);

/// The four rights bases, as PREMIS spells them, and the two that other systems add.
std::span<const std::string_view> premis_bases();

/// The acts that are granted, in small letters.
std::span<const std::string_view> premis_acts();
/// The restrictions of an act that systems act on, in small letters; PREMIS itself takes any words.
std::span<const std::string_view> premis_restrictions();

}  // namespace solander::audit
