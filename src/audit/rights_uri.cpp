// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_uri.h"

#include <algorithm>

#include "audit/words.h"
#include "base/nearest.h"

namespace solander::audit {

namespace {

using Form = RightsUri::Form;

/// An address in its parts.
struct Address {
    bool is_https = false;
    std::string host;                     ///< In small letters.
    std::vector<std::string_view> parts;  ///< Of the path, empty ones left out.
    bool has_slash = false;               ///< At the end of the path.
    bool has_query = false;               ///< Or a fragment.
};

Address parsed_address(std::string_view text) {
    Address address;
    address.is_https = text.size() > 4 && (text[4] == 's' || text[4] == 'S');
    text = text.substr(text.find("://") + 3);
    const auto end = text.find_first_of("?#");
    address.has_query = end != std::string_view::npos;
    text = text.substr(0, end);
    const auto slash = text.find('/');
    address.host = folded(text.substr(0, slash));
    text = slash == std::string_view::npos ? std::string_view() : text.substr(slash);
    address.has_slash = text.ends_with('/');
    while (!text.empty()) {
        text.remove_prefix(1);
        const auto part = text.substr(0, text.find('/'));
        if (!part.empty()) address.parts.push_back(part);
        text.remove_prefix(part.size());
    }
    return address;
}

/// Reads the two known hosts. What differs is collected in the order of the text.
class Reader {
public:
    Reader(RightsUri& uri, const Address& address) : uri_(uri), address_(address) {}

    void read_rights_statement() {
        const auto& parts = address_.parts;
        const bool is_place =
            !parts.empty() && (parts[0] == "vocab" || parts[0] == "page" || parts[0] == "data");
        uri_.form = Form::unknown;
        if (!is_place || parts.size() < 2) return;
        uri_.statement = find_rights_statement(parts[1]);
        const bool is_whole = parts.size() == 3 && parts[2] == "1.0";
        if (uri_.statement == nullptr || !is_whole) {
            suggest_statement(parts[1]);
            uri_.statement = nullptr;
            return;
        }
        if (parts[0] != "vocab") differs("/" + std::string(parts[0]) + "/ instead of /vocab/");
        settle();
    }

    void read_creative_commons() {
        auto parts = address_.parts;
        uri_.form = Form::unknown;
        if (parts.empty()) return;
        if (parts[0] != "licenses" && parts[0] != "publicdomain") return;
        if (parts.size() > 1 && is_retired_cc(parts[1])) {
            uri_.form = Form::retired;
            return;
        }
        bool is_page = false;
        if (parts.size() > 3 &&
            (parts.back().starts_with("deed") || parts.back().starts_with("legalcode"))) {
            differs("ends in " + std::string(parts.back()));
            uri_.dropped_by_dpla = true;
            is_page = true;
            parts.pop_back();
        }
        if (parts.size() < 3 || parts.size() > 4) return;
        uri_.licence =
            find_cc_licence(parts[1], parts[2], parts.size() == 4 ? parts[3] : std::string_view());
        if (uri_.licence && uri_.licence->is_tool() != (parts[0] == "publicdomain"))
            uri_.licence.reset();
        if (!uri_.licence) {
            suggest_licence(parts);
            return;
        }
        settle(is_page);
    }

private:
    void differs(std::string how) { uri_.differences.push_back(std::move(how)); }

    void settle(bool is_page = false) {
        if (address_.host.starts_with("www.")) {
            differs("www. in front of the host");
            uri_.dropped_by_dpla = true;
        }
        if (!address_.has_slash && !is_page && !address_.has_query) differs("no slash at its end");
        if (address_.has_query) differs("words behind ? or #");
        const bool only_scheme = address_.is_https && uri_.differences.empty();
        if (address_.is_https) differs("https instead of http");
        uri_.only_https = only_scheme;
        uri_.form = uri_.differences.empty() ? Form::canonical : Form::variant;
    }

    void suggest_statement(std::string_view code) {
        std::vector<std::string_view> codes;
        for (const auto& statement : rights_statements()) codes.push_back(statement.code);
        for (const auto& statement : rights_statements())
            if (folded(statement.code) == folded(code)) code = statement.code;
        const auto near = base::nearest(code, codes);
        if (!near.empty()) uri_.nearest = rights_statement_uri(*find_rights_statement(near));
    }

    void suggest_licence(const std::vector<std::string_view>& parts) {
        const auto same = find_cc_licence(folded(parts[1]), folded(parts[2]),
                                          parts.size() == 4 ? folded(parts[3]) : std::string());
        const auto unported = find_cc_licence(folded(parts[1]), folded(parts[2]), "");
        if (same)
            uri_.nearest = same->uri();
        else if (unported)
            uri_.nearest = unported->uri();
    }

    RightsUri& uri_;
    const Address& address_;
};

bool has_host(const Address& address, std::string_view host) {
    return address.host == host || address.host == "www." + std::string(host);
}

}  // namespace

std::string RightsUri::code() const {
    if (statement != nullptr) return std::string(statement->code);
    if (!licence) return {};
    if (licence->terms == "mark") return "PDM";
    return licence->name();
}

std::string RightsUri::canonical() const {
    if (statement != nullptr) return rights_statement_uri(*statement);
    return licence ? licence->uri() : std::string();
}

RightsClass RightsUri::kind() const {
    if (statement != nullptr) return statement->kind;
    return licence ? licence->kind() : RightsClass::unknown;
}

bool RightsUri::accepted_by_europeana() const {
    if (form != Form::canonical) return false;
    return statement != nullptr ? statement->tier > 0 : licence->is_accepted_by_europeana();
}

bool RightsUri::accepted_by_dpla() const {
    if (!is_known() || dropped_by_dpla) return false;
    return statement != nullptr || licence->is_accepted_by_dpla();
}

std::optional<PremisCopyrightStatus> RightsUri::premis() const {
    if (statement != nullptr) return statement->premis;
    if (!licence) return {};
    return licence->is_tool() ? PremisCopyrightStatus::publicdomain
                              : PremisCopyrightStatus::copyrighted;
}

RightsUri read_rights_uri(std::string_view text) {
    RightsUri uri;
    const std::string_view bare = trimmed(text);
    if (!is_web_address(bare) || bare.find_first_of(" \t\r\n") != std::string_view::npos)
        return uri;
    if (bare.size() != text.size()) uri.differences.emplace_back("blanks around it");
    const Address address = parsed_address(bare);
    uri.form = Form::other;
    if (has_host(address, "rightsstatements.org")) Reader(uri, address).read_rights_statement();
    if (has_host(address, "creativecommons.org")) Reader(uri, address).read_creative_commons();
    return uri;
}

}  // namespace solander::audit
