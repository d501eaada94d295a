// SPDX-License-Identifier: Apache-2.0
#include "unit/format/xsd.h"

#include <algorithm>
#include <stdexcept>

#include <pugixml.hpp>

#include "support/shared.h"

namespace solander::format::test {

namespace {

class Reader {
public:
    explicit Reader(const pugi::xml_node& schema) : schema_(schema) {}

    void add(XsdType& type, const pugi::xml_node& node, const std::string& owner) {
        if (node.child("xs:simpleContent")) type.has_words = true;
        for (const auto& part : node.children()) {
            const std::string_view kind = part.name();
            if (kind == "xs:attribute")
                type.attributes.push_back(
                    {part.attribute("name").value(), part.attribute("type").value(), owner,
                     std::string_view(part.attribute("use").value()) == "required"});
            else if (kind == "xs:attributeGroup")
                add_named(type, "xs:attributeGroup", part.attribute("ref").value());
            else if (kind == "xs:group")
                add_named(type, "xs:group", part.attribute("ref").value());
            else if (kind == "xs:element")
                add_child(type, part, owner);
            else if (kind == "xs:extension")
                add_extension(type, part, owner);
            else if (kind == "xs:sequence" || kind == "xs:choice" || kind == "xs:complexContent" ||
                     kind == "xs:simpleContent")
                add(type, part, owner);
            else if (kind != "xs:annotation")
                throw std::runtime_error("a schema has " + std::string(kind));
        }
    }

private:
    void add_named(XsdType& type, const char* kind, const std::string& name) {
        const auto found = schema_.find_child_by_attribute(kind, "name", name.c_str());
        if (!found) throw std::runtime_error("a schema lacks " + name);
        add(type, found, name);
    }

    void add_extension(XsdType& type, const pugi::xml_node& part, const std::string& owner) {
        const std::string base = part.attribute("base").value();
        if (base == "Found")
            type.needs_words = true;
        else if (base != "xs:string")
            add_named(type, "xs:complexType", base);
        add(type, part, owner);
    }

    static void add_child(XsdType& type, const pugi::xml_node& part, const std::string& owner) {
        const auto outer = part.parent();
        const bool one_of_several = std::string_view(outer.name()) == "xs:choice" &&
                                    outer.select_nodes("xs:element").size() > 1;
        XsdChild child;
        child.name = part.attribute("name").value();
        child.type = part.attribute("type").value();
        child.owner = owner;
        // What is said of a choice holds for each of its elements.
        const auto& counted = one_of_several ? outer : part;
        child.required = std::string_view(counted.attribute("minOccurs").value()) != "0";
        child.repeated = !counted.attribute("maxOccurs").empty();
        child.ordered = !one_of_several || !child.repeated;
        type.children.push_back(std::move(child));
    }

    const pugi::xml_node& schema_;
};

}  // namespace

const XsdAttribute* XsdType::attribute(std::string_view name) const {
    const auto found = std::ranges::find(attributes, name, &XsdAttribute::name);
    return found == attributes.end() ? nullptr : &*found;
}

const XsdChild* XsdType::child(std::string_view name) const {
    const auto found = std::ranges::find(children, name, &XsdChild::name);
    return found == children.end() ? nullptr : &*found;
}

Xsd read_xsd(std::string_view file_name) {
    pugi::xml_document document;
    const auto path = solander::test::source_root() / "schemas" / file_name;
    if (!document.load_file(path.c_str())) throw std::runtime_error("no schema " + path.string());
    const auto schema = document.child("xs:schema");
    Xsd xsd;
    xsd.root_type = schema.child("xs:element").attribute("type").value();
    for (const auto& node : schema.children("xs:complexType")) {
        const std::string name = node.attribute("name").value();
        Reader(schema).add(xsd.types[name], node, name);
    }
    for (const auto& node : schema.children("xs:simpleType")) {
        const std::string name = node.attribute("name").value();
        std::vector<std::string> codes;
        for (const auto& code : node.select_nodes(".//xs:enumeration"))
            codes.emplace_back(code.node().attribute("value").value());
        if (codes.empty())
            xsd.forms.push_back(name);
        else
            xsd.codes[name] = codes;
    }
    return xsd;
}

}  // namespace solander::format::test
