// SPDX-License-Identifier: Apache-2.0
// No byte of a package is unaccounted for: change any one, and it does not pass.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <solander/bundle.h>

#include "support/sanitized.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

using test::Scratch;

/// A file that is changed in place and put back.
class Victim {
public:
    explicit Victim(const std::filesystem::path& path)
        : path_(path),
          bytes_(test::read_file(path)),
          fd_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {}
    ~Victim() { ::close(fd_); }
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;
    Victim(Victim&&) = delete;
    Victim& operator=(Victim&&) = delete;

    std::size_t size() const { return bytes_.size(); }
    void put(std::size_t offset, char byte) const {
        ASSERT_EQ(::pwrite(fd_, &byte, 1, static_cast<::off_t>(offset)), 1);
    }
    void flip(std::size_t offset, unsigned mask) const {
        put(offset, static_cast<char>(static_cast<unsigned char>(bytes_[offset]) ^ mask));
    }
    void restore(std::size_t offset) const { put(offset, bytes_[offset]); }
    void cut(std::size_t size) const { ASSERT_EQ(::ftruncate(fd_, static_cast<::off_t>(size)), 0); }
    void rewrite() const { test::write_file(path_, bytes_); }

private:
    std::filesystem::path path_;
    std::string bytes_;
    int fd_;
};

// Sanitizers look at what happens, which is the same at most neighbouring bytes; each of them is
// asked in the other builds.
constexpr std::size_t kStep = test::kIsSanitized ? 7 : 1;

class Flip : public testing::Test {
protected:
    Flip() {
        test::write_file(scratch_ / "in/letter.txt", "Dear Helena,\nthe trunk has arrived.\n");
        // A name that needs an extended header, so that this is there to be changed, too.
        test::write_file(scratch_ / "in/Příloha č. 1.txt", "1. trunk\n");
        packed_ =
            test::make_fixture_package(world_, {scratch_ / "in"}, scratch_ / "out", "letters");
        test::write_file(scratch_ / "trust", test::trust_lines({"archivist"}));
        world_.environment.jobs = 1;
    }

    Verdict verdict() {
        auto report =
            verify_package(packed_.package, {.trust = scratch_ / "trust"}, world_.environment);
        // A package that cannot be looked at has not passed, either.
        return report ? report->verdict : Verdict::indeterminate;
    }

    /// `every`: how far the bytes that are tried lie apart.
    void expect_no_flip_passes(const std::filesystem::path& path, std::size_t every = kStep) {
        static constexpr std::array kMasks = {0x01U, 0x20U, 0x80U};
        const Victim victim(path);
        std::size_t passed = 0;
        for (std::size_t offset = 0; offset < victim.size(); offset += every) {
            victim.flip(offset, kMasks.at(offset % kMasks.size()));
            if (verdict() == Verdict::passed) {
                ++passed;
                ADD_FAILURE() << path.filename() << " passes with byte " << offset << " changed";
            }
            victim.restore(offset);
            ASSERT_LT(passed, 5U);
        }
        EXPECT_EQ(verdict(), Verdict::passed);
    }

    void expect_no_cut_passes(const std::filesystem::path& path, std::size_t every = kStep) {
        const Victim victim(path);
        for (std::size_t size = victim.size(); size > 0;) {
            size -= std::min(size, every);
            victim.cut(size);
            ASSERT_NE(verdict(), Verdict::passed) << path.filename() << " passes cut to " << size;
        }
        victim.rewrite();
        for (const char byte : {'\0', '\n', 'x'}) {
            victim.put(victim.size(), byte);
            EXPECT_NE(verdict(), Verdict::passed) << path.filename() << " passes with a byte more";
            victim.cut(victim.size());
        }
        EXPECT_EQ(verdict(), Verdict::passed);
    }

    Scratch scratch_;
    test::World world_;
    Packed packed_;
};

TEST_F(Flip, AGoodPackagePasses) {
    EXPECT_EQ(verdict(), Verdict::passed);
}

TEST_F(Flip, NoByteOfTheTarCanChange) {
    expect_no_flip_passes(packed_.package);
}

TEST_F(Flip, NoByteOfTheCustodyCanChange) {
    for (const auto& entry : std::filesystem::directory_iterator(packed_.custody))
        expect_no_flip_passes(entry.path());
}

TEST_F(Flip, TheTarCannotBeCutOrMadeLonger) {
    expect_no_cut_passes(packed_.package);
}

TEST_F(Flip, NoFileOfTheCustodyCanBeCutOrMadeLonger) {
    for (const auto& entry : std::filesystem::directory_iterator(packed_.custody))
        expect_no_cut_passes(entry.path());
}

class FlipBundle : public Flip {
protected:
    FlipBundle() {
        const auto made = make_bundle({.package = packed_.package, .output = scratch_ / "b.tar"},
                                      world_.environment);
        packed_.package = made ? made->bundle : "not made";
    }
};

// What lies in a bundle has been tried byte by byte above; what is around it repeats itself.
TEST_F(FlipBundle, NoByteCanChange) {
    expect_no_flip_passes(packed_.package, 7);
}

TEST_F(FlipBundle, ItCannotBeCutOrMadeLonger) {
    expect_no_cut_passes(packed_.package, 37);
}

}  // namespace
}  // namespace solander
