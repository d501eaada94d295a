// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "case.h"

namespace solander::test {

/// The letters at `@/out`, and people who believe each other; the journal is at `@/state`.
inline void ready(Desk& desk) {
    desk.pack_letters();
    desk.write("trust", trust_lines({"archivist", "registrar", "repository"}));
    desk.variables["XDG_STATE_HOME"] = desk.path("state");
}

/// `custody VERB @/out/letters.tar -t @/trust -k @/keys/KEY.key …`
inline std::vector<std::string> custody(const std::string& verb, const std::string& key,
                                        const std::vector<std::string>& more = {},
                                        const std::string& package = "@/out/letters.tar") {
    std::vector<std::string> words{"custody", verb, package, "-t", "@/trust"};
    if (!key.empty()) words.insert(words.end(), {"-k", "@/keys/" + key + ".key"});
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

inline void must(Desk& desk, const std::vector<std::string>& arguments) {
    if (const Said said = desk.run(arguments); said.code != 0) throw std::runtime_error(said.err);
}

/// And released to the registrar.
inline void released(Desk& desk) {
    ready(desk);
    must(desk, custody("release", "archivist", {"--to", "registrar@example.org", "--yes"}));
}

inline void received(Desk& desk) {
    released(desk);
    must(desk, custody("receive", "registrar"));
}

inline void cancelled(Desk& desk) {
    released(desk);
    must(desk, custody("cancel", "archivist"));
}

}  // namespace solander::test
