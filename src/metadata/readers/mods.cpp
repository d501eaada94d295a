// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/try.h"
#include "metadata/absences.h"
#include "metadata/hand_over.h"
#include "metadata/mods_record.h"
#include "metadata/reader.h"
#include "metadata/xml_record.h"

namespace solander::metadata {

extern const Reader mods;

namespace {

Recognition recognises(const Received& received) {
    const auto root = xml_root(received.text);
    return root && root->space() == kMods ? Recognition::certain : Recognition::no;
}

Result<Reading> read(const Received& received) {
    SOLANDER_TRY_ASSIGN(const auto xml, XmlRecord::parse(received.text));
    std::vector<const XmlElement*> records;
    if (xml.root().name.is(kMods, "mods")) records.push_back(&xml.root());
    if (xml.root().name.is(kMods, "modsCollection"))
        std::ranges::copy_if(xml.root().children, std::back_inserter(records),
                             [](const auto* child) { return child->name.is(kMods, "mods"); });
    if (records.empty())
        return Error(ErrorCode::format, "there is no <mods>, alone or in a <modsCollection>");
    Reading reading;
    reading.remarks = xml.remarks();
    reading.documents.reserve(records.size());
    for (const auto* record : records) {
        Described described;
        described.document = document_of(received, mods);
        read_mods(*record, described.document);
        state_absences(described.document);
        if (records.size() > 1) described.subject = subject_in(received, record->path());
        reading.documents.push_back(std::move(described));
    }
    return reading;
}

}  // namespace

const Reader mods{
    .name = "mods/1",
    .title = "MODS 3 records, one or a collection of them",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
