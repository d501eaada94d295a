// SPDX-License-Identifier: Apache-2.0
// The examples of tests/unit/format/data use all that the format has. A field that is added to the
// format without a place in them fails here.
#include <algorithm>
#include <set>
#include <string>
#include <type_traits>
#include <typeindex>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "crypto/digest_stream.h"
#include "format/bag_files.h"
#include "format/describe.h"
#include "format/manifest_xml.h"
#include "format/values.h"
#include "package/package_id.h"
#include "unit/format/element_tree.h"
#include "unit/format/xsd.h"

namespace solander::format::test {

namespace {

Manifest full_manifest() {
    const auto text = data_file("manifest.xml");
    auto manifest = read_manifest(base::as_bytes(text), base::Limits{});
    if (!manifest) throw std::runtime_error(manifest.error().message);
    return *std::move(manifest);
}

TEST(FullExample, IsWrittenAsItWasRead) {
    EXPECT_EQ(write_manifest(full_manifest()), data_file("manifest.xml"));
    for (const auto& name : event_files()) {
        const auto text = data_file(name);
        const auto event = read_event(base::as_bytes(text), base::Limits{});
        ASSERT_TRUE(event) << name << ": " << event.error().message;
        EXPECT_EQ(write_event(*event), text) << name;
        EXPECT_EQ(event->premis, model::premis_event_type(event->type())) << name;
    }
}

TEST(FullExample, IsTrueOfItself) {
    const auto text = data_file("manifest.xml");
    const auto manifest = full_manifest();
    EXPECT_EQ(package::package_id_of(text), manifest.id);
    EXPECT_EQ(manifest.tag_files[0].sha256, crypto::sha256(base::as_bytes(bag_info(manifest))));
    EXPECT_EQ(manifest.tag_files[1].sha256, crypto::sha256(base::as_bytes(kBagItText)));
    EXPECT_EQ(manifest.tag_files[2].sha256,
              crypto::sha256(base::as_bytes(payload_manifest(manifest))));
    const auto seal = data_file("seal.xml");
    const auto event = read_event(base::as_bytes(seal), base::Limits{});
    ASSERT_TRUE(event);
    EXPECT_EQ(event->manifest.sha256, crypto::sha256(base::as_bytes(text)));
}

// ---- against the schemas

class Used {
public:
    explicit Used(const Xsd& xsd) : xsd_(xsd) {}

    void look_at(const TreeElement& element, const std::string& type_name) {
        const XsdType& type = xsd_.types.at(type_name);
        for (const auto& [name, value] : element.attributes) {
            if (name == "xmlns") continue;
            const auto* attribute = type.attribute(name);
            ASSERT_NE(attribute, nullptr) << element.name << ' ' << name;
            used_.insert(attribute->owner + " @" + name);
            used_.insert(attribute->type + " = " + value);
        }
        for (const auto& child : element.children) {
            const auto* declared = type.child(child.name);
            ASSERT_NE(declared, nullptr) << element.name << '/' << child.name;
            used_.insert(declared->owner + '/' + child.name);
            look_at(child, declared->type);
        }
    }

    void note(const std::string& what) { used_.insert(what); }

    void expect(const std::string& what) {
        ++expected_;
        EXPECT_TRUE(used_.contains(what)) << what << " has no place in the example";
    }

    /// Of everything that the schema declares.
    void expect_all() {
        for (const auto& [name, type] : xsd_.types) {
            for (const auto& attribute : type.attributes)
                expect(attribute.owner + " @" + attribute.name);
            for (const auto& child : type.children) expect(child.owner + '/' + child.name);
        }
        for (const auto& [type, codes] : xsd_.codes)
            for (const auto& code : codes) expect(type + " = " + code);
    }

    std::size_t expected() const { return expected_; }

private:
    const Xsd& xsd_;
    std::set<std::string> used_;
    std::size_t expected_ = 0;
};

TEST(FullExample, UsesAllThatTheSchemaOfManifestsDeclares) {
    const auto xsd = read_xsd("manifest-1.xsd");
    Used used(xsd);
    used.look_at(read_tree(data_file("manifest.xml")), xsd.root_type);
    used.expect_all();
    EXPECT_GT(used.expected(), 250U);
}

TEST(FullExample, UsesAllThatTheSchemaOfEventsDeclares) {
    const auto xsd = read_xsd("custody-1.xsd");
    Used used(xsd);
    for (const auto& name : event_files()) used.look_at(read_tree(data_file(name)), xsd.root_type);
    // Who received has found it whole, and all that can be covered is in the other schema's
    // example.
    used.note("Verdict = indeterminate");
    used.note("Verdict = failed");
    for (const auto covers : model::Names<RightsCovers>::kAll)
        used.note("RightsCovers = " + std::string(covers));
    used.expect_all();
    EXPECT_GT(used.expected(), 60U);
}

// ---- against the description that reader and writer share

/// The visitor (see format/visitor.h) that notes what is described, and what of it has a value.
class Coverage {
public:
    static constexpr bool kWrites = true;
    using Names = std::set<std::pair<std::string, std::string>>;

    Coverage(Names& described, Names& used, std::string type)
        : described_(described), used_(used), type_(std::move(type)) {}

    void constant(std::string_view name, std::string_view) { note(name, true); }
    template <class T>
    void required(std::string_view name, const T&) {
        note(name, true);
    }
    template <class T>
    void optional(std::string_view name, const T& value) {
        note(name, !is_empty(value));
    }
    void text(const std::string& words) { note("(words)", !words.empty()); }
    void type_of(std::string_view name, const model::EventBody&) { note(name, true); }

    template <class T>
    void child(std::string_view name, const T& value) {
        note(name, true);
        if constexpr (!std::is_same_v<T, std::string>) {
            Coverage inner(described_, used_, typeid(T).name());
            describe(inner, value);
        }
    }
    void maybe(std::string_view name, const std::string& words) { note(name, !words.empty()); }
    template <class T>
    void maybe(std::string_view name, const std::optional<T>& value) {
        note(name, value.has_value());
        if (value) child(name, *value);
    }
    template <class T>
    void each(std::string_view name, const std::vector<T>& list) {
        note(name, !list.empty());
        for (const T& value : list) child(name, value);
    }
    void each(std::string_view name, const std::vector<TypedWords>& list, std::string_view) {
        note(name, !list.empty());
    }
    void each_of(std::string_view transfer, std::string_view gap,
                 const std::vector<std::variant<Transfer, Gap>>& steps) {
        for (const auto& name : {transfer, gap}) note(name, false);
        for (const auto& step : steps)
            std::visit([&](const auto& value) { child(step.index() == 0 ? transfer : gap, value); },
                       step);
    }
    template <class T>
    void list(std::string_view name, std::string_view item, const std::vector<T>& values) {
        note(name, true);
        each(item, values);
    }

private:
    void note(std::string_view name, bool has_value) {
        // What all statements share needs one place among them all.
        static const std::set<std::string_view> kPlace{"origin", "at",       "label", "rule",
                                                       "gaps",   "replaced", "lang"};
        const bool shared = kPlace.contains(name);
        const std::pair what{shared ? "Place" : type_, std::string(name)};
        described_.insert(what);
        if (has_value) used_.insert(what);
    }

    Names& described_;
    Names& used_;
    std::string type_;
};

TEST(FullExample, UsesAllThatIsDescribed) {
    Coverage::Names described;
    Coverage::Names used;
    const auto manifest = full_manifest();
    Coverage coverage(described, used, typeid(Manifest).name());
    describe(coverage, manifest);
    EXPECT_GT(described.size(), 150U);
    for (const auto& what : described)
        EXPECT_TRUE(used.contains(what)) << what.first << ' ' << what.second;
}

template <class E>
void expect_same_codes(const Xsd& xsd, const std::string& type) {
    const auto& names = model::Names<E>::kAll;
    ASSERT_TRUE(xsd.codes.contains(type)) << type;
    EXPECT_EQ(xsd.codes.at(type), std::vector<std::string>(names.begin(), names.end())) << type;
}

TEST(FullExample, HasItsCodesFromListsThatSchemaAndCodeShare) {
    const auto xsd = read_xsd("manifest-1.xsd");
    expect_same_codes<State>(xsd, "State");
    expect_same_codes<Level>(xsd, "Level");
    expect_same_codes<OriginKind>(xsd, "OriginKind");
    expect_same_codes<TitleKind>(xsd, "TitleKind");
    expect_same_codes<DateOf>(xsd, "DateOf");
    expect_same_codes<LanguageOf>(xsd, "LanguageOf");
    expect_same_codes<RelationType>(xsd, "RelationType");
    expect_same_codes<RightsScope>(xsd, "RightsScope");
    expect_same_codes<RightsCovers>(xsd, "RightsCovers");
    expect_same_codes<RightsBasis>(xsd, "RightsBasis");
    expect_same_codes<PremisCopyrightStatus>(xsd, "PremisCopyrightStatus");
    expect_same_codes<AgreementKind>(xsd, "AgreementKind");
    expect_same_codes<BodyKind>(xsd, "BodyKind");
    expect_same_codes<FileRole>(xsd, "Role");
    expect_same_codes<MadeMethod>(xsd, "MadeMethod");
    expect_same_codes<MachineMade>(xsd, "Machine");
    expect_same_codes<AuditLevel>(xsd, "AuditLevel");
    const auto custody = read_xsd("custody-1.xsd");
    expect_same_codes<model::EventType>(custody, "EventType");
    expect_same_codes<Verdict>(custody, "Verdict");
    expect_same_codes<RightsCovers>(custody, "RightsCovers");
    for (const auto& [type, codes] : xsd.codes) EXPECT_FALSE(codes.empty()) << type;

    // The drops are a pattern in the schema; the example names them all.
    const auto& drops = model::Names<Drop>::kAll;
    const auto manifest = full_manifest();
    EXPECT_EQ(manifest.documents[0].origins[0].drops.size(), drops.size());
}

}  // namespace

}  // namespace solander::format::test
