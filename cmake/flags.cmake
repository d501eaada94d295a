# SPDX-License-Identifier: Apache-2.0
# Warnings and sanitizers, applied to our own targets only: a consumer's compiler never meets them.
add_library(solander_flags INTERFACE)

if(SOLANDER_DEVELOPER_MODE OR SOLANDER_FUZZ)
    target_compile_options(solander_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
        -Wcast-qual -Wcast-align -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi -Wundef
        -Wformat=2 -Wdouble-promotion -Wimplicit-fallthrough -Wmissing-declarations -Wswitch-enum
        -Wunused
        $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op
            -Wuseless-cast -Wsuggest-override>
        $<$<CXX_COMPILER_ID:Clang>:-Wcomma -Wrange-loop-analysis>)
    # Where files are compiled as one, g++ compares a local name with those of all of them.
    if(SOLANDER_UNITE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(solander_flags INTERFACE -Wno-shadow)
    endif()
    # Not with sanitizers: what these add to the code makes g++ 12 warn of its own headers.
    if(NOT SOLANDER_SANITIZE OR CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_compile_options(solander_flags INTERFACE -Werror)
    endif()
endif()

# In what people get, too: a container that is read beyond its end ends the program, and is no way in.
target_compile_definitions(solander_flags INTERFACE _GLIBCXX_ASSERTIONS)

if(SOLANDER_SANITIZE)
    target_compile_options(solander_flags INTERFACE
        -fsanitize=${SOLANDER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(solander_flags INTERFACE -fsanitize=${SOLANDER_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_options(solander_flags INTERFACE
        -D_FORTIFY_SOURCE=2 -fstack-protector-strong
        $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
endif()

# Programs with many symbols link five times as fast with it. What people get is linked as usual.
if(SOLANDER_DEVELOPER_MODE OR SOLANDER_FUZZ OR SOLANDER_BENCH)
    find_program(SOLANDER_LLD ld.lld)
    if(SOLANDER_LLD)
        target_link_options(solander_flags INTERFACE -fuse-ld=lld)
    endif()
endif()

# Also for secrets: resolving a symbol at its first use saves the registers, a key among them, on
# the stack.
target_link_options(solander_flags INTERFACE -Wl,-z,relro,-z,now)
