// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/try.h"
#include "metadata/absences.h"
#include "metadata/ead3_component.h"
#include "metadata/hand_over.h"
#include "metadata/reader.h"
#include "metadata/xml_record.h"
#include "metadata/xml_tally.h"

namespace solander::metadata {

extern const Reader ead3;

namespace {

constexpr std::string_view kSponsorRule = "ead3.sponsor-of-finding-aid";
/// What the levels above say is told again for every file and item, so it is the one thing in a
/// finding aid that can make little text into much.
constexpr std::size_t kRepeatedBytes = std::size_t{32} << 20;

bool is_document(const XmlElement& element) {
    const auto level = ead_level(element);
    return level == Level::file || level == Level::item;
}

class FindingAid {
public:
    FindingAid(const Received& received, const XmlElement& root)
        : received_(received), root_(root) {}

    Result<Reading> read(Reading reading) {
        reading_ = std::move(reading);
        find_aid_statements(root_);
        if (const auto* control = root_.child("control"))
            reading_.remarks.push_back(
                {"ead3.control-not-read", control->path(),
                 "this is about the finding aid, not about what it describes; but for its sponsor "
                 "and its declaration of rights it was not read"});
        if (const auto* description = root_.child("archdesc")) SOLANDER_TRY(walk(*description));
        if (reading_.documents.empty())
            return Error(ErrorCode::format,
                         "the finding aid describes no file and no item, only levels above them");
        if (reading_.documents.size() == 1) reading_.documents.front().subject.clear();
        return std::move(reading_);
    }

private:
    /// What the head of a finding aid says that a reader could take for a word on the documents.
    void find_aid_statements(const XmlElement& element) {
        for (const auto* child : element.children) {
            if (child->name.local == "archdesc") continue;
            if (child->name.is(kEad3, "sponsor"))
                sponsors_.push_back(child);
            else if (child->name.is(kEad3, "rightsdeclaration"))
                declarations_.push_back(child);
            else
                find_aid_statements(*child);
        }
    }

    Result<void> walk(const XmlElement& element) {
        if (is_document(element)) {
            SOLANDER_TRY(add(element));
        } else {
            remark_on(element);
        }
        for (const auto* child : element.children) {
            if (is_ead_component(*child)) SOLANDER_TRY(walk(*child));
            if (!child->name.is(kEad3, "dsc")) continue;
            for (const auto* component : child->children)
                if (is_ead_component(*component)) SOLANDER_TRY(walk(*component));
        }
        return {};
    }

    /// A level above files and items is not read; nor is one that does not say what it is.
    void remark_on(const XmlElement& element) {
        const auto level = ead_level(element);
        reading_.remarks.push_back(
            {level ? "ead3.level-not-read" : "ead3.level-unknown", element.path(),
             level ? "this level is above files and items: they name it, and what else it says "
                     "(restrictions, custody) is not copied to them"
                   : "this level is of no kind that is read, and gives no document"});
    }

    Result<void> add(const XmlElement& element) {
        Described described;
        described.document = document_of(received_, ead3);
        read_ead_component(element, received_.payload_path, described);
        Document& document = described.document;
        XmlTally tally(element);
        for (const auto* above = element.parent; above != nullptr; above = above->parent)
            add_level_above(*above, tally, document);
        for (const auto* sponsor : sponsors_) add_sponsor(tally.take(*sponsor), document);
        for (const auto* declaration : declarations_) {
            auto said = tally.take(*declaration);
            repeated_ += said.words.size() + said.place.at.size();
            put_note(document, "rightsdeclaration (of the finding aid, not of what it describes)",
                     std::move(said));
        }
        if (repeated_ > kRepeatedBytes)
            return Error(ErrorCode::limit,
                         fmt::format("what files and items have from levels above them comes to "
                                     "more than {} MiB",
                                     kRepeatedBytes >> 20));
        state_absences(document);
        described.subject = subject_in(received_, element.path());
        reading_.documents.push_back(std::move(described));
        return {};
    }

    void add_level_above(const XmlElement& above, XmlTally& tally, Document& document) {
        const auto level = ead_level(above);
        const auto* did = ead_did(above);
        const auto* title = did == nullptr ? nullptr : did->child("unittitle");
        if (title == nullptr) return;
        auto said = tally.take(*title);
        repeated_ += said.words.size() + said.place.at.size();
        put_relation(document, RelationType::is_part_of, std::move(said)).level = level;
    }

    void add_sponsor(Said said, Document& document) {
        repeated_ += said.words.size() + said.place.at.size();
        if (state_of(said.words) != State::stated) return;
        said.place.rule = kSponsorRule;
        metadata::add(document.funding_credits, State::inferred, std::move(said));
    }

    const Received& received_;
    const XmlElement& root_;
    Reading reading_;
    std::vector<const XmlElement*> sponsors_;
    std::vector<const XmlElement*> declarations_;
    std::size_t repeated_ = 0;
};

Recognition recognises(const Received& received) {
    const auto root = xml_root(received.text);
    return root && root->space() == kEad3 ? Recognition::certain : Recognition::no;
}

Result<Reading> read(const Received& received) {
    SOLANDER_TRY_ASSIGN(const auto xml, XmlRecord::parse(received.text));
    if (!xml.root().name.is(kEad3, "ead")) return Error(ErrorCode::format, "the root is not <ead>");
    Reading reading;
    reading.remarks = xml.remarks();
    return FindingAid(received, xml.root()).read(std::move(reading));
}

}  // namespace

const Reader ead3{
    .name = "ead3/1",
    .title = "EAD3 finding aids: their files and items",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
