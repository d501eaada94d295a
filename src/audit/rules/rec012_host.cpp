// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

std::string host_of(std::string_view address) {
    address = address.substr(address.find("://") + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (const auto at = address.find('@'); at != std::string_view::npos)
        address.remove_prefix(at + 1);
    if (!address.starts_with('[')) address = address.substr(0, address.find(':'));
    return folded(address);
}

bool is_bare_ip(std::string_view host) {
    return host.starts_with('[') || (!host.empty() && std::ranges::all_of(host, [](char c) {
               return base::is_digit(c) || c == '.';
           }));
}

/// `harbourtest`, the name of a site with `test` behind it, and no word that happens to end so.
bool is_name_with_test(std::string_view label) {
    static constexpr std::array<std::string_view, 3> kWords{"contest", "latest", "protest"};
    static constexpr std::size_t kLeastOfAName = 6;  // longer than what stands before it in words
    return label.ends_with("test") && label.size() >= kLeastOfAName + 4 &&
           std::ranges::none_of(kWords,
                                [label](std::string_view word) { return label.ends_with(word); });
}

/// Names that people give to copies of a site, as a whole label or, behind or before a hyphen, as a
/// part of one.
bool is_name_of_copy(std::string_view label) {
    static constexpr std::array<std::string_view, 9> kNames{
        "test", "testing", "staging", "dev", "devel", "preprod", "sandbox", "uat", "mirror"};
    if (is_name_with_test(label)) return true;
    while (!label.empty()) {
        const auto end = std::min(label.find('-'), label.size());
        if (std::ranges::find(kNames, label.substr(0, end)) != kNames.end()) return true;
        label.remove_prefix(std::min(end + 1, label.size()));
    }
    return false;
}

/// Why a host speaks for nobody; empty if nothing shows that.
std::string wrong_with(std::string_view host) {
    if (host == "localhost" || host.ends_with(".localhost")) return "is this very machine";
    if (is_bare_ip(host)) return "is a bare IP address";
    for (const std::string_view end : {".local", ".internal", ".lan", ".invalid", ".test"})
        if (host.ends_with(end)) return "is no name of the public network";
    for (auto dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
        if (is_name_of_copy(host.substr(0, dot))) return "is named like a copy for testing";
        host.remove_prefix(dot + 1);  // what is left at the end is the top-level domain
    }
    return {};
}

/// Why it is not the publisher's that a profile names; empty if it is, or no profile names one.
std::string not_of_publisher(std::string_view host, const Record& record, const Context& context) {
    const auto& origins = record.document().origins;
    if (origins.empty()) return {};
    for (const Profile* profile : context.profiles) {
        // A profile of a publisher is about what its own reader has read.
        const bool is_own =
            origins.front().reader.starts_with(std::string(profile->info.name) + '/');
        if (profile->hosts.empty() || !is_own) continue;
        if (std::ranges::find(profile->hosts, host) == profile->hosts.end())
            return fmt::format("is not {}, which {} expects", profile->hosts.front(),
                               profile->info.name);
    }
    return {};
}

void look(std::string_view address, const Place* place, const Record& record,
          const Context& context, std::set<std::string>& told, Hits& hits) {
    if (!is_web_address(address)) return;
    const std::string host = host_of(address);
    std::string wrong = wrong_with(host);
    if (wrong.empty()) wrong = not_of_publisher(host, record, context);
    if (wrong.empty() || !told.insert(host).second) return;
    Hit hit{.field = "identifier", .place = place};
    hit.value = address;
    hit.message = fmt::format("'{}' {}", host, wrong);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context& context, Hits& hits) {
    std::set<std::string> told;
    for (const Origin& origin : record.document().origins) {
        if (!origin.url.empty()) look(origin.url, nullptr, record, context, told, hits);
    }
    for (const Answer* answer : record.of("identifier"))
        if (answer->is_value() && is_web_address(answer->words))
            look(answer->words, &answer->place(), record, context, told, hits);
}

}  // namespace

extern const Rule rec012_host;
const Rule rec012_host{
    .info = {.id = "REC012",
             .title = "The record was captured from a host that is not its publisher's",
             .level = AuditLevel::warning,
             .why = "Staging copies and mirrors lag behind, and vanish; nobody vouches for what "
                    "they say. DPLA refuses addresses with a bare IP.",
             .fix = "capture it again from the publisher's own address, or state that address",
             .example = "http://192.0.2.7/document/1; https://archive.example.test/",
             .source = "DPLA (ingestion3); the publisher's own addresses"},
    .check = check,
};

}  // namespace solander::audit
