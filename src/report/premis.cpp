// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "report/custody_log.h"
#include "xml/writer.h"

namespace solander::report {

namespace {

constexpr std::string_view kTypes = "http://id.loc.gov/vocabulary/preservation/eventType";
constexpr std::string_view kKeyType = "OpenSSH key fingerprint";
constexpr std::string_view kObjectType = "SHA-256 of manifest.xml";

/// What the vocabulary calls its codes.
std::string_view label_of(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLabels{
        {{"acc", "accession"},
         {"app", "appraisal"},
         {"fix", "fixity check"},
         {"ipc", "information package creation"},
         {"mem", "metadata modification"},
         {"rep", "replication"},
         {"tra", "transfer"}}};
    const auto found = std::find_if(kLabels.begin(), kLabels.end(),
                                    [code](const auto& label) { return label.first == code; });
    return found == kLabels.end() ? code : found->second;
}

std::string_view outcome_of(const EventReport& event) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kOutcomes{
        {{"seal", "sealed"},
         {"release", "released"},
         {"receipt", "accepted"},
         {"refuse", "rejected"},
         {"cancel", "cancelled"},
         {"cancel-confirm", "rejected"},
         {"note", "recorded"},
         {"fixity-check", "pass"},
         {"rights-determination", "recorded"},
         {"replicate", "replicated"}}};
    for (const auto& [name, value] : event.details)
        if (name == "verdict" && value != "passed") return "fail";
    const auto found =
        std::find_if(kOutcomes.begin(), kOutcomes.end(),
                     [&event](const auto& outcome) { return outcome.first == event.type; });
    return found == kOutcomes.end() ? "recorded" : found->second;
}

class PremisWriter {
public:
    explicit PremisWriter(const Report& report) : report_(report), writer_(text_) {}

    std::string write() && {
        writer_.start("premis")
            .attribute("xmlns", "http://www.loc.gov/premis/v3")
            .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
            .attribute("version", "3.0");
        write_object();
        for (const EventReport& event : report_.events) write_event(event);
        for (const auto& [fingerprint, agent] : agents_) write_agent(fingerprint, agent);
        writer_.end();
        return std::move(text_);
    }

private:
    void word(std::string_view element, std::string_view words) {
        writer_.start(element).text_by_references(xml::storable(words, nullptr)).end();
    }

    void identifier(const std::string& of, std::string_view type, std::string_view value) {
        writer_.start(of + "Identifier");
        word(of + "IdentifierType", type);
        word(of + "IdentifierValue", value);
        writer_.end();
    }

    void write_object() {
        writer_.start("object").attribute("xsi:type", "representation");
        identifier("object", kObjectType, report_.manifest_digest->hex());
        if (const Manifest* manifest = report_.manifest()) {
            identifier("object", "URN", manifest->id);
            word("originalName", manifest->name);
        }
        writer_.end();
    }

    void write_event(const EventReport& event) {
        writer_.start("event");
        identifier("event", "SHA-256 of " + event.file, event.digest.hex());
        writer_.start("eventType")
            .attribute("authority", "eventType")
            .attribute("authorityURI", kTypes)
            .attribute("valueURI", std::string(kTypes) + "/" + event.premis)
            .text(label_of(event.premis))
            .end();
        word("eventDateTime", event.time);
        writer_.start("eventDetailInformation");
        word("eventDetail", event.sentence);
        writer_.end();
        writer_.start("eventOutcomeInformation");
        word("eventOutcome", outcome_of(event));
        writer_.start("eventOutcomeDetail");
        word("eventOutcomeDetailNote", "This is " + event.rests_on + ".");
        writer_.end();
        writer_.end();
        for (std::size_t i = 0; i < event.signers.size(); ++i)
            link_agent(event.signers[i], i == 0 ? "implementer" : "validator");
        std::string to;
        for (const auto& [name, value] : event.details) {
            if (name == "to") to = value;
            if (name == "recipient") link_agent({to, value, false}, "recipient");
        }
        writer_.start("linkingObjectIdentifier");
        word("linkingObjectIdentifierType", kObjectType);
        word("linkingObjectIdentifierValue", report_.manifest_digest->hex());
        writer_.end();
        writer_.end();
    }

    void link_agent(const PartyReport& agent, std::string_view role) {
        auto& known = agents_.emplace(agent.fingerprint, agent).first->second;
        if (agent.trusted) known = agent;
        writer_.start("linkingAgentIdentifier");
        word("linkingAgentIdentifierType", kKeyType);
        word("linkingAgentIdentifierValue", agent.fingerprint);
        word("linkingAgentRole", role);
        writer_.end();
    }

    void write_agent(const std::string& fingerprint, const PartyReport& agent) {
        writer_.start("agent");
        identifier("agent", kKeyType, fingerprint);
        word("agentName", agent.name);
        word("agentNote", agent.trusted
                              ? "The name is that of the trust file of whoever wrote this."
                              : "The name is a claim that nobody has checked.");
        writer_.end();
    }

    const Report& report_;
    std::string text_;
    xml::Writer writer_;
    std::map<std::string, PartyReport> agents_;
};

}  // namespace

std::string custody_premis(const Report& report) {
    return PremisWriter(report).write();
}

}  // namespace solander::report
