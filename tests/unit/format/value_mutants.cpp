// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "unit/format/element_tree.h"
#include "unit/format/mutants.h"

namespace solander::format::test {

namespace {

/// Quotes what a name may hold of a value.
std::string shown(std::string_view value) {
    std::string out;
    for (const char c : value.substr(0, 80))
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    return "'" + out + "'";
}

class Maker {
public:
    Maker(const std::string& example, const Xsd& xsd) : root_(read_tree(example)), xsd_(xsd) {}

    std::vector<Mutant> make(const std::vector<ValueList>& lists) && {
        for (const ValueList& list : lists)
            if (std::ranges::find(xsd_.forms, list.type) != xsd_.forms.end()) whole(list);
        visit(root_, xsd_.root_type, lists);
        return std::move(made_);
    }

private:
    /// All values of a list, where they break nothing else.
    void whole(const ValueList& list) {
        std::size_t index = 0;
        std::string* value = nullptr;
        for_each_element(root_, [&](TreeElement& element) {
            if (element.name == list.element && index++ == list.index)
                value = element.attribute(list.attribute);
        });
        if (value == nullptr) return;  // the other schema's
        const auto where = std::string(list.element) + ' ' + std::string(list.attribute);
        for (const auto& text : list.fine) add(where, *value, text, Verdict::fine);
        for (const auto& text : list.refused) add(where, *value, text, Verdict::refused);
        for (const auto& text : list.refused_by_us)
            add(where, *value, text, Verdict::refused_by_us, list.why);
    }

    /// One value that every attribute of a form must refuse.
    void visit(TreeElement& element, const std::string& type_name,
               const std::vector<ValueList>& lists) {
        const XsdType& type = xsd_.types.at(type_name);
        for (auto& [name, value] : element.attributes) {
            const auto* attribute = type.attribute(name);
            if (attribute == nullptr || xsd_.codes.contains(attribute->type)) continue;
            const auto list = std::ranges::find(lists, attribute->type, &ValueList::type);
            if (list == lists.end())
                throw std::runtime_error("no list of values for " + attribute->type);
            if (!seen_.insert(element.name + ' ' + name).second) continue;
            for (const auto& wrong : list->refused)
                if (!wrong.empty()) {
                    add(element.name + ' ' + name, value, wrong, Verdict::refused);
                    break;
                }
        }
        for (auto& child : element.children) visit(child, type.child(child.name)->type, lists);
    }

    void add(const std::string& where, std::string& value, const std::string& text, Verdict verdict,
             const std::string& why = {}) {
        const auto before = std::exchange(value, text);
        made_.push_back({where + " = " + shown(text), write_tree(root_), verdict,
                         "has a " + where.substr(where.find(' ') + 1) + " that is none", why});
        value = before;
    }

    TreeElement root_;
    const Xsd& xsd_;
    std::set<std::string> seen_;
    std::vector<Mutant> made_;
};

}  // namespace

std::vector<Mutant> value_mutants(const std::string& example, const Xsd& xsd) {
    return Maker(example, xsd).make(value_lists());
}

}  // namespace solander::format::test
