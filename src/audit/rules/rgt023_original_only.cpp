// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/original_only.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

bool has_file(const Record& record, FileRole role) {
    return std::ranges::any_of(record.source().files,
                               [role](const PayloadFile& file) { return file.role == role; });
}

bool has_phrase_in(const Record& record, std::string_view field, std::string_view phrase) {
    return std::ranges::any_of(record.standing(field), [phrase](const Answer* answer) {
        return has_phrase(folded(answer->words), phrase);
    });
}

bool has_translation(const Record& record) {
    const Document& d = record.document();
    const auto is_translation = [](const Body& body) { return body.kind == BodyKind::translation; };
    if (std::ranges::any_of(d.bodies, is_translation)) return true;
    if (find_translator(record) != nullptr) return true;
    for (const Answer* answer : record.standing("relation"))
        if (static_cast<const RelationStatement&>(*answer->statement).type ==
            RelationType::is_translation_of)
            return true;
    return has_phrase_in(record, "type", "translation") || has_file(record, FileRole::translation);
}

bool has_scan(const Record& record) {
    static constexpr std::array<std::string_view, 7> kSigns{"scan",
                                                            "scans",
                                                            "digital image",
                                                            "digital images",
                                                            "digital surrogate",
                                                            "digital copy",
                                                            "digital reproduction"};
    for (const std::string_view field : {"type", "extent"})
        if (std::ranges::any_of(
                kSigns, [&](std::string_view sign) { return has_phrase_in(record, field, sign); }))
            return true;
    return has_file(record, FileRole::scan);
}

void tell(const Record& record, RightsCovers covers, std::string_view what, AuditLevel level,
          Hits& hits) {
    const Answer* original = only_on_original(record, covers);
    if (original == nullptr) return;
    Hit hit{.field = original->field, .place = &original->place()};
    hit.value = original->words;
    hit.level = level;
    hit.message = fmt::format("'{}' is about the original, and nothing is said of the {}",
                              shortened(original->words), what);
    hit.fix = fmt::format(
        "state the rights in the {} as well, or that they are those in the "
        "original",
        what);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    if (has_translation(record))
        tell(record, RightsCovers::translation, "translation", AuditLevel::warning, hits);
    // Whether a scan has rights of its own depends on the country: that is a question.
    if (has_scan(record))
        tell(record, RightsCovers::reproduction, "scan", AuditLevel::review, hits);
}

}  // namespace

extern const Rule rgt023_original_only;
const Rule rgt023_original_only{
    .info = {.id = "RGT023",
             .title = "Rights are stated in the original only, and not in its translation or scan",
             .level = AuditLevel::warning,
             .why = "A translation is a work of its own, and a scan may be under a contract. What "
                    "readers use is the translation or the scan, and of that the record says "
                    "nothing.",
             .fix = "state the rights in each of them",
             .example = "a letter in the public domain, whose English translation is of 2005",
             .source = "DACS 4.4; the Berne Convention, article 2(3)"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
