// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace solander::metadata {

// The fixed words of the records of the Wilson Center Digital Archive, as all forms of them have
// them. Spec: docs/metadata.md, "Wilson Center Digital Archive".

/// In the order in which records have them.
enum class WilsonField {
    creator,
    contributor,
    subject_agent,
    subject_place,
    subject,
    relation,
    heading,
    source,
    original_archive,
    rights,
    upload_title,
    upload_date,
    type,
    language,
    record_id,
    classification,
    donors,
};

/// A label, which stands on a line of its own, exactly so.
struct WilsonLabel {
    std::string_view text;
    WilsonField field;
};

/// The label that a whole line is; null if it is none. All are elements of one array in the order
/// of records, so addresses compare as places in that order.
const WilsonLabel* wilson_label(std::string_view line);

/// Whether `line` is a label that records have after `other`.
bool is_label_after(std::string_view line, WilsonField other);

/// The funder that a credit line names, empty where the name is lost; nothing for another line.
std::optional<std::string_view> credited_funder(std::string_view line);

/// The publisher's rights text is two paragraphs: what may be done, and whom to ask.
inline constexpr std::string_view kWilsonRightsRule = "boilerplate.wilson-happ";
bool is_wilson_rights_text(std::string_view line);

struct WilsonContact {
    std::string_view name;
    std::string_view email;        ///< Empty where the capture lost it.
    std::string_view placeholder;  ///< What stands in its place then, if anything does.
};
std::optional<WilsonContact> wilson_rights_contact(std::string_view line);

}  // namespace solander::metadata
