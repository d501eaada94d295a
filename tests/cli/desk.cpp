// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <streambuf>

#include "cli/run.h"
#include "support/process.h"
#include "support/shared.h"

namespace solander::test {

namespace fs = std::filesystem;

namespace {

Result<SecretBytes> secret(std::string_view text) {
    auto bytes = SecretBytes::create(text.size());
    if (bytes)
        std::transform(text.begin(), text.end(), bytes->bytes().begin(),
                       [](char c) { return static_cast<std::byte>(c); });
    return bytes;
}

class FullDisk final : public std::streambuf {};  // its overflow() takes nothing

}  // namespace

Result<std::optional<SecretBytes>> FakeTerminal::ask_secret(std::string_view prompt) {
    if (breaks) throw std::logic_error("the terminal \x1b[31m broke");
    prompts.emplace_back(prompt);
    if (answers.empty()) return std::optional<SecretBytes>();
    const std::string answer = answers.front();
    answers.pop_front();
    auto typed = secret(answer);
    if (!typed) return typed.error();
    return std::optional<SecretBytes>(*std::move(typed));
}

Result<std::optional<std::string>> FakeTerminal::ask(std::string_view prompt) {
    prompts.emplace_back(prompt);
    if (answers.empty()) return std::optional<std::string>();
    std::string answer = answers.front();
    answers.pop_front();
    return std::optional<std::string>(std::move(answer));
}

Result<SecretBytes> FakeTerminal::read_secret(int descriptor) {
    const auto found = descriptors.find(descriptor);
    if (found == descriptors.end()) return Error(ErrorCode::open, "no such descriptor");
    return secret(found->second);
}

Desk::Desk() {
    fs::create_directories(scratch_ / "keys");
    for (const std::string name : {"archivist", "registrar", "repository"}) {
        for (const std::string extension : {".key", ".pub"})
            fs::copy_file(source_root() / "fixtures/keys" / (name + extension),
                          scratch_ / ("keys/" + name + extension));
        fs::permissions(scratch_ / ("keys/" + name + ".key"),
                        fs::perms::owner_read | fs::perms::owner_write);
    }
    write("trust", trust_lines({"archivist"}));
    write("in/telegram.txt",
          read_file(source_root() / "fixtures/captures/harbour-telegram-1962.txt"));
    write("in/a/page.txt", "A page.\n");
    write("in/letter.txt", "Dear Helena,\n");
}

void Desk::write(std::string_view name, std::string_view bytes) const {
    write_file(scratch_ / name, bytes);
}

std::string Desk::with_at(std::string text) const {
    const std::string here = scratch_.path().string();
    for (auto at = text.find(here); at != std::string::npos; at = text.find(here, at + 1))
        text.replace(at, here.size(), "@");
    return text;
}

Said Desk::run_into(std::ostream& out, const std::vector<std::string>& arguments) {
    std::vector<std::string> words;
    for (const auto& argument : arguments) {
        // `@/name`, or `FORM=@/name`.
        const auto at = argument.starts_with("@/") ? 0 : argument.find("=@/") + 1;
        const bool is_path = argument.substr(at).starts_with("@/");
        words.push_back(is_path ? argument.substr(0, at) + path(argument.substr(at + 2))
                                : argument);
    }
    std::ostringstream err;
    cli::Io io{
        .out = out,
        .err = err,
        .files = *world_.files,
        .clock = world_.clock,
        .terminal = terminal,
        .variable = [this](const std::string& name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            if (found == variables.end()) return std::nullopt;
            return found->second;
        },
        .stop = &stop,
        .processors = 2,
    };
    const int code = cli::run(words, io);
    return {code, {}, with_at(err.str())};
}

Said Desk::run(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    Said said = run_into(out, arguments);
    said.out = with_at(out.str());
    return said;
}

Said Desk::run_with_full_disk(const std::vector<std::string>& arguments) {
    FullDisk disk;
    std::ostream out(&disk);
    return run_into(out, arguments);
}

void Desk::pack_letters() {
    static_cast<void>(make_fixture_package(world_, {scratch_ / "in"}, scratch_ / "out", "letters"));
}

void Desk::unpack_letters() const {
    fs::create_directories(scratch_ / "unpacked");
    const auto done = run_program({"tar", "-xf", path("out/letters.tar"), "-C", path("unpacked")});
    if (done.status != 0) throw std::runtime_error(done.err);
}

void Desk::change(std::string_view name, std::string_view from, std::string_view to) const {
    std::string bytes = read(name);
    const auto at = bytes.find(from);
    if (at == std::string::npos || from.size() != to.size())
        throw std::runtime_error("nothing to change");
    write(name, bytes.replace(at, from.size(), to));
}

void Desk::spoil_signature() const {
    std::string bytes = read("out/letters.tar");
    const auto at = bytes.find("-----BEGIN SSH SIGNATURE-----");
    if (at == std::string::npos) throw std::runtime_error("no signature");
    char& letter = bytes.at(at + 240);
    letter = letter == 'A' ? 'B' : 'A';
    write("out/letters.tar", bytes);
}

}  // namespace solander::test
