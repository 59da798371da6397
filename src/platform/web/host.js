// What the core asks of the page. Thin forwards to Module.host, an object of the web layer; views of the heap are valid for the call.

mergeInto(LibraryManager.library, {
  host_metrics: function (face, size, out) {
    var m = Module['host'].metrics(face, size);
    HEAPF32[out >> 2] = m[0];
    HEAPF32[(out >> 2) + 1] = m[1];
  },
  host_advance: function (face, size, text, bytes) {
    return Module['host'].advance(face, size, UTF8ToString(text, bytes));
  },
  host_raster__postset: 'var hostRun;',
  host_raster: function (face, size, text, bytes, phase, shape) {
    hostRun = Module['host'].raster(face, size, UTF8ToString(text, bytes), phase);
    HEAPF32.set([hostRun.advance, hostRun.left, hostRun.top, hostRun.width, hostRun.height], shape >> 2);
  },
  host_copy__deps: ['host_raster'],
  host_copy: function (out, pitch) {
    if (pitch === hostRun.width) HEAPU8.set(hostRun.alpha, out);
    else for (var y = 0; y < hostRun.height; y++) HEAPU8.set(hostRun.alpha.subarray(y * hostRun.width, (y + 1) * hostRun.width), out + y * pitch);
    hostRun = null;
  },
  host_stamp: function (out, size) {
    var stamp = Module['host'].stamp();
    stringToUTF8(stamp.id + '\n' + stamp.now, out, size);
  },
  host_present: function (pixels, width, height, begin, end) {
    Module['host'].present(HEAPU8.subarray(pixels, pixels + width * height * 4), width, height, begin, end);
  },
  host_texture: function (id, width, height, x, y, w, h, alpha) {
    Module['host'].texture(id, width, height, x, y, w, h, HEAPU8.subarray(alpha, alpha + w * h));
  },
  host_drop: function (id) {
    Module['host'].drop(id);
  },
  host_begin: function (width, height) {
    Module['host'].begin(width, height);
  },
  host_paint: function (width, height, vertices, vertexBytes, indices, indexBytes, commands, count) {
    Module['host'].paint(width, height, HEAPU8.subarray(vertices, vertices + vertexBytes), HEAPU8.subarray(indices, indices + indexBytes),
      HEAP32.subarray(commands >> 2, (commands >> 2) + count * 7));
  },
});
