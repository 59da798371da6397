#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "imgui.h"

namespace who_says {

/// Draw data made by hand: one list, one 8-bit atlas, no Dear ImGui context.
class Canvas {
 public:
  explicit Canvas(int atlas_width = 64, int atlas_height = 64) {
    texture_.Create(ImTextureFormat_Alpha8, atlas_width, atlas_height);
    texture_.UniqueID = 1;
    std::fill_n(texture_.Pixels, atlas_width * atlas_height, uint8_t{0});
    texture_.Pixels[0] = 255;  // the white texel
    clear();
  }

  void clear() {
    list_.CmdBuffer.resize(0);
    list_.IdxBuffer.resize(0);
    list_.VtxBuffer.resize(0);
    texture_.Updates.resize(0);
    data_.CmdLists.resize(0);
    data_.CmdLists.push_back(&list_);
    clip(0, 0, 4096, 4096);
  }
  void clip(float x0, float y0, float x1, float y1) {
    ImDrawCmd command;
    command.ClipRect = {x0, y0, x1, y1};
    command.TexRef._TexData = &texture_;
    command.IdxOffset = static_cast<unsigned>(list_.IdxBuffer.Size);
    list_.CmdBuffer.push_back(command);
  }
  void rectangle(float x0, float y0, float x1, float y1, uint32_t colour) {
    quad({x0, y0}, {x1, y1}, white(), white(), colour);
  }
  /// The w × h texels at (u, v) of the atlas, their corner at (x, y).
  void picture(float x, float y, int u, int v, int w, int h, uint32_t colour) {
    float width = static_cast<float>(texture_.Width), height = static_cast<float>(texture_.Height);
    quad({x, y}, {x + static_cast<float>(w), y + static_cast<float>(h)},
         {static_cast<float>(u) / width, static_cast<float>(v) / height},
         {static_cast<float>(u + w) / width, static_cast<float>(v + h) / height}, colour);
  }
  void triangle(ImVec2 a, ImVec2 b, ImVec2 c, uint32_t ca, uint32_t cb, uint32_t cc) {
    ImDrawIdx first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
    vertex(a, white(), ca);
    vertex(b, white(), cb);
    vertex(c, white(), cc);
    for (int i : {0, 1, 2}) index(first, i);
  }
  /// New coverage, as the atlas tells it to a renderer.
  void texels(int u, int v, int w, int h, uint8_t (*of)(int, int)) {
    for (int y = v; y < v + h; ++y)
      for (int x = u; x < u + w; ++x) texture_.Pixels[y * texture_.Width + x] = of(x, y);
    texture_.Updates.push_back({static_cast<unsigned short>(u), static_cast<unsigned short>(v),
                                static_cast<unsigned short>(w), static_cast<unsigned short>(h)});
  }
  ImDrawData* data() { return &data_; }
  const ImTextureData& texture() const { return texture_; }

 private:
  static ImVec2 white() { return {0.5f / 64, 0.5f / 64}; }
  void quad(ImVec2 a, ImVec2 c, ImVec2 ua, ImVec2 uc, uint32_t colour) {
    ImDrawIdx first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
    vertex(a, ua, colour);
    vertex({c.x, a.y}, {uc.x, ua.y}, colour);
    vertex(c, uc, colour);
    vertex({a.x, c.y}, {ua.x, uc.y}, colour);
    for (int i : {0, 1, 2, 0, 2, 3}) index(first, i);
  }
  void vertex(ImVec2 at, ImVec2 uv, uint32_t colour) { list_.VtxBuffer.push_back({at, uv, colour}); }
  void index(ImDrawIdx first, int i) {
    list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(first + i));
    ++list_.CmdBuffer.back().ElemCount;
  }

  ImTextureData texture_;
  ImDrawList list_{nullptr};
  ImDrawData data_;
};

/// The slow obvious renderer: every pixel asks every triangle in doubles, whether its centre is inside and what colour and texel are
/// there. Texels are taken as they lie (pictures are drawn one to one).
inline std::vector<uint32_t> obvious(ImDrawData* data, int width, int height, uint32_t background) {
  std::vector<uint32_t> out(static_cast<size_t>(width) * static_cast<size_t>(height), background);
  auto each_pixel = [&](auto&& draw) {
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x)
        draw(x, y, out[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)]);
  };
  for (ImDrawList* list : data->CmdLists)
    for (const ImDrawCmd& command : list->CmdBuffer)
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert* v[3];
        for (unsigned k = 0; k < 3; ++k)
          v[k] = &list->VtxBuffer[list->IdxBuffer[static_cast<int>(command.IdxOffset + i + k)]];
        auto cross = [](ImVec2 o, ImVec2 p, double x, double y) {
          return (static_cast<double>(p.x) - o.x) * (y - o.y) - (static_cast<double>(p.y) - o.y) * (x - o.x);
        };
        double area = cross(v[0]->pos, v[1]->pos, v[2]->pos.x, v[2]->pos.y);
        if (area == 0) continue;
        // A pixel on the edge between two triangles belongs to one of them: the one to whose left or top it lies not.
        auto inside = [&](const ImDrawVert* p, const ImDrawVert* q, double x, double y) {
          double side = cross(p->pos, q->pos, x, y) * (area > 0 ? 1 : -1);
          if (side != 0) return side > 0;
          double dx = (q->pos.x - p->pos.x) * (area > 0 ? 1 : -1),
                 dy = (q->pos.y - p->pos.y) * (area > 0 ? 1 : -1);
          return dy < 0 || (dy == 0 && dx > 0);
        };
        each_pixel([&](int px, int py, uint32_t& pixel) {
          if (px < command.ClipRect.x || py < command.ClipRect.y || px >= command.ClipRect.z ||
              py >= command.ClipRect.w)
            return;
          double x = px + 0.5, y = py + 0.5;
          if (!inside(v[0], v[1], x, y) || !inside(v[1], v[2], x, y) || !inside(v[2], v[0], x, y)) return;
          double w1 = cross(v[0]->pos, v[2]->pos, x, y) / -area,
                 w2 = cross(v[0]->pos, v[1]->pos, x, y) / area;
          double w[3] = {1 - w1 - w2, w1, w2}, u = 0, t = 0;
          for (int k = 0; k < 3; ++k) {
            u += w[k] * v[k]->uv.x;
            t += w[k] * v[k]->uv.y;
          }
          const ImTextureData& texture = *command.TexRef._TexData;
          int tu = std::clamp(static_cast<int>(u * texture.Width), 0, texture.Width - 1);
          int tv = std::clamp(static_cast<int>(t * texture.Height), 0, texture.Height - 1);
          auto channel = [&](int shift) {
            double sum = 0;
            for (int k = 0; k < 3; ++k) sum += w[k] * (v[k]->col >> shift & 0xFF);
            return sum;
          };
          double alpha = channel(24) / 255 * texture.Pixels[tv * texture.Width + tu] / 255;
          uint32_t mixed = 0xFF000000u;
          for (int shift : {0, 8, 16}) {
            double below = pixel >> shift & 0xFF;
            mixed |= static_cast<uint32_t>(std::lround(below + (channel(shift) - below) * alpha)) << shift;
          }
          pixel = mixed;
        });
      }
  return out;
}

/// The largest difference of a channel between two pictures.
inline int difference(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  int most = a.size() == b.size() ? 0 : 256;
  for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    for (int shift : {0, 8, 16, 24})
      most = std::max(
          most, std::abs(static_cast<int>(a[i] >> shift & 0xFF) - static_cast<int>(b[i] >> shift & 0xFF)));
  return most;
}

}  // namespace who_says
