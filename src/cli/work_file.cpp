#include "cli/work_file.h"

#include <zlib.h>

#include <algorithm>
#include <string_view>

#include "model/exercise_line.h"

namespace who_says {
namespace {

constexpr size_t kMost = 4 << 20;

/// A whole raw DEFLATE stream (RFC 1951) of at most kMost bytes unfolded; false for anything else.
bool inflated(std::string_view packed, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  int state = Z_OK;
  while (state == Z_OK && out.size() < kMost) {
    size_t have = out.size();
    out.resize(std::min(kMost, std::max<size_t>(4096, 2 * have)));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + have);
    stream.avail_out = static_cast<uInt>(out.size() - have);
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END;
}

}  // namespace

std::vector<std::string> unpacked_works(const std::string& text) {
  std::vector<std::string> out;
  for (std::string_view work : works_in(text)) {
    Result<WorkLine> line = read_work_line(work);
    std::string json;
    bool opened = line && line.value().packed && inflated(line.value().bytes, json);
    out.push_back(opened ? std::move(json) : std::string(work));
  }
  return out;
}

}  // namespace who_says
