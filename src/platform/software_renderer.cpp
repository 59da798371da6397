#include "platform/software_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "imgui.h"

namespace who_says {
namespace {

constexpr int kBand = 16;

struct Clip {
  int x0, y0, x1, y1;
  bool empty() const { return x0 >= x1 || y0 >= y1; }
};

struct Target {
  uint32_t* pixels;
  int width;
  const ImTextureData& texture;
};

[[gnu::always_inline]] inline uint32_t div255(uint32_t v) {
  v += 128;
  return (v + (v >> 8)) >> 8;
}

/// `colour` over an opaque pixel at `alpha` (0 to 255). Red and blue in one go.
[[gnu::always_inline]] inline uint32_t over(uint32_t below, uint32_t colour, uint32_t alpha) {
  uint32_t rest = 255 - alpha;
  uint32_t rb = (below & 0xFF00FF) * rest + (colour & 0xFF00FF) * alpha + 0x800080;
  rb = (rb + (rb >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF;
  uint32_t g = div255((below >> 8 & 0xFF) * rest + (colour >> 8 & 0xFF) * alpha);
  return 0xFF000000u | rb | g << 8;
}

void span(uint32_t* out, int n, uint32_t colour) {
  uint32_t alpha = colour >> 24;
  // Loops of our own: of the library's the linker takes one that is compiled for size, ten times as slow.
  if (alpha == 255)
    for (int i = 0; i < n; ++i) out[i] = colour;
  else if (alpha > 0)
    for (int i = 0; i < n; ++i) out[i] = over(out[i], colour, alpha);
}

/// The first pixel whose centre is not left of (above) `v`.
int nearest(float v) { return static_cast<int>(std::ceil(v - 0.5f)); }

void fill(const Target& t, const Clip& clip, float left, float top, float right, float bottom,
          uint32_t colour) {
  int x0 = std::max(clip.x0, nearest(left)), x1 = std::min(clip.x1, nearest(right));
  int y0 = std::max(clip.y0, nearest(top)), y1 = std::min(clip.y1, nearest(bottom));
  if (x0 >= x1) return;
  for (int y = y0; y < y1; ++y)
    span(t.pixels + static_cast<size_t>(y) * static_cast<size_t>(t.width) + x0, x1 - x0, colour);
}

/// A picture from the atlas drawn texel for pixel: every run of text.
void picture(const Target& t, const Clip& clip, const ImDrawVert& a, const ImDrawVert& c) {
  int left = nearest(a.pos.x), top = nearest(a.pos.y);
  float width = static_cast<float>(t.texture.Width), height = static_cast<float>(t.texture.Height);
  int u = nearest(a.uv.x * width), v = nearest(a.uv.y * height);
  int w = std::min(nearest(c.pos.x) - left, nearest(c.uv.x * width) - u);
  int h = std::min(nearest(c.pos.y) - top, nearest(c.uv.y * height) - v);
  int x0 = std::max(clip.x0, left), x1 = std::min(clip.x1, left + w), y0 = std::max(clip.y0, top),
      y1 = std::min(clip.y1, top + h);
  uint32_t alpha = a.col >> 24;
  int step = t.texture.BytesPerPixel;
  for (int y = y0; y < y1; ++y) {
    const uint8_t* from =
        t.texture.Pixels + (static_cast<ptrdiff_t>(v + y - top) * t.texture.Width + u + x0 - left) * step;
    uint32_t* to = t.pixels + static_cast<size_t>(y) * static_cast<size_t>(t.width) + x0;
    for (int x = x0; x < x1; ++x, from += step, ++to) {
      uint32_t colour = a.col, coverage = *from;
      if (step == 4) {  // black and white are the ink
        uint32_t texel;
        std::memcpy(&texel, from, sizeof texel);
        coverage = texel >> 24;
        texel &= 0xFFFFFF;
        if (texel && texel != 0xFFFFFF) colour = texel;
      }
      if (coverage) *to = over(*to, colour, alpha == 255 ? coverage : div255(alpha * coverage));
    }
  }
}

/// A triangle with colours running between its corners (edges of anti-aliased shapes) or one colour. Pixel centres decide.
void triangle(const Target& t, const Clip& clip, const ImDrawVert& va, const ImDrawVert& vb,
              const ImDrawVert& vc) {
  const ImDrawVert* v[3] = {&va, &vb, &vc};
  for (int i : {0, 1, 0})  // by their height
    if (v[i + 1]->pos.y < v[i]->pos.y) std::swap(v[i], v[i + 1]);
  ImVec2 a = v[0]->pos, b = v[1]->pos, c = v[2]->pos;
  float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  if (area == 0) return;
  bool one_colour = v[0]->col == v[1]->col && v[1]->col == v[2]->col;
  bool one_ink = ((v[0]->col ^ v[1]->col) & 0xFFFFFF) == 0 && ((v[0]->col ^ v[2]->col) & 0xFFFFFF) == 0;
  int y0 = std::max(clip.y0, static_cast<int>(std::ceil(a.y - 0.5f))),
      y1 = std::min(clip.y1, static_cast<int>(std::ceil(c.y - 0.5f)));
  float inverse = 1 / area;
  for (int y = y0; y < y1; ++y) {
    float py = static_cast<float>(y) + 0.5f;
    float along = a.x + (py - a.y) * (c.x - a.x) / (c.y - a.y);
    float other = py < b.y    ? a.x + (py - a.y) * (b.x - a.x) / (b.y - a.y)
                  : c.y > b.y ? b.x + (py - b.y) * (c.x - b.x) / (c.y - b.y)
                              : b.x;
    int x0 = std::max(clip.x0, static_cast<int>(std::ceil(std::min(along, other) - 0.5f)));
    int x1 = std::min(clip.x1, static_cast<int>(std::ceil(std::max(along, other) - 0.5f)));
    if (x0 >= x1) continue;
    uint32_t* out = t.pixels + static_cast<size_t>(y) * static_cast<size_t>(t.width);
    if (one_colour) {
      span(out + x0, x1 - x0, va.col);
      continue;
    }
    for (int x = x0; x < x1; ++x) {
      float px = static_cast<float>(x) + 0.5f;
      float w1 = ((px - a.x) * (c.y - a.y) - (py - a.y) * (c.x - a.x)) * inverse;
      float w2 = ((b.x - a.x) * (py - a.y) - (b.y - a.y) * (px - a.x)) * inverse;
      float w0 = 1 - w1 - w2;
      auto blend = [&](int shift) {
        float f = w0 * static_cast<float>(v[0]->col >> shift & 0xFF) +
                  w1 * static_cast<float>(v[1]->col >> shift & 0xFF) +
                  w2 * static_cast<float>(v[2]->col >> shift & 0xFF);
        return static_cast<uint32_t>(std::clamp(f + 0.5f, 0.0f, 255.0f));
      };
      uint32_t alpha = blend(24), colour = v[0]->col;
      if (!one_ink) colour = blend(0) | blend(8) << 8 | blend(16) << 16;
      if (alpha) out[x] = over(out[x], colour, alpha);
    }
  }
}

bool same_uv(const ImDrawVert& a, const ImDrawVert& b) { return a.uv.x == b.uv.x && a.uv.y == b.uv.y; }

/// Calls `each(clip, texture, a, b, c, d)` for every primitive; d is set where two triangles are one upright rectangle.
template <class F>
void for_each(ImDrawData* data, int width, int height, F each) {
  for (ImDrawList* list : data->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      ImTextureData* texture = command.TexRef._TexData;
      if (command.UserCallback || !texture || !texture->Pixels) continue;
      Clip clip{std::max(0, static_cast<int>(std::floor(command.ClipRect.x))),
                std::max(0, static_cast<int>(std::floor(command.ClipRect.y))),
                std::min(width, static_cast<int>(std::ceil(command.ClipRect.z))),
                std::min(height, static_cast<int>(std::ceil(command.ClipRect.w)))};
      if (clip.empty()) continue;
      const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* indices = list->IdxBuffer.Data + command.IdxOffset;
      for (unsigned i = 0; i + 2 < command.ElemCount;) {
        const ImDrawVert &a = vertices[indices[i]], &b = vertices[indices[i + 1]],
                         &c = vertices[indices[i + 2]];
        const ImDrawVert* d = nullptr;
        if (i + 5 < command.ElemCount && indices[i + 3] == indices[i] && indices[i + 4] == indices[i + 2]) {
          const ImDrawVert& e = vertices[indices[i + 5]];
          if (a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == e.pos.y && e.pos.x == a.pos.x &&
              a.col == b.col && b.col == c.col && c.col == e.col)
            d = &e;
        }
        each(clip, texture, a, b, c, d);
        i += d ? 6 : 3;
      }
    }
  }
}

uint64_t mix(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ull;
  return hash ^ hash >> 29;
}
uint64_t mix(uint64_t hash, const ImDrawVert& v) {
  uint64_t words[2];
  std::memcpy(words, &v, sizeof words);  // position and texture coordinates
  return mix(mix(mix(hash, words[0]), words[1]), v.col);
}

/// Whether the frame wrote new texels below this picture: then the same vertices mean another word.
bool rewritten(const ImTextureData& texture, const ImDrawVert& a, const ImDrawVert& c) {
  float w = static_cast<float>(texture.Width), h = static_cast<float>(texture.Height);
  int u0 = nearest(a.uv.x * w), v0 = nearest(a.uv.y * h), u1 = nearest(c.uv.x * w), v1 = nearest(c.uv.y * h);
  return std::any_of(texture.Updates.begin(), texture.Updates.end(), [&](const ImTextureRect& r) {
    return r.x < u1 && u0 < r.x + r.w && r.y < v1 && v0 < r.y + r.h;
  });
}

}  // namespace

std::vector<Rows> SoftwareRenderer::draw(ImDrawData* data, int width, int height, uint32_t background) {
  bool whole = width != width_ || height != height_ || hashes_.empty();
  if (width != width_ || height != height_)
    pixels_.assign(static_cast<size_t>(width) * static_cast<size_t>(height), background);
  width_ = width;
  height_ = height;
  size_t bands = static_cast<size_t>((height + kBand - 1) / kBand);
  std::vector<uint64_t> hashes(bands, background);
  std::vector<bool> stale(bands, whole);
  for_each(
      data, width, height,
      [&](const Clip& clip, ImTextureData* texture, const ImDrawVert& a, const ImDrawVert& b,
          const ImDrawVert& c, const ImDrawVert* d) {
        float top = std::min({a.pos.y, b.pos.y, c.pos.y}), bottom = std::max({a.pos.y, b.pos.y, c.pos.y});
        int y0 = std::max(clip.y0, static_cast<int>(std::floor(top)) - 1),
            y1 = std::min(clip.y1, static_cast<int>(std::ceil(bottom)) + 1);
        if (y0 >= y1) return;
        uint64_t hash = mix(static_cast<uint64_t>(clip.x0) << 48 ^ static_cast<uint64_t>(clip.y0) << 32 ^
                                static_cast<uint64_t>(clip.x1) << 16 ^ static_cast<uint64_t>(clip.y1),
                            a);
        hash = mix(mix(hash, b), c);
        if (d) hash = mix(hash, *d);
        // The same place of another atlas holds another word.
        if (!same_uv(a, c)) hash = mix(hash, static_cast<uint64_t>(texture->UniqueID));
        bool fresh = d && !same_uv(a, c) && rewritten(*texture, a, c);
        for (size_t band = static_cast<size_t>(y0 / kBand); band <= static_cast<size_t>((y1 - 1) / kBand);
             ++band) {
          hashes[band] = mix(hashes[band], hash);
          if (fresh) stale[band] = true;
        }
      });
  for (size_t band = 0; band < bands; ++band)
    if (!whole && hashes[band] != hashes_[band]) stale[band] = true;

  std::vector<Rows> changed;
  for (size_t band = 0; band < bands;) {
    if (!stale[band]) {
      ++band;
      continue;
    }
    size_t end = band;
    while (end < bands && stale[end]) ++end;
    Rows rows{static_cast<int>(band) * kBand, std::min(height, static_cast<int>(end) * kBand)};
    span(pixels_.data() + static_cast<ptrdiff_t>(rows.begin) * width, (rows.end - rows.begin) * width,
         background);
    for_each(data, width, height,
             [&](Clip clip, ImTextureData* texture, const ImDrawVert& a, const ImDrawVert& b,
                 const ImDrawVert& c, const ImDrawVert* d) {
               clip.y0 = std::max(clip.y0, rows.begin);
               clip.y1 = std::min(clip.y1, rows.end);
               if (clip.empty()) return;
               Target target{pixels_.data(), width, *texture};
               if (d && !same_uv(a, c)) {
                 picture(target, clip, a, c);
               } else if (d) {
                 fill(target, clip, std::min(a.pos.x, c.pos.x), std::min(a.pos.y, c.pos.y),
                      std::max(a.pos.x, c.pos.x), std::max(a.pos.y, c.pos.y), a.col);
               } else {
                 triangle(target, clip, a, b, c);
               }
             });
    changed.push_back(rows);
    band = end;
  }
  hashes_ = std::move(hashes);
  return changed;
}

}  // namespace who_says
