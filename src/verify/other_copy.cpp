// SPDX-License-Identifier: Apache-2.0
#include "verify/other_copy.h"

#include <algorithm>

#include "base/escape.h"
#include "base/try.h"

namespace solander::verify {

const std::map<Sha256, Timestamp>& Elsewhere::seen() const {
    static const std::map<Sha256, Timestamp> kNothing;
    return remembered ? remembered->seen : kNothing;
}

std::optional<Timestamp> Elsewhere::first_seen() const {
    std::optional<Timestamp> first;
    for (const auto& [digest, time] : seen()) first = first ? std::min(*first, time) : time;
    return first;
}

void Elsewhere::remember(std::optional<custody::Remembered> what, const base::Limits& limits) {
    remembered = std::move(what);
    memory.reset();
    if (!remembered) return;
    const auto heads = custody::heads_of(remembered->chain);
    if (heads.empty()) return;
    const Timestamp head_seen = remembered->seen.at(heads.back().second);
    memory = std::make_unique<OtherCopy>("your memory of " + head_seen.date(), remembered->chain,
                                         limits);
}

Result<std::unique_ptr<OtherCopy>> read_other_copy(const std::filesystem::path& path,
                                                   const Environment& environment,
                                                   const base::Limits& limits) {
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(path));
    auto folder = custody::read_folder(environment, *directory, limits);
    if (!folder) return folder.error().in(base::printable(path.string()));
    return std::make_unique<OtherCopy>(path.string(), *std::move(folder), limits);
}

}  // namespace solander::verify
