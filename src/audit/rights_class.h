// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::audit {

/// What a rights statement of any form comes to, so that two of them can be compared.
enum class RightsClass {
    public_domain,  ///< No copyright, or none that binds.
    in_copyright,
    open,        ///< A licence to use and change, for any purpose.
    restricted,  ///< A licence without commercial use, or without changes.
    unknown,     ///< Not evaluated, not found out, or hedged.
    permission,  ///< Somebody has to be asked first.
    access,      ///< Who may see it, which is no matter of copyright.
};

std::string_view rights_class_name(RightsClass value);  ///< For a person: `public domain`

}  // namespace solander::audit
