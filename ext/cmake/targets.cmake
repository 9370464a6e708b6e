# article_core: the reader; article: the loadable extension; article_static: the same for linking into an application.
set(article_ext "${PROJECT_SOURCE_DIR}/ext")
file(GLOB_RECURSE article_core_sources CONFIGURE_DEPENDS "${article_ext}/core/*.cpp")
file(GLOB article_sql_sources CONFIGURE_DEPENDS "${article_ext}/vtab/*.cpp" "${article_ext}/functions/*.cpp" "${article_ext}/entry.cpp")

find_path(SQLITE3_INCLUDE_DIR sqlite3ext.h REQUIRED)

add_library(article_core_objects OBJECT ${article_core_sources})
add_dependencies(article_core_objects article_tables)
target_include_directories(article_core_objects PRIVATE ${article_ext} ${ARTICLE_GEN_DIR})
target_link_libraries(article_core_objects PRIVATE article_options utf8proc::utf8proc)
if(NOT ARTICLE_ATTRIBUTION_WEIGHTS)
  target_compile_definitions(article_core_objects PRIVATE ARTICLE_NO_ATTRIBUTION_WEIGHTS)
endif()

add_library(article_core STATIC $<TARGET_OBJECTS:article_core_objects>)
target_include_directories(article_core PUBLIC $<BUILD_INTERFACE:${article_ext}>)
target_link_libraries(article_core PUBLIC utf8proc::utf8proc)

function(article_sql_target name)
  target_include_directories(${name} PRIVATE ${article_ext} ${ARTICLE_GEN_DIR} ${SQLITE3_INCLUDE_DIR})
  target_compile_definitions(${name} PRIVATE ARTICLE_VERSION="${PROJECT_VERSION}" ARTICLE_BUILD_TYPE="${CMAKE_BUILD_TYPE}")
  target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:article_options>)
endfunction()

# The loadable file: named article.so (.dylib, .dll), with one exported symbol.
set(article_kind MODULE)
if(APPLE)
  set(article_kind SHARED)  # -dynamiclib, as SQLite's manual has it: zig cannot link a -bundle
endif()
add_library(article ${article_kind} ${article_sql_sources})
article_sql_target(article)
target_link_libraries(article PRIVATE article_core)
set_target_properties(article PROPERTIES PREFIX "" OUTPUT_NAME article)
if(APPLE)
  target_link_options(article PRIVATE -Wl,-install_name,@rpath/article.dylib)
  set_target_properties(article PROPERTIES SUFFIX .dylib)  # what SQLite appends there; CMake's own choice for a module is .so
endif()
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT ARTICLE_SANITIZE)
  target_link_options(article PRIVATE -static-libstdc++ -static-libgcc -Wl,--gc-sections
    -Wl,--version-script=${article_ext}/article.map -Wl,-z,defs)
  set_target_properties(article PROPERTIES LINK_DEPENDS "${article_ext}/article.map")
endif()

# For applications: link it, then sqlite3_auto_extension((void (*)(void))sqlite3_article_init).
add_library(article_static STATIC ${article_sql_sources} $<TARGET_OBJECTS:article_core_objects>)
article_sql_target(article_static)
target_compile_definitions(article_static PRIVATE SQLITE_CORE)
target_link_libraries(article_static PUBLIC utf8proc::utf8proc)
target_include_directories(article_static INTERFACE
  $<BUILD_INTERFACE:${article_ext}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

# What the trainers need is built on request; with the tests, so that it goes on to compile.
if(ARTICLE_TESTS)
  set(article_on_request)
else()
  set(article_on_request EXCLUDE_FROM_ALL)
endif()

# Trains ext/data/prose_weights.bin; see ext/tools/prose/train_prose.py.
file(GLOB article_train_prose CONFIGURE_DEPENDS "${article_ext}/tools/prose/*.cpp")
add_executable(train_prose ${article_on_request} ${article_train_prose})
target_link_libraries(train_prose PRIVATE article_core article_options)

# For ext/tools/fields/train.py: the candidates of the rankings, over ctypes.
add_library(fields_probe MODULE ${article_on_request} "${article_ext}/tools/fields/probe.cpp" "${article_ext}/tools/fields/probe_trees.cpp")
target_link_libraries(fields_probe PRIVATE article_core article_options)
