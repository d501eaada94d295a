// SPDX-License-Identifier: Apache-2.0
#include "seeds/seeds.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "properties/target.h"

namespace solander::fuzz {

namespace {

namespace fs = std::filesystem;

bool write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    return static_cast<bool>(out.flush());
}

/// A word as libFuzzer's dictionaries have it.
std::string dictionary_line(std::string_view word) {
    std::string line = "\"";
    for (const char c : word) {
        const bool is_plain = c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
        line +=
            is_plain ? std::string(1, c) : fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    }
    return line + "\"\n";
}

}  // namespace

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void Seeds::add(const std::string& target, const std::string& name, std::string input) {
    if (known_[target].insert(input).second) inputs_[target][name] = std::move(input);
}

void Seeds::add_family(const std::string& target, const std::string& family) {
    families_[target].insert(family);
}

void Seeds::add_word(const std::string& target, std::string_view word) {
    words_[target].emplace(word);
}

bool Seeds::write(const fs::path& source, const fs::path& output) const {
    bool is_good = true;
    for (const auto& [target, inputs] : inputs_) {
        fs::create_directories(output / "seeds" / target);
        for (const auto& [name, input] : inputs)
            is_good &= write_file(output / "seeds" / target / name, input);
    }
    fs::create_directories(output / "dictionaries");
    for (const auto& [target, families] : families_) {
        std::string words;
        for (const auto& family : families)
            words += read_file(source / "fuzz" / "dictionaries" / (family + ".dict"));
        if (const auto own = words_.find(target); own != words_.end())
            for (const auto& word : own->second) words += dictionary_line(word);
        is_good &= write_file(output / "dictionaries" / (target + ".dict"), words);
    }
    return is_good;
}

Seeds all_seeds(const fs::path& source) {
    Seeds seeds;
    add_record_seeds(source, seeds);
    add_package_seeds(source, seeds);
    add_desk_seeds(source, seeds);
    for (const Target* target : targets())
        seeds.add_family(std::string(target->name), std::string(target->name));
    return seeds;
}

}  // namespace solander::fuzz
