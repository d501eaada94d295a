// SPDX-License-Identifier: Apache-2.0
#include "audit/bounded.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace solander::audit {

namespace {

/// Calls `visit(field, values)` for each field of a document that is a list, and is no statement of
/// rights.
template <class D, class Visit>
void visit_fields(D& document, Visit visit) {
    visit("title", document.titles);
    visit("date", document.dates);
    visit("creator", document.creators);
    visit("contributor", document.contributors);
    visit("description", document.descriptions);
    visit("language", document.languages);
    visit("type", document.types);
    visit("extent", document.extents);
    visit("identifier", document.identifiers);
    visit("subject", document.subjects);
    visit("subject-agent", document.subject_agents);
    visit("subject-place", document.subject_places);
    visit("relation", document.relations);
    visit("classification", document.classifications);
    visit("release", document.releases);
    visit("source", document.sources);
    visit("original-archive", document.original_archives);
    visit("custodial-history", document.custodial_histories);
    visit("funding-credit", document.funding_credits);
}

template <class R, class Visit>
void visit_rights(R& rights, Visit visit) {
    visit("rights", rights.statements);
    visit("rights-uri", rights.standard_statements);
    visit("copyright-status", rights.copyright_statuses);
    visit("rights-holder", rights.holders);
    visit("licence", rights.licences);
    visit("access", rights.access);
    visit("grant", rights.grants);
    visit("determination", rights.determinations);
    visit("contact", rights.contacts);
}

constexpr std::size_t kRightsFields = 9;

bool exceeds(const Document& document) {
    bool has_more = document.rights.size() > kMostValues;
    visit_fields(document, [&has_more](std::string_view, const auto& values) {
        has_more = has_more || values.size() > kMostValues;
    });
    std::array<std::size_t, kRightsFields> sums{};
    for (const Rights& rights : document.rights) {
        std::size_t kind = 0;
        visit_rights(rights, [&](std::string_view, const auto& values) {
            sums.at(kind++) += values.size();
        });
    }
    std::size_t funders = 0;
    for (const FundingCredit& credit : document.funding_credits) funders += credit.funders.size();
    return has_more || funders > kMostValues || std::ranges::max(sums) > kMostValues;
}

class Shortening {
public:
    explicit Shortening(AuditRecord& record) : record_(record) {}

    void run() {
        Document& document = record_.document;
        visit_fields(document, [this](std::string_view field, auto& values) {
            if (values.size() > kMostValues) cut(field, values, kMostValues);
        });
        if (document.rights.size() > kMostValues) cut("rights", document.rights, kMostValues);
        std::array<std::size_t, kRightsFields> left{};
        left.fill(kMostValues);
        for (Rights& rights : document.rights) {
            std::size_t kind = 0;
            visit_rights(rights, [&](std::string_view field, auto& values) {
                if (values.size() > left.at(kind)) cut(field, values, left.at(kind));
                left.at(kind++) -= values.size();
            });
        }
        std::size_t funders = kMostValues;
        for (FundingCredit& credit : document.funding_credits) {
            if (credit.funders.size() > funders) cut("funder", credit.funders, funders);
            funders -= credit.funders.size();
        }
    }

private:
    template <class T>
    void cut(std::string_view field, std::vector<T>& values, std::size_t most) {
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(most), values.end());
        auto& names = record_.shortened;
        if (std::ranges::find(names, field) == names.end()) names.emplace_back(field);
    }

    AuditRecord& record_;
};

}  // namespace

std::optional<AuditRecord> bounded(const AuditRecord& record) {
    if (!exceeds(record.document)) return std::nullopt;
    AuditRecord shorter = record;
    Shortening(shorter).run();
    return shorter;
}

}  // namespace solander::audit
