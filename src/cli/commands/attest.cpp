// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/attest.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/common.h"
#include "cli/keys.h"
#include "cli/output_file.h"
#include "cli/reading.h"

namespace solander::cli {

namespace {

struct Options {
    std::string package;
    std::string key;
    std::string output;
    bool force = false;
    std::string format;
    TrustOptions trust;
    PassphraseOptions passphrase;
    WorkOptions work;
};

bool is_passed(const Report& report, Layer layer) {
    return report.layers.at(static_cast<std::size_t>(layer)) == Verdict::passed;
}

/// What the attester should know of what they have signed.
std::vector<std::string> remarks_on(const Report& report) {
    std::vector<std::string> remarks;
    if (!is_passed(report, Layer::authenticity))
        remarks.emplace_back(
            "the signers of the package are unknown to you: the attestation says that you saw "
            "these bytes, not whose they are; --trust says whom you believe");
    if (!is_passed(report, Layer::custody))
        remarks.emplace_back("the custody of the package could not be judged, and is not attested");
    return remarks;
}

Error nowhere_to_put_it() {
    return {ErrorCode::usage,
            "the package has no name to put the attestation beside: say where with -o"};
}

void tell_attested(Io& io, const Options& options, const Attested& attested, const OwnKey& own,
                   const std::string& key) {
    const std::string file = base::printable(attested.place.string());
    const auto remarks = remarks_on(attested.report);
    if (options.format == "json") {
        const nlohmann::ordered_json json{
            {"schema", "urn:solander:attest:1"},
            {"attestation", file},
            {"package", base::printable(options.package)},
            {"identity", "sha256:" + attested.report.manifest_digest->hex()},
            {"fingerprint", own.key->public_key().fingerprint()},
            {"notes", remarks}};
        io.out << json.dump(2) << '\n';
        return;
    }
    if (options.work.quiet) return;
    for (const auto& remark : remarks) io.err << "solander: note: " << remark << '\n';
    io.out << fmt::format(
        "{}  attests sha256:{}\n\n"
        "Next: solander key export {}{} --namespaces attest@solander >> ALLOWED_SIGNERS\n"
        "      solander verify {} --attestation {} --trust ALLOWED_SIGNERS\n",
        file, attested.report.manifest_digest->hex(), shell_word(key), name_wanted(own.principal),
        shell_word(options.package), shell_word(attested.place));
}

Exit attest_it(Io& io, const Options& options) {
    if (options.package == "-" && options.output.empty()) return fail(io, nowhere_to_put_it());
    const auto key = key_to_sign_with(io, options.key);
    if (!key) return fail(io, key.error());
    const auto own = read_own_key(io, *key, options.passphrase);
    if (!own) return fail(io, own.error());
    const VerifyOptions how = options.trust.resolve(io);
    std::optional<std::filesystem::path> output;
    if (!options.output.empty()) output = options.output;
    Work work(io, options.work, "verifying");
    auto attested = attest_package(options.package, *own->key, how, output, work.environment());
    work.done();
    if (!attested) return fail(io, naming(attested.error(), options.package, how.trust));
    if (attested->signature.empty()) {
        tell_findings(io, options.package, attested->report, Verdict::indeterminate);
        io.err << "solander: nothing was signed: the package is not as it was sealed\n";
        return exit_for(worse(attested->report.verdict, Verdict::indeterminate));
    }
    if (attested->place.empty()) return fail(io, nowhere_to_put_it());
    const auto written = write_output_file(io.files, attested->place, attested->signature,
                                           options.force ? Existing::replace : Existing::refuse);
    if (!written) return fail(io, written.error());
    tell_attested(io, options, *attested, *own, *key);
    return Exit::passed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "PACKAGE", options->package,
                         "A tar, a bundle, an unpacked directory, or - for standard input"));
    add_text(app, "-k,--key", kKeyValue, options->key,
             "The key to sign with, a key file or agent:FINGERPRINT, a key of your ssh-agent "
             "(default: the key that `solander key new --default` made)");
    add_text(app, "-o,--output", "FILE", options->output,
             "Where to write the signature (default: NAME.attest-LABEL.sig beside the package; "
             "LABEL is that of the key)");
    add_flag(app, "--force", options->force, "Overwrite a file of that name");
    options->trust.add_to(app, true);
    options->passphrase.add_to(
        app, "Read the passphrase of an encrypted key, one line, from this open file descriptor");
    add_format(app, options->format, {"text", "json"});
    options->work.add_jobs(app);
    options->work.add_quiet(app);
    return [options](Io& io) { return attest_it(io, *options); };
}

}  // namespace

extern const Command attest;
const Command attest{
    .group = "",
    .name = "attest",
    .title = "Sign a package that others have sealed, in a file beside it",
    .examples =
        "  solander attest letters-1919.tar -k examiner.key --trust allowed_signers\n"
        "  solander attest letters-1919.tar -k agent:SHA256:x1Yz -o mine.sig\n\n"
        "The package is verified first; one that FAILED is not signed. Others see the\n"
        "signature with `solander verify PACKAGE --attestation FILE`.\n",
    .setup = setup,
};

}  // namespace solander::cli
