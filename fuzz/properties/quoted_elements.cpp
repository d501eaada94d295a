// SPDX-License-Identifier: Apache-2.0
#include "properties/quoted_elements.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "format/lexical.h"
#include "format/manifest_xml.h"

namespace solander::fuzz {

namespace {

/// Words are compared without any white space: parts of a name or a title may be joined.
std::string squeezed(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') result += c;
    return result;
}

/// Whether the words of a line stand in a text in their order: the parts of a title may have other
/// words between them.
bool has_in_order(std::string_view squeezed_text, std::string_view line) {
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        const std::string word = squeezed(line.substr(0, end));
        const auto found = squeezed_text.find(word);
        if (found == squeezed_text.npos) return false;
        squeezed_text.remove_prefix(found + word.size());
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return true;
}

class Source {
public:
    explicit Source(std::string_view text) {
        const auto first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
        is_json_ = first != text.npos && text[first] != '<';
        if (is_json_)
            json_ = nlohmann::json::parse(text, nullptr, false);
        else
            xml_.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    }

    /// All text at a place, or nothing if there is no such place.
    std::optional<std::string> at(const std::string& place) const {
        return is_json_ ? at_pointer(place) : at_path(place);
    }

private:
    std::optional<std::string> at_pointer(const std::string& place) const {
        if (!place.starts_with("pointer ")) return std::nullopt;
        const nlohmann::json::json_pointer pointer(place.substr(8));
        if (!json_.contains(pointer)) return std::nullopt;
        std::string all;
        collect(json_.at(pointer), all);
        return all;
    }

    static void collect(const nlohmann::json& value, std::string& all) {
        if (value.is_string())
            all += value.get<std::string>() + "\n";
        else if (value.is_structured())
            for (const auto& each : value) collect(each, all);
        else
            all += value.dump() + "\n";
    }

    std::optional<std::string> at_path(const std::string& place) const {
        if (!place.starts_with("path /")) return std::nullopt;
        pugi::xml_node node = xml_;
        std::string_view path = std::string_view(place).substr(6);
        while (!path.empty()) {
            const auto slash = std::min(path.find('/'), path.size());
            std::string step(path.substr(0, slash));
            path.remove_prefix(std::min(slash + 1, path.size()));
            if (step.front() == '@') {
                const auto attribute = node.attribute(step.c_str() + 1);
                if (!attribute) return std::nullopt;
                return attribute.value();
            }
            node = child(node, step);
            if (!node) return std::nullopt;
        }
        std::string all;
        std::string attributes;
        collect(node, all, attributes);
        return all + "\n" + attributes;
    }

    /// The child that `name` or `name[2]` means; none for a name that several have.
    static pugi::xml_node child(const pugi::xml_node& node, const std::string& step) {
        const auto bracket = step.find('[');
        const std::string name = step.substr(0, bracket);
        std::vector<pugi::xml_node> all;
        for (const auto& each : node.children(name.c_str())) all.push_back(each);
        if (bracket == step.npos) return all.size() == 1 ? all.front() : pugi::xml_node();
        const auto number = std::strtoul(step.c_str() + bracket + 1, nullptr, 10);
        const bool is_there = all.size() > 1 && number > 0 && number <= all.size();
        return is_there ? all[number - 1] : pugi::xml_node();
    }

    static void collect(const pugi::xml_node& node, std::string& all, std::string& attributes) {
        for (const auto& attribute : node.attributes()) {
            attributes += attribute.value();
            attributes += '\n';
        }
        for (const auto& each : node.children()) {
            if (each.type() == pugi::node_element)
                collect(each, all, attributes);
            else
                all += each.value();
        }
    }

    bool is_json_ = false;
    nlohmann::json json_;
    pugi::xml_document xml_;
};

class Walker {
public:
    explicit Walker(std::string_view text) : source_(text) {}

    std::vector<std::string> walk(const pugi::xml_node& document) {
        for (const auto& element : document.children()) visit(element, {});
        return std::move(complaints_);
    }

private:
    void visit(const pugi::xml_node& element, std::optional<std::string> around) {
        const std::string name = element.name();
        for (const auto& attribute : element.attributes())
            if (!format::has_form(name, attribute.name(), attribute.value()))
                complaints_.push_back(name + ": " + attribute.name() + " cannot be '" +
                                      attribute.value() + "'");
        if (const std::string place = element.attribute("at").value(); !place.empty()) {
            around = source_.at(place);
            if (!around) complaints_.push_back(name + ": is no place: " + place);
            if (around) around = squeezed(*around);
        }
        for (const auto& child : element.children()) {
            if (child.type() == pugi::node_element) visit(child, around);
            if (child.type() == pugi::node_pcdata) words(name, child.value(), around);
        }
    }

    void words(const std::string& name, std::string_view all,
               const std::optional<std::string>& around) {
        if (!around) return;
        for (std::size_t at = 0; at < all.size();) {
            const auto end = std::min(all.find('\n', at), all.size());
            const auto line = all.substr(at, end - at);
            // What XML cannot carry was replaced, and is not looked for.
            if (line.find("\uFFFD") == line.npos && around->find(squeezed(line)) == around->npos &&
                !(name == "title" && has_in_order(*around, line)))
                complaints_.push_back(name + ": not at its place: " + std::string(line));
            at = end + 1;
        }
    }

    Source source_;
    std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> misquoted_elements(Document document, std::string_view text) {
    document.id = "d1";
    format::make_storable(document);
    Manifest manifest;
    manifest.documents.push_back(std::move(document));
    pugi::xml_document written;
    written.load_string(format::write_manifest(manifest).c_str());
    return Walker(text).walk(written.child("manifest").child("documents"));
}

}  // namespace solander::fuzz
