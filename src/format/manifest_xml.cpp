// SPDX-License-Identifier: Apache-2.0
#include "format/manifest_xml.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "format/manifest_rules.h"
#include "format/storable.h"
#include "format/xml_input.h"
#include "format/xml_output.h"
#include "xml/document.h"

namespace solander::format {

namespace {

constexpr std::string_view kManifestNamespace = "urn:solander:manifest:1";
constexpr std::string_view kCustodyNamespace = "urn:solander:custody:1";

template <class T>
std::string write(std::string_view root, std::string_view name_space, const T& value) {
    std::string text;
    xml::Writer writer(text);
    XmlOutput output(writer);
    writer.start(root).attribute("xmlns", name_space);
    describe(output, value);
    writer.end();
    return text;
}

tl::unexpected<Refusal> refuse(Refusal::Kind kind, std::size_t line, std::string message) {
    return tl::unexpected(Refusal{kind, line, std::move(message)});
}

/// Whether `found` is the namespace of another version of what `known` is one version of.
bool is_other_version(std::string_view found, std::string_view known) {
    const auto stem = known.substr(0, known.rfind(':') + 1);
    return found != known && found.starts_with(stem);
}

template <class T>
Read<T> read(base::BytesView bytes, const base::Limits& limits, std::string_view root,
             std::string_view name_space) {
    using Kind = Refusal::Kind;
    if (const auto problem = xml::scan(bytes, limits))
        return refuse(
            problem->kind == xml::ScanProblem::Kind::doctype ? Kind::doctype : Kind::malformed,
            problem->line, problem->message);
    const auto document = xml::Document::parse(bytes);
    if (!document) return refuse(Kind::malformed, 1, document.error().message());
    const xml::Element element = document->root();
    const auto found = element.attribute("xmlns").value_or("");
    if (element.name() == root && is_other_version(found, name_space))
        return refuse(Kind::newer, 1,
                      fmt::format("is of the format {}; this build reads {}",
                                  base::printable(found), name_space));
    if (element.name() != root || found != name_space ||
        element.first_attribute()->name() != "xmlns")
        return refuse(Kind::invalid, 1,
                      fmt::format("does not begin with <{} xmlns=\"{}\">", root, name_space));
    T value;
    std::optional<Problem> problem;
    XmlInput::read(element, value, problem);
    if (problem) return refuse(Kind::invalid, problem->line, problem->message);
    return value;
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
    return write("manifest", kManifestNamespace, manifest);
}

std::string write_event(const model::Event& event) {
    return write("event", kCustodyNamespace, event);
}

Read<Manifest> read_manifest(base::BytesView bytes, const base::Limits& limits) {
    auto manifest = read<Manifest>(bytes, limits, "manifest", kManifestNamespace);
    if (!manifest) return manifest;
    if (auto broken = find_broken_rule(*manifest, limits))
        return refuse(Refusal::Kind::invalid, 0, *std::move(broken));
    return manifest;
}

Read<model::Event> read_event(base::BytesView bytes, const base::Limits& limits) {
    auto event = read<model::Event>(bytes, limits, "event", kCustodyNamespace);
    if (!event) return event;
    if (auto broken = find_broken_rule(*event, limits))
        return refuse(Refusal::Kind::invalid, 0, *std::move(broken));
    return event;
}

void make_storable(Document& document) {
    Storable storable;
    describe(storable, document);
}

void make_storable(SealedAudit& audit) {
    Storable storable;
    describe(storable, audit);
}

bool make_storable(model::Event& event) {
    Storable storable;
    describe(storable, event);
    return storable.has_replaced();
}

void make_storable(std::string& text) {
    Storable().text(text);
}

}  // namespace solander::format
