// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/manifest.h>

#include "format/describe_record.h"

// The XML types of a manifest around its documents. See format/visitor.h.

namespace solander::format {

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

// ---- the audit

template <class Io>
void describe(Io& io, In<Io, SealedProfile>& profile) {
    io.required("name", profile.name);
    io.required("version", profile.version);
}

template <class Io>
void describe(Io& io, In<Io, SealedCounts>& counts) {
    io.required("errors", counts.errors);
    io.required("warnings", counts.warnings);
    io.required("reviews", counts.reviews);
    io.required("notes", counts.notes);
}

template <class Io>
void describe(Io& io, In<Io, SealedFinding>& finding) {
    io.required("rule", finding.rule);
    io.required("level", finding.level);
    io.optional("document", finding.document);
    io.optional("others", finding.others);
    io.optional("field", finding.field);
    io.optional("file", finding.file);
    io.optional("known", finding.known);
    io.optional("accepted", finding.accepted);
    io.text(finding.message);
}

template <class Io>
void describe(Io& io, In<Io, SealedException>& exception) {
    io.required("rule", exception.rule);
    io.required("level", exception.level);
    io.optional("document", exception.document);
    io.optional("others", exception.others);
    io.optional("field", exception.field);
    io.optional("value-sha256", exception.value_sha256);
    io.required("reason", exception.reason);
    io.required("by", exception.by);
    io.optional("on", exception.on);
    io.optional("expires", exception.expires);
    io.text(exception.comment);
}

template <class Io>
void describe(Io& io, In<Io, SealedAudit>& audit) {
    io.required("tool", audit.tool);
    io.required("as-of", audit.as_of);
    io.optional("config-sha256", audit.config_sha256);
    io.optional("baseline-sha256", audit.baseline_sha256);
    io.optional("left-out", audit.left_out);
    io.each("profile", audit.profiles);
    io.child("counts", audit.counts);
    io.maybe("set-aside", audit.set_aside);
    io.each("finding", audit.findings);
    io.each("exception", audit.exceptions);
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
    io.maybe("audit", manifest.audit);
}

}  // namespace solander::format
