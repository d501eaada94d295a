# SPDX-License-Identifier: Apache-2.0
# solander_unite(target): in builds that are made to be run once (those with sanitizers, and the tests
# in CI), the sources of a directory are compiled as one, in less time. So what a file keeps to itself
# has a name that no other file of its directory uses. The entries of registries are left alone: they
# are alike by design, and each has its own check() or read(). A source that names a thing as a
# neighbour does has the property SOLANDER_UNIT, and is compiled with the others that have its value;
# it is set before the target is.
option(SOLANDER_UNITE "Compile the sources of a directory as one" OFF)

function(solander_unite target)
    if(NOT SOLANDER_UNITE)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    get_target_property(target_directory ${target} SOURCE_DIR)
    get_property(apart GLOBAL PROPERTY solander_registry_sources)
    foreach(source IN LISTS sources)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${target_directory} NORMALIZE)
        if(source IN_LIST apart OR NOT source MATCHES "\\.cpp$")
            continue()
        endif()
        cmake_path(GET source PARENT_PATH directory)
        cmake_path(RELATIVE_PATH directory BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
        string(REPLACE "/" "_" group "${directory}")
        get_source_file_property(unit ${source} TARGET_DIRECTORY ${target} SOLANDER_UNIT)
        if(unit)
            string(APPEND group "_${unit}")
        endif()
        # The directory of the target is the one whose word counts.
        set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES
            UNITY_GROUP ${group})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
