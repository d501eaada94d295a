// SPDX-License-Identifier: Apache-2.0
// Whatever accidents happen to the full example, reading it ends well; and what is read is a value
// that has one canonical text.
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "format/bag_files.h"
#include "format/manifest_xml.h"
#include "unit/format/element_tree.h"

namespace solander::format::test {

namespace {

class Accidents {
public:
    explicit Accidents(unsigned seed) : random_(seed) {}

    /// The text with one small accident: a byte changed, removed or put in, or a range doubled.
    std::string operator()(std::string text) {
        const auto at = below(text.size());
        switch (below(5)) {
            case 0:
                text[at] = static_cast<char>(random_() & 0xFF);
                break;
            case 1:
                text[at] = neighbour(text[at]);
                break;
            case 2:
                text.erase(at, 1 + below(3));
                break;
            case 3:
                text.insert(at, 1, text[below(text.size())]);
                break;
            case 4: {
                const auto range = text.substr(at, 1 + below(200));
                text.insert(at, range);
                break;
            }
        }
        return text;
    }

    std::size_t below(std::size_t bound) { return random_() % bound; }

private:
    /// Another letter for a letter, another digit for a digit: such texts go further.
    char neighbour(char c) {
        const auto other = [&](char first, std::size_t count) {
            return static_cast<char>(first + static_cast<char>(below(count)));
        };
        if (c >= 'a' && c <= 'z') return other('a', 26);
        if (c >= 'A' && c <= 'Z') return other('A', 26);
        if (c >= '0' && c <= '9') return other('0', 10);
        return c;
    }

    std::mt19937 random_;
};

/// A manifest of parts of the full example: less text, so that a test reads more of them.
class Selection {
public:
    Selection(TreeElement root, Accidents& random) : root_(std::move(root)), random_(random) {}

    std::string text() && {
        if (random_.below(4) != 0) remove(root_, "deposit");
        auto& documents = child(root_, "documents").children;
        documents.pop_back();
        keep_one_of_each(documents.front(), "origin");
        for_each_element(child(documents.front(), "rights"), [this](TreeElement& element) {
            if (element.name == "rights") keep_one_of_each(element, "");
        });
        for_each_element(root_, [this](TreeElement& element) {
            for (const auto* optional : {"made", "received-digest", "authority", "contributor",
                                         "extent", "copyright-status", "grant", "determination",
                                         "contact", "body", "unattributed", "note"})
                if (random_.below(2) == 0) remove(element, optional);
        });
        remove_unnamed(documents.front().children, "origin", "id", {"origin"});
        remove_unnamed(child(root_, "files").children, "file", "path", {"file", "from"});
        fit_tag_files();
        return write_tree(root_);
    }

private:
    static TreeElement& child(TreeElement& parent, std::string_view name) {
        return *std::ranges::find(parent.children, name, &TreeElement::name);
    }

    static void remove(TreeElement& parent, std::string_view name) {
        std::erase_if(parent.children, [&](const auto& e) { return e.name == name; });
    }

    void keep_one_of_each(TreeElement& parent, std::string_view but_all_of) {
        std::vector<TreeElement> kept;
        for (auto& element : parent.children) {
            if (kept.empty() || kept.back().name != element.name || element.name == but_all_of)
                kept.push_back(std::move(element));
            else if (random_.below(2) == 0)
                kept.back() = std::move(element);
        }
        parent.children = std::move(kept);
    }

    /// Removes the elements that no attribute of `from` names, but for one.
    void remove_unnamed(std::vector<TreeElement>& list, std::string_view name, std::string_view key,
                        const std::set<std::string_view>& from) {
        std::set<std::string> named;
        for_each_element(root_, [&](TreeElement& element) {
            for (const auto& [attribute, value] : element.attributes)
                if (from.contains(attribute)) named.insert(value);
        });
        bool is_first = true;
        std::erase_if(list, [&](TreeElement& element) {
            return element.name == name && !std::exchange(is_first, false) &&
                   !named.contains(*element.attribute(key));
        });
    }

    void fit_tag_files() {
        Manifest manifest;
        manifest.id = *root_.attribute("id");
        for (auto& element : child(root_, "files").children) {
            auto& file = manifest.files.emplace_back();
            file.path = *EntryPath::parse(*element.attribute("path"));
            file.size = std::stoull(*element.attribute("size"));
        }
        auto& tag_files = child(root_, "tag-files").children;
        *tag_files[0].attribute("size") = std::to_string(bag_info(manifest).size());
        *tag_files[2].attribute("size") = std::to_string(payload_manifest(manifest).size());
    }

    TreeElement root_;
    Accidents& random_;
};

class FullExampleProperty : public testing::Test {
protected:
    void expect_canonical(const std::string& text) {
        const auto manifest = read_manifest(base::as_bytes(text), base::Limits{});
        if (!manifest) {
            EXPECT_FALSE(manifest.error().message.empty());
            if (manifest.error().kind == Refusal::Kind::invalid) ++invalid_;
            return;
        }
        ++accepted_;
        const auto canonical = write_manifest(*manifest);
        if (canonical == text) return;
        ++rewritten_;
        const auto again = read_manifest(base::as_bytes(canonical), base::Limits{});
        ASSERT_TRUE(again) << again.error().message << '\n' << text;
        ASSERT_EQ(write_manifest(*again), canonical) << text;
    }

    std::size_t accepted_ = 0;
    std::size_t rewritten_ = 0;
    std::size_t invalid_ = 0;
};

TEST_F(FullExampleProperty, IsReadAndWrittenWellAfterAnyAccident) {
    constexpr int kTexts = 20;
    constexpr int kAccidents = 250;
    const auto example = data_file("manifest.xml");
    Accidents accident(20261124);
    for (int i = 0; i < kTexts; ++i) {
        const auto text = i == 0 ? example : Selection(read_tree(example), accident).text();
        const auto manifest = read_manifest(base::as_bytes(text), base::Limits{});
        ASSERT_TRUE(manifest) << manifest.error().message << '\n' << text;
        for (int k = 0; k < kAccidents && !HasFatalFailure(); ++k) {
            SCOPED_TRACE("text " + std::to_string(i) + ", accident " + std::to_string(k));
            auto changed = accident(text);
            if (k % 8 == 0) changed = accident(std::move(changed));
            expect_canonical(changed);
        }
    }
    // Neither all that is refused is refused by the first step, nor is everything refused.
    EXPECT_GT(accepted_, 250U);
    EXPECT_GT(invalid_, 250U);
    EXPECT_GT(rewritten_, 25U);
}

}  // namespace

}  // namespace solander::format::test
