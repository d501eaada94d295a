// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "metadata/schema_org_record.h"

namespace solander::metadata {

namespace {

/// What can be a document in a package. Pages and sites that only show one are not here.
constexpr std::array<std::string_view, 40> kWorks = {"ArchiveComponent",
                                                     "Article",
                                                     "AudioObject",
                                                     "Atlas",
                                                     "Book",
                                                     "Chapter",
                                                     "Clip",
                                                     "Collection",
                                                     "ComicIssue",
                                                     "Conversation",
                                                     "CoverArt",
                                                     "CreativeWork",
                                                     "Dataset",
                                                     "DigitalDocument",
                                                     "Drawing",
                                                     "EmailMessage",
                                                     "ImageObject",
                                                     "Legislation",
                                                     "Letter",
                                                     "Manuscript",
                                                     "Map",
                                                     "MediaObject",
                                                     "Message",
                                                     "Movie",
                                                     "MusicComposition",
                                                     "MusicRecording",
                                                     "NewsArticle",
                                                     "Newspaper",
                                                     "Painting",
                                                     "Periodical",
                                                     "Photograph",
                                                     "Play",
                                                     "Poster",
                                                     "PublicationIssue",
                                                     "Report",
                                                     "ScholarlyArticle",
                                                     "SheetMusic",
                                                     "Thesis",
                                                     "VideoObject",
                                                     "VisualArtwork"};

/// `Photograph` of `schema:Photograph` and `https://schema.org/Photograph`.
std::string_view local_name(std::string_view type) {
    return type.substr(type.find_last_of(":/#") + 1);
}

bool is_work(const JsonValue& node) {
    const auto* type = node.member("@type");
    if (type == nullptr) return false;
    return std::ranges::any_of(type->each(), [](const JsonValue* each) {
        return std::ranges::find(kWorks, local_name(each->words)) != kWorks.end();
    });
}

std::vector<const JsonValue*> top_nodes(const JsonValue& root) {
    std::vector<const JsonValue*> nodes;
    for (const auto* value : root.each()) {
        const auto* graph = value->member("@graph");
        const auto inner = graph != nullptr ? graph->each() : std::vector{value};
        nodes.insert(nodes.end(), inner.begin(), inner.end());
    }
    return nodes;
}

}  // namespace

SchemaOrgGraph::SchemaOrgGraph(const JsonValue& root) {
    const auto nodes = top_nodes(root);
    for (const auto* node : nodes)
        if (const auto* id = node->member("@id"); id != nullptr && node->children.size() > 1)
            by_id_.emplace(id->words, node);
    for (const auto* node : nodes) add(*node);
    for (const auto* node : nodes)
        if (const auto* held = node->member("archiveHeld"))
            for (const auto* each : held->each()) add_held(*node, *each);
}

void SchemaOrgGraph::add(const JsonValue& node) {
    if (is_work(node)) {
        places_.emplace(&node, documents_.size());
        documents_.push_back({&node, nullptr});
    } else {
        others_.push_back(&node);
    }
}

/// The archive may hold what is described beside it, or describe it itself.
void SchemaOrgGraph::add_held(const JsonValue& archive, const JsonValue& held) {
    const auto& node = resolve(held);
    const auto known = places_.find(&node);
    if (known != places_.end()) {
        documents_[known->second].holder = &archive;
    } else if (is_work(node)) {
        places_.emplace(&node, documents_.size());
        documents_.push_back({&node, &archive});
    }
}

const JsonValue& SchemaOrgGraph::resolve(const JsonValue& value) const {
    const auto* id = value.member("@id");
    if (id == nullptr || value.children.size() != 1) return value;
    const auto found = by_id_.find(id->words);
    return found == by_id_.end() ? value : *found->second;
}

}  // namespace solander::metadata
