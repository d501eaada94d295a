// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <solander/file_system.h>

namespace solander::pack {

/// Output that is not there until it is complete: a tar and a custody directory under temporary
/// names, put in place together. A Staging that is let go before commit() leaves nothing behind.
class Staging {
public:
    /// A custody directory without a package, left by a pack that was stopped between putting the
    /// one and the other in place, counts as nothing if it holds no more than the seal.
    /// Errors: create, if the package or its custody directory exists and may not be replaced;
    /// whatever keeps it from seeing what exists.
    static Result<std::unique_ptr<Staging>> begin(std::unique_ptr<Directory> output,
                                                  const std::string& name, Existing existing,
                                                  bool sync);
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    Staging(Staging&&) = delete;
    Staging& operator=(Staging&&) = delete;

    OutputFile& tar() { return *tar_; }

    /// Drafts of the same name that others have left in the output directory, as far as their
    /// numbers go on from 0.
    const std::vector<std::string>& leftovers() const noexcept { return leftovers_; }

    /// Writes a whole file into the custody directory.
    Result<void> add_custody_file(const std::string& name, std::string_view text);

    /// Puts both in place, the custody directory first, so that no tar is ever without one. After
    /// an error what was there before is there again; but where only the last sync() failed and a
    /// package was replaced, the new one is there.
    Result<void> commit();

private:
    Staging(std::unique_ptr<Directory> output, const std::string& name, Existing existing,
            bool sync);

    Result<void> take_back_custody(const Error& reason, bool swapped);

    std::unique_ptr<Directory> output_;
    std::string tar_name_;
    std::string custody_name_;
    std::string tar_draft_;
    std::string custody_draft_;
    std::vector<std::string> leftovers_;
    Existing existing_;
    Existing existing_custody_;  ///< Replaced, too, where it is of a package that came to nothing.
    bool sync_;
    bool has_custody_draft_ = false;
    std::unique_ptr<OutputFile> tar_;
    std::unique_ptr<Directory> custody_;
};

}  // namespace solander::pack
