// SPDX-License-Identifier: Apache-2.0
// Pack and verify beside the bare speed of hashing: all cores hashing as many bytes, in messages of
// the same size, from memory. Quote ratios of one run, never seconds: see bench/README.md.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <solander/pack.h>
#include <solander/verify.h>

#include "base/parallel.h"
#include "crypto/digest_stream.h"

namespace {

namespace fs = std::filesystem;
using namespace solander;  // NOLINT(google-build-using-namespace): a program, not a header

struct SetOfFiles {
    std::size_t count;
    std::size_t bytes;
};
constexpr SetOfFiles kLarge{2'000, std::size_t{1} << 20};
constexpr SetOfFiles kSmall{20'000, std::size_t{1} << 10};

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return *std::move(result);
}

/// A directory for the whole run, with the inputs and one package of each set.
class Ground {
public:
    explicit Ground(const SetOfFiles& set) : set_(set) {
        std::string name = (fs::temp_directory_path() / "solander-bench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no directory to work in");
        root_ = name;
        std::string content(set.bytes, 'x');
        for (std::size_t i = 0; i < set.count; ++i) {
            const auto directory = root_ / "in" / std::to_string(i / 1000);
            if (i % 1000 == 0) fs::create_directories(directory);
            std::snprintf(content.data(), content.size(), "file %zu", i);
            std::ofstream(directory / std::to_string(i), std::ios::binary) << content;
        }
        packed_ = pack();
        std::ofstream(root_ / "trust") << "bench namespaces=\"manifest@solander,custody@solander\" "
                                       << key_.public_key().openssh_line("") << '\n';
    }
    ~Ground() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;
    Ground(Ground&&) = delete;
    Ground& operator=(Ground&&) = delete;

    Packed pack() {
        PackRequest request{.inputs = {root_ / "in"}, .output = root_ / "out", .name = "bench"};
        request.sealers.push_back({key_, "bench"});
        request.replace = true;
        request.sync = false;
        return must(make_package(request, environment_));
    }
    void unpack() {
        if (fs::exists(root_ / "bench")) return;
        const std::string command =
            fmt::format("tar -xf '{}' -C '{}'", packed_.package.string(), root_.string());
        if (std::system(command.c_str()) != 0) throw std::runtime_error("tar failed");
    }
    void verify(const fs::path& package) {
        const auto report = must(verify_package(
            package, {.trust = root_ / "trust", .custody = packed_.custody}, environment_));
        if (!report.passed()) throw std::runtime_error("the package did not pass");
    }

    const fs::path& package() const { return packed_.package; }
    fs::path directory() const { return root_ / "bench"; }
    const Environment& environment() const { return environment_; }
    std::int64_t total_bytes() const { return static_cast<std::int64_t>(set_.count * set_.bytes); }
    const SetOfFiles& set() const { return set_; }

private:
    SetOfFiles set_;
    std::unique_ptr<FileSystem> files_ = native_file_system();
    std::unique_ptr<Clock> clock_ = system_clock();
    Environment environment_{.files = *files_,
                             .clock = *clock_,
                             .jobs = std::max(1U, std::thread::hardware_concurrency())};
    SigningKey key_ = must(SigningKey::generate());
    fs::path root_;
    Packed packed_;
};

/// One ground at a time: the large one fills two gigabytes.
Ground& ground_for(const SetOfFiles& set) {
    static std::unique_ptr<Ground> ground;
    if (!ground || ground->set().count != set.count) {
        ground.reset();
        ground = std::make_unique<Ground>(set);
    }
    return *ground;
}

void bare_hashing(benchmark::State& state, const SetOfFiles& set) {
    Ground& ground = ground_for(set);
    const base::Bytes message(set.bytes, std::byte{'x'});
    std::vector<crypto::Sha256Stream> streams(ground.environment().jobs);
    for (auto _ : state) {
        const auto done =
            base::parallel_for(ground.environment(), set.count, [&](unsigned worker, std::size_t) {
                streams[worker].update(message);
                benchmark::DoNotOptimize(streams[worker].finish());
                return Result<void>();
            });
        if (!done) throw std::runtime_error(done.error().message());
    }
    state.SetBytesProcessed(state.iterations() * ground.total_bytes());
}

void pack_files(benchmark::State& state, const SetOfFiles& set) {
    Ground& ground = ground_for(set);
    for (auto _ : state) ground.pack();
    state.SetBytesProcessed(state.iterations() * ground.total_bytes());
}

void verify_tar(benchmark::State& state, const SetOfFiles& set) {
    Ground& ground = ground_for(set);
    for (auto _ : state) ground.verify(ground.package());
    state.SetBytesProcessed(state.iterations() * ground.total_bytes());
}

void verify_directory(benchmark::State& state, const SetOfFiles& set) {
    Ground& ground = ground_for(set);
    ground.unpack();
    for (auto _ : state) ground.verify(ground.directory());
    state.SetBytesProcessed(state.iterations() * ground.total_bytes());
}

}  // namespace

#define SOLANDER_BENCH(function, name, set) \
    BENCHMARK_CAPTURE(function, name, set)->UseRealTime()->Unit(benchmark::kMillisecond)

SOLANDER_BENCH(bare_hashing, 2000x1MiB, kLarge);
SOLANDER_BENCH(verify_tar, 2000x1MiB, kLarge);
SOLANDER_BENCH(pack_files, 2000x1MiB, kLarge);
SOLANDER_BENCH(verify_directory, 2000x1MiB, kLarge);
SOLANDER_BENCH(bare_hashing, 20000x1KiB, kSmall);
SOLANDER_BENCH(verify_tar, 20000x1KiB, kSmall);
SOLANDER_BENCH(pack_files, 20000x1KiB, kSmall);
SOLANDER_BENCH(verify_directory, 20000x1KiB, kSmall);

BENCHMARK_MAIN();
