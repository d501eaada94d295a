// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <solander/handover.h>

#include "custody/folder.h"
#include "verify/chain_walk.h"
#include "verify/evidence.h"
#include "verify/read_chain.h"
#include "verify/remember.h"
#include "verify/trust_file.h"

namespace solander::handover {

/// What a step asks of the package before it.
enum class Need {
    all,      ///< Nothing may be open: for both sides of a hand-over.
    vouched,  ///< Bytes, signers and custody are good.
    signers,  ///< Signers and custody are good; of the rest it is told.
    chain,    ///< The custody is good; the package need not be there.
};

/// One copy of a chain of custody, with its package where that is needed: locked, read, judged.
/// What points into it stays good as long as it lives.
class Copy {
public:
    /// Waits for the lock. Errors: usage, open, io, limit, interrupted.
    static Result<std::unique_ptr<Copy>> open(const CustodyStep& step, Need need,
                                              const Environment& environment);

    /// Whether it is as `need` asks. If not, the report says why.
    bool is_good() const;

    // Where it lies. `name` is that of the custody directory in `parent`, no link being followed.
    std::filesystem::path path;  ///< As a person knows it.
    std::filesystem::path real;  ///< Without links.
    std::unique_ptr<Directory> parent;
    std::string name;
    std::unique_ptr<Directory> directory;
    std::unique_ptr<DirectoryLock> lock;

    // What it says.
    custody::Folder folder;  ///< Without what is unfinished.
    verify::Chain chain;
    std::vector<std::string> unfinished;  ///< Files that a step which was cut short has left.
    verify::ChainContext context;
    verify::WalkedChain walked;
    Report report;
    /// How much of the payload could be read.
    std::uint64_t read_files = 0;
    std::uint64_t read_bytes = 0;
    std::vector<std::string> notes;

    /// The name of the package, as far as it can be told: that of its custody directory.
    std::string package_name() const;
    base::Limits limits;

private:
    Result<void> lock_custody(const CustodyStep& step, const Environment& environment);
    Result<void> read_all(const CustodyStep& step, const Environment& environment);
    Result<void> read_chain_alone(const CustodyStep& step, const Environment& environment);
    void take(custody::Folder all);

    Need need_ = Need::all;
    verify::TrustFile trust_;
    verify::Known known_;
    std::unique_ptr<verify::Evidence> front_;  ///< Of a package of which no more was read.
    bool has_package_ = false;
};

}  // namespace solander::handover
