// SPDX-License-Identifier: Apache-2.0
#include "audit/built_in_texts.h"

#include <array>

namespace solander::audit {

namespace {

// Of each word as words_of_text() has it, FNV-1a in 32 bits. The words themselves are somebody
// else's, and to know them again it does not take them.
constexpr std::array<std::uint32_t, 75> kWilsonHapp{
    0xb40eb21c, 0x4a7181df, 0x0f29c2a6, 0xcc909380, 0xcec0fa7f, 0x3d8466cb, 0x47f89080, 0x2f0595d3,
    0x69343c68, 0xaa4183fb, 0x98fe03c5, 0x11338de9, 0xacf38390, 0x62dbcecc, 0x0f29c2a6, 0x44038350,
    0x78bed688, 0xf3611c71, 0x009017e5, 0xd6a2e186, 0x382ba080, 0x891cfe4f, 0x42454824, 0x62ec3356,
    0x08d2ece2, 0x4e388f15, 0x2f8c952d, 0x542bcc94, 0xb40eb21c, 0xe3a0c322, 0xb180a0b4, 0x41387a9e,
    0xf962d7f2, 0x0c4afe69, 0x46430fd9, 0x0f29c2a6, 0xa31eda03, 0xb90ded3e, 0x1f7b28b2, 0x7f778519,
    0xff2e41f2, 0xe3a0c322, 0xb180a0b4, 0xf5ce03fb, 0xa65b72c3, 0x3d5e9262, 0xacf38390, 0x2bdaad02,
    0x42454824, 0x1a20d05c, 0xcbfd3c67, 0xdb283045, 0x42454824, 0xde4d51c6, 0xb323923e, 0xda2bd281,
    0x8192a68e, 0xe3a0c322, 0xba4b77ef, 0x5d342984, 0x3eaa09b2, 0x2bdaad02, 0xacf38390, 0xbc341fa3,
    0xb278e008, 0x4dd58d63, 0x4303b923, 0xb40eb21c, 0x4a7181df, 0x0f29c2a6, 0xcc909380, 0xcec0fa7f,
    0x3d8466cb, 0x57251588, 0xa2d819e3};
// Its first paragraph; a table or a capture may have that one alone.
constexpr std::size_t kWilsonHappNotice = 52;

constexpr std::array<BuiltInText, 2> kTexts{
    {{.name = "wilson-happ", .contact = "HAPP@wilsoncenter.org", .words = kWilsonHapp},
     {.name = "wilson-happ",
      .contact = "HAPP@wilsoncenter.org",
      .words = std::span(kWilsonHapp).first(kWilsonHappNotice)}}};

}  // namespace

std::span<const BuiltInText> built_in_texts() {
    return kTexts;
}

}  // namespace solander::audit
