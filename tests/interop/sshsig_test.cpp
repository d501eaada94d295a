// SPDX-License-Identifier: Apache-2.0
// Signature files as ssh-keygen judges them and as we do. Whoever verifies a package with common
// tools uses ssh-keygen, so it must accept what we accept; that it accepts more is here in a list,
// each with its reason.
#include "crypto/sshsig.h"

#include <algorithm>
#include <functional>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/base64.h"
#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "crypto/ed25519.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

using test::fixture_key;
using test::Scratch;

constexpr std::string_view kNamespace = "manifest@solander";
constexpr std::string_view kMessage = "<manifest/>\n";
constexpr std::string_view kBegin = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view kEnd = "-----END SSH SIGNATURE-----\n";

/// As SSH puts it on a wire: four bytes of length, then the bytes.
std::string wire(std::string_view bytes) {
    std::string text;
    for (const int shift : {24, 16, 8, 0}) text += static_cast<char>(bytes.size() >> shift & 0xFF);
    return text.append(bytes);
}

std::string key_blob(std::string_view key, std::string_view type = "ssh-ed25519") {
    return wire(type) + wire(key);
}

/// The key whose one signature is good for every message: the neutral point of the group.
std::string neutral_key() {
    return '\1' + std::string(31, '\0');
}

/// The same point in a spelling that is not its canonical one: 1 + p.
std::string neutral_key_respelt() {
    return '\xEE' + std::string(30, '\xFF') + '\x7F';
}

std::string armoured(std::string_view blob, std::size_t columns = 70) {
    const std::string digits = base::to_base64(base::as_bytes(blob));
    std::string file(kBegin);
    for (std::size_t at = 0; at < digits.size(); at += columns)
        file += digits.substr(at, columns) + "\n";
    return file.append(kEnd);
}

/// The fields of a signature, each to be falsified by somebody who has the key, or has not.
struct Parts {
    std::string magic = "SSHSIG";
    std::string version = std::string("\0\0\0\1", 4);
    std::string key = key_blob(base::as_text(fixture_key("archivist").public_key().bytes()));
    std::string name_space = std::string(kNamespace);
    std::string reserved;
    std::string hash = "sha512";
    std::string signature_type = "ssh-ed25519";
    std::string signature;  ///< Empty: an honest one, over these fields and digest_of(kMessage).
    std::string behind_signature;
    std::string behind;

    std::string digest_of(std::string_view message) const {
        const auto bytes = base::as_bytes(message);
        if (hash == "sha256") return std::string(base::as_text(crypto::sha256(bytes).bytes()));
        return std::string(base::as_text(crypto::sha512(bytes).bytes()));
    }

    std::string made_signature() const {
        if (!signature.empty()) return signature;
        const std::string signed_text =
            "SSHSIG" + wire(name_space) + wire(reserved) + wire(hash) + wire(digest_of(kMessage));
        return std::string(
            base::as_text(fixture_key("archivist").sign(base::as_bytes(signed_text)).value()));
    }

    std::string blob() const {
        const std::string inner = wire(signature_type) + wire(made_signature()) + behind_signature;
        return magic + version + wire(key) + wire(name_space) + wire(reserved) + wire(hash) +
               wire(inner) + behind;
    }
};

std::string good_file() {
    return armoured(Parts().blob());
}

std::string with(const std::function<void(Parts&)>& change) {
    Parts parts;
    change(parts);
    return armoured(parts.blob());
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// Every `from`, with `to` in its place.
std::string all_replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// The signature with the order of the group added to its scalar.
std::string malleated() {
    static constexpr unsigned char kOrder[] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58,
                                               0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                                               0,    0,    0,    0,    0,    0,    0,    0,
                                               0,    0,    0,    0,    0,    0,    0,    0x10};
    std::string signature = Parts().made_signature();
    unsigned carry = 0;
    for (std::size_t i = 0; i < std::size(kOrder); ++i) {
        auto& digit = signature[32 + i];
        carry += static_cast<unsigned char>(digit) + unsigned{kOrder[i]};
        digit = static_cast<char>(carry & 0xFF);
        carry >>= 8;
    }
    return signature;
}

bool we_accept(const std::string& file) {
    const auto signature = crypto::parse_signature(file, kNamespace);
    return signature &&
           crypto::verify(*signature, kNamespace, crypto::sha512(base::as_bytes(kMessage)));
}

/// A reader of signatures by ssh-keygen, who trusts our key and, unwisely, the weak ones.
class SshKeygen {
public:
    SshKeygen() {
        std::string signers;
        const auto trust = [&signers](std::string_view key) {
            signers += "us ssh-ed25519 " + base::to_base64(base::as_bytes(key_blob(key))) + "\n";
        };
        trust(base::as_text(fixture_key("archivist").public_key().bytes()));
        trust(neutral_key());
        trust(neutral_key_respelt());
        test::write_file(scratch_ / "signers", signers);
    }

    bool accepts(const std::string& file) const {
        test::write_file(scratch_ / "sig", file);
        return test::run_program({"ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "us", "-n",
                                  std::string(kNamespace), "-s", "sig"},
                                 {.directory = scratch_.path(), .input = std::string(kMessage)})
                   .status == 0;
    }

private:
    Scratch scratch_;
};

enum class Judged { good, bad, bad_by_us };

struct File {
    std::string name;
    std::string (*make)();
    Judged judged = Judged::bad;
    std::string why = {};  ///< We are stricter; only for bad_by_us.
};
void PrintTo(const File& file, std::ostream* out) {
    *out << file.name;
}

const std::vector<File>& files() {
    using P = Parts;
    static const std::string kExact = "one signature has one file, so that its digest can be bound";
    static const std::string kWeak = "a signature by this key is good for every message";
    static const std::vector<File> list{
        {"Good", good_file, Judged::good},
        // ---- armour
        {"TextBehindTheEnd", [] { return good_file() + "hidden words\n"; }, Judged::bad_by_us,
         kExact},
        {"EmptyLineBehindTheEnd", [] { return good_file() + "\n"; }, Judged::bad_by_us, kExact},
        {"SecondSignatureBehind", [] { return good_file() + good_file(); }, Judged::bad_by_us,
         kExact},
        {"NoLastLineFeed", [] { return good_file().substr(0, good_file().size() - 1); },
         Judged::bad_by_us, kExact},
        {"LinesOf64", [] { return armoured(P().blob(), 64); }, Judged::bad_by_us, kExact},
        {"LinesOf76", [] { return armoured(P().blob(), 76); }, Judged::bad_by_us, kExact},
        {"OneLongLine", [] { return armoured(P().blob(), 10'000); }, Judged::bad_by_us, kExact},
        {"EmptyLineInside",
         [] { return replaced(good_file(), kBegin, std::string(kBegin) + "\n"); },
         Judged::bad_by_us, kExact},
        {"BlankInside", [] { return replaced(good_file(), "U1NI", "U1 NI"); }, Judged::bad_by_us,
         kExact},
        {"TabInside", [] { return replaced(good_file(), "U1NI", "U1\tNI"); }, Judged::bad_by_us,
         kExact},
        {"LineEndsConverted", [] { return all_replaced(good_file(), "\n", "\r\n"); }},
        {"TextInFront", [] { return "Signed:\n" + good_file(); }},
        {"EmptyLineInFront", [] { return "\n" + good_file(); }},
        {"MarkOfByteOrderInFront", [] { return "\xEF\xBB\xBF" + good_file(); }},
        {"BeginInLowerCase", [] { return replaced(good_file(), "BEGIN", "begin"); }},
        {"EndInLowerCase", [] { return replaced(good_file(), "END", "end"); }},
        {"EndMissing", [] { return replaced(good_file(), kEnd, ""); }},
        {"NothingInside", [] { return std::string(kBegin) + std::string(kEnd); }},
        {"DigitsInLowerCase", [] { return replaced(good_file(), "U1NIU0lH", "u1niu0lh"); }},
        {"AlphabetOfUrls", [] { return replaced(good_file(), "AAAA", "A-A_"); }},
        // ---- blob
        {"VersionZero", [] { return with([](P& p) { p.version[3] = '\0'; }); }, Judged::bad_by_us,
         "nothing signs the version, and no description has a version 0"},
        {"VersionTwo", [] { return with([](P& p) { p.version[3] = '\2'; }); }},
        {"AnotherMagic", [] { return with([](P& p) { p.magic = "SSHSIX"; }); }},
        {"AnotherNamespace", [] { return with([](P& p) { p.name_space = "custody@solander"; }); }},
        {"NamespaceInUpperCase",
         [] { return with([](P& p) { p.name_space = "MANIFEST@solander"; }); }},
        {"NoNamespace", [] { return with([](P& p) { p.name_space.clear(); }); }},
        {"NamespaceWithNul",
         [] { return with([](P& p) { p.name_space += std::string("\0x", 2); }); }},
        {"ReservedInUse",
         [] {
             return with([](P& p) {
                 p.signature = P().made_signature();
                 p.reserved = "hidden words";
             });
         },
         Judged::bad_by_us, "nothing signs what is hidden there"},
        {"ReservedInUseAndSigned", [] { return with([](P& p) { p.reserved = "words"; }); }},
        {"Sha256", [] { return with([](P& p) { p.hash = "sha256"; }); }, Judged::bad_by_us,
         "a package has one digest of what is signed, and it is SHA-512"},
        {"Sha1", [] { return with([](P& p) { p.hash = "sha1"; }); }},
        {"HashInUpperCase", [] { return with([](P& p) { p.hash = "SHA512"; }); }},
        {"BytesBehindTheBlob", [] { return with([](P& p) { p.behind = "x"; }); }},
        {"BytesBehindTheSignature", [] { return with([](P& p) { p.behind_signature = "x"; }); }},
        {"BytesBehindTheKey", [] { return with([](P& p) { p.key += "x"; }); }},
        {"AnotherTypeInside", [] { return with([](P& p) { p.signature_type = "ssh-rsa"; }); }},
        {"AnotherTypeOutside",
         [] { return with([](P& p) { p.key = replaced(p.key, "ed25519", "ed25518"); }); }},
        {"TypeInUpperCase",
         [] { return with([](P& p) { p.key = replaced(p.key, "ssh-", "SSH-"); }); }},
        {"ShortSignature",
         [] { return with([](P& p) { p.signature = P().made_signature().substr(0, 63); }); }},
        {"LongSignature",
         [] { return with([](P& p) { p.signature = P().made_signature() + 'x'; }); }},
        {"ScalarBeyondTheOrder", [] { return with([](P& p) { p.signature = malleated(); }); },
         Judged::bad_by_us, "whoever has seen one signature could make a second of it"},
        {"ScalarFarBeyondTheOrder",
         [] { return with([](P& p) { (p.signature = P().made_signature()).back() = '\xFF'; }); }},
        {"NeutralKey",
         [] {
             return with([](P& p) {
                 p.key = key_blob(neutral_key());
                 p.signature = neutral_key() + std::string(32, '\0');
             });
         },
         Judged::bad_by_us, kWeak},
        {"NeutralKeyRespelt",
         [] {
             return with([](P& p) {
                 p.key = key_blob(neutral_key_respelt());
                 p.signature = neutral_key() + std::string(32, '\0');
             });
         },
         Judged::bad_by_us, kWeak},
        {"KeyThatNobodyTrusts",
         [] {
             return with([](P& p) {
                 p.key = key_blob(base::as_text(fixture_key("registrar").public_key().bytes()));
             });
         }},
        {"AnotherMessage",
         [] {
             return crypto::sign(fixture_key("archivist"), kNamespace,
                                 crypto::sha512(base::as_bytes("<other/>\n")))
                 .value();
         }},
    };
    return list;
}

class SignatureFile : public testing::TestWithParam<File> {};

TEST_P(SignatureFile, IsJudgedBySshKeygenAsListed) {
    SOLANDER_NEEDS("ssh-keygen");
    const File& file = GetParam();
    const std::string text = file.make();
    EXPECT_EQ(we_accept(text), file.judged == Judged::good);
    EXPECT_EQ(SshKeygen().accepts(text), file.judged != Judged::bad);
    EXPECT_EQ(file.why.empty(), file.judged != Judged::bad_by_us) << "a difference has a reason";
}

INSTANTIATE_TEST_SUITE_P(Interop, SignatureFile, testing::ValuesIn(files()),
                         [](const auto& tested) { return tested.param.name; });

/// The blob in an armour as ssh-keygen reads it: whatever white space is in it, up to the END line.
std::string blob_in(const std::string& file) {
    const auto end = file.find("\n-----END SSH SIGNATURE-----");
    std::string digits = file.substr(0, end).substr(std::min(file.size(), kBegin.size()));
    std::erase_if(digits, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    const auto blob = base::from_base64(digits);
    return blob ? std::string(base::as_text(*blob)) : std::string();
}

/// Why ssh-keygen takes a file that we refuse; empty where nothing is known that would allow it.
std::string known_difference(const std::string& file) {
    const std::string blob = blob_in(file);
    if (blob == Parts().blob()) return "the same signature in another armour";
    if (blob == [] {
            Parts parts;
            parts.version[3] = '\0';
            return parts.blob();
        }())
        return "version 0";
    return "";
}

void flip(std::string& text, std::size_t bit) {
    text[bit / 8] = static_cast<char>(static_cast<unsigned char>(text[bit / 8]) ^ 1U << bit % 8);
}

/// ssh-keygen takes some milliseconds a file: enough for some of all bits, the same each time.
TEST(SignatureFileFlipped, IsTakenByNobodyButForKnownReasons) {
    SOLANDER_NEEDS("ssh-keygen");
    constexpr int kFlips = 60;
    const SshKeygen ssh_keygen;
    std::mt19937 random(20261128);
    int differences = 0;
    for (int i = 0; i < kFlips; ++i) {
        std::string file = good_file();
        flip(file, random() % (8 * file.size()));
        std::string blob = Parts().blob();
        flip(blob, random() % (8 * blob.size()));
        for (const std::string& spoilt : {file, armoured(blob)}) {
            ASSERT_FALSE(we_accept(spoilt)) << spoilt;
            if (!ssh_keygen.accepts(spoilt)) continue;
            ++differences;
            EXPECT_NE(known_difference(spoilt), "") << spoilt;
        }
    }
    // Nearly all flips are of digits, which both find out.
    EXPECT_LT(differences, kFlips / 5);
}

}  // namespace
}  // namespace solander
