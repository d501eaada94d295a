// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include <solander/record_tree.h>

#include "format/describe.h"
#include "format/values.h"

namespace solander {

namespace {

/// The visitor (see format/visitor.h) that copies an element into a tree.
class TreeOutput {
public:
    static constexpr bool kWrites = true;

    explicit TreeOutput(RecordNode& node) : node_(node) {}

    template <class T>
    void required(std::string_view name, const T& value) {
        node_.attributes.emplace_back(name, format::to_text(value));
    }
    template <class T>
    void optional(std::string_view name, const T& value) {
        if (!format::is_empty(value)) required(name, value);
    }
    void text(const std::string& words) { node_.words = words; }

    template <class T>
    void child(std::string_view name, const T& value) {
        RecordNode& node = node_.children.emplace_back();
        node.name = name;
        TreeOutput inner(node);
        if constexpr (std::is_same_v<T, std::string>)
            inner.text(value);
        else
            describe(inner, value);
    }
    void maybe(std::string_view name, const std::string& words) {
        if (!words.empty()) child(name, words);
    }
    template <class T>
    void maybe(std::string_view name, const std::optional<T>& value) {
        if (value) child(name, *value);
    }
    template <class T>
    void each(std::string_view name, const std::vector<T>& list) {
        for (const T& value : list) child(name, value);
    }
    void each(std::string_view name, const std::vector<TypedWords>& list, std::string_view type) {
        for (const TypedWords& value : list)
            node_.children.push_back(
                {std::string(name), {{std::string(type), value.type}}, value.words, {}});
    }
    void each_of(std::string_view transfer, std::string_view gap,
                 const std::vector<std::variant<Transfer, Gap>>& steps) {
        for (const auto& step : steps)
            std::visit([&](const auto& value) { child(step.index() == 0 ? transfer : gap, value); },
                       step);
    }

private:
    template <class T>
    static void describe(TreeOutput& output, const T& value);

    RecordNode& node_;
};

template <class T>
void TreeOutput::describe(TreeOutput& output, const T& value) {
    format::describe(output, value);
}

}  // namespace

std::string RecordNode::attribute(std::string_view attribute_name) const {
    for (const auto& [key, value] : attributes)
        if (key == attribute_name) return value;
    return {};
}

RecordNode record_tree(const Document& document) {
    RecordNode root;
    root.name = "document";
    TreeOutput output(root);
    format::describe(output, document);
    return root;
}

}  // namespace solander
