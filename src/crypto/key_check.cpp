// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <solander/key_check.h>

#include "base/base64.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "base/utf8.h"
#include "crypto/encrypted_key.h"
#include "crypto/key_der.h"
#include "crypto/openssh_key.h"
#include "crypto/pem.h"
#include "crypto/read_secret.h"
#include "crypto/ssh_wire.h"

namespace solander {

namespace {

// Below these, who has the file tries passphrases too fast. What we write ourselves is above them.
constexpr std::uint64_t kFewPbkdf2Rounds = 100'000;
constexpr std::uint64_t kLittleScrypt = std::uint64_t{16384} * 8;  // N · r
constexpr std::uint32_t kFewBcryptRounds = 16;                     // OpenSSH's own default

constexpr std::uint32_t kReadableByOthers = 077;
constexpr std::uint32_t kChangeableByOthers = 022;
constexpr std::uint32_t kSticky = 01000;

class KeyExaminer {
public:
    KeyExaminer(const FileSystem& files, const std::filesystem::path& path,
                const AskPassphrase& ask_passphrase)
        : files_(files), ask_passphrase_(ask_passphrase) {
        report_.file = path;
    }

    Result<KeyReport> examine() {
        SOLANDER_TRY_ASSIGN(const auto file, files_.open(report_.file));
        SOLANDER_TRY_ASSIGN(const FileInfo info, file->info());
        SOLANDER_TRY_ASSIGN(const SecretBytes bytes,
                            crypto::read_secret(*file, base::Limits{}.key_file_bytes));
        const auto text = base::as_text(bytes.bytes());
        if (const auto block = crypto::find_pem(text))
            SOLANDER_TRY(examine_pem(*block));
        else if (crypto::is_cut_off(text))
            return Error(ErrorCode::format, std::string(crypto::kIsCutOff));
        else
            SOLANDER_TRY(examine_line(text));
        examine_access(info);
        if (report_.is_private) examine_public_file();
        examine_name();
        return std::move(report_);
    }

private:
    void tell(std::string_view id, std::string sentence) {
        const auto rules = key_rules();
        const auto rule = std::ranges::find(rules, id, &KeyRule::id);
        report_.remarks.push_back({rule->id, rule->is_weakness, std::move(sentence)});
    }

    void other_type(std::string_view type) {
        tell("type", fmt::format("is a key of type {}; only {} is known here: make one with "
                                 "`solander key new`",
                                 type, crypto::kSshEd25519));
    }

    void found(const PublicKey& key) {
        key_ = key;
        report_.fingerprint = key.fingerprint();
    }

    Result<void> examine_pem(const crypto::PemBlock& block) {
        static constexpr std::string_view kPrivateEnding = "PRIVATE KEY";
        report_.is_private = block.label.ends_with(kPrivateEnding);
        if (block.label == crypto::kOpensshPem) return examine_openssh(block);
        if (block.label == "ENCRYPTED PRIVATE KEY") return examine_encrypted(block);
        if (block.label == kPrivateEnding) return examine_pkcs8(block);
        if (block.label == "PUBLIC KEY")
            return Error(ErrorCode::unsupported,
                         "is a public key in PEM; give the OpenSSH line, as in a .pub file");
        if (!report_.is_private) return Error(ErrorCode::format, "holds no key");
        report_.form = std::string(block.label);
        const auto type = block.label.substr(0, block.label.find(' '));
        other_type(type == "EC" ? "ECDSA" : base::printable(type));
        return {};
    }

    Result<void> examine_pkcs8(const crypto::PemBlock& block) {
        report_.form = "PKCS#8";
        tell("no-passphrase", "has no passphrase: who gets the file can sign as its owner");
        SOLANDER_TRY_ASSIGN(const SecretBytes der, crypto::decode_pem(block));
        return take_der(der);
    }

    Result<void> take_der(const SecretBytes& der) {
        const auto key = crypto::parse_private_key_der(der.bytes());
        if (key) {
            found(key->public_key());
            return {};
        }
        if (key.error().code() != ErrorCode::unsupported) return key.error();
        tell("type", "is " + key.error().message());
        return {};
    }

    Result<void> examine_encrypted(const crypto::PemBlock& block) {
        report_.form = "PKCS#8";
        SOLANDER_TRY_ASSIGN(const SecretBytes der, crypto::decode_pem(block));
        const auto encrypted = crypto::EncryptedKey::parse(der.bytes());
        if (!encrypted) {
            if (encrypted.error().code() != ErrorCode::unsupported) return encrypted.error();
            tell("encryption", "is " + encrypted.error().message());
            return {};
        }
        examine_encryption(encrypted->encryption());
        if (!ask_passphrase_) return {};
        SOLANDER_TRY_ASSIGN(const SecretBytes passphrase, ask_passphrase_());
        if (passphrase.size() == 0) return Error(ErrorCode::usage, "the passphrase is empty");
        SOLANDER_TRY_ASSIGN(const SecretBytes plain, encrypted->decrypt(passphrase));
        return take_der(plain);
    }

    void examine_encryption(const crypto::KeyEncryption& how) {
        if (how.rounds > 0 && how.rounds < kFewPbkdf2Rounds)
            tell("few-rounds",
                 fmt::format("its passphrase goes through {} rounds of PBKDF2, and {} are the "
                             "least that keeps guessing slow: encrypt it anew, as with "
                             "`openssl pkcs8 -topk8 -scrypt`",
                             how.rounds, kFewPbkdf2Rounds));
        if (how.scrypt > 0 && how.scrypt < kLittleScrypt)
            tell("few-rounds",
                 fmt::format("its scrypt has N · r = {}, and {} is the least that keeps "
                             "guessing slow: encrypt it anew, as with `openssl pkcs8 -topk8 "
                             "-scrypt`",
                             how.scrypt, kLittleScrypt));
        examine_cipher(how.cipher);
    }

    void examine_cipher(std::string_view cipher) {
        static constexpr std::array<std::string_view, 4> kGood{"aes", "camellia", "chacha20",
                                                               "aria"};
        std::string lower(cipher);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool is_good = std::ranges::any_of(
            kGood, [&lower](std::string_view good) { return lower.starts_with(good); });
        if (!is_good)
            tell("old-cipher", fmt::format("is encrypted with {}, which is out of date: encrypt "
                                           "it anew with AES",
                                           base::printable(cipher)));
    }

    Result<void> examine_openssh(const crypto::PemBlock& block) {
        report_.form = "OpenSSH";
        SOLANDER_TRY_ASSIGN(const SecretBytes bytes, crypto::decode_pem(block));
        SOLANDER_TRY_ASSIGN(const auto envelope, crypto::parse_openssh_envelope(bytes.bytes()));
        SOLANDER_TRY(take_blob(envelope.public_blob));
        if (!envelope.is_encrypted()) {
            tell("no-passphrase", "has no passphrase: who gets the file can sign as its owner");
            if (!key_) return {};
            SOLANDER_TRY_ASSIGN(const auto own, crypto::parse_openssh_key(bytes.bytes()));
            report_.comment = own.comment;
            return {};
        }
        comment_is_hidden_ = true;
        if (envelope.bcrypt_rounds() < kFewBcryptRounds)
            tell("few-rounds",
                 fmt::format("its passphrase goes through {} rounds of bcrypt, "
                             "and {} are the least: `ssh-keygen -p -a {} -f FILE` "
                             "encrypts it anew",
                             envelope.bcrypt_rounds(), kFewBcryptRounds, kFewBcryptRounds));
        examine_cipher(envelope.cipher);
        return {};
    }

    /// A key as SSH knows it, of whatever type.
    Result<void> take_blob(base::BytesView blob) {
        crypto::SshReader reader(blob);
        const auto type = reader.string();
        if (!type) return Error(ErrorCode::format, "not a key in the form of SSH");
        if (base::as_text(*type) != crypto::kSshEd25519) {
            other_type(base::printable(base::as_text(*type)));
            return {};
        }
        const auto bytes = reader.string();
        if (!bytes || bytes->size() != PublicKey::kSize || !reader.at_end())
            return Error(ErrorCode::format, "the Ed25519 key has not the right length");
        if (const auto key = PublicKey::from_bytes(bytes->first<PublicKey::kSize>()))
            found(*key);
        else
            tell("weak-point", "is " + key.error().message());
        return {};
    }

    Result<void> examine_line(std::string_view text) {
        report_.form = "OpenSSH";
        const auto line = text.substr(0, text.find_first_of("\r\n"));
        const auto type_end = line.find(' ');
        if (type_end == std::string_view::npos) return Error(ErrorCode::format, "holds no key");
        const auto rest = line.substr(type_end + 1);
        const auto blob = base::from_base64(rest.substr(0, rest.find(' ')));
        if (!blob || blob->empty()) return Error(ErrorCode::format, "holds no key");
        // A second key would be passed over; whoever reads the file refuses it.
        const auto behind = text.substr(line.size());
        if (!behind.empty() && behind != "\n" && behind != "\r\n" && behind != "\r")
            return PublicKey::parse_openssh_line(text).error();
        if (const auto blank = rest.find(' '); blank != std::string_view::npos)
            report_.comment = std::string(rest.substr(blank + 1));
        return take_blob(*blob);
    }

    void examine_access(const FileInfo& info) {
        const std::uint32_t refused = report_.is_private ? kReadableByOthers : kChangeableByOthers;
        if (info.kind == FileKind::regular && (info.permissions & refused) != 0)
            tell("open-to-others",
                 fmt::format("others may {} it (mode {:04o}): `chmod {}` keeps it yours",
                             report_.is_private ? "read or change" : "change", info.permissions,
                             report_.is_private ? "600" : "go-w"));
        const auto parent = report_.file.parent_path();
        const auto directory = files_.info(parent.empty() ? "." : parent);
        if (directory && (directory->permissions & kChangeableByOthers) != 0 &&
            (directory->permissions & kSticky) == 0)
            tell("directory-open",
                 fmt::format("others may put another file in its place: its directory has mode "
                             "{:04o}; `chmod go-w` keeps it yours",
                             directory->permissions));
    }

    void examine_public_file() {
        const auto path = public_file_beside(files_, report_.file);
        if (!files_.info(path)) return;
        const std::string name = base::printable(path.filename().string());
        const auto bytes = base::read_all(files_, path, base::Limits{}.key_file_bytes);
        const auto named = bytes ? PublicKey::parse_openssh_line(base::as_text(*bytes))
                                 : Result<NamedKey>(bytes.error());
        if (!named) {
            tell("public-file", fmt::format("{} beside it cannot be used: {}", name,
                                            base::printable(named.error().message())));
            return;
        }
        const bool is_of_another = key_ && named->key != *key_;
        if (!named->comment.empty() && !is_of_another) report_.comment = named->comment;
        if (!key_)
            tell("not-compared", fmt::format("was not compared with {}: it is encrypted; give "
                                             "its passphrase with --passphrase-fd",
                                             name));
        else if (is_of_another)
            tell("public-file",
                 fmt::format("{} beside it is of another key, {}: who trusts that one does not "
                             "trust this one",
                             name, named->key.fingerprint()));
    }

    void examine_name() {
        if (report_.comment.empty() && (!report_.is_private || comment_is_hidden_)) return;
        const bool has_comment = !report_.comment.empty();
        const std::string name = has_comment ? report_.comment : name_of_key(report_.file);
        if (is_principal(name)) return;
        tell("principal",
             fmt::format("{} '{}' cannot stand as a name in a trust file (no blanks, quotes, "
                         "commas or wildcards): give one with --principal",
                         has_comment ? "its comment" : "it has no comment, and its file's name",
                         base::printable(name)));
    }

    const FileSystem& files_;
    const AskPassphrase& ask_passphrase_;
    KeyReport report_;
    std::optional<PublicKey> key_;
    bool comment_is_hidden_ = false;  ///< Encrypted with the key.
};

}  // namespace

bool KeyReport::is_weak() const noexcept {
    return std::ranges::any_of(remarks, &KeyRemark::is_weakness);
}

bool is_principal(std::string_view text) {
    // One that begins as an option or a fingerprint does would be taken for that.
    return !text.empty() && text.find_first_of("\t\",*?!#") == std::string_view::npos &&
           !text.starts_with('-') && !text.starts_with("SHA256:") && !base::has_blank(text) &&
           base::printable(text) == text;
}

Result<KeyReport> check_key_file(const FileSystem& files, const std::filesystem::path& path,
                                 const AskPassphrase& ask_passphrase) {
    const std::string name = base::printable(path.string());
    auto report = KeyExaminer(files, path, ask_passphrase).examine();
    if (report || report.error().message().starts_with(name + ": ")) return report;
    return report.error().in(name);
}

std::filesystem::path public_file_beside(const FileSystem& files,
                                         const std::filesystem::path& key_file) {
    auto as_openssh_names_it = key_file;
    as_openssh_names_it += ".pub";
    if (files.info(as_openssh_names_it)) return as_openssh_names_it;
    return std::filesystem::path(key_file).replace_extension(".pub");
}

std::string name_of_key(const std::filesystem::path& key_file) {
    auto name = key_file.filename();
    if (name.extension() == ".pub") name.replace_extension();
    const bool is_ending = name.extension() == ".key" || name.extension() == ".pem";
    return (is_ending ? name.stem() : name).string();
}

}  // namespace solander
