// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

// One description of every XML type, read by two visitors: XmlOutput writes a value as it says,
// XmlInput fills a value and refuses whatever it does not say. So writer and reader cannot drift
// apart. A visitor `Io` has
//
//   required(name, value)   an attribute that is there
//   optional(name, value)   an attribute that is left out when empty
//   text(words)             the text of this element
//   child(name, value)      one child element, which is there
//   maybe(name, value)      one child element, left out when empty or nullopt
//   each(name, list)        a run of children of one name
//   type_of(name, variant)  an attribute that says which alternative the variant holds
//
// in the order in which they stand. schemas/ says the same again for xmllint, and tests hold the
// two together.

namespace solander::format {

/// `T` for a visitor that reads, `const T` for one that writes.
template <class Io, class T>
using In = std::conditional_t<Io::kWrites, const T, T>;

}  // namespace solander::format
