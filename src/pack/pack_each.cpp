// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <solander/pack_each.h>

#include "base/escape.h"
#include "base/parallel.h"
#include "base/try.h"
#include "base/utf8.h"
#include "pack/batch.h"
#include "pack/check_request.h"
#include "pack/finished_package.h"
#include "pack/job_progress.h"
#include "pack/name_fields.h"
#include "pack/name_template.h"
#include "pack/output_place.h"
#include "pack/seal_package.h"
#include "pack/settings.h"

namespace solander {

namespace {

/// A document with the settings laid over it, as its manifest will have it.
Result<Document> with_settings(const PackRequest& request, Document document,
                               std::vector<std::string>& notes) {
    Manifest manifest;
    manifest.created = request.created;
    manifest.documents.push_back(std::move(document));
    SOLANDER_TRY_ASSIGN(
        notes, pack::apply_settings(request.settings, request.sealers.front().principal, manifest));
    return std::move(manifest.documents.front());
}

class Each {
public:
    Each(const EachRequest& request, const Environment& environment, const pack::Batch& batch,
         pack::NameTemplate names)
        : request_(request.pack),
          observer_(request.observer),
          environment_(environment),
          batch_(batch),
          template_(std::move(names)) {}

    Result<EachPacked> run(std::vector<std::string> notes) {
        each_.notes = std::move(notes);
        SOLANDER_TRY(environment_.files.create_directories(request_.output));
        SOLANDER_TRY_ASSIGN(output_, environment_.files.open_directory(request_.output));
        name_all();
        if (observer_ != nullptr) observer_->planned(batch_.size(), each_.notes);
        for (const EachOutcome& outcome : each_.outcomes)
            if (outcome.failure) tell(outcome);
        SOLANDER_TRY(for_all([this](const Environment&, std::size_t index) { look(index); }));
        expect_all();
        SOLANDER_TRY(
            for_all([this](const Environment& own, std::size_t index) { make(own, index); }));
        return std::move(each_);
    }

private:
    void name_all() {
        const std::size_t digits = std::to_string(batch_.size()).size();
        std::map<std::string, std::size_t> taken;
        for (std::size_t i = 0; i < batch_.size(); ++i) {
            EachOutcome outcome;
            outcome.document = batch_.subject(i);
            std::string name;
            if (auto named = name_of(i, digits)) {
                name = *std::move(named);
                outcome.package = request_.output / (name + ".tar");
                // Not every file system tells letters by their case.
                const auto [first, is_new] = taken.emplace(base::fold_case(name), i);
                if (!is_new) {
                    outcome.failure = taken_already(name, first->second);
                    outcome.package.clear();
                }
            } else {
                outcome.failure = std::move(named).error();
            }
            if (outcome.failure) outcome.status = EachStatus::failed;
            names_.push_back(std::move(name));
            each_.outcomes.push_back(std::move(outcome));
        }
    }

    Result<std::string> name_of(std::size_t index, std::size_t digits) const {
        std::vector<std::string> known;  // the same of every document
        SOLANDER_TRY_ASSIGN(const Document document,
                            with_settings(request_, batch_.document(index), known));
        auto fields = pack::name_fields(document, batch_.main_file(index));
        fields.number = fmt::format("{:0{}}", index + 1, digits);
        return template_.name(std::move(fields));
    }

    Error taken_already(const std::string& name, std::size_t first) const {
        return {ErrorCode::create,
                fmt::format("its package would be named {}, and so is that of '{}': put {{n}} or "
                            "{{file}} into --name",
                            name, base::printable(batch_.subject(first)))};
    }

    /// Calls `work` for every document that is still to be done, several at one time, each with its
    /// part of the workers. Being stopped ends it, and is no error.
    Result<void> for_all(const std::function<void(const Environment&, std::size_t)>& work) {
        std::vector<std::size_t> left;
        for (std::size_t i = 0; i < each_.outcomes.size(); ++i)
            if (each_.outcomes[i].status == EachStatus::not_reached) left.push_back(i);
        Environment own = environment_;
        own.jobs = std::max<unsigned>(
            1, static_cast<unsigned>(environment_.jobs / std::max<std::size_t>(left.size(), 1)));
        auto done = base::parallel_for(environment_, left.size(), [&](unsigned, std::size_t i) {
            work(own, left[i]);
            return Result<void>();
        });
        if (done || done.error().code() != ErrorCode::interrupted) return done;
        each_.interrupted = true;
        return {};
    }

    /// Whether the package is there already, or something else is.
    void look(std::size_t index) {
        EachOutcome& outcome = each_.outcomes[index];
        const auto there = output_->find(names_[index] + ".tar");
        if (there && !*there) return;
        auto finished = find(index);
        if (finished && *finished) {
            outcome.status = EachStatus::already_there;
            outcome.manifest = (*finished)->manifest;
            outcome.files = (*finished)->files;
            outcome.bytes = (*finished)->bytes;
            outcome.audit = std::move((*finished)->audit);
            return tell(outcome);
        }
        if (finished) return;
        const bool is_replaced = request_.replace && finished.error().code() == ErrorCode::create;
        if (!is_replaced) fail(outcome, finished.error());
    }

    Result<std::optional<pack::FinishedPackage>> find(std::size_t index) const {
        SOLANDER_TRY_ASSIGN(auto portion, batch_.portion(index));
        return pack::find_finished(environment_, request_, *output_, names_[index],
                                   std::move(portion));
    }

    void expect_all() {
        if (environment_.progress == nullptr) return;
        pack::Batch::Weight all;
        for (std::size_t i = 0; i < batch_.size(); ++i) {
            if (each_.outcomes[i].status != EachStatus::not_reached) continue;
            const auto weight = batch_.weight(i);
            all.files += weight.files;
            all.bytes += weight.bytes;
        }
        environment_.progress->expect(all.files, all.bytes);
    }

    void make(const Environment& environment, std::size_t index) {
        EachOutcome& outcome = each_.outcomes[index];
        const auto weight = batch_.weight(index);
        pack::JobProgress progress(environment_.progress, weight.files, weight.bytes);
        Environment own = environment;
        own.progress = &progress;
        auto packed = seal(own, index);
        if (!packed) return fail(outcome, packed.error());
        progress.complete();
        outcome.status = EachStatus::packed;
        outcome.manifest = packed->manifest;
        outcome.files = packed->files;
        outcome.bytes = packed->bytes;
        outcome.audit = std::move(packed->audit);
        // What is the same for all was told beforehand.
        for (std::string& note : packed->notes)
            if (std::ranges::find(each_.notes, note) == each_.notes.end())
                outcome.notes.push_back(std::move(note));
        tell(outcome);
    }

    Result<Packed> seal(const Environment& environment, std::size_t index) const {
        SOLANDER_TRY_ASSIGN(auto portion, batch_.portion(index));
        return pack::seal_package(request_, names_[index], portion.inputs,
                                  std::move(portion.records), environment);
    }

    void fail(EachOutcome& outcome, const Error& error) const {
        if (error.code() == ErrorCode::interrupted) return;  // as if it had not been begun
        outcome.status = EachStatus::failed;
        outcome.failure = error;
        tell(outcome);
    }

    void tell(const EachOutcome& outcome) const {
        if (observer_ != nullptr) observer_->done(outcome);
    }

    const PackRequest& request_;
    EachObserver* observer_;
    const Environment& environment_;
    const pack::Batch& batch_;
    pack::NameTemplate template_;
    std::unique_ptr<Directory> output_;
    std::vector<std::string> names_;
    EachPacked each_;
};

}  // namespace

std::string_view each_status_name(EachStatus status) {
    switch (status) {
        case EachStatus::packed:
            return "packed";
        case EachStatus::already_there:
            return "already-there";
        case EachStatus::failed:
            return "failed";
        case EachStatus::not_reached:
            return "not-reached";
    }
    return {};
}

Result<EachPacked> pack_each(const EachRequest& request, const Environment& environment) {
    SOLANDER_TRY(pack::check_request(request.pack));
    SOLANDER_TRY_ASSIGN(auto names, pack::NameTemplate::parse(
                                        request.pack.name.empty() ? kEachName : request.pack.name));
    std::vector<std::string> about_settings;
    SOLANDER_TRY(with_settings(request.pack, {}, about_settings));
    SOLANDER_TRY_ASSIGN(const pack::Batch batch, pack::Batch::read(request.pack, environment));
    SOLANDER_TRY(pack::check_output_outside(environment, batch.inputs(), request.pack.output));
    std::vector<std::string> notes = batch.notes();
    notes.insert(notes.end(), about_settings.begin(), about_settings.end());
    return Each(request, environment, batch, std::move(names)).run(std::move(notes));
}

}  // namespace solander
