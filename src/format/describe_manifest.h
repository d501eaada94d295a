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

}  // namespace solander::format
