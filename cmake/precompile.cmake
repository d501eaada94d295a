# SPDX-License-Identifier: Apache-2.0
# solander_precompile(target <header>...): headers that many sources of a target include are read
# once for all of them. Never our own headers: an edit of one would compile everything again. A
# source still includes what it uses; the preset `clang` and clang-tidy precompile nothing
# (CMAKE_DISABLE_PRECOMPILE_HEADERS), and so find out which one does not.
function(solander_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()
