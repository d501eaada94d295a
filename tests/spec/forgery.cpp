// SPDX-License-Identifier: Apache-2.0
#include "forgery.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <deque>
#include <fstream>
#include <future>
#include <stdexcept>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "package/canonical_tar.h"
#include "package/package_id.h"
#include "support/process.h"
#include "support/shared.h"
#include "trust/namespaces.h"

namespace solander::test {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kLetter = "Dear Helena,\nthe trunk has arrived.\n";
constexpr std::size_t kBlock = package::kTarBlock;

std::string signature(const std::string& key, std::string_view name_space, std::string_view text) {
    return crypto::sign(fixture_key(key), name_space, crypto::sha512(base::as_bytes(text))).value();
}

/// What stands between the quotes of the first ` name="…"`.
std::string_view attribute(std::string_view text, std::string_view name) {
    const std::string opening = fmt::format(" {}=\"", name);
    const auto at = text.find(opening);
    if (at == std::string_view::npos) return {};
    const auto begin = at + opening.size();
    return text.substr(begin, text.find('"', begin) - begin);
}

/// Lets the manifest state size and digest of the tag file `name` as they are.
void list_tag_file(std::string& manifest, std::string_view name, std::string_view data) {
    const std::string opening = fmt::format("<tag-file path=\"{}\"", name);
    const auto at = manifest.find(opening);
    const auto end = manifest.find("/>", at);
    if (at == std::string::npos || end == std::string::npos) return;
    manifest.replace(
        at, end - at,
        fmt::format("{} size=\"{}\" sha256=\"{}\"", opening, data.size(), hex_digest(data)));
}

/// Of a tar that is as it should be.
std::vector<TarEntry> take_apart(std::string_view tar) {
    std::vector<TarEntry> entries;
    tar.remove_suffix(package::kTarEnd);
    while (!tar.empty()) {
        TarEntry entry;
        auto header = *package::parse_header(base::as_bytes(tar.substr(0, kBlock)));
        std::size_t at = kBlock;
        entry.name = header.name;
        if (header.type == 'x') {
            entry.name = *package::pax_value(tar.substr(kBlock, header.size), "path");
            at += package::padded(header.size);
            header = *package::parse_header(base::as_bytes(tar.substr(at, kBlock)));
            at += kBlock;
        }
        entry.data = tar.substr(at, header.size);
        tar.remove_prefix(at + package::padded(header.size));
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// Packages of one day and of the next are then the same.
void set_modified(const fs::path& file, Timestamp time) {
    const std::array<timespec, 2> times{timespec{time.seconds(), 0}, timespec{time.seconds(), 0}};
    if (::utimensat(AT_FDCWD, file.c_str(), times.data(), 0) != 0)
        throw std::runtime_error("the time of a file cannot be set");
}

std::string tar_of(const std::vector<TarEntry>& entries, Timestamp created) {
    std::string bytes;
    for (const auto& entry : entries) {
        bytes += entry.header.empty() ? package::tar_header(entry.name, entry.data.size(), created)
                                      : entry.header;
        bytes += entry.data;
        bytes.append(package::padded(entry.data.size()) - entry.data.size(), entry.filler);
    }
    return bytes;
}

/// A package as it was sealed, in its parts.
struct Sealed {
    std::vector<TarEntry> entries;
    std::map<std::string, std::string> custody;
};

Sealed seal(const std::vector<std::string>& sealers) {
    const Scratch scratch;
    const World world;
    write_file(scratch / "in/letter.txt", kLetter);
    write_file(scratch / "in/Příloha č. 1.txt", "1. trunk\n");
    fs::copy_file(source_root() / "fixtures/captures/harbour-telegram-1962.txt",
                  scratch / "in/telegram.txt");
    const auto before = *Timestamp::parse("2024-11-20T00:00:00Z");
    for (const auto& file : fs::directory_iterator(scratch / "in"))
        set_modified(file.path(), before);
    std::deque<SigningKey> keys;
    PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "letters"};
    request.created = *Timestamp::parse(kCreated);
    for (const auto& name : sealers) {
        keys.push_back(fixture_key(name));
        request.sealers.push_back({keys.back(), name + "@example.org"});
    }
    request.sync = false;
    const auto packed = make_package(request, world.environment);
    if (!packed) throw std::runtime_error(packed.error().message());
    Sealed good{.entries = take_apart(read_file(packed->package)), .custody = {}};
    for (const auto& file : fs::directory_iterator(packed->custody))
        good.custody[file.path().filename().string()] = read_file(file.path());
    return good;
}

/// Packed once: there are hundreds of forgeries, and all begin with the same package.
const Sealed& sealed_by(const std::vector<std::string>& sealers) {
    static std::map<std::vector<std::string>, Sealed> all;
    const auto found = all.find(sealers);
    return found != all.end() ? found->second : all.emplace(sealers, seal(sealers)).first->second;
}

}  // namespace

void replace(std::string& text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("not there: " + std::string(from));
    text.replace(at, from.size(), to);
}

std::string hex_digest(std::string_view text) {
    return crypto::sha256(base::as_bytes(text)).hex();
}

std::string with_checksum(std::string header) {
    static constexpr std::size_t kAt = 148;
    header.replace(kAt, 8, 8, ' ');
    unsigned sum = 0;
    for (std::size_t i = 0; i < kBlock; ++i) sum += static_cast<unsigned char>(header[i]);
    header.replace(kAt, 7, fmt::format("{:06o}", sum) + '\0');
    return header;
}

Forgery::Forgery(std::vector<std::string> sealers) : sealers_(std::move(sealers)) {
    const Sealed& good = sealed_by(sealers_);
    entries = good.entries;
    custody = good.custody;
}

void Forgery::set_now(std::string_view time) {
    world_.clock = FixedClock(*Timestamp::parse(time));
    has_own_clock_ = true;
}

TarEntry& Forgery::entry(std::string_view name) {
    const auto found = std::find_if(entries.begin(), entries.end(), [name](const TarEntry& entry) {
        return entry.name == fmt::format("letters/{}", name);
    });
    if (found == entries.end()) throw std::runtime_error("no entry " + std::string(name));
    return *found;
}

std::string Forgery::signature_of(std::string_view statement, const std::string& key) {
    return fmt::format("{}.{}.sig", statement, fixture_key(key).public_key().label());
}

void Forgery::reseal() {
    std::string& text = manifest();
    std::string& info = entry("bag-info.txt").data;
    list_tag_file(text, "manifest-sha256.txt", entry("manifest-sha256.txt").data);
    const std::string old_id(attribute(text, "id"));
    const auto id = package::package_id_of(text);
    if (id && info.find(old_id) != std::string::npos) {
        replace(info, old_id, *id);
        replace(text, old_id, *id);
    }
    list_tag_file(text, "bag-info.txt", info);
    std::string& tags = entry("tagmanifest-sha256.txt").data;
    tags.clear();
    for (const std::string name :
         {"bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest.xml"})
        tags += fmt::format("{}  {}\n", hex_digest(entry(name).data), name);
    sign_manifest();
}

void Forgery::sign_manifest() {
    const std::string& text = manifest();
    replace(seal(), attribute(seal(), "manifest"), "sha256:" + hex_digest(text));
    for (const auto& key : sealers_) {
        const auto file = signature_of("manifest.xml", key);
        std::string& bytes = entry(file).data;
        const std::string before = hex_digest(bytes);
        bytes = signature(key, trust::kManifestNamespace, text);
        replace(seal(), before, hex_digest(bytes));
    }
    sign_event("0001-seal.xml", sealers_.front());
}

void Forgery::sign_event(const std::string& name, const std::string& key) {
    custody[signature_of(name, key)] = signature(key, trust::kCustodyNamespace, custody.at(name));
}

void Forgery::add_event(const std::string& name, const std::string& text, const std::string& key) {
    custody[name] = text;
    sign_event(name, key);
}

std::string Forgery::event_text(std::string_view attributes) const {
    const std::string& seal = custody.at("0001-seal.xml");
    const auto head = seal.find("<event ");
    return seal.substr(0, head) +
           fmt::format("<event xmlns=\"urn:solander:custody:1\" version=\"1\"{} manifest=\"{}\"",
                       attributes, attribute(seal, "manifest"));
}

std::string Forgery::prev(const std::string& name) const {
    return fmt::format(" prev=\"sha256:{}\"", hex_digest(custody.at(name)));
}

std::string Forgery::tar() const {
    return tar_of(entries, *Timestamp::parse(created)) + end;
}

std::string Forgery::bundle() const {
    std::vector<TarEntry> parts;
    for (const auto& [name, bytes] : custody)
        parts.push_back({.name = "letters.custody/" + name, .data = bytes});
    parts.push_back({.name = "letters.tar", .data = tar()});
    return tar_of(parts, *Timestamp::parse(created)) + std::string(package::kTarEnd, '\0');
}

void Forgery::write() {
    fs::remove_all(custody_directory());
    fs::remove_all(scratch_ / "aside");
    write_file(package(), tar());
    if (has_custody)
        for (const auto& [name, bytes] : custody) write_file(custody_directory() / name, bytes);
    write_file(trust_file(), trust);
    if (has_trust) options.trust = trust_file();
    if (afterwards != nullptr) afterwards(*this);
}

Report Forgery::report_on(const fs::path& package) {
    auto report = verify_package(package, options, world_.environment);
    if (!report) throw std::runtime_error(report.error().message());
    return *std::move(report);
}

Report Forgery::verify() {
    write();
    return report_on(package());
}

Report Forgery::verify_pipe() {
    write();
    const auto fifo = scratch_ / "fifo";
    if (::mkfifo(fifo.c_str(), 0600) != 0) throw std::runtime_error("no FIFO can be made");
    ::signal(SIGPIPE, SIG_IGN);  // a verifier may have seen enough before the end
    const auto writer = std::async(
        std::launch::async, [this, &fifo] { std::ofstream(fifo, std::ios::binary) << tar(); });
    const auto before = options.custody;
    if (has_custody && !before) options.custody = custody_directory();
    auto report = report_on(fifo);
    options.custody = before;
    fs::remove(fifo);
    return report;
}

Report Forgery::verify_bundle() {
    write();
    write_file(bundle_file(), bundle());
    return report_on(bundle_file());
}

bool Forgery::can_be_bundled() const {
    return has_custody && !options.custody && afterwards == nullptr;
}

std::optional<fs::path> Forgery::unpack() {
    write();
    const auto into = package().parent_path();
    const auto done = run_program({"tar", "-xf", package().string(), "-C", into.string()});
    if (!fs::is_directory(into / "letters")) return std::nullopt;
    return into / "letters";
}

Report Forgery::verify_directory(const fs::path& directory) {
    if (!options.custody && has_custody) options.custody = custody_directory();
    return report_on(directory);
}

}  // namespace solander::test
