// SPDX-License-Identifier: Apache-2.0
#include "support/process.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/scratch.h"

namespace solander::test {

namespace {

[[noreturn]] void become(const std::vector<std::string>& command, const Run& how,
                         const std::filesystem::path& scratch) {
    const auto redirect = [](const std::filesystem::path& path, int flags, int target) {
        const int fd = ::open(path.c_str(), flags, 0600);
        if (fd < 0 || ::dup2(fd, target) < 0) ::_exit(126);
    };
    redirect(scratch / "in", O_RDONLY, 0);
    redirect(scratch / "out", O_WRONLY | O_CREAT | O_TRUNC, 1);
    redirect(scratch / "err", O_WRONLY | O_CREAT | O_TRUNC, 2);
    if (!how.directory.empty() && ::chdir(how.directory.c_str()) != 0) ::_exit(126);
    for (const auto& [name, value] : how.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

}  // namespace

Finished run_program(const std::vector<std::string>& command, const Run& how) {
    const Scratch scratch;
    write_file(scratch / "in", how.input);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) become(command, how, scratch.path());
    int status = 0;
    if (::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait");
    Finished finished;
    finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    finished.out = read_file(scratch / "out");
    finished.err = read_file(scratch / "err");
    return finished;
}

bool has_program(std::string_view name) {
    static std::map<std::string, bool, std::less<>> known;  // hundreds of tests ask for the same
    const auto found = known.find(name);
    if (found != known.end()) return found->second;
    const auto asked = run_program({"sh", "-c", "command -v \"$1\"", "sh", std::string(name)});
    return known.emplace(std::string(name), asked.status == 0).first->second;
}

std::string solander_tool() {
    return SOLANDER_TOOL;
}

}  // namespace solander::test
