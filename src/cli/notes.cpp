// SPDX-License-Identifier: Apache-2.0
#include "cli/notes.h"

#include <cstdint>
#include <map>
#include <ostream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "report/emitter.h"

namespace solander::cli {

namespace {

constexpr std::uint64_t kShownOfAKind = 3;
constexpr std::uint64_t kShown = 50;

/// The file that a note begins with, in its quotation marks, and the code that it ends with; empty
/// where it does not have both.
using Kind = std::pair<std::string_view, std::string_view>;

Kind kind_of(std::string_view note) {
    const auto file_end = note.find("': ");
    const auto code = note.rfind(" (");
    if (!note.starts_with('\'') || file_end == note.npos || code == note.npos ||
        !note.ends_with(')'))
        return {};
    return {note.substr(0, file_end + 1), note.substr(code + 2, note.size() - code - 3)};
}

}  // namespace

void NotesOption::add_to(CLI::App& app) {
    add_flag(app, "--all-notes", all,
             "Tell every note; else of those of one kind on one file only the first three");
}

void NotesOption::tell(Io& io, const std::vector<std::string>& notes) const {
    std::map<Kind, std::uint64_t> counts;
    std::uint64_t shown = 0;
    std::uint64_t others = 0;
    for (const std::string& note : notes) {
        const Kind kind = kind_of(note);
        if (!all && !kind.second.empty() && ++counts[kind] > kShownOfAKind) continue;
        if (!all && ++shown > kShown) {
            ++others;
            continue;
        }
        io.err << "solander: note: " << note << '\n';
    }
    for (const auto& [kind, count] : counts)
        if (count > kShownOfAKind)
            io.err << fmt::format(
                "solander: note: {}: {} like this ({}); --all-notes tells them\n", kind.first,
                report::count_text(count - kShownOfAKind, "more note"), kind.second);
    if (others > 0)
        io.err << fmt::format("solander: note: and {}; --all-notes tells them\n",
                              report::count_text(others, "more note"));
}

}  // namespace solander::cli
