// SPDX-License-Identifier: Apache-2.0
#include "handover/receipt_text.h"

#include <fmt/format.h>

namespace solander::handover {

std::string receipt_text(const std::string& package_name, const Sha256& manifest,
                         const EventReport& event) {
    return fmt::format(
        "# solander receipt 1: package {0} manifest sha256:{1} event {2} {3}\n"
        "{4}  {0}.custody/{5}\n",
        package_name, manifest.hex(), event.seq, event.type, event.digest.hex(), event.file);
}

}  // namespace solander::handover
