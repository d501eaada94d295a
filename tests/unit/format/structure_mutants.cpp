// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "unit/format/element_tree.h"
#include "unit/format/mutants.h"

namespace solander::format::test {

namespace {

class Maker {
public:
    Maker(const std::string& example, const Xsd& xsd) : root_(read_tree(example)), xsd_(xsd) {}

    std::vector<Mutant> make() && {
        visit(root_, xsd_.root_type);
        return std::move(made_);
    }

private:
    void visit(TreeElement& element, const std::string& type_name) {
        const XsdType& type = xsd_.types.at(type_name);
        where_ = element.name;
        if (is_new("element")) change_content(element, type);
        for (std::size_t i = 0; i < element.attributes.size(); ++i) {
            if (const auto* known = type.attribute(element.attributes[i].first))
                if (is_new("attribute " + known->name)) change_attribute(element, i, *known);
            if (i > 0) {
                const auto pair =
                    element.attributes[i - 1].first + " and " + element.attributes[i].first;
                if (is_new("order of " + pair)) swap_attributes(element, i, pair);
            }
        }
        for (std::size_t i = 0; i < element.children.size(); ++i) change_child(element, i, type);
        for (auto& child : element.children) {
            visit(child, type.child(child.name)->type);
            where_ = element.name;
        }
    }

    bool is_new(const std::string& what) { return seen_.insert(where_ + ": " + what).second; }

    /// Writes what `change` makes of the element, and puts the element back.
    template <class Change>
    void add(TreeElement& element, const std::string& what, Verdict verdict, std::string says,
             Change change, std::string why = {}) {
        const TreeElement before = element;
        change(element);
        made_.push_back(
            {where_ + ": " + what, write_tree(root_), verdict, std::move(says), std::move(why)});
        element = before;
    }

    void change_content(TreeElement& element, const XsdType& type) {
        add(element, "an unknown attribute", Verdict::refused, "does not belong there: unknown",
            [](TreeElement& e) { e.attributes.emplace_back("unknown", "x"); });
        add(element, "an unknown child", Verdict::refused,
            "element that does not belong|holds no words", [](TreeElement& e) {
                e.words.clear();
                e.children.emplace_back().name = "unknown";
            });
        if (type.needs_words)
            add(element, "no words", Verdict::refused, "holds no words",
                [](TreeElement& e) { e.words.clear(); });
        if (type.has_words) return;
        add(element, "words", Verdict::refused, "should be empty|text between",
            [](TreeElement& e) { e.words = "x"; });
        if (type.children.empty())
            add(element, "white space inside", Verdict::refused, "should be empty",
                [](TreeElement& e) { e.words = "\n"; });
    }

    void change_attribute(TreeElement& element, std::size_t i, const XsdAttribute& known) {
        const auto set = [i](std::string value) {
            return [i, value](TreeElement& e) { e.attributes[i].second = value; };
        };
        const auto none = "has a " + known.name + " that is none|has another " + known.name +
                          " than|the tag files are";
        if (known.required)
            add(element, "no " + known.name, Verdict::refused, "lacks the attribute " + known.name,
                [i](TreeElement& e) {
                    e.attributes.erase(e.attributes.begin() + static_cast<std::ptrdiff_t>(i));
                });
        add(element, "an empty " + known.name, Verdict::refused, none, set(""));
        const auto codes = xsd_.codes.find(known.type);
        if (codes == xsd_.codes.end()) return;
        const std::string code = element.attributes[i].second;
        auto capitals = code;
        std::ranges::transform(capitals, capitals.begin(),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        for (const auto& wrong : {std::string("wrong"), " " + code, code + " ", capitals})
            if (wrong != code)
                add(element, known.name + "=\"" + wrong + "\"", Verdict::refused, none, set(wrong));
        static const std::set<std::string> kTiedToOthers{"State", "OriginKind", "TagFilePath",
                                                         "EventType", "AuditLevel"};
        if (!kTiedToOthers.contains(known.type))
            for (const auto& right : codes->second)
                add(element, known.name + "=\"" + right + "\"", Verdict::fine, "", set(right));
        if (known.type == "Yes")
            add(element, known.name + "=\"no\"", Verdict::refused, "said by leaving it out",
                set("no"));
    }

    void swap_attributes(TreeElement& element, std::size_t i, const std::string& pair) {
        add(
            element, "changed places of " + pair, Verdict::refused_by_us,
            "lacks the attribute|attribute that does not belong|does not begin with",
            [i](TreeElement& e) { std::swap(e.attributes[i - 1], e.attributes[i]); },
            "the attributes of XML have no order");
    }

    void change_child(TreeElement& element, std::size_t i, const XsdType& type) {
        const auto& child = *type.child(element.children[i].name);
        if (is_new("child " + child.name)) {
            if (child.required)
                add(element, "no " + child.name, Verdict::refused,
                    "lacks|has no|nothing is said|without", [&child](TreeElement& e) {
                        std::erase_if(e.children, [&child](const TreeElement& other) {
                            return other.name == child.name;
                        });
                    });
            if (!child.repeated)
                add(element, "two " + child.name, Verdict::refused,
                    "lacks its element|element that does not belong", [i](TreeElement& e) {
                        const auto copy = e.children[i];
                        e.children.insert(e.children.begin() + static_cast<std::ptrdiff_t>(i),
                                          copy);
                    });
        }
        if (i == 0 || element.children[i - 1].name == child.name) return;
        const auto pair = element.children[i - 1].name + " and " + child.name;
        const bool ordered = child.ordered || type.child(element.children[i - 1].name)->ordered;
        if (is_new("order of <" + pair))
            add(element, "changed places of <" + pair + ">",
                ordered ? Verdict::refused : Verdict::fine, "lacks|element that does not belong",
                [i](TreeElement& e) { std::swap(e.children[i - 1], e.children[i]); });
    }

    TreeElement root_;
    const Xsd& xsd_;
    std::string where_;
    std::set<std::string> seen_;
    std::vector<Mutant> made_;
};

}  // namespace

std::vector<Mutant> structure_mutants(const std::string& example, const Xsd& xsd) {
    return Maker(example, xsd).make();
}

}  // namespace solander::format::test
