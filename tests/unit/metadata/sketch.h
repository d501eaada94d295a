// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/document.h>

namespace solander::test {

/// What a document says, one line a statement, in the order of manifests:
/// `title stated line 5 {wilson.head}: Letter, Edda Lindqvist …`. Words are cut after 48 bytes, at
/// the end of a character. Attributes stand before the colon. What is absent is left out.
std::vector<std::string> sketch(const Document& document);

/// The names of the required fields that the document says nothing of, of rights also.
std::string absences(const Document& document);

}  // namespace solander::test
