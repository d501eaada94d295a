# SPDX-License-Identifier: Apache-2.0
# Installs a build into a scratch directory, then builds and runs consumer/ against it, which knows
# nothing but that directory:
#   cmake -DBUILD=<build directory> -DSCRATCH=<directory to use> -P install_and_use.cmake
cmake_minimum_required(VERSION 3.25)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)

load_cache(${BUILD} READ_WITH_PREFIX build_ CMAKE_BUILD_TYPE CMAKE_CXX_COMPILER CMAKE_GENERATOR)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${SCRATCH}/consumer
    -G ${build_CMAKE_GENERATOR} -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix
    -DCMAKE_CXX_COMPILER=${build_CMAKE_CXX_COMPILER} -DCMAKE_BUILD_TYPE=${build_CMAKE_BUILD_TYPE})
run(${CMAKE_COMMAND} --build ${SCRATCH}/consumer)

set(digest e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855)
execute_process(COMMAND ${SCRATCH}/consumer/consumer ${digest}
    OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
if(NOT answer STREQUAL digest)
    message(FATAL_ERROR "The consumer answered '${answer}'")
endif()

execute_process(COMMAND ${SCRATCH}/consumer/consumer "../outside" RESULT_VARIABLE status ERROR_QUIET)
if(NOT status EQUAL 1)
    message(FATAL_ERROR "The consumer took a path that leaves its package")
endif()
