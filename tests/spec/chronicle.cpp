// SPDX-License-Identifier: Apache-2.0
#include "chronicle.h"

#include <stdexcept>

#include <fmt/format.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "custody/folder.h"
#include "custody/receipt.h"
#include "format/manifest_xml.h"
#include "trust/namespaces.h"

namespace solander::test {

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;

SigningKey generated_key() {
    auto key = SigningKey::generate();
    if (!key) throw std::runtime_error(key.error().message());
    return *std::move(key);
}

model::Event event_of(const std::string& text) {
    auto event = format::read_event(base::as_bytes(text), base::Limits{});
    if (!event) throw std::runtime_error(event.error().message);
    return *std::move(event);
}

/// The digest of manifest.xml, and the figures of its payload, as whoever examines it finds them.
template <class T>
T examined(const model::Event& seal, std::string_view manifest_text) {
    const auto manifest = format::read_manifest(base::as_bytes(manifest_text), base::Limits{});
    if (!manifest) throw std::runtime_error(manifest.error().message);
    T found;
    found.manifest = seal.manifest;
    found.files = manifest->files.size();
    for (const auto& file : manifest->files) found.bytes += file.size;
    return found;
}

model::EventBody body_of(Forgery& forgery, std::string_view verb, char to, const std::string& words,
                         const CustodyFiles& custody) {
    const auto seal = event_of(custody.at("0001-seal.xml"));
    const std::string& manifest = forgery.manifest();
    if (verb == "release")
        return model::Release{
            principal_of(to), {{key_of(to).public_key().fingerprint()}}, "", words};
    if (verb == "receipt") return examined<model::Receipt>(seal, manifest);
    if (verb == "fixity-check") return examined<model::FixityCheck>(seal, manifest);
    if (verb == "refuse") return model::Refuse{words.empty() ? "The parcel was empty." : words};
    if (verb == "cancel") return model::Cancel{words};
    if (verb == "note") return model::Note{words.empty() ? "Moved to shelf 3." : words};
    if (verb == "cancel-confirm")
        return model::CancelConfirm{{crypto::sha256(base::as_bytes(custody.at(head_of(custody))))},
                                    words};
    throw std::runtime_error("no such verb");
}

}  // namespace

const SigningKey& key_of(char who) {
    static const SigningKey kArchivist = fixture_key("archivist");
    static const SigningKey kRegistrar = fixture_key("registrar");
    static const SigningKey kCourier = generated_key();
    return who == 'A' ? kArchivist : who == 'B' ? kRegistrar : kCourier;
}

std::string principal_of(char who) {
    return who == 'A'   ? "archivist@example.org"
           : who == 'B' ? "registrar@example.org"
                        : "courier@example.org";
}

std::string trust_line(std::string_view principals, std::string_view options, char who) {
    return fmt::format("{} {}{}{}\n", principals, options, options.empty() ? "" : " ",
                       key_of(who).public_key().openssh_line(""));
}

std::string trust_in(std::string_view who) {
    std::string lines;
    for (const char one : who) lines += trust_line(principal_of(one), "", one);
    return lines;
}

std::string head_of(const CustodyFiles& custody) {
    std::string head;
    for (const auto& [name, bytes] : custody)
        if (const auto parsed = custody::parse_file_name(name); parsed && parsed->label.empty())
            head = name;
    return head;
}

std::string receipt_for(const CustodyFiles& custody) {
    const std::string& text = custody.at(head_of(custody));
    const auto event = event_of(text);
    return custody::receipt_text(
        {"letters", event.manifest.sha256, event.seq, std::string(model::name_of(event.type()))},
        crypto::sha256(base::as_bytes(text)));
}

void append_event(char who, model::EventBody body, CustodyFiles& custody,
                  const std::string& claimed) {
    const std::string before = head_of(custody);
    const model::Event last = event_of(custody.at(before));
    const SigningKey& key = key_of(who);
    model::Event event;
    event.body = std::move(body);
    event.seq = last.seq + 1;
    event.premis = model::premis_event_type(event.type());
    event.time = *Timestamp::from_seconds(last.time.seconds() + kDay);
    event.manifest = last.manifest;
    event.prev = model::Link{crypto::sha256(base::as_bytes(custody.at(before)))};
    event.signers.push_back(
        {.name = claimed.empty() ? principal_of(who) : claimed,
         .fingerprint = key.public_key().fingerprint(),
         .key_type = "ssh-ed25519",
         .signature_bytes = crypto::signature_file_size(trust::kCustodyNamespace)});
    const std::string name = model::event_file_name(event);
    const std::string text = format::write_event(event);
    custody[name] = text;
    custody[fmt::format("{}.{}.sig", name, key.public_key().label())] =
        crypto::sign(key, trust::kCustodyNamespace, crypto::sha512(base::as_bytes(text))).value();
}

void write_chronicle(Forgery& forgery, std::string_view story, CustodyFiles& custody) {
    while (!story.empty()) {
        auto deed = story.substr(0, story.find(' '));
        story.remove_prefix(std::min(story.size(), deed.size() + 1));
        const char who = deed.front();
        deed.remove_prefix(2);
        std::string words;
        if (const auto at = deed.find('='); at != std::string_view::npos) {
            words = deed.substr(at + 1);
            deed = deed.substr(0, at);
        }
        const auto to = deed.find('>');
        const auto verb = deed.substr(0, to);
        append_event(who,
                     body_of(forgery, verb, to == std::string_view::npos ? ' ' : deed[to + 1],
                             words, custody),
                     custody);
    }
}

CustodyFiles chronicle(Forgery& forgery, std::string_view story) {
    CustodyFiles custody;
    for (const auto& [name, bytes] : forgery.custody)
        if (name.starts_with("0001-") || name == "VERIFY.txt") custody[name] = bytes;
    write_chronicle(forgery, story, custody);
    return custody;
}

void write_custody(const std::filesystem::path& directory, const CustodyFiles& custody) {
    std::filesystem::remove_all(directory);
    for (const auto& [name, bytes] : custody) write_file(directory / name, bytes);
}

}  // namespace solander::test
