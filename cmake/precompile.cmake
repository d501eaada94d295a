# SPDX-License-Identifier: Apache-2.0
# solander_precompile(target <header>...): headers that many sources of a target include are read
# once for all of them. Only for developers: with it g++ 12 warns of its own headers when it
# optimises. And never our own headers: an edit of one would compile everything again. A source still
# includes what it uses; the presets `clang` and `bench` precompile nothing, and so find out which one
# does not (`.ci/run includes`).
function(solander_precompile target)
    if(SOLANDER_DEVELOPER_MODE OR SOLANDER_FUZZ)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()
