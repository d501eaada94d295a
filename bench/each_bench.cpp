// SPDX-License-Identifier: Apache-2.0
// One package for each of many one-page records, beside a plain copy of the same files. Quote
// ratios of one run, never seconds: see bench/README.md.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <solander/pack_each.h>

namespace {

namespace fs = std::filesystem;
using namespace solander;  // NOLINT(google-build-using-namespace): a program, not a header

constexpr std::size_t kRecords = 10'000;
constexpr std::size_t kLines = 24;

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return *std::move(result);
}

/// A page of text as it is captured, with the record around it.
std::string page(std::size_t number) {
    std::string text = fmt::format(
        "{} {}, {}\nReport {} of the Harbour Office to the Board of Lights\n"
        "This document was made possible with support from Tidewater Foundation for Maritime "
        "History\n",
        "March", number % 28 + 1, 1900 + number % 60, number);
    for (std::size_t line = 0; line < kLines; ++line)
        text +=
            fmt::format("{}. The lamp at pier {} was lit at dusk, and burned until {} o'clock.\n",
                        line + 1, (number + line) % 97, (number * 7 + line) % 12 + 1);
    return text + fmt::format("Document Information\nSource\nHarbour Archive, box {}, folder {}\n",
                              number / 100 + 1, number % 100 + 1);
}

/// The records, and a directory beside them for what becomes of them.
class Desk {
public:
    Desk() {
        std::string name = (fs::temp_directory_path() / "solander-bench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no directory to work in");
        root_ = name;
        for (std::size_t i = 0; i < kRecords; ++i) {
            const fs::path directory = root_ / "records" / fmt::format("{:03}", i / 100);
            if (i % 100 == 0) fs::create_directories(directory);
            std::ofstream(directory / fmt::format("report-{:05}.txt", i), std::ios::binary)
                << page(i);
        }
    }
    ~Desk() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    Desk(Desk&&) = delete;
    Desk& operator=(Desk&&) = delete;

    fs::path records() const { return root_ / "records"; }
    fs::path out() const { return root_ / "out"; }
    void clear() const { fs::remove_all(out()); }

    void pack(bool sync, EachStatus expected) const {
        EachRequest request{.pack = {.inputs = {records()}, .output = out()}};
        request.pack.created = *Timestamp::parse("2026-11-24T00:00:00Z");
        request.pack.sealers.push_back({key_, "archivist"});
        request.pack.sync = sync;
        const auto each = must(pack_each(request, environment_));
        if (each.outcomes.size() != kRecords) throw std::runtime_error("not a package each");
        for (const auto& outcome : each.outcomes)
            if (outcome.status != expected)
                throw std::runtime_error(outcome.failure ? outcome.failure->message()
                                                         : "another outcome");
    }

private:
    fs::path root_;
    std::unique_ptr<FileSystem> files_ = native_file_system();
    std::unique_ptr<Clock> clock_ = system_clock();
    Environment environment_{.files = *files_,
                             .clock = *clock_,
                             .jobs = std::max(1U, std::thread::hardware_concurrency())};
    SigningKey key_ = must(SigningKey::generate());
};

const Desk& desk() {
    static const Desk desk;
    return desk;
}

void sync_file(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 || ::fsync(file) != 0) throw std::runtime_error("cannot sync");
    ::close(file);
}

/// What `cp -r` does; with `sync`, each file and its directory are on the medium before the next.
void copy_records(bool sync) {
    for (const auto& entry : fs::recursive_directory_iterator(desk().records())) {
        const fs::path to = desk().out() / entry.path().lexically_relative(desk().records());
        if (entry.is_directory()) {
            fs::create_directories(to);
            continue;
        }
        fs::copy_file(entry.path(), to);
        if (!sync) continue;
        sync_file(to);
        sync_file(to.parent_path());
    }
}

template <class Work>
void measure(benchmark::State& state, Work work) {
    for (auto _ : state) {
        state.PauseTiming();
        desk().clear();
        state.ResumeTiming();
        work();
    }
    state.counters["records"] = benchmark::Counter(static_cast<double>(kRecords),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}

void plain_copy(benchmark::State& state) {
    measure(state, [&] { copy_records(state.range(0) != 0); });
}

void pack_records(benchmark::State& state) {
    measure(state, [&] { desk().pack(state.range(0) != 0, EachStatus::packed); });
}

/// The same call again, which finds everything there.
void pack_again(benchmark::State& state) {
    desk().clear();
    desk().pack(false, EachStatus::packed);
    for (auto _ : state) desk().pack(false, EachStatus::already_there);
    state.counters["records"] = benchmark::Counter(static_cast<double>(kRecords),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}

void once(benchmark::internal::Benchmark* bench) {
    bench->ArgName("sync")->Arg(0)->Arg(1)->MeasureProcessCPUTime()->UseRealTime()->Unit(
        benchmark::kMillisecond);
}

BENCHMARK(plain_copy)->Name("each/plain copy of 10000 records")->Apply(once);
BENCHMARK(pack_records)->Name("each/pack 10000 records")->Apply(once);
BENCHMARK(pack_again)
    ->Name("each/pack 10000 records that are there")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
