// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace solander::audit {

/// Whether a label limits who may see a thing.
enum class LabelAccess {
    any,        ///< It does not.
    care,       ///< With care, or at some times of the year only.
    community,  ///< Only some people, or only the community itself.
};

/// A label or notice of Local Contexts.
struct LocalContextsLabel {
    std::string_view code;  ///< `TK SS`; of a notice its name.
    std::string_view name;  ///< `TK Secret / Sacred`
    std::string_view slug;  ///< The last part of its address: `tk-secret-sacred`
    LabelAccess access = LabelAccess::any;
    bool is_notice = false;  ///< Put there by an institution, and not by a community.
};

/// 20 labels on traditional knowledge, 10 biocultural ones, and the notices.
std::span<const LocalContextsLabel> local_contexts_labels();

/// Those that a text names, by address, by name or by code in capitals with `TK` or `BC` in front.
std::vector<const LocalContextsLabel*> labels_in(std::string_view text);

}  // namespace solander::audit
