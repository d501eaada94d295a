// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/try.h"
#include "metadata/absences.h"
#include "metadata/hand_over.h"
#include "metadata/json_record.h"
#include "metadata/reader.h"
#include "metadata/schema_org_record.h"

namespace solander::metadata {

extern const Reader schema_org;

namespace {

/// So far from the key may the address of the vocabulary stand: in an array of contexts it need
/// not be the first.
constexpr std::size_t kContextBytes = 1024;

Recognition recognises(const Received& received) {
    const auto begin = received.text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (begin == received.text.npos) return Recognition::no;
    if (received.text[begin] != '{' && received.text[begin] != '[') return Recognition::no;
    const auto context = received.text.find("\"@context\"");
    if (context == received.text.npos) return Recognition::no;
    const auto near = received.text.substr(context, kContextBytes);
    return near.find("schema.org") != near.npos ? Recognition::certain : Recognition::no;
}

Result<Reading> read(const Received& received) {
    SOLANDER_TRY_ASSIGN(const auto json, JsonRecord::parse(received.text));
    const SchemaOrgGraph graph(json.root());
    if (graph.documents().empty())
        return Error(ErrorCode::format,
                     "no node in it is a CreativeWork of Schema.org, or one of its subtypes");
    Reading reading;
    reading.remarks = json.remarks();
    const auto& works = graph.documents();
    reading.documents.reserve(works.size());
    std::size_t notes = 0;
    for (const auto& work : works) {
        Described described;
        described.document = document_of(received, schema_org);
        read_schema_org(work, graph, described.document);
        state_absences(described.document);
        notes += described.document.notes.size();
        if (notes > kMaxNotes)
            return Error(ErrorCode::limit,
                         fmt::format("its documents would have more than {} notes", kMaxNotes));
        if (works.size() > 1) described.subject = subject_in(received, work.node->pointer());
        reading.documents.push_back(std::move(described));
    }
    for (const auto* node : graph.others())
        reading.remarks.push_back({"schema-org.other-node", node->pointer(),
                                   "this node describes no document; it is read only where one "
                                   "that does refers to it"});
    return reading;
}

}  // namespace

const Reader schema_org{
    .name = "schema-org/1",
    .title = "JSON-LD in the vocabulary of Schema.org",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
