// SPDX-License-Identifier: Apache-2.0
// Every code that is none of a finding, once. `solander explain` and docs/remarks.md are printed
// from these tables; tests/unit/model holds them to what src says.
#include <algorithm>
#include <array>

#include <solander/remark.h>

#include "model/note_codes.h"
#include "model/reader_codes.h"
#include "model/refusal_codes.h"
#include "model/rule_codes.h"

namespace solander {

namespace {

template <std::size_t... Sizes>
constexpr auto joined(const std::array<RemarkInfo, Sizes>&... parts) {
    std::array<RemarkInfo, (Sizes + ...)> all{};
    std::size_t next = 0;
    const auto take = [&](const auto& part) {
        for (const RemarkInfo& info : part) all.at(next++) = info;
    };
    (take(parts), ...);
    return all;
}

constexpr auto kRemarks =
    joined(model::kNoteCodes, model::kReaderCodes, model::kRefusalCodes, model::kRuleCodes);

constexpr bool are_complete() {
    for (std::size_t i = 0; i < kRemarks.size(); ++i) {
        const RemarkInfo& info = kRemarks.at(i);
        if (info.meaning.empty() || info.why.empty() || info.remedy.empty()) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (kRemarks.at(j).id == info.id) return false;
    }
    return true;
}
static_assert(are_complete(), "every code has one row, and all of it");

}  // namespace

std::span<const RemarkInfo> all_remarks() {
    return kRemarks;
}

const RemarkInfo* find_remark(std::string_view id) {
    const auto* const found = std::find_if(kRemarks.begin(), kRemarks.end(),
                                           [id](const RemarkInfo& info) { return info.id == id; });
    return found == kRemarks.end() ? nullptr : found;
}

std::string_view remark_kind_name(RemarkKind kind) {
    switch (kind) {
        case RemarkKind::note:
            return "note";
        case RemarkKind::refusal:
            return "refusal";
        case RemarkKind::either:
            return "note or refusal";
        case RemarkKind::rule:
            return "rule";
    }
    return "note";
}

}  // namespace solander
