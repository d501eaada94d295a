// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "verify/check.h"

namespace solander::verify {

namespace {

Finding finding_of(const PayloadFile& file, const package::FileFailure& failure) {
    using Status = package::FileFailure::Status;
    const std::string& path = file.path.str();
    switch (failure.status) {
        case Status::missing:
            return {Code::entry_missing, path, std::string(package::kMissing)};
        case Status::size:
            return {Code::payload_size, path,
                    fmt::format("has {} bytes of {}", failure.found_bytes, file.size)};
        case Status::digest:
            return {Code::payload_digest, path,
                    fmt::format("has the digest {}; sealed was {}", failure.found_digest,
                                failure.found_digest.size() == Sha256::kHexSize
                                    ? file.sha256.hex()
                                    : file.sha512.value_or(Sha512{}).hex())};
        case Status::good:  // only its header or padding is not, which the container check tells
        case Status::unreadable:
            break;
    }
    return {Code::payload_unreadable, path, failure.reason};
}

Verdict run(const Evidence& evidence, Answers& answers) {
    if (!evidence.manifest) return Verdict::indeterminate;
    for (const auto& [index, failure] : evidence.contents.failed)
        if (failure.status != package::FileFailure::Status::good)
            answers.findings.push_back(finding_of(evidence.manifest->files[index], failure));
    return Verdict::passed;
}

}  // namespace

extern const Check payload;
const Check payload{
    .name = "payload",
    .title = "Every file has the size and the digest that were sealed",
    .layer = Layer::integrity,
    .run = run,
};

}  // namespace solander::verify
