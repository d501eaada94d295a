// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/rights_class.h"

namespace solander::audit {

/// A version of the Creative Commons licences, and the jurisdictions that it was ported to.
struct CcVersion {
    std::string_view version;
    bool has_unported = true;
    std::span<const std::string_view> ports;       ///< Those that Europeana accepts.
    std::span<const std::string_view> more_ports;  ///< Others, which it does not.
};

std::span<const CcVersion> cc_versions();

/// A licence or one of the two public domain tools, of those that aggregators know.
struct CcLicence {
    std::string terms;    ///< `by-nc-sa`; `zero` or `mark` for the tools
    std::string version;  ///< `4.0`
    std::string port;     ///< `de`, `igo`, `scotland`; empty: none.

    bool is_tool() const { return terms == "zero" || terms == "mark"; }
    /// Its canonical URI as aggregators have it, with `http`.
    std::string uri() const;
    std::string name() const;  ///< `CC BY-NC-SA 4.0`, `CC0`, `Public Domain Mark`
    RightsClass kind() const;
    bool is_accepted_by_europeana() const;
    bool is_accepted_by_dpla() const;
    /// The highest content tier at Europeana.
    int tier() const;
};

/// Nothing for a combination that there is no licence of. Letter for letter.
std::optional<CcLicence> find_cc_licence(std::string_view terms, std::string_view version,
                                         std::string_view port);

/// Whether `terms` were licences of Creative Commons that it no longer offers (`sampling`, `nc`),
/// or never were for documents but stand at its address (`MIT`).
bool is_retired_cc(std::string_view terms);

/// The licence that a short name means: `CC-BY-4.0`, `CC BY-SA 3.0 DE`, `CC0-1.0`, letters of
/// either case. Nothing for other texts.
std::optional<CcLicence> find_cc_by_name(std::string_view name);

}  // namespace solander::audit
