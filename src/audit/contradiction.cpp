// SPDX-License-Identifier: Apache-2.0
#include "audit/contradiction.h"

#include <array>

namespace solander::audit {

namespace {

using enum Conflict;

/// By RightsClass: public domain, in copyright, open, restricted, unknown, permission, access.
/// Where codes matter, special() has answered before.
constexpr std::array<std::array<Conflict, 7>, 7> kMatrix{{
    {none, error, error, error, warning, none, none},
    {error, none, none, none, warning, none, none},
    {error, none, none, error, warning, error, none},
    {error, none, error, none, warning, warning, none},
    {warning, warning, warning, warning, note, none, none},
    {none, none, error, warning, none, none, none},
    {none, none, none, none, none, none, none},
}};

bool is_waiver_or_mark(const Standing& standing) {
    return standing.code == "CC0" || standing.code == "PDM";
}

bool is_kind(const Standing& a, const Standing& b, RightsClass one, RightsClass other) {
    return (a.kind == one && b.kind == other) || (a.kind == other && b.kind == one);
}

/// What the codes decide, whatever the classes say; nothing where they decide nothing.
std::optional<Conflict> special(const Standing& a, const Standing& b) {
    const bool both_coded = !a.code.empty() && !b.code.empty();
    if (both_coded && a.code == b.code) return none;
    using enum RightsClass;
    if (both_coded && a.kind == b.kind && a.kind != in_copyright && a.kind != unknown) return error;
    // It is a public domain work of which a contract forbids commercial use.
    if (is_kind(a, b, public_domain, restricted) && (a.code == "NoC-NC" || b.code == "NoC-NC"))
        return none;
    if (is_kind(a, b, public_domain, permission) && (is_waiver_or_mark(a) || is_waiver_or_mark(b)))
        return error;
    return {};
}

}  // namespace

Standing standing_of(const RightsUri& uri) {
    return {uri.kind(), uri.code()};
}

Standing standing_of(PremisCopyrightStatus status) {
    switch (status) {
        case PremisCopyrightStatus::copyrighted:
            return {RightsClass::in_copyright};
        case PremisCopyrightStatus::publicdomain:
            return {RightsClass::public_domain};
        case PremisCopyrightStatus::unknown:
            return {RightsClass::unknown};
    }
    return {};
}

Conflict conflict(const Standing& a, const Standing& b) {
    if (const auto decided = special(a, b)) return *decided;
    return kMatrix.at(static_cast<std::size_t>(a.kind)).at(static_cast<std::size_t>(b.kind));
}

}  // namespace solander::audit
