// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <solander/handover.h>

#include "support/scratch.h"
#include "support/world.h"

namespace solander::test {

/// The letters of the fixtures' archivist, at the place `a`, and all three people of the fixtures,
/// who believe each other. A place is a directory with letters.tar and letters.custody in it.
class HandOver {
public:
    HandOver();

    /// A step by the named keys, the actor first, each with the one journal of all.
    CustodyStep step(const std::vector<std::string>& keys, const std::string& place = "a") const;

    /// Each throws if the step is not done.
    void release(const std::string& by, const std::string& to, const std::string& place = "a");
    void receive(const std::string& by, const std::string& place = "a");
    void refuse(const std::string& by, const std::string& place = "a");
    void cancel(const std::string& by, const std::string& place = "a");
    void confirm(const std::string& by, const std::string& place = "a");
    void note(const std::string& by, const std::string& words, const std::string& place = "a");

    /// Package and custody, copied to another place as they are now.
    void copy(const std::string& from, const std::string& to) const;
    std::filesystem::path package(const std::string& place = "a") const;
    std::filesystem::path custody(const std::string& place = "a") const;
    /// The names of the events at a place, in order: `0001-seal.xml 0002-note.xml`.
    std::string events(const std::string& place = "a") const;
    /// As verification by the same people finds it; codes of findings, if it does not pass.
    std::string verdict(const std::string& place = "a") const;

    const Scratch& scratch() const { return scratch_; }
    const Environment& environment() const { return world_.environment; }

private:
    Scratch scratch_;
    World world_;
    std::map<std::string, SigningKey> keys_;
};

/// What came of a step, in a word or two: `done`, `custody.in-transit`, `report FAILED`, or the
/// message of an Error.
std::string summary(const Result<StepOutcome>& outcome);

}  // namespace solander::test
