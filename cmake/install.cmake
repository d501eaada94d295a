# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

install(TARGETS solander solander_flags EXPORT solanderTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS)
install(TARGETS solander_tool RUNTIME)
install(EXPORT solanderTargets NAMESPACE solander::
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/solander)
configure_package_config_file(cmake/solanderConfig.cmake.in ${PROJECT_BINARY_DIR}/solanderConfig.cmake
        INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/solander)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/solanderConfigVersion.cmake
        COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/solanderConfig.cmake
              ${PROJECT_BINARY_DIR}/solanderConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/solander)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/solander/schemas)
