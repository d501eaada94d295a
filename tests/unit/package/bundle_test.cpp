// SPDX-License-Identifier: Apache-2.0
#include "package/bundle.h"

#include <algorithm>
#include <array>
#include <string>

#include <gtest/gtest.h>

#include "package/canonical_tar.h"
#include "package/file_window.h"

namespace solander::package {
namespace {

const Timestamp kTime = *Timestamp::parse("2026-11-24T00:00:00Z");

/// A file in memory.
class TextFile final : public InputFile {
public:
    explicit TextFile(std::string text) : text_(std::move(text)) {}
    Result<FileInfo> info() const override { return FileInfo{.size = text_.size()}; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
        if (offset >= text_.size()) return std::size_t{0};
        const auto part = base::as_bytes(text_).subspan(offset);
        const std::size_t size = std::min(part.size(), into.size());
        std::copy_n(part.begin(), size, into.begin());
        return size;
    }
    Result<std::size_t> read(std::span<std::byte> into) override {
        const auto got = read_at(position_, into);
        position_ += got.value_or(0);
        return got;
    }

private:
    std::string text_;
    std::uint64_t position_ = 0;
};

std::string entry(const std::string& path, const std::string& data) {
    std::string text = tar_header(path, data.size(), kTime) + data;
    return text.append(padded(data.size()) - data.size(), '\0');
}

Result<Bundle> read(const std::string& text, const base::Limits& limits = {}) {
    TextFile file(text);
    base::Bytes begun(kTarBlock);
    begun.resize(file.read(begun).value_or(0));
    return read_bundle(file, std::move(begun), limits);
}

bool begins(const std::string& text) {
    return begins_bundle(base::as_bytes(text).first(kTarBlock));
}

TEST(Bundle, BeginsWithAFileOfItsCustody) {
    EXPECT_TRUE(begins(entry("letters.custody/0001-seal.xml", "x")));
    EXPECT_FALSE(begins(entry("letters/bagit.txt", "x")));
    EXPECT_FALSE(begins(entry("letters.tar", "x")));
    EXPECT_FALSE(begins(entry(".custody/0001-seal.xml", "x")));
    EXPECT_FALSE(begins(entry("-letters.custody/0001-seal.xml", "x")));
    EXPECT_FALSE(begins(entry("letters.custody/", "x")));
    EXPECT_FALSE(begins(std::string(kTarBlock, '\0')));
}

/// A package may be called so.
TEST(Bundle, IsNoPackageThatIsNamedLikeACustody) {
    EXPECT_FALSE(begins(entry("letters.custody/bagit.txt", "x")));
    EXPECT_TRUE(begins(entry("letters.custody.custody/0001-seal.xml", "x")));
}

TEST(Bundle, IsReadUpToThePackage) {
    const std::string front = entry("a.custody/0001-seal.xml", "seal") +
                              entry("a.custody/VERIFY.txt", std::string(600, 'v'));
    const auto bundle = read(front + entry("a.tar", "package"));
    ASSERT_TRUE(bundle.has_value());
    EXPECT_TRUE(bundle->flaws.empty());
    EXPECT_EQ(bundle->name, "a");
    EXPECT_EQ(bundle->modified, kTime);
    ASSERT_EQ(bundle->custody.size(), 2U);
    EXPECT_EQ(bundle->custody[0].path, "0001-seal.xml");
    EXPECT_EQ(base::as_text(bundle->custody[0].bytes), "seal");
    ASSERT_TRUE(bundle->package.has_value());
    EXPECT_EQ(bundle->package->offset, front.size() + kTarBlock);
    EXPECT_EQ(bundle->package->size, 7U);
}

TEST(Bundle, MayHoldAPackageOfMoreThan8GiB) {
    const std::uint64_t size = (std::uint64_t{9} << 30) + 512;
    const auto bundle =
        read(entry("a.custody/0001-seal.xml", "seal") + tar_header("a.tar", size, kTime));
    ASSERT_TRUE(bundle.has_value());
    EXPECT_TRUE(bundle->flaws.empty());
    ASSERT_TRUE(bundle->package.has_value());
    EXPECT_EQ(bundle->package->size, size);
}

TEST(Bundle, MayHoldNamesThatNeedAnExtendedHeader) {
    const std::string name(64, 'n');
    const std::string sig = "0001-seal.xml.0123456789abcdef.sig";
    const auto bundle = read(entry(name + ".custody/0001-seal.xml", "seal") +
                             entry(name + ".custody/" + sig, "s") + entry(name + ".tar", "p"));
    ASSERT_TRUE(bundle.has_value());
    EXPECT_TRUE(bundle->flaws.empty());
    ASSERT_EQ(bundle->custody.size(), 2U);
    EXPECT_EQ(bundle->custody[1].path, sig);
    EXPECT_TRUE(bundle->package.has_value());
}

TEST(Bundle, MeetsTheLimitsOfACustody) {
    const std::string text = entry("a.custody/0001-seal.xml", "seal") +
                             entry("a.custody/0002-note.xml", "note") + entry("a.tar", "p");
    base::Limits few;
    few.custody_files = 1;
    EXPECT_TRUE(read(text, few)->custody_over_limit);
    EXPECT_EQ(read(text, few)->custody.size(), 1U);
    EXPECT_TRUE(read(text, few)->package.has_value());  // what is behind it is still looked at
    base::Limits small;
    small.custody_bytes = 7;
    EXPECT_TRUE(read(text, small)->custody_over_limit);
    small.custody_bytes = 8;
    EXPECT_FALSE(read(text, small)->custody_over_limit);
}

TEST(Bundle, OfAnEventThatIsTooLargeIsNotReadOn) {
    base::Limits small;
    small.event_bytes = 3;
    const auto bundle = read(entry("a.custody/0001-seal.xml", "seal") + entry("a.tar", "p"), small);
    ASSERT_TRUE(bundle.has_value());
    EXPECT_EQ(bundle->flaws.size(), 1U);
    EXPECT_FALSE(bundle->package.has_value());
}

TEST(BundleTail, IsZerosAndNothingElse) {
    const std::string zeros(2048, '\0');
    const auto flaw = [](const std::string& tail) {
        return flaw_of_tail(base::as_bytes(tail), 1000);
    };
    EXPECT_EQ(bundle_tail_bytes(1000), 24U + 1024U);
    EXPECT_EQ(flaw(zeros.substr(0, 1048)), "");
    EXPECT_NE(flaw(zeros.substr(0, 1047)), "");
    EXPECT_NE(flaw(zeros.substr(0, 1049)), "");
    EXPECT_NE(flaw(zeros.substr(0, 1047) + "x"), "");
    EXPECT_NE(flaw(""), "");
}

TEST(FileWindow, ShowsARangeAndNothingBeyondIt) {
    TextFile file("0123456789");
    std::array<std::byte, 2> skipped{};
    ASSERT_EQ(file.read(skipped).value_or(0), 2U);
    FileWindow window(file, 2, 4);
    EXPECT_EQ(window.info()->size, 4U);
    base::Bytes buffer(10);
    EXPECT_EQ(window.read_at(1, buffer).value_or(0), 3U);
    EXPECT_EQ(base::as_text(std::span(buffer).first(3)), "345");
    EXPECT_EQ(window.read_at(4, buffer).value_or(9), 0U);
    EXPECT_EQ(window.read(std::span(buffer).first(3)).value_or(0), 3U);
    EXPECT_EQ(window.read(buffer).value_or(0), 1U);
    EXPECT_EQ(base::as_text(std::span(buffer).first(1)), "5");
    EXPECT_EQ(window.read(buffer).value_or(9), 0U);
    EXPECT_EQ(FileWindow(file, 8, 4).info()->size, 2U);
    EXPECT_EQ(FileWindow(file, 12, 4).info()->size, 0U);
}

}  // namespace
}  // namespace solander::package
