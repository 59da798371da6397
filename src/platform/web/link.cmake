# How the browser's module is linked: who_says_panel.js (an ES module) and who_says_panel.wasm.

set(link -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sEXPORT_NAME=createPanel -sALLOW_MEMORY_GROWTH=1
         -sFILESYSTEM=0 -sINITIAL_MEMORY=4MB -sMALLOC=emmalloc -sDYNAMIC_EXECUTION=0 --no-entry
         -sBINARYEN_EXTRA_PASSES=-Oz,-Oz
         -sEXPORTED_RUNTIME_METHODS=HEAPU8,HEAP32,HEAPU32,HEAPF32,UTF8ToString,stringToUTF8,lengthBytesUTF8)

# Emscripten renamed the option for the stack in 3.1.25.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  list(APPEND link -sTOTAL_STACK=128KB)
else()
  list(APPEND link -sSTACK_SIZE=128KB)
endif()

# The entry points that JavaScript may call, one a line.
set(exports ${PROJECT_SOURCE_DIR}/src/platform/exports.txt)
if(EXISTS ${exports})
  list(APPEND link -sEXPORTED_FUNCTIONS=@${exports})
  set_property(TARGET who_says_panel APPEND PROPERTY LINK_DEPENDS ${exports})
endif()
set(host ${PROJECT_SOURCE_DIR}/src/platform/web/host.js)
if(EXISTS ${host})
  list(APPEND link "SHELL:--js-library ${host}")
  set_property(TARGET who_says_panel APPEND PROPERTY LINK_DEPENDS ${host})
endif()

target_link_options(who_says_panel PRIVATE ${link} $<$<CONFIG:Debug>:-sASSERTIONS=1> $<$<CONFIG:Release>:-Oz>)
set_target_properties(who_says_panel PROPERTIES SUFFIX .js)
