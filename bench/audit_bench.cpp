// SPDX-License-Identifier: Apache-2.0
// Sets of records held against all rules. What matters is the time for one record of a set ten
// times and a hundred times as large, beside that of reading the record's text: see
// bench/README.md.
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <solander/audit.h>

#include "metadata/reader.h"

namespace {

using namespace solander;  // NOLINT(google-build-using-namespace): a program, not a header

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return *std::move(result);
}

/// What differs from one record of a set to the next.
enum class Set {
    varied,  ///< Title, date, place and funder.
    alike,   ///< Nothing but the source: every set-wide rule has one group of all records.
};

/// A capture as the reader of pages takes it.
std::string page(std::size_t number, Set set) {
    const std::size_t n = set == Set::varied ? number : 1;
    return fmt::format(
        "{} {}, {}\nReport {} of the Harbour Office to the Board of Lights\n"
        "This document was made possible with support from {} for Maritime History\n"
        "The lamp at pier {} was lit at dusk.\n"
        "Document Information\nSource\nHarbour Archive, box {}, folder {}\n"
        "Original Archive\nHarbour Archive\n"
        "Rights\nSome documents may be subject to copyright, which is retained by the rights "
        "holders.\n",
        "March", n % 28 + 1, 1900 + n % 60, n,
        n % 2 == 0 ? "Tidewater Foundation" : "the Tidewater Foundation", n % 97, number / 100 + 1,
        number % 100 + 1);
}

const metadata::Reader& page_reader() {
    for (const metadata::Reader* reader : metadata::readers())
        if (reader->name.starts_with("wilson/")) return *reader;
    throw std::runtime_error("no reader of captured pages");
}

Document read(const std::string& text, const std::string& path) {
    auto reading = must(page_reader().read({.payload_path = path, .text = text}));
    Document document = std::move(reading.documents.at(0).document);
    document.id = "d1";
    return document;
}

std::vector<AuditRecord> records(std::size_t count, Set set) {
    std::vector<AuditRecord> records;
    records.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        records.push_back({read(page(i, set), fmt::format("data/report-{:06}.txt", i))});
    return records;
}

/// What the bare reading of the same records costs.
void read_pages(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    for ([[maybe_unused]] auto _ : state)
        for (std::size_t i = 0; i < count; ++i)
            benchmark::DoNotOptimize(read(page(i, Set::varied), "data/report.txt"));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void audit(benchmark::State& state, Set set) {
    const auto of = records(static_cast<std::size_t>(state.range(0)), set);
    AuditRequest request{.records = of};
    request.profiles = {"wilson", "dpla", "europeana", "strict"};
    request.as_of = "2026-11-28";
    std::size_t findings = 0;
    for ([[maybe_unused]] auto _ : state) findings = must(audit_records(request)).findings.size();
    state.counters["findings"] = static_cast<double>(findings);
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetComplexityN(state.range(0));
}

void audit_varied(benchmark::State& state) {
    audit(state, Set::varied);
}
void audit_alike(benchmark::State& state) {
    audit(state, Set::alike);
}

BENCHMARK(read_pages)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_varied)
    ->RangeMultiplier(10)
    ->Range(1'000, 100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);
BENCHMARK(audit_alike)
    ->RangeMultiplier(10)
    ->Range(1'000, 100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);

}  // namespace
