// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "forgery.h"
#include "model/event.h"

namespace solander::test {

/// Goes on with the chain of a forgery, event by event, each rightly numbered, linked and signed:
/// whether it may come there is for the verifier to say. Keys are those of the fixtures.
class Story {
public:
    explicit Story(Forgery& forgery) : forgery_(forgery) {}

    /// An event by `key`, and by `others` with it. Times go up by a day from 2024-11-24.
    Story& add(const std::string& key, model::EventBody body,
               const std::vector<std::string>& others = {});
    Story& release(const std::string& key, const std::string& to);
    /// Of what the package holds.
    Story& receipt(const std::string& key);
    Story& refuse(const std::string& key);
    Story& cancel(const std::string& key);
    /// Of the last event.
    Story& confirm(const std::string& key);
    Story& note(const std::string& key, const std::string& words = "seen");

    /// The figures of the package, as an honest examination gives them.
    model::Examination examination() const;
    /// The file of the last event.
    std::string last() const;
    Sha256 digest_of(const std::string& file) const;

private:
    Forgery& forgery_;
};

}  // namespace solander::test
