# Compiler options that every target of the project shares.
add_library(article_options INTERFACE)
target_compile_options(article_options INTERFACE
  $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wconversion -Wshadow>
  $<$<BOOL:${ARTICLE_WARNINGS_AS_ERRORS}>:-Werror>
  # No fused multiply-add: a score has the same bits on every machine.
  $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>
  # No path of the build machine in the binary: the same sources give the same bytes in any folder.
  $<$<CXX_COMPILER_ID:GNU,Clang>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>)
if(ARTICLE_SANITIZE)
  target_compile_options(article_options INTERFACE -fsanitize=${ARTICLE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(article_options INTERFACE -fsanitize=${ARTICLE_SANITIZE})
endif()
if(ARTICLE_COVERAGE)
  target_compile_options(article_options INTERFACE -fprofile-instr-generate -fcoverage-mapping)
  target_link_options(article_options INTERFACE -fprofile-instr-generate)
endif()
