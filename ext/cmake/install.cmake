# What is installed: article.so for load_extension, and libarticle_static with header, CMake package and pkg-config file for
# applications that link it.
include(CMakePackageConfigHelpers)

set(ARTICLE_EXTENSION_DIR "${CMAKE_INSTALL_LIBDIR}/sqlite3" CACHE STRING "Where article.so is installed")
install(TARGETS article LIBRARY DESTINATION "${ARTICLE_EXTENSION_DIR}" COMPONENT extension)
install(TARGETS article_static EXPORT sqlite_article ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
install(FILES "${PROJECT_SOURCE_DIR}/ext/include/sqlite_article.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/sql/" DESTINATION "${CMAKE_INSTALL_DATADIR}/sqlite-article/sql" COMPONENT extension
  FILES_MATCHING PATTERN "*.sql")
foreach(package "sqlite-article;extension" "libsqlite-article-dev;development")  # where Debian looks for a licence
  list(GET package 0 folder)
  list(GET package 1 component)
  install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${folder}" RENAME copyright COMPONENT ${component})
endforeach()

set(article_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sqlite_article")
install(EXPORT sqlite_article NAMESPACE sqlite_article:: FILE sqlite_article-targets.cmake DESTINATION "${article_cmake_dir}"
  COMPONENT development)
configure_package_config_file("${PROJECT_SOURCE_DIR}/ext/cmake/sqlite_article-config.cmake.in"
  "${PROJECT_BINARY_DIR}/sqlite_article-config.cmake" INSTALL_DESTINATION "${article_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/sqlite_article-config-version.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/sqlite_article-config.cmake" "${PROJECT_BINARY_DIR}/sqlite_article-config-version.cmake"
  DESTINATION "${article_cmake_dir}" COMPONENT development)

# Relative to the file itself, so that an installed tree can be moved.
file(RELATIVE_PATH article_pc_to_prefix "/x/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/x")
configure_file("${PROJECT_SOURCE_DIR}/ext/cmake/sqlite_article.pc.in" "${PROJECT_BINARY_DIR}/sqlite_article.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/sqlite_article.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
