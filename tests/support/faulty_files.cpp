// SPDX-License-Identifier: Apache-2.0
#include "support/faulty_files.h"

#include <utility>

namespace solander::test {

namespace {

Error struck(ErrorCode code) {
    return {code, "a fault of the test"};
}

class FaultyInput final : public InputFile {
public:
    FaultyInput(std::unique_ptr<InputFile> file, Fault& fault)
        : file_(std::move(file)), fault_(fault) {}
    Result<FileInfo> info() const override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return file_->info();
    }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return file_->read_at(offset, into);
    }
    Result<std::size_t> read(std::span<std::byte> into) override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return file_->read(into);
    }

private:
    std::unique_ptr<InputFile> file_;
    Fault& fault_;
};

class FaultyOutput final : public OutputFile {
public:
    FaultyOutput(std::unique_ptr<OutputFile> file, Fault& fault)
        : file_(std::move(file)), fault_(fault) {}
    Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return file_->write_at(offset, bytes);
    }
    Result<void> sync() override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return file_->sync();
    }

private:
    std::unique_ptr<OutputFile> file_;
    Fault& fault_;
};

class FaultyDirectory final : public Directory {
public:
    FaultyDirectory(std::unique_ptr<Directory> directory, Fault& fault)
        : directory_(std::move(directory)), fault_(fault) {}

    Result<std::vector<std::string>> list() const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return directory_->list();
    }
    Result<FileInfo> info(std::string_view name) const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return directory_->info(name);
    }
    Result<std::optional<FileInfo>> find(std::string_view name) const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return directory_->find(name);
    }
    Result<std::unique_ptr<InputFile>> open(std::string_view name) const override {
        if (fault_.strikes_opening(name)) return struck(ErrorCode::open);
        auto file = directory_->open(name);
        if (!file) return std::move(file).error();
        return std::make_unique<FaultyInput>(*std::move(file), fault_);
    }
    Result<std::unique_ptr<Directory>> open_directory(std::string_view name) const override {
        if (fault_.strikes_opening(name)) return struck(ErrorCode::open);
        auto directory = directory_->open_directory(name);
        if (!directory) return std::move(directory).error();
        return std::make_unique<FaultyDirectory>(*std::move(directory), fault_);
    }
    Result<std::unique_ptr<OutputFile>> create(std::string_view name,
                                               std::uint32_t permissions) override {
        if (fault_.strikes()) return struck(ErrorCode::create);
        auto file = directory_->create(name, permissions);
        if (!file) return std::move(file).error();
        return std::make_unique<FaultyOutput>(*std::move(file), fault_);
    }
    Result<void> create_directory(std::string_view name) override {
        if (fault_.strikes()) return struck(ErrorCode::create);
        return directory_->create_directory(name);
    }
    Result<void> rename(std::string_view from, std::string_view to, Existing existing) override {
        if (fault_.strikes()) return struck(ErrorCode::create);
        return directory_->rename(from, to, existing);
    }
    Result<void> remove(std::string_view name) override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return directory_->remove(name);
    }
    Result<void> remove_tree(std::string_view name) override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return directory_->remove_tree(name);
    }
    Result<void> sync() override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return directory_->sync();
    }
    Result<std::unique_ptr<DirectoryLock>> lock(LockKind kind) const override {
        if (fault_.strikes()) return struck(ErrorCode::io);
        return directory_->lock(kind);
    }

private:
    std::unique_ptr<Directory> directory_;
    Fault& fault_;
};

class FaultyFileSystem final : public FileSystem {
public:
    explicit FaultyFileSystem(Fault& fault) : fault_(fault) {}

    Result<FileInfo> info(const std::filesystem::path& path) const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return files_->info(path);
    }
    Result<std::optional<FileInfo>> find(const std::filesystem::path& path) const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return files_->find(path);
    }
    Result<FileInfo> link_info(const std::filesystem::path& path) const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return files_->link_info(path);
    }
    Result<std::unique_ptr<InputFile>> open(const std::filesystem::path& path) const override {
        if (fault_.strikes_opening(path.string())) return struck(ErrorCode::open);
        auto file = files_->open(path);
        if (!file) return std::move(file).error();
        return std::make_unique<FaultyInput>(*std::move(file), fault_);
    }
    Result<std::unique_ptr<Directory>> open_directory(
        const std::filesystem::path& path) const override {
        if (fault_.strikes_opening(path.string())) return struck(ErrorCode::open);
        auto directory = files_->open_directory(path);
        if (!directory) return std::move(directory).error();
        return std::make_unique<FaultyDirectory>(*std::move(directory), fault_);
    }
    Result<std::filesystem::path> canonical(const std::filesystem::path& path) const override {
        if (fault_.strikes()) return struck(ErrorCode::open);
        return files_->canonical(path);
    }
    Result<void> create_directories(const std::filesystem::path& path) override {
        if (fault_.strikes()) return struck(ErrorCode::create);
        return files_->create_directories(path);
    }

private:
    std::unique_ptr<FileSystem> files_ = native_file_system();
    Fault& fault_;
};

}  // namespace

std::unique_ptr<FileSystem> faulty_file_system(Fault& fault) {
    return std::make_unique<FaultyFileSystem>(fault);
}

}  // namespace solander::test
