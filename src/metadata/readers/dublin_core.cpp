// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <unordered_set>
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

extern const Reader dublin_core;

namespace {

constexpr std::string_view kOaiPmh = "http://www.openarchives.org/OAI/2.0/";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

bool is_dublin_core(const XmlElement& element) {
    return element.name.space == kDcElements || element.name.space == kDcTerms;
}

/// A record is an element with children in the namespaces of Dublin Core.
void find_records(const XmlElement& element, std::vector<const XmlElement*>& records) {
    if (std::ranges::any_of(element.children, [](const auto* c) { return is_dublin_core(*c); })) {
        records.push_back(&element);
        return;
    }
    for (const auto* child : element.children) find_records(*child, records);
}

class DublinCoreRecord {
public:
    explicit DublinCoreRecord(const XmlElement& record) : record_(record), tally_(record) {}

    Document read(const Received& received) {
        document_ = document_of(received, dublin_core);
        for (const auto* child : record_.children)
            if (is_dublin_core(*child)) add(*child);
        if (const auto* header = oai_header()) tally_.keep_rest(document_, *header);
        tally_.keep_rest(document_);
        state_absences(document_);
        return std::move(document_);
    }

    /// The header that OAI-PMH puts beside the record, if it is there.
    const XmlElement* oai_header() const {
        const auto* metadata = record_.parent;
        if (metadata == nullptr || !metadata->name.is(kOaiPmh, "metadata")) return nullptr;
        return metadata->parent == nullptr ? nullptr : metadata->parent->child("header");
    }

private:
    void add(const XmlElement& element) {
        const auto* resource = element.attribute(kRdf, "resource");
        const bool is_reference = element.words.empty() && resource != nullptr;
        const auto said = is_reference ? tally_.take(element, *resource) : tally_.take(element);
        const auto scheme = element.name.local == "identifier"
                                ? tally_.consume(element, kSchemaInstance, "type")
                                : std::string_view();
        if (!put_dublin_core(document_, element.name.local, said, scheme))
            put_note(document_, element.name.written, said);
    }

    const XmlElement& record_;
    XmlTally tally_;
    Document document_;
};

/// What stands in the file beside its records, such as a list's own dates and tokens.
void remark_on_rest(const XmlElement& element, const std::unordered_set<const XmlElement*>& told,
                    std::vector<Remark>& remarks) {
    if (told.contains(&element)) return;
    if (element.has_own_words)
        remarks.push_back({"dublin-core.outside-records", element.path(),
                           "these words belong to no record, and were not read"});
    if (element.value_of("status") == "deleted")
        remarks.push_back({"dublin-core.deleted", element.path(),
                           "the list says that this record was deleted, and has none"});
    for (const auto* child : element.children) remark_on_rest(*child, told, remarks);
}

Recognition recognises(const Received& received) {
    const auto root = xml_root(received.text);
    if (!root) return Recognition::no;
    const auto space = root->space();
    if (space == kOaiDc || space == kDcElements || space == kDcTerms) return Recognition::certain;
    if (space == kOaiPmh)
        return received.text.find(kOaiDc) != received.text.npos ? Recognition::certain
                                                                : Recognition::no;
    if (!root->declares(kDcElements) && !root->declares(kDcTerms)) return Recognition::no;
    return space.empty() || space == kRdf ? Recognition::certain : Recognition::maybe;
}

Result<Reading> read(const Received& received) {
    SOLANDER_TRY_ASSIGN(const auto xml, XmlRecord::parse(received.text));
    std::vector<const XmlElement*> records;
    find_records(xml.root(), records);
    if (records.empty())
        return Error(ErrorCode::format, "no element has children in a namespace of Dublin Core");
    Reading reading;
    reading.remarks = xml.remarks();
    reading.documents.reserve(records.size());
    std::unordered_set<const XmlElement*> told(records.begin(), records.end());
    std::size_t notes = 0;
    for (const auto* element : records) {
        DublinCoreRecord record(*element);
        if (const auto* header = record.oai_header()) told.insert(header);
        Described described;
        described.document = record.read(received);
        notes += described.document.notes.size();
        if (notes > kMaxNotes)
            return Error(ErrorCode::limit,
                         fmt::format("its documents would have more than {} notes", kMaxNotes));
        if (records.size() > 1) described.subject = subject_in(received, element->path());
        reading.documents.push_back(std::move(described));
    }
    remark_on_rest(xml.root(), told, reading.remarks);
    return reading;
}

}  // namespace

const Reader dublin_core{
    .name = "dublin-core/1",
    .title = "Dublin Core in XML, simple or with DCTERMS, one record or a list of them",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
