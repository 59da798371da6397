# How the engine's own module is linked: who_says_detector.wasm alone. It asks nothing of the page, so it needs no script of Emscripten's
# (web/src/detector.ts instantiates it).

set(detector_link -sSTANDALONE_WASM=1 --no-entry -sALLOW_MEMORY_GROWTH=1 -sFILESYSTEM=0 -sINITIAL_MEMORY=8MB -sMALLOC=emmalloc)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  list(APPEND detector_link -sTOTAL_STACK=1MB)
else()
  list(APPEND detector_link -sSTACK_SIZE=1MB)
endif()
set(detector_exports ${CMAKE_CURRENT_LIST_DIR}/exports.txt)
list(APPEND detector_link -sEXPORTED_FUNCTIONS=@${detector_exports})
set_property(TARGET who_says_detector APPEND PROPERTY LINK_DEPENDS ${detector_exports})
target_link_options(who_says_detector PRIVATE ${detector_link} $<$<CONFIG:Release>:-Oz>)
set_target_properties(who_says_detector PROPERTIES SUFFIX .wasm)
