// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "format/manifest_xml.h"
#include "properties/manifest_trip.h"
#include "properties/sample.h"
#include "properties/sample_package.h"
#include "properties/tar_headers.h"
#include "seeds/seeds.h"

namespace solander::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 512;

/// What stands in quotes behind each ` attribute="` of a schema: the names and codes of a format.
void add_words(const std::string& schema, std::string_view attribute, const std::string& target,
               Seeds& seeds) {
    const std::string opening = ' ' + std::string(attribute) + "=\"";
    for (auto at = schema.find(opening); at != std::string::npos; at = schema.find(opening, at)) {
        at += opening.size();
        seeds.add_word(target, std::string_view(schema).substr(at, schema.find('"', at) - at));
    }
}

void add_statements(const fs::path& source, Seeds& seeds) {
    const fs::path examples = source / "tests" / "unit" / "format" / "data";
    for (const auto& entry : fs::directory_iterator(examples)) {
        const std::string name = entry.path().stem().string();
        const std::string text = read_file(entry.path());
        seeds.add(name == "manifest" ? "manifest" : "event", name, text);
        seeds.add("xml_text", name, text);
    }
    seeds.add("manifest", "sample", sample_package().manifest_text);
    Document full = sample_document("data/letter.txt");
    format::make_storable(full);
    seeds.add("manifest", "every-field", manifest_of({full}, "data/letter.txt"));
    seeds.add("event", "sample-seal", sample_package().custody.at("0001-seal.xml"));
    seeds.add("event", "sample-note", sample_note("A note."));
    seeds.add("xml_text", "small",
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"urn:x\" b=\"1 &lt; 2\">\n"
              "  <c d=\"&#10;\" e=\"\u0416\">words &amp; \u20AC</c>\n  <f/> and <g></g>\n</a>\n");
    for (const std::string target : {"manifest", "event"}) {
        const std::string file = target == "manifest" ? "manifest-1.xsd" : "custody-1.xsd";
        const std::string schema = read_file(source / "schemas" / file);
        add_words(schema, "name", target, seeds);
        add_words(schema, "value", target, seeds);
    }
    for (const auto* target : {"manifest", "event", "xml_text"})
        seeds.add_family(target, "profile");
}

/// A tar as it is, and with what people who attack have done to tars.
void add_tar(const std::string& target, const std::string& tar, Seeds& seeds) {
    const auto add = [&](const std::string& name, std::string changed) {
        seeds.add(target, name, std::move(changed));
    };
    const auto patched = [&tar](std::size_t at, std::string_view bytes) {
        std::string changed = tar;
        changed.replace(std::min(at, changed.size()), bytes.size(), bytes);
        return with_checksums(changed);
    };
    add("good", tar);
    add("cut", tar.substr(0, tar.size() / 2 / kBlock * kBlock));
    add("one-block-at-the-end", tar.substr(0, tar.size() - kBlock));
    add("more-behind-the-end", tar + std::string(kBlock, '\0') + "x");
    add("twice", tar + tar);
    add("link", patched(156, "2/etc/passwd"));
    add("long-name-of-gnu", patched(156, "L"));
    add("sparse", patched(156, "S"));
    add("global-header", patched(156, "g"));
    add("extended-header", patched(156, "x"));
    add("size-in-base-256", patched(124, std::string_view("\x80\0\0\0\0\0\0\0\0\0\0\x05", 12)));
    add("largest-size", patched(124, "77777777777"));
    add("another-name", patched(0, "../../letters"));
}

}  // namespace

void add_package_seeds(const fs::path& source, Seeds& seeds) {
    const SamplePackage& sample = sample_package();
    add_statements(source, seeds);
    add_tar("tar", sample.tar, seeds);
    add_tar("bundle", sample.bundle, seeds);
    add_tar("proof", sample_proof(), seeds);
    for (const auto* target : {"tar", "bundle", "proof"}) seeds.add_family(target, "headers");
    for (const auto& [name, bytes] : sample.custody)
        if (name.ends_with(".sig")) seeds.add("signature", "custody", bytes);
    seeds.add("signature", "manifest", sample.manifest_signature);
}

}  // namespace solander::fuzz
