// SPDX-License-Identifier: Apache-2.0
#include "base/glob.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"

namespace solander::base {

namespace {

constexpr auto kNone = std::string_view::npos;

/// Bytes of the first character; one of what is no UTF-8.
std::size_t first_character(std::string_view text) {
    const auto first = first_code_point(text);
    return first ? first->bytes : 1;
}

/// One part. After a `*` it is enough to go back to the last one: what an earlier one could take
/// besides, this one can.
bool fits_part(std::string_view part, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t p = 0;
    std::size_t star = kNone;
    std::size_t taken = 0;
    while (at < part.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = ++p;
            taken = at;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            at += first_character(part.substr(at));
        } else if (p < pattern.size() && pattern[p] == part[at]) {
            ++p;
            ++at;
        } else if (star != kNone) {
            p = star;
            taken += first_character(part.substr(taken));
            at = taken;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == kNone;
}

/// What is left of a path or pattern, cut into parts as it is gone through.
struct Parts {
    std::string_view rest;
    bool is_over = false;

    std::string_view first() const { return rest.substr(0, rest.find('/')); }
    Parts behind() const {
        const auto end = rest.find('/');
        return end == kNone ? Parts{{}, true} : Parts{rest.substr(end + 1)};
    }
};

}  // namespace

bool fits_glob(std::string_view path, std::string_view pattern) {
    Parts at{path};
    Parts p{pattern};
    Parts star{{}, true};  // Behind the last `**`; and what it does not take yet.
    Parts left{{}, true};
    bool has_star = false;
    while (!at.is_over) {
        if (!p.is_over && p.first() == "**") {
            p = p.behind();
            star = p;
            left = at;
            has_star = true;
        } else if (!p.is_over && fits_part(at.first(), p.first())) {
            p = p.behind();
            at = at.behind();
        } else if (has_star) {
            p = star;
            left = left.behind();
            at = left;
        } else {
            return false;
        }
    }
    while (!p.is_over && p.first() == "**") p = p.behind();
    return p.is_over;
}

}  // namespace solander::base
