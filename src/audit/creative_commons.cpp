// SPDX-License-Identifier: Apache-2.0
#include "audit/creative_commons.h"

#include <algorithm>
#include <array>
#include <vector>

#include "audit/vocabulary.h"
#include "audit/words.h"

namespace solander::audit {

const AuditVocabularyInfo kCreativeCommonsInfo{
    .name = "Creative Commons",
    .version = "1.0 to 4.0",
    .date = "2026-11-27",
    .source =
        "creativecommons.org; acceptance as europeana/metis-schema a62d309 and "
        "dpla/ingestion3 1d1dbae5 have it",
};

namespace {

using Name = std::string_view;

constexpr std::array<Name, 3> kPorts10{"fi", "il", "nl"};
constexpr std::array<Name, 17> kPorts20{"at", "au", "be", "br", "ca", "cl", "de", "es", "fr",
                                        "hr", "it", "jp", "kr", "nl", "pl", "tw", "uk"};
constexpr std::array<Name, 1> kMore20{"za"};
constexpr std::array<Name, 3> kPorts21{"au", "es", "jp"};
constexpr std::array<Name, 28> kPorts25{
    "ar", "au", "bg", "br", "ca", "ch", "cn", "co", "dk", "es",       "hr", "hu", "il", "in",
    "it", "mk", "mt", "mx", "my", "nl", "pe", "pl", "pt", "scotland", "se", "si", "tw", "za"};
constexpr std::array<Name, 39> kPorts30{"at", "au", "br", "ch", "cl", "cn", "cr", "cz", "de", "ec",
                                        "ee", "eg", "es", "fr", "gr", "gt", "hk", "hr", "ie", "igo",
                                        "it", "lu", "nl", "no", "nz", "ph", "pl", "pr", "pt", "ro",
                                        "rs", "sg", "th", "tw", "ug", "us", "ve", "vn", "za"};
constexpr std::array<Name, 4> kMore30{"am", "az", "ca", "ge"};

constexpr std::array<CcVersion, 6> kVersions{{{"1.0", true, kPorts10, {}},
                                              {"2.0", true, kPorts20, kMore20},
                                              {"2.1", false, kPorts21, {}},
                                              {"2.5", true, kPorts25, {}},
                                              {"3.0", true, kPorts30, kMore30},
                                              {"4.0", true, {}, {}}}};

constexpr std::array<Name, 6> kLicenceTerms{"by",    "by-sa",    "by-nd",
                                            "by-nc", "by-nc-sa", "by-nc-nd"};
/// The order that version 1.0 began with.
constexpr Name kOldOrder = "by-nd-nc";

constexpr std::array<Name, 12> kRetired{"sampling",   "sampling+",    "nc-sampling+", "nc",
                                        "nd",         "sa",           "nc-sa",        "nd-nc",
                                        "devnations", "publicdomain", "BSD",          "MIT"};

template <class Range>
bool contains(const Range& range, Name name) {
    return std::ranges::find(range, name) != range.end();
}

const CcVersion* find_version(Name version) {
    const auto* found = std::ranges::find(kVersions, version, &CcVersion::version);
    return found == kVersions.end() ? nullptr : found;
}

/// The words of `CC BY-SA 3.0 DE`, in small letters.
std::vector<std::string> parts_of(Name name) {
    std::vector<std::string> parts(1);
    for (const char c : folded(name)) {
        if (c == ' ' || c == '-' || c == '_') {
            if (!parts.back().empty()) parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

}  // namespace

std::span<const CcVersion> cc_versions() {
    return kVersions;
}

std::string CcLicence::uri() const {
    std::string text = "http://creativecommons.org/";
    text += is_tool() ? "publicdomain/" : "licenses/";
    text += terms + "/" + version + "/";
    if (!port.empty()) text += port + "/";
    return text;
}

std::string CcLicence::name() const {
    if (terms == "zero") return "CC0";
    if (terms == "mark") return "Public Domain Mark";
    std::string text = "CC ";
    for (const char c : terms) text += c == '-' ? '-' : static_cast<char>(c - 'a' + 'A');
    text += " " + version;
    return port.empty() ? text : text + " " + port;
}

RightsClass CcLicence::kind() const {
    if (is_tool()) return RightsClass::public_domain;
    return terms == "by" || terms == "by-sa" ? RightsClass::open : RightsClass::restricted;
}

bool CcLicence::is_accepted_by_europeana() const {
    if (is_tool() || port.empty()) return true;
    return contains(find_version(version)->ports, port);
}

bool CcLicence::is_accepted_by_dpla() const {
    if (version == "2.1") return false;
    if (version == "3.0" && port == "za") return false;
    // Of version 1.0 its list has the ports in the old order only.
    return version != "1.0" || terms != "by-nc-nd" || port.empty();
}

int CcLicence::tier() const {
    return kind() == RightsClass::restricted ? 3 : 4;
}

std::optional<CcLicence> find_cc_licence(Name terms, Name version, Name port) {
    CcLicence licence{std::string(terms), std::string(version), std::string(port)};
    if (licence.is_tool()) {
        if (version != "1.0" || !port.empty()) return {};
        return licence;
    }
    const CcVersion* known = find_version(version);
    if (known == nullptr) return {};
    if (!contains(kLicenceTerms, terms) && !(terms == kOldOrder && version == "1.0")) return {};
    if (port.empty() ? !known->has_unported
                     : !contains(known->ports, port) && !contains(known->more_ports, port))
        return {};
    return licence;
}

bool is_retired_cc(Name terms) {
    return contains(kRetired, terms);
}

std::optional<CcLicence> find_cc_by_name(Name name) {
    auto parts = parts_of(name);
    if (parts.empty()) return {};
    if (parts.front() == "cc0" || (parts.size() > 1 && parts[0] == "cc" && parts[1] == "zero"))
        return CcLicence{"zero", "1.0", ""};
    if (parts.front() != "cc") return {};
    parts.erase(parts.begin());
    std::string terms;
    std::size_t i = 0;
    for (; i < parts.size() &&
           (parts[i] == "by" || parts[i] == "sa" || parts[i] == "nc" || parts[i] == "nd");
         ++i)
        terms += (terms.empty() ? "" : "-") + parts[i];
    const std::size_t left = parts.size() - i;
    if (left < 1 || left > 2) return {};
    return find_cc_licence(terms, parts[i], left == 2 ? Name(parts[i + 1]) : Name());
}

}  // namespace solander::audit
