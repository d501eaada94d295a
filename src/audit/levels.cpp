// SPDX-License-Identifier: Apache-2.0
#include "audit/levels.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/glob.h"
#include "base/nearest.h"
#include "base/try.h"

namespace solander::audit {

namespace {

constexpr std::size_t kGroupLetters = 3;

const Profile* find_profile(std::string_view name) {
    for (const Profile* profile : profiles())
        if (profile->info.name == name) return profile;
    return nullptr;
}

Error unknown_profile(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Profile* profile : profiles()) names.push_back(profile->info.name);
    return {ErrorCode::usage,
            fmt::format("there is no profile '{}'; {}`solander audit --list-profiles` lists them",
                        base::printable(name), base::did_you_mean(name, names))};
}

bool is_about(const AuditLevelChange& change, std::string_view rule) {
    return change.rule == rule || change.rule == rule.substr(0, kGroupLetters);
}

bool is_about_field(const AuditLevelChange& change, std::string_view field) {
    return change.fields.empty() || std::ranges::find(change.fields, field) != change.fields.end();
}

Result<void> check_rule(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Rule* rule : rules()) {
        names.push_back(rule->info.id);
        if (is_about({.rule = name}, rule->info.id)) return {};
    }
    return Error(ErrorCode::usage,
                 fmt::format("there is no rule '{}'; {}`solander explain rules` lists them",
                             base::printable(name), base::did_you_mean(name, names)));
}

Result<void> check_fields(const AuditLevelChange& change) {
    const auto fields = audit_fields();
    for (const std::string& field : change.fields)
        if (std::ranges::find(fields, field) == fields.end())
            return Error(ErrorCode::usage,
                         fmt::format("there is no field '{}'; {}docs/audit-config.md lists them",
                                     base::printable(field), base::did_you_mean(field, fields)));
    return {};
}

/// The level that a profile states for what a rule finds in a field, that of the field first.
std::optional<AuditLevel> stated(const Profile& profile, std::string_view rule,
                                 std::string_view field) {
    std::optional<AuditLevel> level;
    for (const StatedLevel& each : profile.levels) {
        if (each.rule != rule) continue;
        if (!each.field.empty() && each.field == field) return each.level;
        if (each.field.empty()) level = each.level;
    }
    return level;
}

}  // namespace

Result<Levels> Levels::make(const AuditRequest& request) {
    Levels levels;
    levels.changes_ = request.levels;
    for (const std::string& name : request.profiles) {
        const Profile* profile = find_profile(name);
        if (profile == nullptr) return unknown_profile(name);
        if (std::ranges::find(levels.profiles_, profile) == levels.profiles_.end())
            levels.profiles_.push_back(profile);
    }
    if (levels.profiles_.empty()) levels.profiles_.push_back(find_profile("core"));
    for (const AuditLevelChange& change : request.levels) {
        SOLANDER_TRY(check_rule(change.rule));
        SOLANDER_TRY(check_fields(change));
    }
    return levels;
}

Levels::Stated Levels::of(const Rule& rule, std::string_view field, std::optional<AuditLevel> own,
                          std::optional<std::string_view> path) const {
    const auto last = std::find_if(changes_.rbegin(), changes_.rend(), [&](const auto& change) {
        return is_about(change, rule.info.id) && is_about_field(change, field) &&
               (change.path.empty() || (path && base::fits_glob(*path, change.path)));
    });
    if (last != changes_.rend()) return {.level = last->level, .change = &*last};
    const AuditLevel of_case = own.value_or(rule.info.level);
    Stated strictest{.level = of_case};
    const Profile* raises = nullptr;
    for (const Profile* profile : profiles_) {
        auto level = stated(*profile, rule.info.id, field);
        if (!level && profile->states_defaults) level = of_case;
        if (level && (strictest.profile == nullptr || *level < strictest.level))
            strictest = {.level = *level, .profile = profile};
        if (profile->raises_warnings) raises = profile;
    }
    if (raises != nullptr && strictest.level == AuditLevel::warning)
        return {.level = AuditLevel::error, .profile = raises};
    return strictest;
}

std::vector<std::string> Levels::disagreements() const {
    std::vector<std::string> notes;
    for (std::size_t later = 1; later < profiles_.size(); ++later)
        for (const StatedLevel& each : profiles_[later]->levels)
            for (std::size_t before = 0; before < later; ++before) {
                auto level = stated(*profiles_[before], each.rule, each.field);
                if (!level && profiles_[before]->states_defaults)
                    level = find_audit_rule(each.rule)->level;
                if (!level || *level >= each.level) continue;
                notes.push_back(fmt::format(
                    "profile {} has {}{}{} at {}, {} has it at {}: the stricter holds",
                    profiles_[later]->info.name, each.rule, each.field.empty() ? "" : " for ",
                    each.field, audit_level_name(each.level), profiles_[before]->info.name,
                    audit_level_name(*level)));
                break;
            }
    return notes;
}

std::vector<AuditLevelInEffect> Levels::in_effect() const {
    std::vector<AuditLevelInEffect> all;
    for (const Rule* rule : rules()) {
        // What holds of a field that is none holds of all that nobody speaks of.
        const std::size_t others = all.size();
        all.push_back(in_effect(*rule, {}));
        for (const std::string_view field : audit_fields()) {
            AuditLevelInEffect told = in_effect(*rule, field);
            const auto same =
                std::find_if(all.begin() + static_cast<std::ptrdiff_t>(others), all.end(),
                             [&](const auto& each) {
                                 return each.level == told.level && each.from == told.from;
                             });
            if (same == all.end())
                all.push_back(std::move(told));
            else if (!same->fields.empty())
                same->fields.emplace_back(field);
        }
    }
    return all;
}

AuditLevelInEffect Levels::in_effect(const Rule& rule, std::string_view field) const {
    const Stated stated = of(rule, field, {}, {});
    AuditLevelInEffect told{.rule = rule.info.id, .level = stated.level, .from = "default"};
    if (!field.empty()) told.fields.emplace_back(field);
    if (stated.change != nullptr)
        told.from = stated.change->at;
    else if (stated.profile != nullptr && !stated.profile->states_defaults)
        told.from = fmt::format("profile {}", stated.profile->info.name);
    return told;
}

bool Context::has_profile(std::string_view name) const {
    return std::ranges::any_of(
        profiles, [name](const Profile* profile) { return profile->info.name == name; });
}

}  // namespace solander::audit

namespace solander {

Result<std::vector<AuditLevelInEffect>> audit_levels_in_effect(const AuditRequest& request) {
    SOLANDER_TRY_ASSIGN(const auto levels, audit::Levels::make(request));
    return levels.in_effect();
}

}  // namespace solander
