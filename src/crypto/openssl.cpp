// SPDX-License-Identifier: Apache-2.0
#include "crypto/openssl.h"

#include <array>

#include <openssl/objects.h>

namespace solander::crypto {

std::string name_of(const ASN1_OBJECT* object) {
    std::array<char, 80> name{};
    if (object == nullptr || ::OBJ_obj2txt(name.data(), name.size(), object, 0) <= 0)
        return "an unknown algorithm";
    return name.data();
}

}  // namespace solander::crypto
