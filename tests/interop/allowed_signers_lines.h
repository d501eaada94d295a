// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <random>
#include <string>
#include <vector>

namespace solander::test {

/// The archivist's key as it stands in a trust file: `ssh-ed25519 AAAA…`.
const std::string& archivist_line();

/// A trust file to be read by ssh-keygen and by us.
struct TrustLine {
    std::string name;
    std::string file;
    std::string differs = {};  ///< The difference by which we are stricter; empty: there is none.
    std::string time = "2025-06-01T12:00:00Z";
};
void PrintTo(const TrustLine& line, std::ostream* out);

const std::vector<TrustLine>& trust_lines_tried();

/// Lines of parts that fit together, or nearly; the same for a seed on every machine.
class MadeLines {
public:
    explicit MadeLines(unsigned seed) : random_(seed) {}
    std::string next();

private:
    std::string one_of(const std::vector<std::string>& choices);
    std::string gap();
    std::string options();
    std::string option();
    std::string date();
    std::string key_text();

    std::mt19937 random_;
};

}  // namespace solander::test
