// SPDX-License-Identifier: Apache-2.0
#include "tar_parts.h"

#include <fmt/format.h>

#include "package/canonical_tar.h"

namespace solander::test {

namespace {

constexpr std::size_t kType = 156;
constexpr std::size_t kTarget = 157;

Timestamp created() {
    return *Timestamp::parse(kCreated);
}

}  // namespace

std::string header_of(const TarEntry& entry) {
    return package::tar_header(entry.name, entry.data.size(), created());
}

void patch_header(TarEntry& entry, std::size_t offset, std::string_view bytes) {
    patch_header_only(entry, offset, bytes);
    entry.header = with_checksum(entry.header);
}

void patch_header_only(TarEntry& entry, std::size_t offset, std::string_view bytes) {
    if (entry.header.empty()) entry.header = header_of(entry);
    entry.header.replace(offset, bytes.size(), bytes);
}

TarEntry special(const std::string& name, char type, std::string_view target) {
    TarEntry entry{.name = name};
    patch_header_only(entry, kType, std::string_view(&type, 1));
    patch_header(entry, kTarget, target);
    return entry;
}

std::string pax_record(std::string_view key, std::string_view value) {
    std::size_t size = key.size() + value.size() + 3;
    while (size != fmt::format("{} {}={}\n", size, key, value).size())
        size = fmt::format("{} {}={}\n", size, key, value).size();
    return fmt::format("{} {}={}\n", size, key, value);
}

std::string extended_header(char type, const std::string& records, const std::string& name) {
    std::string block = package::tar_header(name, records.size(), created());
    block[kType] = type;
    std::string header = with_checksum(block) + records;
    header.resize(package::padded(header.size()), '\0');
    return header;
}

void put_before(TarEntry& entry, const std::string& bytes) {
    if (entry.header.empty()) entry.header = header_of(entry);
    entry.header.insert(0, bytes);
}

TarEntry& letter_of(Forgery& forgery) {
    return forgery.entry("data/in/letter.txt");
}

}  // namespace solander::test
