# How a module for browsers is linked: NAME.wasm alone. What it asks of the page it imports by name (web/entry.cpp), so it needs no
# script of Emscripten's: web/src/instance.ts instantiates it.

set(features --enable-sign-ext --enable-bulk-memory --enable-nontrapping-float-to-int --enable-mutable-globals --enable-simd)

# binaryen_tools(VARIABLE): the folder of the tools that this Emscripten uses.
function(binaryen_tools variable)
  execute_process(COMMAND ${EMSCRIPTEN_ROOT_PATH}/em-config BINARYEN_ROOT OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE)
  find_program(WASM2JS wasm2js HINTS ${binaryen}/bin REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  get_filename_component(folder ${WASM2JS} DIRECTORY)
  set(${variable} ${folder} PARENT_SCOPE)
endfunction()

# last_pass(TARGET PASS FILE): once more over the module: what the first round leaves is smaller by another third of a percent. A target may
# set another LAST_PASS than -Oz: with -O3 small functions are put where they are called, which LLVM does not do in code compiled for size.
function(last_pass target pass file)
  binaryen_tools(tools)
  set_target_properties(${target} PROPERTIES LAST_PASS ${pass})
  if(CMAKE_BUILD_TYPE STREQUAL Release)
    if(CMAKE_EXE_LINKER_FLAGS MATCHES profiling-funcs)  # tests/bench/sizes wants the names
      set(names -g)
    endif()
    add_custom_command(TARGET ${target} POST_BUILD
                       COMMAND ${tools}/wasm-opt ${features} ${names} $<TARGET_PROPERTY:${target},LAST_PASS> ${file} -o ${file} VERBATIM)
  endif()
endfunction()

# browser_module(TARGET FOLDER MEMORY STACK [link options…]): FOLDER/exports.txt has the entry points that JavaScript may call, one a line.
function(browser_module target folder memory stack)
  set(link -sSTANDALONE_WASM=1 --no-entry -sALLOW_MEMORY_GROWTH=1 -sFILESYSTEM=0 -sINITIAL_MEMORY=${memory} -sMALLOC=emmalloc
           -sEXPORTED_FUNCTIONS=@${folder}/exports.txt ${ARGN})
  # Emscripten renamed the option for the stack in 3.1.25.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    list(APPEND link -sTOTAL_STACK=${stack})
  else()
    list(APPEND link -sSTACK_SIZE=${stack})
  endif()
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${folder}/exports.txt)
  target_link_options(${target} PRIVATE ${link} $<$<CONFIG:Release>:-Oz>)
  set_target_properties(${target} PROPERTIES SUFFIX .wasm)
  last_pass(${target} -Oz $<TARGET_FILE:${target}>)
endfunction()

# browser_script(TARGET): the same module as JavaScript beside it, TARGET.js, for browsers that refuse WebAssembly. wasm2js knows no
# saturating conversion to 64 bits; in JavaScript, which traps at nothing, the other one does as well.
function(browser_script target)
  binaryen_tools(tools)
  add_custom_command(TARGET ${target} POST_BUILD
                     COMMAND ${tools}/wasm-dis ${features} $<TARGET_FILE:${target}> -o ${target}.wat
                     COMMAND sed -i s/i64[.]trunc_sat_/i64.trunc_/ ${target}.wat
                     COMMAND ${WASM2JS} ${features} -O ${target}.wat -o ${target}.js VERBATIM)
endfunction()
