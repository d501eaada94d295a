// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "format/describe_record.h"
#include "model/event.h"

// The XML types of a custody event. See format/visitor.h.

namespace solander::format {

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
