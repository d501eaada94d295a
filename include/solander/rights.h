// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/statement.h>

namespace solander {

struct UriStatement : TextStatement {
    std::string uri;
};

enum class PremisCopyrightStatus { copyrighted, publicdomain, unknown };
struct CopyrightStatus : TextStatement {
    std::optional<PremisCopyrightStatus> status;
    std::string jurisdiction;  ///< ISO 3166-1 alpha-2.
};

struct AccessStatement : UriStatement {
    std::string start;  ///< YYYY-MM-DD
    std::string end;
};

/// PREMIS rightsGranted. The words of act and restriction are kept as found.
struct Grant : PlacedText {
    std::string act;
    std::string restriction;
    std::string start;  ///< EDTF
    std::string end;
};

/// Who decided a status, when; the words say how.
struct Determination {
    std::string by;
    std::string date;  ///< EDTF
    std::string words;
};

struct Contact : Statement {
    std::string verbatim;
    std::string name;
    std::string email;
};

enum class RightsScope { item, collection, unstated };
enum class RightsCovers { original, transcript, translation, reproduction, metadata, unstated };
enum class RightsBasis { copyright, license, statute, donor, policy, other };

/// The rights in one thing (covers). The record's words are in `statements` and never replaced;
/// everything else is read from them, or determined by somebody who is then named.
struct Rights {
    RightsScope scope = RightsScope::unstated;
    RightsCovers covers = RightsCovers::unstated;
    std::optional<RightsBasis> basis;
    std::string rule;  ///< The known text that `statements` was recognised as.
    std::vector<TextStatement> statements;
    std::vector<UriStatement> standard_statements;
    std::vector<CopyrightStatus> copyright_statuses;
    std::vector<AgentStatement> holders;
    std::vector<UriStatement> licences;
    std::vector<AccessStatement> access;
    std::vector<Grant> grants;
    std::vector<Determination> determinations;
    std::vector<Contact> contacts;
    std::vector<Note> notes;
};

struct Funder {
    Agent agent;
    std::string rule;
    std::vector<std::string> awards;
};

/// A credit line as printed, and the funders read from it.
struct FundingCredit : Statement {
    std::string verbatim;
    std::vector<Funder> funders;
};

}  // namespace solander
