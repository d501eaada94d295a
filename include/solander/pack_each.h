// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/pack.h>

namespace solander {

/// How packages are named where nobody says how.
inline constexpr std::string_view kEachName = "{date}-{title-slug}-{id}";

enum class EachStatus {
    packed,
    already_there,  ///< An earlier call made it of the same inputs; left as it is.
    failed,
    not_reached,  ///< The call was stopped before.
};

std::string_view each_status_name(EachStatus status);  ///< `already-there`

/// What came of one document.
struct EachOutcome {
    /// What tells it from the others, as the column `document` of a record table has it.
    std::string document;
    std::filesystem::path package;  ///< Where its tar is, or would be; empty: it has no name.
    EachStatus status = EachStatus::not_reached;
    std::optional<Sha256> manifest = std::nullopt;  ///< The identity of a package that is there.
    std::uint64_t files = 0;                        ///< Of the package; 0 where there is none.
    std::uint64_t bytes = 0;
    std::optional<SealedAudit> audit = std::nullopt;  ///< Of a package that is there.
    std::optional<Error> failure = std::nullopt;      ///< Why it failed.
    std::vector<std::string> notes = {};  ///< As those of Packed, on this package alone.
};

/// Told how a batch goes on.
class EachObserver {
public:
    virtual ~EachObserver() = default;
    /// Called once: so many documents there are, and nothing has been packed yet.
    virtual void planned(std::size_t documents, const std::vector<std::string>& notes) = 0;
    /// Called once for each document that is done with, from any thread; must be quick.
    virtual void done(const EachOutcome& outcome) = 0;
};

struct EachRequest {
    /// As for make_package(), but `name` is a template; empty: kEachName. Its fields are `{date}`,
    /// `{title-slug}`, `{id}`, `{file}` and `{n}`: docs/packing-many.md.
    PackRequest pack;
    EachObserver* observer = nullptr;
};

struct EachPacked {
    /// In the order of describe(); with a table, in that of its rows, then those that have none.
    std::vector<EachOutcome> outcomes;
    std::vector<std::string> notes = {};  ///< Those that the observer was told.
    bool interrupted = false;
};

/// Makes a package of each document: of each that a record speaks of, with its files and the texts
/// that it was read from, and of each file that no record speaks of. With a record table, of each
/// document of the table and of those that were read and have no row; files that belong to none of
/// them are in no package.
///
/// Everything is read and named before anything is packed: a table that cannot be taken is an
/// error, and so is what concerns all documents. What concerns one document, such as a link or a
/// file that cannot be read, is its outcome, and no other document's.
///
/// A text that speaks of many documents goes whole into the package of each. Of a record table,
/// each package has an excerpt instead: the headings and the row of its document, written anew.
///
/// A package that is there already is left alone if a call with this request would make the same:
/// of the same signers, settings and records, and of files of the same paths, sizes and times.
/// Their bytes are not read again, nor is its custody judged. Time of sealing and day of the audit
/// are those of the package; an audit by another version of program or profiles is taken for the
/// same if it was to be made in the same way. Any other package of that name is a
/// failure, or is replaced, as `pack.replace` says. So a call that was cut short is repeated as it
/// was.
///
/// What make_package() promises of its output holds for each package. Errors: as make_package(),
/// for what concerns all documents; open, too, if the output lies inside an input. Once packing has
/// begun there is none but internal: an interrupted call has its outcomes.
Result<EachPacked> pack_each(const EachRequest& request, const Environment& environment);

}  // namespace solander
