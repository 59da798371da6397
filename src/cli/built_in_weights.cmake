# built_in_weights(FOLDER WANTED): FOLDER/compiled_in/attribution/weights.inc, which built_in_weights.cpp reads: the network's weights as a
# string, or, where they are not wanted or not there, an empty one.
function(built_in_weights folder wanted)
  set(weights "\"\"")
  file(GLOB weights_file CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/attribution/*.weights)
  if(wanted AND weights_file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${weights_file})
    file(READ ${weights_file} weights HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" weights "${weights}")
    set(weights "\"${weights}\"")
  endif()
  file(CONFIGURE OUTPUT ${folder}/compiled_in/attribution/weights.inc CONTENT "@weights@" @ONLY)
endfunction()

built_in_weights(${PROJECT_BINARY_DIR}/generated ${WHO_SAYS_WEIGHTS})
# By itself, so that a tool can be linked with other weights in its place.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/built_in_weights.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
