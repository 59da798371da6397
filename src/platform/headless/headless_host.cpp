#include "platform/headless/headless_host.h"

#include <cstring>

namespace who_says {

Stamp HeadlessHost::stamp() {
  ++stamps;
  std::string n = std::to_string(stamps);
  return {"stamp-" + n, "2026-01-01T00:00:" + std::string(n.size() < 2 ? 1 : 0, '0') + n + "Z"};
}

void HeadlessHost::present(const uint8_t* pixels, int new_width, int new_height, Rows rows) {
  width = new_width;
  height = new_height;
  size_t pitch = static_cast<size_t>(width) * 4;
  picture.resize(pitch * static_cast<size_t>(height));
  std::memcpy(picture.data() + pitch * static_cast<size_t>(rows.begin),
              pixels + pitch * static_cast<size_t>(rows.begin),
              pitch * static_cast<size_t>(rows.end - rows.begin));
  rows_presented += rows.end - rows.begin;
}

std::string HeadlessHost::ppm() const {
  std::string out = "P6\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
  for (size_t i = 0; i + 3 < picture.size(); i += 4)
    out.append(reinterpret_cast<const char*>(&picture[i]), 3);
  return out;
}

}  // namespace who_says
