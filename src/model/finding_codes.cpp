// SPDX-License-Identifier: Apache-2.0
// Every finding code, once. `solander explain` and docs/findings.md are printed from this table.
#include <algorithm>
#include <array>

#include <solander/finding.h>

#include "model/attestation_codes.h"
#include "model/chain_codes.h"
#include "model/history_codes.h"
#include "model/package_codes.h"
#include "model/record_codes.h"
#include "model/signer_codes.h"

namespace solander {

namespace {

/// The table, sorted out of its parts into the order of the enumeration.
template <std::size_t... Sizes>
constexpr auto in_order(const std::array<CodeInfo, Sizes>&... parts) {
    std::array<CodeInfo, (Sizes + ...)> all{};
    const auto take = [&all](const auto& part) {
        for (const CodeInfo& info : part) all.at(static_cast<std::size_t>(info.code)) = info;
    };
    (take(parts), ...);
    return all;
}

constexpr auto kCodes =
    in_order(model::kPackageCodes, model::kSignerCodes, model::kAttestationCodes,
             model::kChainCodes, model::kHistoryCodes, model::kRecordCodes);

constexpr bool is_complete() {
    for (std::size_t i = 0; i < kCodes.size(); ++i)
        if (static_cast<std::size_t>(kCodes.at(i).code) != i || kCodes.at(i).id.empty())
            return false;
    return true;
}
static_assert(is_complete(), "every code has its row, and one");
static_assert(kCodes.size() == static_cast<std::size_t>(Code::quote_differs) + 1,
              "every row has its code");

}  // namespace

std::span<const CodeInfo> all_codes() {
    return kCodes;
}

const CodeInfo& code_info(Code code) {
    return kCodes.at(static_cast<std::size_t>(code));
}

const CodeInfo* find_code(std::string_view id) {
    const auto* const found = std::find_if(kCodes.begin(), kCodes.end(),
                                           [id](const CodeInfo& info) { return info.id == id; });
    return found == kCodes.end() ? nullptr : found;
}

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "PASSED";
        case Verdict::indeterminate:
            return "INDETERMINATE";
        case Verdict::failed:
            return "FAILED";
    }
    return "INDETERMINATE";
}

std::string_view layer_name(Layer layer) {
    switch (layer) {
        case Layer::container:
            return "container";
        case Layer::integrity:
            return "integrity";
        case Layer::authenticity:
            return "authenticity";
        case Layer::custody:
            return "custody";
        case Layer::metadata:
            return "metadata";
    }
    return "container";
}

}  // namespace solander
