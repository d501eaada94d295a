// SPDX-License-Identifier: Apache-2.0
#include "support/world.h"

#include <chrono>
#include <stdexcept>

#include "support/scratch.h"
#include "support/shared.h"

namespace solander::test {

std::optional<Timestamp> FixedClock::from_local(const CivilTime& local) const {
    const std::chrono::year_month_day day{std::chrono::year(local.year),
                                          std::chrono::month(static_cast<unsigned>(local.month)),
                                          std::chrono::day(static_cast<unsigned>(local.day))};
    if (!day.ok()) return std::nullopt;
    const auto midnight = std::chrono::sys_seconds(std::chrono::sys_days(day)).time_since_epoch();
    return Timestamp::from_seconds(midnight.count() + local.hour * 3600L + local.minute * 60L +
                                   local.second);
}

SigningKey fixture_key(const std::string& name) {
    const auto files = native_file_system();
    auto file = read_key_file(*files, source_root() / "fixtures/keys" / (name + ".key"),
                              [] { return Error(ErrorCode::usage, "no passphrase here"); });
    if (!file) throw std::runtime_error(file.error().message());
    return std::move(file->key);
}

std::string trust_lines(const std::vector<std::string>& names) {
    std::string lines;
    for (const auto& name : names)
        lines += name + "@example.org namespaces=\"manifest@solander,custody@solander\" " +
                 fixture_key(name).public_key().openssh_line("") + "\n";
    return lines;
}

Packed make_fixture_package(World& world, std::vector<std::filesystem::path> inputs,
                            const std::filesystem::path& output, const std::string& name) {
    const SigningKey key = fixture_key("archivist");
    PackRequest request{.inputs = std::move(inputs), .output = output, .name = name};
    request.created = *Timestamp::parse("2026-11-24T00:00:00Z");
    request.sealers.push_back({key, "archivist@example.org"});
    request.sync = false;
    auto packed = make_package(request, world.environment);
    if (!packed) throw std::runtime_error(packed.error().message());
    return *std::move(packed);
}

std::string codes(const Report& report) {
    std::string all;
    for (const auto& finding : report.findings) {
        if (!all.empty()) all += ' ';
        all += code_info(finding.code).id;
    }
    return all;
}

}  // namespace solander::test
