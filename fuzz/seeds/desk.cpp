// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <solander/audit_baseline.h>
#include <solander/key.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "crypto/encrypted_key.h"
#include "crypto/key_access.h"
#include "crypto/key_der.h"
#include "crypto/openssh_key.h"
#include "crypto/pem.h"
#include "crypto/ssh_wire.h"
#include "custody/receipt.h"
#include "properties/sample_package.h"
#include "seeds/seeds.h"

namespace solander::fuzz {

namespace {

namespace fs = std::filesystem;

/// Of what the library makes of constants: it is made, or there are no seeds at all.
template <class T>
T made(Result<T> result) {
    if (!result) std::abort();
    return *std::move(result);
}

std::string text_of(base::BytesView bytes) {
    return std::string(base::as_text(bytes));
}

/// An unencrypted key in OpenSSH's own form, or one that says that it is encrypted.
base::Bytes openssh_key(std::string_view cipher, std::string_view kdf) {
    const SigningKey& key = sample_key();
    const auto secrets = crypto::SshWriter()
                             .uint32(1)
                             .uint32(1)
                             .string(crypto::kSshEd25519)
                             .string(key.public_key().bytes())
                             .string(crypto::KeyAccess::secret(key))
                             .string("a comment")
                             .raw(std::string_view("\x01\x02\x03\x04"))
                             .take();
    return crypto::SshWriter()
        .raw(std::string_view("openssh-key-v1\0", 15))
        .string(cipher)
        .string(kdf)
        .string("")
        .uint32(1)
        .string(crypto::ssh_key_blob(key.public_key()))
        .string(secrets)
        .take();
}

void add_keys(const fs::path& source, Seeds& seeds) {
    for (const auto& entry : fs::directory_iterator(source / "fixtures" / "keys"))
        seeds.add("key_file", entry.path().filename().string(), read_file(entry.path()));
    const auto der = made(crypto::private_key_der(sample_key()));
    seeds.add("key_file", "private-der", text_of(der.bytes()));
    seeds.add("key_file", "ssh-blob", text_of(crypto::ssh_key_blob(sample_key().public_key())));
    seeds.add("key_file", "public-pem", sample_key().public_key().openssl_pem());
    for (const auto& [name, key] :
         {std::pair("openssh", openssh_key("none", "none")),
          std::pair("openssh-encrypted", openssh_key("aes256-ctr", "bcrypt"))}) {
        seeds.add("key_file", std::string(name) + "-blob", text_of(key));
        seeds.add("key_file", std::string(name) + "-pem",
                  text_of(made(crypto::to_pem(crypto::kOpensshPem, key)).bytes()));
    }
    const auto passphrase = made(SecretBytes::create(1));
    const auto encrypted = made(crypto::encrypt_key(der, passphrase));
    seeds.add("key_file", "encrypted-der", text_of(encrypted));
    seeds.add("key_file", "encrypted-pem",
              text_of(made(crypto::to_pem("ENCRYPTED PRIVATE KEY", encrypted)).bytes()));
}

void add_agent(Seeds& seeds) {
    const auto blob = crypto::ssh_key_blob(sample_key().public_key());
    const auto token = crypto::SshWriter().string("sk-ssh-ed25519@openssh.com").take();
    seeds.add("agent_answer", "keys",
              "\x0C" + text_of(crypto::SshWriter()
                                   .uint32(2)
                                   .string(blob)
                                   .string("a comment")
                                   .string(token)
                                   .string("token")
                                   .take()));
    const auto signature = made(sample_key().sign(base::as_bytes("a message")));
    const auto whole = crypto::SshWriter().string(crypto::kSshEd25519).string(signature).take();
    seeds.add("agent_answer", "signature",
              "\x0E" + text_of(crypto::SshWriter().string(whole).take()));
    seeds.add("agent_answer", "failure", "\x05");
}

void add_trust(Seeds& seeds) {
    const std::string key = sample_key().public_key().openssh_line("a comment");
    seeds.add("allowed_signers", "sample", sample_package().trust);
    seeds.add("allowed_signers", "options",
              fmt::format("# whom we believe\n\na@b,\"c d\" valid-after=\"20200101\",valid-before="
                          "\"203012312359Z\" {0}\r\n*@b,!x@b cert-authority {0}\n"
                          "\"q\\\"q\" NAMESPACES=\"*@solander,!git\" {0}\nnobody ssh-rsa AAAA\n",
                          key));
}

void add_receipts(Seeds& seeds) {
    const Sha256 manifest = crypto::sha256(base::as_bytes(sample_package().manifest_text));
    const Sha256 head =
        crypto::sha256(base::as_bytes(sample_package().custody.at("0001-seal.xml")));
    const std::string receipt =
        custody::receipt_text({sample_package().name, manifest, 1, "seal"}, head);
    seeds.add("receipts", "receipt", receipt);
    seeds.add("receipts", "several",
              fmt::format("{}\r\n# a comment\n{} *bare\n\\{}  a\\\\b\nno line\n", receipt,
                          head.hex(), manifest.hex()));
    seeds.add("memory", "chain",
              fmt::format("# solander memory 1: package letters manifest sha256:{}\n"
                          "2026-12-01T00:00:00Z {} 0001-seal.xml\n2026-12-01T00:00:01Z {} -\n",
                          manifest.hex(), head.hex(), manifest.hex()));
    seeds.add(
        "memory", "reset",
        fmt::format("# solander memory 1: package letters manifest sha256:{}\n", manifest.hex()));
}

void add_lists(const fs::path& source, Seeds& seeds) {
    for (const auto& entry : fs::directory_iterator(source / "fixtures" / "audit"))
        seeds.add("audit_config", entry.path().filename().string(), read_file(entry.path()));
    const std::string one = crypto::sha256(base::as_bytes("one")).hex();
    const std::string two = crypto::sha256(base::as_bytes("two")).hex();
    seeds.add("baseline", "two", write_audit_baseline({one, two}));
    seeds.add("baseline", "merged", fmt::format("v1:{0}\r\nv1:{1}\nv1:{0}\n", two, one));
    static constexpr std::string_view kHeadings =
        "record,file,field,value,proposed-value,decision,decided-value,decided-by,date,how,"
        "finding\n";
    seeds.add("worklist", "open",
              fmt::format("{}a.txt,a.txt,rights,'x,'?,,,,,,v1:{}\n", kHeadings, one));
    seeds.add("worklist", "decided",
              fmt::format("\xEF\xBB\xBF{}\"a, b\",,rights,'=1+1,,set,\"two\nlines\",Ann,2026-01-02,"
                          "'-by phone,v1:{} v1:{}\n",
                          kHeadings, one, two));
    seeds.add_family("worklist", "csv");
}

}  // namespace

void add_desk_seeds(const fs::path& source, Seeds& seeds) {
    add_keys(source, seeds);
    add_trust(seeds);
    add_agent(seeds);
    add_receipts(seeds);
    add_lists(source, seeds);
}

}  // namespace solander::fuzz
