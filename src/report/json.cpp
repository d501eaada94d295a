// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include "base/escape.h"
#include "report/emitter.h"

namespace solander::report {

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string lower_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "passed";
        case Verdict::indeterminate:
            return "indeterminate";
        case Verdict::failed:
            return "failed";
    }
    return "indeterminate";
}

Json party_json(const PartyReport& party) {
    return {{"name", base::printable(party.name)},
            {"fingerprint", party.fingerprint},
            {"trusted", party.trusted}};
}

namespace {

Json texts_json(const std::vector<std::string>& texts) {
    Json array = Json::array();
    for (const std::string& text : texts) array.push_back(base::printable(text));
    return array;
}

Json event_json(const EventReport& event) {
    Json signers = Json::array();
    for (const PartyReport& signer : event.signers) signers.push_back(party_json(signer));
    Json details = Json::array();
    for (const auto& [name, value] : event.details)
        details.push_back({{"name", name}, {"value", base::printable(value)}});
    return {{"file", base::printable(event.file)},
            {"seq", event.seq},
            {"type", base::printable(event.type)},
            {"premis", base::printable(event.premis)},
            {"time", event.time},
            {"sha256", event.digest.hex()},
            {"signers", std::move(signers)},
            {"sentence", base::printable(event.sentence)},
            {"details", std::move(details)},
            {"rests_on", base::printable(event.rests_on)},
            {"sound", event.sound},
            {"confirmed", event.confirmed}};
}

}  // namespace

Json findings_json(const Report& report) {
    Json findings = Json::array();
    for (const Finding& finding : report.findings) {
        const CodeInfo& info = code_info(finding.code);
        findings.push_back({{"code", info.id},
                            {"layer", layer_name(finding.layer)},
                            {"severity", severity(finding.code)},
                            {"subject", base::printable(finding.subject)},
                            {"message", base::printable(finding.message)},
                            {"remedy", info.remedy}});
    }
    return findings;
}

Json signers_json(const Report& report) {
    Json signers = Json::array();
    for (const SignerReport& signer : report.signers) {
        Json json{{"statement", base::printable(signer.statement)},
                  {"fingerprint", signer.fingerprint},
                  {"claimed_name", base::printable(signer.claimed_name)},
                  {"signature_good", signer.signature_good},
                  {"trusted", signer.trusted},
                  {"name", base::printable(signer.name)}};
        if (!signer.file.empty()) json["file"] = base::printable(signer.file.string());
        signers.push_back(std::move(json));
    }
    return signers;
}

Json events_json(const Report& report) {
    Json events = Json::array();
    for (const EventReport& event : report.events) events.push_back(event_json(event));
    return events;
}

Json custody_json(const CustodyReport& custody) {
    Json json{{"state", holding_state_name(custody.state)}};
    if (custody.holder) {
        json["holder"] = party_json(*custody.holder);
        json["since_event"] = custody.since;
        json["since"] = custody.since_time;
    }
    if (!custody.to.empty()) json["to"] = base::printable(custody.to);
    json["events"] = custody.events;
    json["confirmed_through"] = custody.confirmed_through;
    json["confirmed_by"] = texts_json(custody.confirmed_by);
    if (!custody.known_otherwise.empty())
        json["known_otherwise"] = texts_json(custody.known_otherwise);
    json["gaps"] = texts_json(custody.gaps);
    json["summary"] = base::printable(custody.summary);
    return json;
}

}  // namespace solander::report
