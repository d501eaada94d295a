// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include <solander/finding.h>
#include <solander/key_check.h>
#include <solander/remark.h>
#include <solander/trust.h>

namespace solander::report {

// What `solander explain` says of a code: the whole text, a section of a page, JSON, or a line of a
// list.

std::string text_of(const CodeInfo& info);
std::string text_of(const RemarkInfo& info);
std::string text_of(const TrustRule& rule);
std::string text_of(const KeyRule& rule);

std::string markdown_of(const CodeInfo& info);
std::string markdown_of(const RemarkInfo& info);
std::string markdown_of(const TrustRule& rule);
std::string markdown_of(const KeyRule& rule);

nlohmann::ordered_json json_of(const CodeInfo& info);
nlohmann::ordered_json json_of(const RemarkInfo& info);
nlohmann::ordered_json json_of(const TrustRule& rule);
nlohmann::ordered_json json_of(const KeyRule& rule);

std::string line_of(const CodeInfo& info);
std::string line_of(const RemarkInfo& info);
std::string line_of(const TrustRule& rule);
std::string line_of(const KeyRule& rule);

}  // namespace solander::report
