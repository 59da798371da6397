#include "platform/headless/test_text.h"

#include <cmath>
#include <cstring>

#include "text/utf.h"

namespace who_says {
namespace {
/// The one emoji that it has: green.
constexpr std::u16string_view kParty = u"🎉";

float width_of(char16_t c, float size) {
  if (c == ' ') return size * 0.26f;
  if (c == 'i' || c == 'l' || c == '.' || c == ',' || c == '\'' || c == 0x2019) return size * 0.28f;
  if (c == 'm' || c == 'w' || c >= 0x2E80) return size * 0.85f;
  return size * 0.54f;
}
}  // namespace

FaceMetrics TestText::metrics(Face, float size) {
  return {std::round(size * 1.07f), std::round(size * 0.29f)};
}

float TestText::advance(Face face, float size, std::string_view run) {
  float width = 0;
  for (char16_t c : to_utf16(run)) width += width_of(c, size);
  return face == Face::semibold ? width * 1.05f : width;
}

RunShape TestText::raster(Face face, float size, std::string_view run, float) {
  ++rasterised;
  runs.emplace(run);
  std::u16string text = to_utf16(run);
  shape_ = {advance(face, size, run),
            0,
            -std::round(size * 0.75f),
            static_cast<int32_t>(std::ceil(advance(face, size, run))),
            static_cast<int32_t>(std::round(size * 0.95f)),
            text.find(kParty) != text.npos};
  pixels_.assign(static_cast<size_t>(shape_.width) * static_cast<size_t>(shape_.height), 0);
  float pen = 0;
  for (char16_t c : text) {
    int x0 = static_cast<int>(pen + 1), x1 = static_cast<int>(pen + width_of(c, size) - 1);
    bool tall = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                std::strchr("bdfhklt", c < 128 ? c : 'x') != nullptr;
    int y0 = static_cast<int>(size * (tall ? 0.05f : 0.25f)), y1 = static_cast<int>(size * 0.75f);
    for (int y = y0; y < y1 && y < shape_.height; ++y)
      for (int x = x0; x < x1 && x < shape_.width; ++x)
        pixels_[static_cast<size_t>(y * shape_.width + x)] =
            static_cast<uint8_t>(c == ' ' ? 0 : 120 + c % 100);
    pen += width_of(c, size) * (face == Face::semibold ? 1.05f : 1);
  }
  return shape_;
}

std::vector<float> TestText::words(std::string_view run) {
  std::vector<float> out;
  for (size_t at = 0; at < run.size();) {
    size_t next = std::min(run.find("ก", at + 1), run.size());
    out.push_back(static_cast<float>(next - at));
    at = next;
  }
  return out;
}

void TestText::copy(uint8_t* out, int pitch) {
  for (int y = 0; shape_.coloured && y < shape_.height; ++y)
    for (int x = 0; x < shape_.width; ++x) {
      uint8_t green[] = {0, 160, 0, pixels_[static_cast<size_t>(y * shape_.width + x)]};
      std::memcpy(out + y * pitch + x * 4, green, sizeof green);
    }
  for (int y = 0; !shape_.coloured && y < shape_.height; ++y)
    std::memcpy(out + y * pitch, pixels_.data() + y * shape_.width, static_cast<size_t>(shape_.width));
}

}  // namespace who_says
