// SPDX-License-Identifier: Apache-2.0
#include "report/record.h"

#include <algorithm>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include <solander/record_tree.h>

#include "base/escape.h"
#include "report/emitter.h"
#include "report/json.h"
#include "report/sealed_audit.h"

namespace solander::report {

namespace {

constexpr std::string_view kManifest = "manifest.xml";

bool is_good(const Report& report) {
    bool is_signed = false;
    for (const SignerReport& signer : report.signers) {
        if (signer.statement != kManifest) continue;
        if (!signer.signature_good) return false;
        is_signed = true;
    }
    return is_signed;
}

/// `, from c1, line 3, by the rule wilson.head`
std::string provenance(const RecordNode& node) {
    std::string text;
    for (const auto& [key, value] : node.attributes) {
        if (key == "state") continue;
        if (!text.empty()) text += ", ";
        if (key == "at")
            text += base::printable(value);
        else
            text += fmt::format("{} {}", key, base::printable(value));
    }
    return text;
}

void add_node(std::string& text, const RecordNode& node, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    const std::string state = node.attribute("state");
    text += fmt::format("{}{}", indent, node.name);
    if (!state.empty()) text += fmt::format(" [{}]", state);
    if (!node.words.empty()) {
        text += ": ";
        for (const char c : base::printable_lines(node.words)) {
            text += c;
            if (c == '\n') text += indent + "    ";
        }
    }
    if (const std::string where = provenance(node); !where.empty())
        text += fmt::format("{} ({})", node.words.empty() ? "" : " ", where);
    text += '\n';
    for (const RecordNode& child : node.children) add_node(text, child, depth + 1);
}

Json node_json(const RecordNode& node) {
    Json json{{"element", node.name}};
    Json attributes = Json::object();
    for (const auto& [key, value] : node.attributes) attributes[key] = base::printable(value);
    if (!attributes.empty()) json["attributes"] = std::move(attributes);
    if (!node.words.empty()) json["words"] = base::printable_lines(node.words);
    Json children = Json::array();
    for (const RecordNode& child : node.children) children.push_back(node_json(child));
    if (!children.empty()) json["children"] = std::move(children);
    return json;
}

using Files = std::vector<const PayloadFile*>;

/// The files of a document, or (`document` empty) of none: those that have a number first.
Files files_of(const Manifest& manifest, std::string_view document) {
    Files files;
    for (const PayloadFile& file : manifest.files)
        if (file.document == document) files.push_back(&file);
    std::ranges::stable_sort(files, {}, [](const PayloadFile* file) {
        return file->order.value_or(std::numeric_limits<std::uint64_t>::max());
    });
    return files;
}

void add_files(std::string& text, const Files& files) {
    for (const PayloadFile* file : files) {
        text += fmt::format("  file: {} (role {}", base::printable(file->path.str()),
                            file_role_name(file->role));
        if (file->order) text += fmt::format(", order {}", *file->order);
        text += ")\n";
    }
}

void put_part(Json& json, const PayloadFile& file) {
    json["role"] = file_role_name(file.role);
    if (file.order) json["order"] = *file.order;
}

Json files_json(const Files& files) {
    Json json = Json::array();
    for (const PayloadFile* file : files) {
        Json row{{"path", base::printable(file->path.str())}};
        put_part(row, *file);
        json.push_back(std::move(row));
    }
    return json;
}

/// What a file was called before it was packed, if that is not its name here.
std::string original_name(const PayloadFile& file) {
    if (file.original_name.empty()) return {};
    return fmt::format("  (originally {})", base::printable(file.original_name));
}

/// The outer object that every JSON of ours about one manifest has.
Json package_json(const Report& report) {
    const Manifest& manifest = *report.manifest();
    return {{"schema", kRecordSchema},
            {"package", base::printable(report.package.string())},
            {"verified", report.verified.has_value()},
            {"standing", standing(report)},
            {"identity", "sha256:" + report.manifest_digest->hex()},
            {"name", manifest.name},
            {"id", manifest.id},
            {"created", manifest.created.text()},
            {"signers", signers_json(report)}};
}

}  // namespace

std::string standing(const Report& report) {
    std::string names;
    for (const SignerReport& signer : report.signers) {
        if (signer.statement != kManifest) continue;
        if (!names.empty()) names += " and ";
        names += base::printable(signer.trusted ? signer.name : signer.claimed_name);
    }
    if (report.verified) return fmt::format("verified: the signed word of {}", names);
    if (is_good(report))
        return fmt::format("not verified: signed by someone who claims to be {}", names);
    return "not verified: no good signature vouches for any of this";
}

std::string show_text(const Report& report, std::string_view document) {
    const Manifest& manifest = *report.manifest();
    std::string text =
        fmt::format("{}\n{}  {}  sealed {}\nsha256:{}\n", standing(report), manifest.name,
                    manifest.id, manifest.created.text(), report.manifest_digest->hex());
    if (manifest.deposit) {
        if (!manifest.deposit->accession.empty())
            text += fmt::format("accession: {}\n", base::printable(manifest.deposit->accession));
        if (manifest.deposit->depositor)
            text +=
                fmt::format("depositor: {}\n", base::printable(manifest.deposit->depositor->name));
    }
    for (const Document& shown : manifest.documents) {
        if (!document.empty() && shown.id != document) continue;
        text += '\n';
        add_node(text, record_tree(shown), 0);
        add_files(text, files_of(manifest, shown.id));
    }
    const Files others = files_of(manifest, "");
    if (document.empty() && !others.empty()) {
        text += "\nfiles of no document\n";
        add_files(text, others);
    }
    if (document.empty() && manifest.audit)
        text += '\n' + sealed_audit_text(*manifest.audit, names_of(manifest.documents),
                                         "the sealers' own audit", "");
    return text;
}

std::string show_json(const Report& report, std::string_view document) {
    Json json = package_json(report);
    if (const auto& deposit = report.manifest()->deposit) {
        if (!deposit->accession.empty()) json["accession"] = base::printable(deposit->accession);
        if (deposit->depositor) json["depositor"] = base::printable(deposit->depositor->name);
    }
    Json documents = Json::array();
    for (const Document& shown : report.manifest()->documents) {
        if (!document.empty() && shown.id != document) continue;
        Json record = node_json(record_tree(shown));
        record["files"] = files_json(files_of(*report.manifest(), shown.id));
        documents.push_back(std::move(record));
    }
    json["documents"] = std::move(documents);
    if (document.empty()) {
        json["other_files"] = files_json(files_of(*report.manifest(), ""));
        if (report.manifest()->audit) json["audit"] = sealed_audit_json(*report.manifest()->audit);
    }
    return json_text(json);
}

std::string list_text(const Report& report, bool with_details) {
    std::string text;
    for (const PayloadFile& file : report.manifest()->files) {
        if (with_details)
            text += fmt::format(
                "{}  {:>12}  {:<4} {:<11} {:>3}  {}  {}{}\n", file.sha256.hex(), file.size,
                file.document.empty() ? "-" : file.document, file_role_name(file.role),
                file.order ? fmt::format("{}", *file.order) : "-", base::printable(file.path.str()),
                base::printable(file.media_type), original_name(file));
        else
            text += fmt::format("{:>12}  {}\n", file.size, base::printable(file.path.str()));
    }
    return text;
}

std::string list_json(const Report& report) {
    Json json = package_json(report);
    Json files = Json::array();
    for (const PayloadFile& file : report.manifest()->files) {
        Json row{{"path", base::printable(file.path.str())},
                 {"size", file.size},
                 {"sha256", file.sha256.hex()},
                 {"media_type", base::printable(file.media_type)}};
        put_part(row, file);
        if (!file.document.empty()) row["document"] = file.document;
        if (file.sha512) row["sha512"] = file.sha512->hex();
        if (!file.original_name.empty()) row["original_name"] = base::printable(file.original_name);
        files.push_back(std::move(row));
    }
    json["files"] = std::move(files);
    return json_text(json);
}

}  // namespace solander::report
