// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <solander/custody.h>
#include <solander/manifest.h>

namespace solander::model {

/// The words by which manifests and reports call the enumerators of `E`, in their order.
template <class E>
struct Names;

template <class E>
constexpr std::string_view name_of(E value) {
    return Names<E>::kAll.at(static_cast<std::size_t>(value));
}

template <class E>
constexpr std::optional<E> parse_name(std::string_view name) {
    const auto& all = Names<E>::kAll;
    const auto found = std::find(all.begin(), all.end(), name);
    if (found == all.end()) return std::nullopt;
    return static_cast<E>(found - all.begin());
}

// clang-format off
template <> struct Names<State> {
    static constexpr std::array<std::string_view, 6> kAll{
        "stated", "blank", "absent", "stated-unknown", "stated-none", "inferred"};
};
template <> struct Names<TitleKind> {
    static constexpr std::array<std::string_view, 5> kAll{
        "formal", "devised", "translated", "transliterated", "alternative"};
};
template <> struct Names<DateOf> {
    static constexpr std::array<std::string_view, 3> kAll{"creation", "publication", "upload"};
};
template <> struct Names<LanguageOf> {
    static constexpr std::array<std::string_view, 2> kAll{"original", "text"};
};
template <> struct Names<Level> {
    static constexpr std::array<std::string_view, 7> kAll{
        "collection", "fonds", "subfonds", "series", "subseries", "file", "item"};
};
template <> struct Names<RelationType> {
    static constexpr std::array<std::string_view, 8> kAll{
        "is-part-of", "is-translation-of", "is-version-of", "replaces", "is-replaced-by",
        "reprinted-in", "published-in", "related"};
};
template <> struct Names<PremisCopyrightStatus> {
    static constexpr std::array<std::string_view, 3> kAll{"copyrighted", "publicdomain", "unknown"};
};
template <> struct Names<RightsScope> {
    static constexpr std::array<std::string_view, 3> kAll{"item", "collection", "unstated"};
};
template <> struct Names<RightsCovers> {
    static constexpr std::array<std::string_view, 6> kAll{
        "original", "transcript", "translation", "reproduction", "metadata", "unstated"};
};
template <> struct Names<RightsBasis> {
    static constexpr std::array<std::string_view, 6> kAll{
        "copyright", "license", "statute", "donor", "policy", "other"};
};
template <> struct Names<OriginKind> {
    static constexpr std::array<std::string_view, 4> kAll{"capture", "table", "hand-over", "person"};
};
template <> struct Names<Drop> {
    static constexpr std::array<std::string_view, 5> kAll{
        "linked-values", "literal-values", "link-text", "labels", "end"};
};
template <> struct Names<BodyKind> {
    static constexpr std::array<std::string_view, 3> kAll{"transcript", "translation", "unstated"};
};
template <> struct Names<AgreementKind> {
    static constexpr std::array<std::string_view, 6> kAll{
        "deed-of-gift", "deposit-agreement", "purchase", "transfer", "loan", "other"};
};
template <> struct Names<FileRole> {
    static constexpr std::array<std::string_view, 8> kAll{
        "original", "scan", "transcript", "translation", "capture", "metadata", "supporting",
        "unstated"};
};
template <> struct Names<HoldingState> {
    static constexpr std::array<std::string_view, kHoldingStateCount> kAll{
        "none", "held", "held-unconfirmed", "in-transit"};
};
template <> struct Names<MadeMethod> {
    static constexpr std::array<std::string_view, 5> kAll{
        "digitisation", "transcription", "translation", "conversion", "redaction"};
};
template <> struct Names<AuditLevel> {  // without `off`, of which nothing is ever told
    static constexpr std::array<std::string_view, kAuditLevelCount> kAll{
        "error", "warning", "review", "note"};
};
template <> struct Names<MachineMade> {
    static constexpr std::array<std::string_view, 3> kAll{"none", "assisted", "generated"};
};
// clang-format on

}  // namespace solander::model
