// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/io.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander::test {

/// Answers in order and keeps what it was asked; without an answer left, nobody is there.
struct FakeTerminal final : cli::Terminal {
    bool shows_progress() const override { return false; }
    bool shows_output() const override { return is_screen; }
    Result<std::optional<SecretBytes>> ask_secret(std::string_view prompt) override;
    Result<std::optional<std::string>> ask(std::string_view prompt) override;
    Result<SecretBytes> read_secret(int descriptor) override;

    bool is_screen = false;
    bool breaks = false;  ///< Throws when asked: a bug of ours.
    std::deque<std::string> answers;
    std::vector<std::string> prompts;
    std::map<int, std::string> descriptors;
};

/// What one run of the tool came to. The desk's directory is written `@` in both texts.
struct Said {
    int code = -1;
    std::string out;
    std::string err;
};

/// A person's desk: a directory with the keys of all the fixtures' people (`@/keys`), a trust
/// file that believes the archivist (`@/trust`), a terminal, and the tool in this process.
class Desk {
public:
    Desk();

    /// Runs the tool. An argument that begins with `@/`, or has it behind a `=`, is a path on the
    /// desk.
    Said run(const std::vector<std::string>& arguments);
    /// The same with an output that takes nothing.
    Said run_with_full_disk(const std::vector<std::string>& arguments);

    /// The path of `@/name`.
    std::string path(std::string_view name) const { return (scratch_ / name).string(); }
    void write(std::string_view name, std::string_view bytes) const;
    std::string read(std::string_view name) const { return read_file(scratch_ / name); }
    bool has(std::string_view name) const { return std::filesystem::exists(scratch_ / name); }

    /// `@/out/letters.tar`, sealed by the archivist: a capture (document d1), a/page.txt and
    /// letter.txt below data/in.
    void pack_letters();
    /// Unpacks it with tar to `@/unpacked/letters`.
    void unpack_letters() const;
    /// Overwrites what stands at the first `from` in a file by `to`, of equal length.
    void change(std::string_view name, std::string_view from, std::string_view to) const;
    /// Changes the manifest's signature in `@/out/letters.tar`.
    void spoil_signature() const;

    FakeTerminal terminal;
    std::map<std::string, std::string> variables;
    std::atomic<bool> stop = false;

private:
    Said run_into(std::ostream& out, const std::vector<std::string>& arguments);
    std::string with_at(std::string text) const;

    Scratch scratch_;
    World world_;
};

}  // namespace solander::test
