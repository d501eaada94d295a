// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>
#include <variant>

#include <solander/manifest.h>

#include "model/event.h"

// One description of every XML type, read by two visitors: XmlOutput writes a value as it says,
// XmlInput fills a value and refuses whatever it does not say. So writer and reader cannot drift
// apart. A visitor `Io` has
//
//   required(name, value)   an attribute that is there
//   optional(name, value)   an attribute that is left out when empty
//   text(words)             the text of this element
//   child(name, value)      one child element, which is there
//   maybe(name, value)      one child element, left out when empty or nullopt
//   each(name, list)        a run of children of one name
//   type_of(name, variant)  an attribute that says which alternative the variant holds
//
// in the order in which they stand. schemas/ says the same again for xmllint, and tests hold the
// two together.

namespace solander::format {

/// `T` for a visitor that reads, `const T` for one that writes.
template <class Io, class T>
using In = std::conditional_t<Io::kWrites, const T, T>;

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

// ---- files

template <class Io>
void describe(Io& io, In<Io, Made>& made) {
    io.required("method", made.method);
    io.optional("from", made.from);
    io.optional("machine", made.machine);
    io.optional("by", made.by);
    io.optional("tool", made.tool);
    io.optional("date", made.date);
}

template <class Io>
void describe(Io& io, In<Io, ReceivedDigest>& digest) {
    io.required("algorithm", digest.algorithm);
    io.required("value", digest.value);
    io.required("agreed", digest.agreed);
    io.optional("file", digest.file);
}

template <class Io>
void describe(Io& io, In<Io, PayloadFile>& file) {
    io.required("path", file.path);
    io.required("size", file.size);
    io.required("sha256", file.sha256);
    io.optional("sha512", file.sha512);
    io.required("media-type", file.media_type);
    io.required("role", file.role);
    io.optional("document", file.document);
    io.optional("order", file.order);
    io.optional("language", file.language);
    io.optional("original-name", file.original_name);
    io.optional("modified", file.modified);
    io.optional("pronom", file.pronom);
    io.maybe("made", file.made);
    io.each("received-digest", file.received_digests);
}

template <class Io>
void describe(Io& io, In<Io, TagFile>& file) {
    io.required("path", file.path);
    io.required("size", file.size);
    io.required("sha256", file.sha256);
}

// ---- the package

template <class Io>
void describe(Io& io, In<Io, SealingPrincipal>& principal) {
    io.required("name", principal.name);
    io.required("key", principal.fingerprint);
    io.required("type", principal.key_type);
    io.required("signature-size", principal.signature_bytes);
}

template <class Io>
void describe(Io& io, In<Io, Agreement>& agreement) {
    io.required("kind", agreement.kind);
    io.optional("date", agreement.date);
    io.optional("identifier", agreement.identifier);
    io.optional("file", agreement.file);
}

template <class Io>
void describe(Io& io, In<Io, Deposit>& deposit) {
    io.maybe("accession", deposit.accession);
    io.maybe("depositor", deposit.depositor);
    io.each("agreement", deposit.agreements);
}

template <class Io>
void describe(Io& io, In<Io, Manifest>& manifest) {
    io.constant("version", "1");
    io.required("id", manifest.id);
    io.required("name", manifest.name);
    io.required("created", manifest.created);
    io.list("sealing", "principal", manifest.sealing);
    io.maybe("deposit", manifest.deposit);
    io.list("documents", "document", manifest.documents);
    io.list("files", "file", manifest.files);
    io.list("tag-files", "tag-file", manifest.tag_files);
}

// ---- custody events

template <class Io>
void describe(Io& io, In<Io, model::ManifestSignature>& signature) {
    io.required("file", signature.file);
    io.required("sha256", signature.sha256);
}

template <class Io>
void describe(Io& io, In<Io, model::Seal>& seal) {
    io.each("manifest-signature", seal.manifest_signatures);
}

template <class Io>
void describe(Io& io, In<Io, model::Recipient>& recipient) {
    io.required("key", recipient.key);
}

template <class Io>
void describe(Io& io, In<Io, model::Release>& release) {
    io.required("to", release.to);
    io.each("recipient", release.recipients);
    io.maybe("method", release.method);
    io.maybe("remark", release.remark);
}

template <class Io>
void describe(Io& io, In<Io, model::Examination>& examination) {
    io.required("manifest", examination.manifest);
    io.required("verdict", examination.verdict);
    io.required("files", examination.files);
    io.required("bytes", examination.bytes);
    io.maybe("remark", examination.remark);
}

template <class Io>
void describe(Io& io, In<Io, model::Refuse>& refuse) {
    io.child("reason", refuse.reason);
}

template <class Io>
void describe(Io& io, In<Io, model::Cancel>& cancel) {
    io.maybe("reason", cancel.reason);
}

template <class Io>
void describe(Io& io, In<Io, model::CancelConfirm>& confirmation) {
    io.required("cancel", confirmation.cancel);
    io.maybe("remark", confirmation.remark);
}

template <class Io>
void describe(Io& io, In<Io, model::Note>& note) {
    io.child("words", note.words);
}

template <class Io>
void describe(Io& io, In<Io, model::RightsDetermination>& determination) {
    io.required("date", determination.date);
    io.optional("document", determination.document);
    io.optional("covers", determination.covers);
    io.optional("jurisdiction", determination.jurisdiction);
    io.optional("uri", determination.uri);
    io.child("by", determination.by);
    io.child("how", determination.how);
    io.child("what", determination.what);
}

template <class Io>
void describe(Io& io, In<Io, model::Replicate>& replicate) {
    io.child("place", replicate.place);
    io.maybe("remark", replicate.remark);
}

template <class Io>
void describe(Io& io, In<Io, model::Event>& event) {
    io.constant("version", "1");
    io.required("seq", event.seq);
    io.type_of("type", event.body);
    io.required("premis", event.premis);
    io.required("time", event.time);
    io.required("manifest", event.manifest);
    io.optional("prev", event.prev);
    io.list("signers", "signer", event.signers);
    std::visit([&](auto& body) { io.child(model::name_of(event.type()), body); }, event.body);
}

}  // namespace solander::format
