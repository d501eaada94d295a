// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace solander::format::test {

struct XsdAttribute {
    std::string name;
    std::string type;
    std::string owner;  ///< The type or group that declares it, for all that use that.
    bool required = false;
};

struct XsdChild {
    std::string name;
    std::string type;
    std::string owner;
    bool required = false;
    bool repeated = false;
    bool ordered = true;  ///< False: one of several that may change places.
};

/// What an element may have, base types and groups included.
struct XsdType {
    std::vector<XsdAttribute> attributes;
    std::vector<XsdChild> children;
    bool has_words = false;
    bool needs_words = false;

    const XsdAttribute* attribute(std::string_view name) const;
    const XsdChild* child(std::string_view name) const;
};

/// As much of a schema in schemas/ as tests ask for: those are all written in one style.
struct Xsd {
    std::string root_type;
    std::map<std::string, XsdType> types;
    std::map<std::string, std::vector<std::string>> codes;  ///< Of simple types that list them.
    std::vector<std::string> forms;                         ///< The other simple types.
};

Xsd read_xsd(std::string_view file_name);

}  // namespace solander::format::test
