// SPDX-License-Identifier: Apache-2.0
#include "matrix.h"

#include <algorithm>
#include <ostream>

namespace solander::test {

const std::vector<Area>& areas() {
    static const std::vector<Area> all{
        {"Container", &container_flaws()},
        {"Manifest", &manifest_flaws()},
        {"Signature", &signature_flaws()},
        {"Trust", &trust_flaws()},
        {"Attestation", &attestation_flaws()},
        {"Custody", &custody_flaws()},
        {"History", &history_flaws()},
        {"Elsewhere", &elsewhere_flaws()},
        {"Tar", &tar_flaws()},
        {"Lists", &lists_flaws()},
        {"Names", &names_flaws()},
        {"Xml", &xml_flaws()},
        {"Text", &text_flaws()},
        {"Keys", &keys_flaws()},
        {"Replay", &replay_flaws()},
        {"Folder", &folder_flaws()},
    };
    return all;
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all = [] {
        std::vector<Row> rows;
        for (const Area& area : areas())
            for (const Flaw& flaw : *area.flaws)
                rows.push_back({area.name + "." + flaw.name, &flaw});
        return rows;
    }();
    return all;
}

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string row_name(const testing::TestParamInfo<Row>& info) {
    std::string name = info.param.name;
    std::ranges::replace(name, '.', '_');
    return name;
}

}  // namespace solander::test
