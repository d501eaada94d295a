// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include <solander/document.h>

namespace solander::format {

/// Gives origins of a document new ids, in their own elements and in every place that names one.
/// `ids` is by the old id; origins that it does not have keep theirs.
void rename_origins(Document& document, const std::map<std::string, std::string>& ids);

}  // namespace solander::format
