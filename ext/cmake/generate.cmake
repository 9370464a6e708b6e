# Tables from data: every module in ext/tools/tables/ writes its files into build/gen at build time.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
set(ARTICLE_GEN_DIR "${PROJECT_BINARY_DIR}/gen")
file(GLOB_RECURSE article_data CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/ext/data/*.tsv" "${PROJECT_SOURCE_DIR}/ext/data/prose_weights.bin")
file(GLOB article_table_modules CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/ext/tools/tables/*.py")

# One output for each module: tables/<name>.py writes gen/<name>.inc.
file(GLOB article_trees CONFIGURE_DEPENDS "${ARTICLE_TREES}/*.tsv")
set(article_generated)
foreach(module ${article_table_modules})
  get_filename_component(name ${module} NAME_WE)
  if(NOT name MATCHES "^_")
    list(APPEND article_generated "${ARTICLE_GEN_DIR}/${name}.inc")
  endif()
endforeach()
add_custom_command(
  OUTPUT ${article_generated}
  COMMAND ${Python3_EXECUTABLE} "${PROJECT_SOURCE_DIR}/ext/tools/generate_tables.py" "${PROJECT_SOURCE_DIR}/ext/data" "${ARTICLE_GEN_DIR}"
          --weights "${ARTICLE_WEIGHTS}" --trees "${ARTICLE_TREES}"
  DEPENDS "${PROJECT_SOURCE_DIR}/ext/tools/generate_tables.py" ${article_table_modules} ${article_data} ${article_trees} "${ARTICLE_WEIGHTS}"
  COMMENT "Tables from ext/data" VERBATIM)
add_custom_target(article_tables DEPENDS ${article_generated})

# functions.inc: one line for each file in ext/functions, whose stem is the SQL name.
file(GLOB article_function_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/ext/functions/*.cpp")
set(article_function_list "")
foreach(file ${article_function_files})
  get_filename_component(name ${file} NAME_WE)
  string(APPEND article_function_list "ARTICLE_FUNCTION(${name})\n")
endforeach()
file(CONFIGURE OUTPUT "${ARTICLE_GEN_DIR}/functions.inc" CONTENT "${article_function_list}")
