// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_outputs.h"

#include <set>

#include <fmt/format.h>

#include "base/directory_of.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/output_file.h"

namespace solander::cli {

namespace {

std::vector<std::string_view> form_names() {
    std::vector<std::string_view> names;
    for (const report::AuditEmitter* emitter : report::audit_emitters())
        names.push_back(emitter->name);
    return names;
}

Error unwritable(ErrorCode code, const std::filesystem::path& path, std::string_view why) {
    return {code, fmt::format("the output '{}' {}", base::printable(path.string()), why)};
}

}  // namespace

std::vector<std::string> audit_forms() {
    const auto names = form_names();
    return {names.begin(), names.end()};
}

Result<bool> is_same_file(const Io& io, const std::filesystem::path& a,
                          const std::filesystem::path& b) {
    if (a.lexically_normal() == b.lexically_normal()) return true;
    SOLANDER_TRY_ASSIGN(const auto one, io.files.find(a));
    SOLANDER_TRY_ASSIGN(const auto other, io.files.find(b));
    if (one && other) return one->device == other->device && one->inode == other->inode;
    if (one || other || a.filename() != b.filename()) return false;
    // Neither is there yet: the same name in the same directory, by whatever way.
    SOLANDER_TRY_ASSIGN(const auto above, io.files.find(base::directory_of(a)));
    SOLANDER_TRY_ASSIGN(const auto beside, io.files.find(base::directory_of(b)));
    return above && beside && above->device == beside->device && above->inode == beside->inode;
}

Result<void> spare_records(const Io& io, const std::filesystem::path& output,
                           std::span<const AuditRecord> records) {
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(output));
    if (!there) return {};
    std::set<std::string_view> files;
    for (const AuditRecord& record : records)
        for (const Origin& origin : record.document.origins) files.insert(origin.file);
    for (const std::string_view file : files) {
        // Of a path in a package, the file system knows nothing.
        const auto read = file.empty() ? Result<std::optional<FileInfo>>() : io.files.find(file);
        if (read && *read && (*read)->device == there->device && (*read)->inode == there->inode)
            return unwritable(ErrorCode::usage, output,
                              "would replace a record that was audited; name another file");
    }
    return {};
}

void AuditOutputs::add_to(CLI::App& app) {
    add_repeatable(app, "-o,--output", "FORM=FILE", values_,
                   "Also write it to a file in this form, such as sarif=audit.sarif; repeatable. "
                   "Forms are those of --format; csv is a worklist");
    add_flag(app, "--force", force_, "Replace outputs that are there");
}

Result<AuditOutputs::Output> AuditOutputs::parse(const std::string& value) const {
    const std::size_t sign = value.find('=');
    if (sign == std::string::npos || sign + 1 == value.size())
        return Error(ErrorCode::usage,
                     fmt::format("-o: '{}' is not FORM=FILE, such as sarif=audit.sarif",
                                 base::printable(value)));
    const std::string name = value.substr(0, sign);
    const auto* emitter = report::find_audit_emitter(name);
    if (emitter == nullptr)
        return Error(ErrorCode::usage,
                     fmt::format("-o: there is no form '{}'; {}it is {}", base::printable(name),
                                 base::did_you_mean(name, form_names()), either(form_names())));
    Output output{emitter, value.substr(sign + 1)};
    if (output.path == "-")
        return Error(ErrorCode::usage,
                     fmt::format("-o: for {} on standard output give --format {}", name, name));
    return output;
}

Result<void> AuditOutputs::check_place(const Io& io, const Output& output) const {
    const auto directory = io.files.find(base::directory_of(output.path));
    if (!directory) return directory.error();
    if (!*directory || (*directory)->kind != FileKind::directory)
        return unwritable(ErrorCode::create, output.path, "needs a directory that is there");
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(output.path));
    if (!there) return {};
    if (there->kind != FileKind::regular)
        return unwritable(ErrorCode::create, output.path, "is there and no file; name another one");
    if (!force_)
        return unwritable(ErrorCode::create, output.path,
                          "is there already: name another file, or give --force to replace it");
    return {};
}

Result<void> AuditOutputs::check(const Io& io, const std::vector<std::string>& inputs) {
    outputs_.clear();
    for (const std::string& value : values_) {
        SOLANDER_TRY_ASSIGN(Output output, parse(value));
        for (const Output& other : outputs_) {
            SOLANDER_TRY_ASSIGN(const bool is_same, is_same_file(io, other.path, output.path));
            if (is_same)
                return unwritable(ErrorCode::usage, output.path,
                                  "is named twice: each form needs a file of its own");
        }
        for (const std::string& input : inputs) {
            SOLANDER_TRY_ASSIGN(const bool is_same, is_same_file(io, input, output.path));
            if (is_same)
                return unwritable(ErrorCode::usage, output.path, "is an input; name another file");
        }
        SOLANDER_TRY(check_place(io, output));
        outputs_.push_back(std::move(output));
    }
    return {};
}

Result<void> AuditOutputs::spare(const Io& io, std::span<const AuditRecord> records) const {
    if (!force_) return {};
    for (const Output& output : outputs_) SOLANDER_TRY(spare_records(io, output.path, records));
    return {};
}

std::vector<std::filesystem::path> AuditOutputs::paths() const {
    std::vector<std::filesystem::path> all;
    for (const Output& output : outputs_) all.push_back(output.path);
    return all;
}

Exit AuditOutputs::write(Io& io, const report::AuditOutcome& outcome) const {
    Exit code = Exit::passed;
    for (const Output& output : outputs_) {
        const auto done =
            write_output_file(io.files, output.path, output.emitter->emit(outcome, false),
                              force_ ? Existing::replace : Existing::refuse);
        if (!done) code = graver(code, fail(io, naming(done.error(), output.path)));
    }
    return code;
}

}  // namespace solander::cli
