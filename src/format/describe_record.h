// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include <solander/document.h>

#include "format/visitor.h"

// The XML types of a record: statements, rights, documents. See format/visitor.h.

namespace solander::format {

// ---- statements

template <class Io>
void describe_place(Io& io, In<Io, Place>& place) {
    io.required("origin", place.origin);
    io.optional("at", place.at);
    io.optional("label", place.label);
    io.optional("rule", place.rule);
    io.optional("gaps", place.gaps);
    io.optional("replaced", place.replaced);
    io.optional("lang", place.lang);
}

template <class Io>
void describe_statement(Io& io, In<Io, Statement>& statement) {
    io.required("state", statement.state);
    describe_place(io, statement.place);
}

template <class Io>
void describe(Io& io, In<Io, TextStatement>& statement) {
    describe_statement(io, statement);
    io.text(statement.words);
}

template <class Io>
void describe(Io& io, In<Io, TitleStatement>& title) {
    io.optional("kind", title.kind);
    describe_statement(io, title);
    io.text(title.words);
}

template <class Io>
void describe(Io& io, In<Io, DateStatement>& date) {
    io.required("of", date.of);
    describe_statement(io, date);
    io.optional("edtf", date.edtf);
    io.text(date.words);
}

template <class Io>
void describe(Io& io, In<Io, LanguageStatement>& language) {
    io.optional("of", language.of);
    describe_statement(io, language);
    io.optional("code", language.code);
    io.optional("script", language.script);
    io.text(language.words);
}

template <class Io>
void describe(Io& io, In<Io, IdentifierStatement>& identifier) {
    io.optional("type", identifier.type);
    describe_statement(io, identifier);
    io.text(identifier.words);
}

template <class Io>
void describe(Io& io, In<Io, RelationStatement>& relation) {
    io.optional("type", relation.type);
    io.optional("level", relation.level);
    describe_statement(io, relation);
    io.optional("target", relation.target);
    io.text(relation.words);
}

template <class Io>
void describe_agent(Io& io, In<Io, Agent>& agent) {
    io.maybe("verbatim", agent.verbatim);
    io.maybe("name", agent.name);
    io.maybe("affiliation", agent.affiliation);
    io.each("authority", agent.authorities, "scheme");
}

template <class Io>
void describe(Io& io, In<Io, Agent>& agent) {
    describe_agent(io, agent);
}

template <class Io>
void describe(Io& io, In<Io, AgentStatement>& statement) {
    io.optional("role", statement.role);
    describe_statement(io, statement);
    describe_agent(io, statement.agent);
}

template <class Io>
void describe(Io& io, In<Io, SourceStatement>& source) {
    describe_statement(io, source);
    io.maybe("verbatim", source.verbatim);
    io.maybe("locator", source.locator);
}

template <class Io>
void describe(Io& io, In<Io, ArchiveStatement>& archive) {
    describe_statement(io, archive);
    io.maybe("verbatim", archive.verbatim);
    io.maybe("name", archive.name);
    io.each("identifier", archive.identifiers, "type");
    io.maybe("place", archive.location);
}

template <class Io>
void describe(Io& io, In<Io, PlacedText>& text) {
    describe_place(io, text.place);
    io.text(text.words);
}

template <class Io>
void describe(Io& io, In<Io, Note>& note) {
    io.required("type", note.type);
    describe_place(io, note.place);
    io.text(note.words);
}

// ---- custodial history

template <class Io>
void describe(Io& io, In<Io, DatedWords>& words) {
    io.optional("edtf", words.edtf);
    io.text(words.words);
}

template <class Io>
void describe(Io& io, In<Io, Gap>& gap) {
    io.optional("edtf", gap.edtf);
    io.text(gap.words);
}

template <class Io>
void describe(Io& io, In<Io, Evidence>& evidence) {
    io.optional("file", evidence.file);
    io.text(evidence.words);
}

template <class Io>
void describe(Io& io, In<Io, Transfer>& transfer) {
    io.maybe("from", transfer.from);
    io.maybe("to", transfer.to);
    io.maybe("date", transfer.date);
    io.maybe("method", transfer.method);
    io.each("evidence", transfer.evidence);
}

template <class Io>
void describe(Io& io, In<Io, CustodialHistory>& history) {
    describe_statement(io, history);
    io.maybe("verbatim", history.verbatim);
    io.each_of("transfer", "gap", history.steps);
}

// ---- rights and funding

template <class Io>
void describe(Io& io, In<Io, UriStatement>& statement) {
    describe_statement(io, statement);
    io.optional("uri", statement.uri);
    io.text(statement.words);
}

template <class Io>
void describe(Io& io, In<Io, CopyrightStatus>& status) {
    describe_statement(io, status);
    io.optional("status", status.status);
    io.optional("jurisdiction", status.jurisdiction);
    io.text(status.words);
}

template <class Io>
void describe(Io& io, In<Io, AccessStatement>& access) {
    describe_statement(io, access);
    io.optional("uri", access.uri);
    io.optional("start", access.start);
    io.optional("end", access.end);
    io.text(access.words);
}

template <class Io>
void describe(Io& io, In<Io, Grant>& grant) {
    io.required("act", grant.act);
    io.optional("restriction", grant.restriction);
    io.optional("start", grant.start);
    io.optional("end", grant.end);
    describe_place(io, grant.place);
    io.text(grant.words);
}

template <class Io>
void describe(Io& io, In<Io, Determination>& determination) {
    io.required("by", determination.by);
    io.required("date", determination.date);
    io.text(determination.words);
}

template <class Io>
void describe(Io& io, In<Io, Contact>& contact) {
    describe_statement(io, contact);
    io.maybe("verbatim", contact.verbatim);
    io.maybe("name", contact.name);
    io.maybe("email", contact.email);
}

template <class Io>
void describe(Io& io, In<Io, Rights>& rights) {
    io.required("scope", rights.scope);
    io.required("covers", rights.covers);
    io.optional("basis", rights.basis);
    io.optional("rule", rights.rule);
    io.each("statement", rights.statements);
    io.each("standard-statement", rights.standard_statements);
    io.each("copyright-status", rights.copyright_statuses);
    io.each("holder", rights.holders);
    io.each("licence", rights.licences);
    io.each("access", rights.access);
    io.each("grant", rights.grants);
    io.each("determination", rights.determinations);
    io.each("contact", rights.contacts);
    io.each("note", rights.notes);
}

template <class Io>
void describe(Io& io, In<Io, Funder>& funder) {
    io.optional("rule", funder.rule);
    describe_agent(io, funder.agent);
    io.each("award", funder.awards);
}

template <class Io>
void describe(Io& io, In<Io, FundingCredit>& credit) {
    describe_statement(io, credit);
    io.maybe("verbatim", credit.verbatim);
    io.each("funder", credit.funders);
}

// ---- documents

template <class Io>
void describe(Io& io, In<Io, Origin>& origin) {
    io.required("id", origin.id);
    io.required("kind", origin.kind);
    io.optional("file", origin.file);
    io.optional("reader", origin.reader);
    io.optional("form", origin.form);
    io.optional("drops", origin.drops);
    io.optional("url", origin.url);
    io.optional("retrieved", origin.retrieved);
    io.optional("agent", origin.agent);
    io.optional("date", origin.date);
}

template <class Io>
void describe(Io& io, In<Io, Body>& body) {
    io.required("kind", body.kind);
    io.optional("language", body.language);
    io.required("origin", body.origin);
    io.required("at", body.at);
}

template <class Io>
void describe(Io& io, In<Io, Document>& document) {
    io.required("id", document.id);
    io.required("level", document.level);
    io.each("origin", document.origins);
    io.each("title", document.titles);
    io.each("date", document.dates);
    io.each("creator", document.creators);
    io.each("contributor", document.contributors);
    io.each("description", document.descriptions);
    io.each("language", document.languages);
    io.each("type", document.types);
    io.each("extent", document.extents);
    io.each("identifier", document.identifiers);
    io.each("subject", document.subjects);
    io.each("subject-agent", document.subject_agents);
    io.each("subject-place", document.subject_places);
    io.each("relation", document.relations);
    io.each("classification", document.classifications);
    io.each("release", document.releases);
    io.each("source", document.sources);
    io.each("original-archive", document.original_archives);
    io.each("custodial-history", document.custodial_histories);
    io.each("rights", document.rights);
    io.each("funding-credit", document.funding_credits);
    io.each("body", document.bodies);
    io.each("unattributed", document.unattributed);
    io.each("note", document.notes);
}

}  // namespace solander::format
