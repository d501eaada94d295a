// SPDX-License-Identifier: Apache-2.0
#include "metadata/hand_over.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "format/lexical.h"

namespace solander::metadata {

namespace {

/// The part of a web address after its scheme; empty for anything else.
std::string_view after_scheme(std::string_view words) {
    if (!is_web_uri(words)) return {};
    auto rest = words.substr(words.find("://") + 3);
    if (rest.starts_with("www.")) rest.remove_prefix(4);
    return rest;
}

}  // namespace

std::string_view origin_id(OriginKind kind) {
    if (kind == OriginKind::capture) return "c1";
    return kind == OriginKind::table ? "t1" : kHandOverOrigin;
}

Document document_of(const Received& received, const Reader& reader) {
    Origin origin;
    origin.id = origin_id(reader.kind);
    origin.kind = reader.kind;
    origin.file = received.payload_path;
    origin.reader = reader.name;
    Document document;
    document.origins.push_back(std::move(origin));
    return document;
}

std::string subject_in(const Received& received, std::string_view at) {
    return fmt::format("{}#{}", received.payload_path, at);
}

void put_rights(Document& document, Said said) {
    const auto site = after_scheme(said.words);
    if (site.starts_with("rightsstatements.org/")) {
        put(document, Field::rights_uri, std::move(said));
    } else if (site.starts_with("creativecommons.org/")) {
        put(document, Field::licence, std::move(said));
    } else {
        put(document, Field::rights, std::move(said));
    }
}

RelationStatement& put_relation(Document& document, RelationType type, Said said) {
    put(document, Field::relation, std::move(said));
    auto& relation = document.relations.back();
    relation.type = type;
    if (is_web_uri(relation.words)) relation.target = relation.words;
    return relation;
}

Funder& put_funder(Document& document, Said said) {
    put(document, Field::funding_credit, std::move(said));
    auto& credit = document.funding_credits.back();
    auto& funder = credit.funders.emplace_back();
    funder.agent.name = credit.verbatim;
    return funder;
}

void put_date(Document& document, DateOf of, Said said) {
    const auto state = state_of(said.words);
    if (state == State::blank && !is_placeholder(said.words)) said.words.clear();
    add_date(document.dates, of, state, std::move(said));
}

std::string language_tag(std::string_view written) {
    std::string tag(written);
    std::ranges::replace(tag, '_', '-');
    return format::has_form("title", "lang", tag) ? tag : std::string();
}

bool is_web_uri(std::string_view words) {
    return (words.starts_with("http://") || words.starts_with("https://")) &&
           format::has_form("licence", "uri", words);
}

}  // namespace solander::metadata
