# What of detection is compiled for speed where the rest is for size.

if(EMSCRIPTEN)
  # What reads every word. After -Oz emcc lets nothing be inlined.
  set(every_word lexicon tables gazetteer names features convolution network decode tokens quotations rules rules_words rules_cues
      rules_content rules_phrase rules_source rules_score phrase_parts sources_scan)
  list(TRANSFORM every_word REPLACE "(.+)" "${CMAKE_CURRENT_LIST_DIR}/\\1.cpp")
  add_library(who_says_every_word OBJECT ${every_word})
  own_code(who_says_every_word PRIVATE)
  target_link_libraries(who_says_every_word PRIVATE who_says_model)
  target_compile_options(who_says_every_word PRIVATE $<$<CONFIG:Release>:-O2;-finline-functions>)
  get_target_property(sources who_says_attribution SOURCES)
  list(REMOVE_ITEM sources ${every_word})
  set_property(TARGET who_says_attribution PROPERTY SOURCES ${sources})
  target_link_libraries(who_says_attribution PRIVATE who_says_every_word)
endif()

# The network's inner loops, too. No compiler may fuse a product and a sum: results are the same everywhere.
option(WHO_SAYS_SIMD "The network's inner loops with WebAssembly simd128" ON)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/kernels_scalar.cpp ${CMAKE_CURRENT_LIST_DIR}/kernels_simd.cpp PROPERTIES COMPILE_OPTIONS
                            "-ffp-contract=off;$<$<CONFIG:Release>:-O3;-finline-functions>")
if(EMSCRIPTEN AND WHO_SAYS_SIMD)
  set_property(SOURCE ${CMAKE_CURRENT_LIST_DIR}/kernels_simd.cpp APPEND PROPERTY COMPILE_OPTIONS -msimd128)
endif()

