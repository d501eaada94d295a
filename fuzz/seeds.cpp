// SPDX-License-Identifier: Apache-2.0
// Makes what fuzzers begin with, of the fixtures: make_seeds SOURCE_ROOT OUTPUT. The output has
// seeds/TARGET/… and dictionaries/TARGET.dict.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <solander/describe.h>

#include "metadata/reader.h"
#include "properties/input.h"
#include "properties/reader.h"
#include "properties/table_trip.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

namespace fs = std::filesystem;

struct Fixture {
    std::string name;  ///< Below its folder of fixtures.
    std::string bytes;

    std::string path() const { return "data/" + name; }
    /// `dspace-item_000-contents`
    std::string flat_name() const {
        std::string flat = name;
        std::ranges::replace(flat, '/', '-');
        return flat;
    }
    /// Which dictionary goes with it: its extension, or its name if it has none.
    std::string family() const {
        const fs::path path(name);
        return path.has_extension() ? path.extension().string().substr(1)
                                    : path.filename().string();
    }
};

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Fixture> fixtures_below(const fs::path& root) {
    std::vector<Fixture> fixtures;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file())
            fixtures.push_back(
                {entry.path().lexically_relative(root).generic_string(), read_file(entry.path())});
    std::ranges::sort(fixtures, {}, &Fixture::name);
    return fixtures;
}

/// Each byte as a unit of UTF-16: right for ASCII, and for all else a text too.
std::string as_utf_16(std::string_view text) {
    std::string wide = "\xFF\xFE";
    for (const char c : text) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

class Seeds {
public:
    void add(const std::string& target, const std::string& name, std::string input) {
        if (known_[target].insert(input).second) seeds_[target][name] = std::move(input);
    }
    void add_family(const std::string& target, const std::string& family) {
        families_[target].insert(family);
    }

    bool write(const fs::path& source, const fs::path& output) const {
        bool is_good = true;
        for (const auto& [target, seeds] : seeds_) {
            fs::create_directories(output / "seeds" / target);
            for (const auto& [name, input] : seeds)
                is_good &= write_file(output / "seeds" / target / name, input);
        }
        fs::create_directories(output / "dictionaries");
        for (const auto& [target, families] : families_) {
            std::string words;
            for (const auto& family : families) words += dictionary(source, family);
            is_good &= write_file(output / "dictionaries" / (target + ".dict"), words);
        }
        return is_good;
    }

private:
    static std::string dictionary(const fs::path& source, const std::string& name) {
        return read_file(source / "fuzz" / "dictionaries" / (name + ".dict"));
    }
    static bool write_file(const fs::path& path, std::string_view bytes) {
        std::ofstream out(path, std::ios::binary);
        out << bytes;
        return static_cast<bool>(out.flush());
    }

    std::map<std::string, std::map<std::string, std::string>> seeds_;
    std::map<std::string, std::set<std::string>> known_;
    std::map<std::string, std::set<std::string>> families_;
};

void add_table(const Fixture& fixture, const metadata::Reading& reading, Seeds& seeds) {
    const RecordTable table = table_of(documents_of(reading, fixture.path()));
    seeds.add("record_table", fixture.flat_name() + ".csv",
              input_of("data/records.csv", write_table(table, TableFormat::csv)));
    seeds.add("record_table", fixture.flat_name() + ".json",
              input_of("data/records.json", write_table(table, TableFormat::json)));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            seeds.add("cell", fixture.flat_name() + "-" + table.header[i], row[i]);
}

void add_fixture(const Fixture& fixture, Seeds& seeds) {
    const std::string path = fixture.path();
    for (const metadata::Reader* reader : metadata::readers()) {
        const auto offered = offered_text(reader->kind, fixture.bytes);
        if (!offered) continue;
        const metadata::Received received{path, offered->text, offered->encoding};
        const auto recognition = reader->recognises(received);
        if (recognition == metadata::Recognition::no) continue;
        const std::string target = target_of(*reader);
        seeds.add(target, fixture.flat_name(), input_of(path, fixture.bytes));
        seeds.add_family(target, target);
        seeds.add_family(target, fixture.family());
        if (reader->kind != OriginKind::capture)
            seeds.add(target, fixture.flat_name() + "-utf-16",
                      input_of(path, as_utf_16(fixture.bytes)));
        const auto reading = reader->read(received);
        if (reading) add_table(fixture, *reading, seeds);
    }
    if (fixture.family() != "csv") return;
    seeds.add("csv", fixture.flat_name(), fixture.bytes);
    seeds.add("csv", fixture.flat_name() + "-utf-16", as_utf_16(fixture.bytes));
}

int make_seeds(const fs::path& source, const fs::path& output) {
    Seeds seeds;
    for (const auto* folder : {"captures", "handover"})
        for (const Fixture& fixture : fixtures_below(source / "fixtures" / folder))
            add_fixture(fixture, seeds);
    for (const Fixture& fixture : fixtures_below(source / "fixtures" / "audit"))
        seeds.add("audit_config", fixture.flat_name(), fixture.bytes);
    for (const Target* target : targets())
        seeds.add_family(std::string(target->name), std::string(target->name));
    seeds.add_family("record_table", "cell");
    if (seeds.write(source, output)) return 0;
    std::fprintf(stderr, "make_seeds: cannot write below %s\n", output.c_str());
    return 1;
}

}  // namespace

}  // namespace solander::fuzz

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: make_seeds SOURCE_ROOT OUTPUT\n");
        return 64;
    }
    return solander::fuzz::make_seeds(argv[1], argv[2]);
}
