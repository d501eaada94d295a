// SPDX-License-Identifier: Apache-2.0
// Many small packages with chains of three events, beside the bare speed of checking as many
// signatures on all cores. Quote ratios of one run, never seconds: see bench/README.md.
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
#include "base/read_file.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "format/manifest_xml.h"
#include "trust/namespaces.h"

namespace {

namespace fs = std::filesystem;
using namespace solander;  // NOLINT(google-build-using-namespace): a program, not a header

constexpr std::size_t kPackages = 10'000;
/// One of the manifest and one of each event.
constexpr std::size_t kSignatures = 4;

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return *std::move(result);
}

void write(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// Packages of one document each, sealed by one key, released to another and received by it.
class Shelf {
public:
    Shelf() {
        std::string name = (fs::temp_directory_path() / "solander-bench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no directory to work in");
        root_ = name;
        write(root_ / "letter.txt", "Dear Helena,\nthe trunk has arrived.\n");
        for (std::size_t i = 0; i < kPackages; ++i) {
            PackRequest request{.inputs = {root_ / "letter.txt"},
                                .output = root_ / std::to_string(i / 100),
                                .name = fmt::format("letter-{}", i)};
            request.created = *Timestamp::parse("2026-11-24T00:00:00Z");
            request.sealers.push_back({sender_, "sender"});
            request.sync = false;
            add_hand_over(must(make_package(request, environment_)));
        }
        const std::string form = "{0} namespaces=\"manifest@solander,custody@solander\" {1}\n";
        write(root_ / "trust",
              fmt::format(fmt::runtime(form), "sender", sender_.public_key().openssh_line("")) +
                  fmt::format(fmt::runtime(form), "recipient",
                              recipient_.public_key().openssh_line("")));
    }
    ~Shelf() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    Shelf(Shelf&&) = delete;
    Shelf& operator=(Shelf&&) = delete;

    void verify() const {
        const auto results =
            must(verify_packages(packages_, {.trust = root_ / "trust"}, environment_));
        for (const auto& result : results)
            if (!result || !result->passed()) throw std::runtime_error("a package did not pass");
    }

    const Environment& environment() const { return environment_; }
    const SigningKey& key() const { return sender_; }

private:
    void add_hand_over(const Packed& packed) {
        model::Event event;
        event.seq = 1;
        event.manifest.sha256 = packed.manifest;
        event.time = *Timestamp::parse("2026-11-25T00:00:00Z");
        event.body = model::Release{"recipient", {{recipient_.public_key().fingerprint()}}, "", ""};
        add_event(packed, event, sender_, "sender", packed.custody / "0001-seal.xml");
        event.body =
            model::Receipt{{{packed.manifest}, Verdict::passed, packed.files, packed.bytes, ""}};
        add_event(packed, event, recipient_, "recipient", packed.custody / "0002-release.xml");
        packages_.push_back(packed.package);
    }

    void add_event(const Packed& packed, model::Event& event, const SigningKey& key,
                   const std::string& name, const fs::path& before) {
        const auto bytes = must(base::read_all(*files_, before, 1U << 20));
        event.prev = model::Link{crypto::sha256(bytes)};
        ++event.seq;
        event.premis = model::premis_event_type(event.type());
        event.signers = {{name, key.public_key().fingerprint(), "ssh-ed25519",
                          crypto::signature_file_size(trust::kCustodyNamespace)}};
        const std::string text = format::write_event(event);
        const std::string file = model::event_file_name(event);
        write(packed.custody / fmt::format("{}.{}.sig", file, key.public_key().label()),
              must(crypto::sign(key, trust::kCustodyNamespace,
                                crypto::sha512(base::as_bytes(text)))));
        write(packed.custody / file, text);
    }

    std::unique_ptr<FileSystem> files_ = native_file_system();
    std::unique_ptr<Clock> clock_ = system_clock();
    Environment environment_{.files = *files_,
                             .clock = *clock_,
                             .jobs = std::max(1U, std::thread::hardware_concurrency())};
    SigningKey sender_ = must(SigningKey::generate());
    SigningKey recipient_ = must(SigningKey::generate());
    fs::path root_;
    std::vector<fs::path> packages_;
};

const Shelf& shelf() {
    static const Shelf shelf;
    return shelf;
}

/// Checking as many signatures, and nothing else, on all cores.
void bare_signatures(benchmark::State& state) {
    const Environment& environment = shelf().environment();
    const Sha512 message = crypto::sha512(base::as_bytes(std::string_view("a statement")));
    const std::string text = must(crypto::sign(shelf().key(), trust::kCustodyNamespace, message));
    const auto parsed = crypto::parse_signature(text, trust::kCustodyNamespace);
    if (!parsed) throw std::runtime_error("no signature");
    for (auto _ : state) {
        const auto done = base::parallel_for(environment, kPackages, [&](unsigned, std::size_t) {
            for (std::size_t i = 0; i < kSignatures; ++i)
                if (!crypto::verify(*parsed, trust::kCustodyNamespace, message))
                    return Result<void>(Error(ErrorCode::internal, "a good signature is bad"));
            return Result<void>();
        });
        if (!done) throw std::runtime_error(done.error().message());
    }
    state.counters["packages"] = benchmark::Counter(static_cast<double>(kPackages),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}

void verify_chains(benchmark::State& state) {
    const Shelf& packages = shelf();
    for (auto _ : state) packages.verify();
    state.counters["packages"] = benchmark::Counter(static_cast<double>(kPackages),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(bare_signatures)
    ->Name("bare signatures/10000x4")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(verify_chains)
    ->Name("verify/10000 packages, three events each")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
