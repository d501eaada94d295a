// SPDX-License-Identifier: Apache-2.0
#include "report/emitter.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace solander::report {

const Emitter* find_emitter(std::string_view name) {
    const auto all = emitters();
    const auto found = std::find_if(
        all.begin(), all.end(), [name](const Emitter* emitter) { return emitter->name == name; });
    return found == all.end() ? nullptr : *found;
}

Tally tally(std::span<const Outcome> outcomes) {
    Tally tally;
    for (const Outcome& outcome : outcomes) {
        if (outcome.report == nullptr) {
            ++tally.errors;
            continue;
        }
        switch (outcome.report->verdict) {
            case Verdict::passed:
                ++tally.passed;
                if (outcome.report->policy && !outcome.report->policy->met()) ++tally.unmet;
                break;
            case Verdict::failed:
                ++tally.failed;
                break;
            case Verdict::indeterminate:
                ++tally.indeterminate;
                break;
        }
    }
    return tally;
}

std::string_view severity(Code code) {
    switch (code_info(code).effect) {
        case Verdict::failed:
            return "failed";
        case Verdict::indeterminate:
            return "indeterminate";
        case Verdict::passed:
            return "warning";
    }
    return "warning";
}

std::string_view error_name(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return "usage";
        case ErrorCode::open:
            return "open";
        case ErrorCode::create:
            return "create";
        case ErrorCode::io:
            return "io";
        case ErrorCode::format:
            return "format";
        case ErrorCode::limit:
            return "limit";
        case ErrorCode::unsupported:
            return "unsupported";
        case ErrorCode::refused:
            return "refused";
        case ErrorCode::interrupted:
            return "interrupted";
        case ErrorCode::internal:
            return "internal";
    }
    return "internal";
}

std::string size_text(std::uint64_t bytes) {
    static constexpr std::array<std::string_view, 5> kUnits{"kB", "MB", "GB", "TB", "PB"};
    if (bytes < 1000) return count_text(bytes, "byte");
    auto value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (value >= 999.95 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return fmt::format("{:.1f} {}", value, kUnits.at(unit));
}

std::string count_text(std::uint64_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace solander::report
