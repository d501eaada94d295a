// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <solander/audit_known.h>

namespace solander {

namespace {

constexpr std::array<std::string_view, 3> kScopes{"collection", "item", "description"};
constexpr std::array<std::string_view, 7> kClasses{
    "undetermined", "public-domain", "in-copyright", "open", "restricted", "permission", "access"};

template <class Value, std::size_t Size>
std::optional<Value> find(const std::array<std::string_view, Size>& names, std::string_view name) {
    const auto* found = std::ranges::find(names, name);
    if (found == names.end()) return {};
    return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view audit_text_scope_name(AuditTextScope scope) {
    return kScopes.at(static_cast<std::size_t>(scope));
}

std::optional<AuditTextScope> parse_audit_text_scope(std::string_view name) {
    return find<AuditTextScope>(kScopes, name);
}

std::string_view audit_text_class_name(AuditTextClass value) {
    return kClasses.at(static_cast<std::size_t>(value));
}

std::optional<AuditTextClass> parse_audit_text_class(std::string_view name) {
    return find<AuditTextClass>(kClasses, name);
}

}  // namespace solander
