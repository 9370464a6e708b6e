# The bill of materials of article.so (CycloneDX), beside it and installed with its licence: cmake --build build/release --target sbom
find_path(ARTICLE_SQLITE_INCLUDE_DIR sqlite3.h HINTS ${SQLite3_INCLUDE_DIR})
if(UTF8PROC_INCLUDE_DIR AND ARTICLE_SQLITE_INCLUDE_DIR)
  add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/article.cdx.json"
    COMMAND ${Python3_EXECUTABLE} "${PROJECT_SOURCE_DIR}/ext/tools/sbom.py" $<TARGET_FILE:article> "${PROJECT_BINARY_DIR}/article.cdx.json"
      --version ${PROJECT_VERSION} --utf8proc "${UTF8PROC_INCLUDE_DIR}/utf8proc.h" --sqlite "${ARTICLE_SQLITE_INCLUDE_DIR}/sqlite3.h"
    DEPENDS article "${PROJECT_SOURCE_DIR}/ext/tools/sbom.py" VERBATIM)
  add_custom_target(sbom ALL DEPENDS "${PROJECT_BINARY_DIR}/article.cdx.json")
  install(FILES "${PROJECT_BINARY_DIR}/article.cdx.json" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sqlite-article" COMPONENT extension
    OPTIONAL)
endif()
