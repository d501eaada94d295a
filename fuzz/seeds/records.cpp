// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <solander/describe.h>

#include "metadata/reader.h"
#include "properties/input.h"
#include "properties/reader.h"
#include "properties/table_trip.h"
#include "properties/target.h"
#include "seeds/seeds.h"

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

}  // namespace

void add_record_seeds(const fs::path& source, Seeds& seeds) {
    for (const auto* folder : {"captures", "handover"})
        for (const Fixture& fixture : fixtures_below(source / "fixtures" / folder))
            add_fixture(fixture, seeds);
    seeds.add_family("record_table", "cell");
}

}  // namespace solander::fuzz
