# SPDX-License-Identifier: Apache-2.0
# A registry is a list of files, each of which defines one constant of the file's own name.
#
#   solander_registry(TARGET table NAMESPACE solander::x TYPE Thing HEADER x/thing.h ENTRIES a b)
#
# adds a.cpp and b.cpp to TARGET and generates the function `std::span<const Thing* const> table()`
# which HEADER declares. The entries are also the global property `solander_registry_table`. A listed
# file without its constant does not link; a file that is not listed fails tests/arch.
function(solander_registry target function)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "NAMESPACE;TYPE;HEADER" "ENTRIES")
    set(declarations "")
    set(addresses "")
    foreach(entry IN LISTS arg_ENTRIES)
        target_sources(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${entry}.cpp)
        set_property(GLOBAL APPEND PROPERTY solander_registry_sources
            ${CMAKE_CURRENT_SOURCE_DIR}/${entry}.cpp)
        string(APPEND declarations "extern const ${arg_TYPE} ${entry};\n")
        string(APPEND addresses "        &${entry},\n")
    endforeach()
    list(LENGTH arg_ENTRIES count)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/${function}_registry.cpp)
    file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
"// Generated from @CMAKE_CURRENT_SOURCE_DIR@/CMakeLists.txt.
#include <array>

#include \"@arg_HEADER@\"

namespace @arg_NAMESPACE@ {

@declarations@
std::span<const @arg_TYPE@* const> @function@() {
    static constexpr std::array<const @arg_TYPE@*, @count@> kTable{
@addresses@    };
    return kTable;
}

}  // namespace @arg_NAMESPACE@
")
    target_sources(${target} PRIVATE ${generated})
    set_property(GLOBAL PROPERTY solander_registry_${function} ${arg_ENTRIES})
endfunction()
