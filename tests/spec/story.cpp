// SPDX-License-Identifier: Apache-2.0
#include "story.h"

#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "custody/folder.h"
#include "format/manifest_xml.h"
#include "trust/namespaces.h"

namespace solander::test {

namespace {

SealingPrincipal signer_of(const std::string& key) {
    return {key + "@example.org", fixture_key(key).public_key().fingerprint(), "ssh-ed25519",
            crypto::signature_file_size(trust::kCustodyNamespace)};
}

}  // namespace

Story& Story::add(const std::string& key, model::EventBody body,
                  const std::vector<std::string>& others) {
    model::Event event;
    const std::string before = last();
    event.seq = custody::parse_file_name(before)->seq + 1;
    event.body = std::move(body);
    event.premis = model::premis_event_type(event.type());
    const auto first = Timestamp::parse("2024-11-24T00:00:00Z")->seconds();
    const auto day = static_cast<std::int64_t>(event.seq - 1) * 24 * 60 * 60;
    event.time = *Timestamp::from_seconds(first + day);
    event.manifest.sha256 = crypto::sha256(base::as_bytes(forgery_.manifest()));
    event.prev = model::Link{digest_of(before)};
    event.signers.push_back(signer_of(key));
    for (const auto& other : others) event.signers.push_back(signer_of(other));
    const std::string name = model::event_file_name(event);
    forgery_.add_event(name, format::write_event(event), key);
    for (const auto& other : others) forgery_.sign_event(name, other);
    return *this;
}

Story& Story::release(const std::string& key, const std::string& to) {
    return add(key,
               model::Release{
                   to + "@example.org", {{fixture_key(to).public_key().fingerprint()}}, "", ""});
}

Story& Story::receipt(const std::string& key) {
    return add(key, model::Receipt{examination()});
}

Story& Story::refuse(const std::string& key) {
    return add(key, model::Refuse{"never arrived"});
}

Story& Story::cancel(const std::string& key) {
    return add(key, model::Cancel{});
}

Story& Story::confirm(const std::string& key) {
    return add(key, model::CancelConfirm{{digest_of(last())}, ""});
}

Story& Story::note(const std::string& key, const std::string& words) {
    return add(key, model::Note{words});
}

model::Examination Story::examination() const {
    model::Examination found;
    const auto manifest =
        format::read_manifest(base::as_bytes(forgery_.manifest()), base::Limits{});
    found.manifest.sha256 = crypto::sha256(base::as_bytes(forgery_.manifest()));
    if (!manifest) return found;
    found.files = manifest->files.size();
    for (const auto& file : manifest->files) found.bytes += file.size;
    return found;
}

std::string Story::last() const {
    std::string last;
    for (const auto& [name, bytes] : forgery_.custody) {
        const auto parsed = custody::parse_file_name(name);
        if (parsed && parsed->label.empty()) last = name;
    }
    return last;
}

Sha256 Story::digest_of(const std::string& file) const {
    return crypto::sha256(base::as_bytes(forgery_.custody.at(file)));
}

}  // namespace solander::test
