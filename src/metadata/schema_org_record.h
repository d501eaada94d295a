// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <solander/document.h>

#include "metadata/json_record.h"

namespace solander::metadata {

/// A node that describes a document, and the archive that says that it holds it, if one does.
struct SchemaOrgNode {
    const JsonValue* node = nullptr;
    const JsonValue* holder = nullptr;
};

/// The nodes of a JSON-LD text in the vocabulary of Schema.org.
class SchemaOrgGraph {
public:
    explicit SchemaOrgGraph(const JsonValue& root);

    /// Works (CreativeWork and its subtypes): at the top, in `@graph`, in an archive's
    /// `archiveHeld`. Works inside of works are values.
    const std::vector<SchemaOrgNode>& documents() const { return documents_; }
    /// Nodes at the same level that are none, such as persons.
    const std::vector<const JsonValue*>& others() const { return others_; }
    /// The node that `{"@id": …}` refers to; `value` itself for anything else.
    const JsonValue& resolve(const JsonValue& value) const;

private:
    void add(const JsonValue& node);
    void add_held(const JsonValue& archive, const JsonValue& held);

    std::map<std::string_view, const JsonValue*> by_id_;
    std::map<const JsonValue*, std::size_t> places_;  ///< Of nodes among the documents.
    std::vector<SchemaOrgNode> documents_;
    std::vector<const JsonValue*> others_;
};

/// Adds what one node says to a document that has its origin. Spec: docs/metadata.md, "Schema.org".
void read_schema_org(const SchemaOrgNode& node, const SchemaOrgGraph& graph, Document& document);

}  // namespace solander::metadata
