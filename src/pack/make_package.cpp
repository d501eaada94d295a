// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include <solander/pack.h>

#include "base/limits.h"
#include "base/try.h"
#include "pack/check_request.h"
#include "pack/inputs.h"
#include "pack/package_name.h"
#include "pack/record_overlay.h"
#include "pack/records.h"
#include "pack/seal_package.h"

namespace solander {

Result<Packed> make_package(const PackRequest& request, const Environment& environment) {
    SOLANDER_TRY(pack::check_request(request));
    std::string name = request.name;
    if (name.empty()) {
        SOLANDER_TRY_ASSIGN(name, pack::default_name(request.inputs));
    }
    SOLANDER_TRY(pack::check_name(name));

    SOLANDER_TRY_ASSIGN(const pack::Inputs inputs,
                        pack::inputs_with_table(environment, request, pack::collect_inputs));
    SOLANDER_TRY_ASSIGN(pack::Records records,
                        pack::read_records(environment, inputs, base::Limits{}, request.encoding));
    if (!request.records.empty()) {
        SOLANDER_TRY_ASSIGN(const auto table,
                            pack::find_input(environment, inputs, request.records));
        SOLANDER_TRY(
            pack::overlay_records(environment, inputs, table.value(), request.encoding, records));
    }
    return pack::seal_package(request, name, inputs, std::move(records), environment);
}

}  // namespace solander
