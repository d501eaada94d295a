// SPDX-License-Identifier: Apache-2.0
#include "worklist/rights_value.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "audit/rights_uri.h"
#include "audit/words.h"
#include "base/escape.h"
#include "base/nearest.h"

namespace solander::worklist {

namespace {

using audit::RightsUri;

constexpr std::array<std::string_view, 2> kHosts = {"rightsstatements.org", "creativecommons.org"};

const audit::RightsStatement* statement_of_code(std::string_view text) {
    const std::string code = audit::folded(text);
    for (const audit::RightsStatement& statement : audit::rights_statements())
        if (audit::folded(statement.code) == code) return &statement;
    return nullptr;
}

/// The host that a text means which should be an address, and what stands behind it.
struct Address {
    std::string_view host;  ///< Of kHosts; empty: another text.
    std::string_view rest;
};

Address address_in(std::string_view text) {
    if (const auto scheme = text.find_first_of(":/ "); scheme != std::string_view::npos) {
        const std::string word = audit::folded(text.substr(0, scheme));
        if (word == "http" || word == "https") text.remove_prefix(scheme);
    }
    text.remove_prefix(std::min(text.find_first_not_of(":/ "), text.size()));
    if (audit::folded(text.substr(0, 4)) == "www.") text.remove_prefix(4);
    const auto end = std::min(text.find_first_of("/?#: \t\r\n"), text.size());
    const std::string host = audit::folded(text.substr(0, end));
    // Without a dot it is a name in a sentence.
    if (host.find('.') == std::string::npos) return {};
    return {base::nearest(host, kHosts), text.substr(end)};
}

/// The statement whose code is a part of an address of whatever form.
std::string statement_in(std::string_view rest) {
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of("/?#: \t\r\n"), rest.size());
        if (const auto* statement = statement_of_code(rest.substr(0, end)))
            return audit::rights_statement_uri(*statement);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

/// The canonical URI that is meant; empty where there is none.
std::string meant_by(const RightsUri& uri, const Address& address) {
    if (uri.is_known()) return uri.canonical();
    if (!uri.nearest.empty()) return uri.nearest;
    return address.host == kHosts.front() ? statement_in(address.rest) : std::string();
}

std::string fault_of(std::string_view text, const Address& address) {
    const RightsUri uri =
        audit::read_rights_uri(fmt::format("http://{}{}", address.host, address.rest));
    const std::string shown = base::printable(text);
    const std::string meant = meant_by(uri, address);
    if (uri.is_known())
        return fmt::format("'{}' is not the canonical URI of {}: write {}", shown, uri.code(),
                           meant);
    std::string fault =
        uri.form == RightsUri::Form::retired
            ? fmt::format("'{}' is no licence that is offered for documents", shown)
            : fmt::format("'{}' is not in the vocabulary of {}", shown, address.host);
    if (!meant.empty()) return fault + fmt::format(": was {} meant?", meant);
    const bool is_statement = address.host == kHosts.front();
    return fault + (is_statement ? ": write one of its URIs, such as "
                                   "http://rightsstatements.org/vocab/InC/1.0/, or its code alone "
                                   "(InC, CNE, UND …)"
                                 : ": write the URI of a licence, such as "
                                   "http://creativecommons.org/licenses/by/4.0/");
}

}  // namespace

RightsValue read_rights_value(std::string_view text) {
    if (const auto* statement = statement_of_code(text))
        return {audit::rights_statement_uri(*statement), true, {}};
    RightsValue value{std::string(text), false, {}};
    const Address address = address_in(text);
    if (address.host.empty()) return value;
    value.is_uri = audit::read_rights_uri(text).form == RightsUri::Form::canonical;
    if (!value.is_uri) value.fault = fault_of(text, address);
    return value;
}

}  // namespace solander::worklist
