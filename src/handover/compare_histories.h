// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "custody/folder.h"

namespace solander::handover {

/// How two copies of one custody stand to each other, by their bytes alone.
struct Comparison {
    enum class Outcome {
        same,
        first_longer,   ///< It begins with all that the second has.
        second_longer,  ///< Likewise.
        different,      ///< Neither begins with the other.
    };
    Outcome outcome = Outcome::same;
    std::string difference = {};  ///< The file in which they first differ, where they do.
};

/// Compares events and signatures; VERIFY.txt is no part of a history.
Comparison compare_histories(const custody::Folder& first, const custody::Folder& second);

/// How many events there are, signatures not counted.
std::size_t event_count(const custody::Folder& folder);

}  // namespace solander::handover
