// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/try.h"
#include "metadata/absences.h"
#include "metadata/dublin_core_terms.h"
#include "metadata/hand_over.h"
#include "metadata/reader.h"
#include "metadata/xml_record.h"
#include "metadata/xml_tally.h"

namespace solander::metadata {

extern const Reader dspace_dublin_core;

namespace {

/// Where DSpace's own qualifiers go. What is not here is looked for among the terms of Dublin Core
/// by its qualifier, or by its element where it has none.
struct Row {
    std::string_view name;  ///< `element.qualifier`
    Field field;
    std::string_view kind = {};
};
constexpr std::array<Row, 17> kRows = {{
    {"contributor.author", Field::creator},
    {"contributor.advisor", Field::contributor, "advisor"},
    {"contributor.editor", Field::contributor, "editor"},
    {"contributor.illustrator", Field::contributor, "illustrator"},
    {"contributor.other", Field::contributor, "other"},
    {"coverage.spatial", Field::subject_place},
    {"date.created", Field::date},
    {"date.issued", Field::publication_date},
    {"description.abstract", Field::description},
    {"description.tableofcontents", Field::description},
    {"description.sponsorship", Field::funding_credit},
    {"description.provenance", Field::custodial_history},
    {"format.extent", Field::extent},
    {"language.iso", Field::language},
    {"rights.holder", Field::rights_holder},
    {"rights.license", Field::licence},
    {"title.alternative", Field::alternative_title},
}};

/// Terms whose value goes the way of the unqualified element, and why others do not: a qualifier
/// that nobody here knows could mean anything.
constexpr std::array<std::string_view, 6> kTermsWithQualifier = {
    "relation", "rights", "language", "subject", "type", "identifier"};

class Item {
public:
    explicit Item(const XmlElement& root) : root_(root), tally_(root) {}

    Document read(const Received& received, std::vector<Remark>& remarks) {
        document_ = document_of(received, dspace_dublin_core);
        const auto schema = tally_.consume(root_, "schema");
        schema_ = schema.empty() ? "dc" : schema;
        for (const auto* value : root_.children)
            if (value->name.is({}, "dcvalue")) add(*value, remarks);
        tally_.keep_rest(document_);
        state_absences(document_);
        return std::move(document_);
    }

private:
    void add(const XmlElement& value, std::vector<Remark>& remarks) {
        const auto element = tally_.consume(value, "element");
        auto qualifier = tally_.consume(value, "qualifier");
        if (qualifier == "none") qualifier = {};
        const auto name =
            qualifier.empty() ? std::string(element) : fmt::format("{}.{}", element, qualifier);
        auto said = tally_.take(value);
        said.place.label = fmt::format("{}.{}", schema_, name);
        said.place.lang = language_tag(value.value_of("language"));
        if (!said.place.lang.empty()) tally_.consume(value, "language");
        remark_on(said, name, remarks);
        if (put_value(element, qualifier, name, said)) return;
        auto type = said.place.label;
        put_note(document_, std::move(type), std::move(said));
    }

    /// What becomes of a value when DSpace imports it.
    void remark_on(const Said& said, std::string_view name, std::vector<Remark>& remarks) const {
        if (said.words.empty())
            remarks.push_back({"dspace.empty-value", said.place.at,
                               "is empty, and DSpace drops it on import", said.place.label});
        else if (schema_ == "dc" && name == "source")
            remarks.push_back({"dspace.source", said.place.at,
                               "is dc.source, which DSpace keeps for harvested metadata and asks "
                               "nobody to use",
                               said.place.label});
    }

    bool put_value(std::string_view element, std::string_view qualifier, std::string_view name,
                   const Said& said) {
        if (schema_ == "dcterms") return qualifier.empty() && put_term(element, said);
        if (schema_ != "dc") return false;
        if (name == "rights.uri") {
            put_rights(document_, said);
            return true;
        }
        if (const auto* row = std::ranges::find(kRows, name, &Row::name); row != kRows.end()) {
            put(document_, row->field, said, row->kind);
            return true;
        }
        if (qualifier.empty()) return put_term(element, said);
        if (std::ranges::find(kTermsWithQualifier, element) == kTermsWithQualifier.end())
            return false;
        if (element == "relation" && put_dublin_core(document_, qualifier, said)) return true;
        return put_dublin_core(document_, element, said, qualifier);
    }

    bool put_term(std::string_view term, const Said& said) {
        // "Do not use; only for harvested metadata", DSpace says of it: not a statement of this
        // archive on its original.
        if (term == "source" && schema_ == "dc") return false;
        return put_dublin_core(document_, term, said);
    }

    const XmlElement& root_;
    XmlTally tally_;
    std::string schema_;
    Document document_;
};

Recognition recognises(const Received& received) {
    const auto root = xml_root(received.text);
    const bool is_ours = root && root->name == "dublin_core" && root->space().empty();
    return is_ours ? Recognition::certain : Recognition::no;
}

Result<Reading> read(const Received& received) {
    SOLANDER_TRY_ASSIGN(const auto xml, XmlRecord::parse(received.text));
    if (!xml.root().name.is({}, "dublin_core"))
        return Error(ErrorCode::format, "the root is not the <dublin_core> of DSpace");
    Reading reading;
    reading.remarks = xml.remarks();
    Described described;
    described.document = Item(xml.root()).read(received, reading.remarks);
    // All the records of an item lie in its directory.
    const auto slash = received.payload_path.rfind('/');
    if (slash != received.payload_path.npos)
        described.subject = received.payload_path.substr(0, slash);
    reading.documents.push_back(std::move(described));
    return reading;
}

}  // namespace

const Reader dspace_dublin_core{
    .name = "dspace-dublin-core/1",
    .title = "dublin_core.xml and metadata_*.xml of DSpace's Simple Archive Format",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
