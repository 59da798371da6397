#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "imgui.h"
#include "platform/session.h"
#include "platform/web/messages_entry.h"

// What the page offers: web/src/core.ts has each by this name.
#define PAGE(name) __attribute__((import_module("page"), import_name(#name)))
extern "C" {
PAGE(metrics) void host_metrics(int face, float size, float* out);
PAGE(advance) float host_advance(int face, float size, const char* text, int bytes);
PAGE(raster) void host_raster(int face, float size, const char* text, int bytes, float phase, float* shape);
PAGE(copy) void host_copy(uint8_t* out, int pitch);
PAGE(words) int host_words(const char* text, int bytes, float* lengths);
PAGE(stamp) int host_stamp(char* out, int size);
PAGE(present) void host_present(const uint8_t* pixels, int width, int height, int begin, int end);
PAGE(texture)
void host_texture(int id, int width, int height, int x, int y, int w, int h, int pixel_bytes,
                  const uint8_t* pixels);
PAGE(drop) void host_drop(int id);
PAGE(begin) void host_begin(int width, int height);
PAGE(paint)
void host_paint(int width, int height, const void* vertices, int vertex_bytes, const void* indices,
                int index_bytes, const int* commands, int count);
}

namespace who_says {
namespace {

class PageText : public TextEngine {
 public:
  FaceMetrics metrics(Face face, float size) override {
    float out[2] = {};
    host_metrics(static_cast<int>(face), size, out);
    return {out[0], out[1]};
  }
  float advance(Face face, float size, std::string_view run) override {
    return host_advance(static_cast<int>(face), size, run.data(), static_cast<int>(run.size()));
  }
  RunShape raster(Face face, float size, std::string_view run, float phase) override {
    float out[6] = {};
    host_raster(static_cast<int>(face), size, run.data(), static_cast<int>(run.size()), phase, out);
    return {out[0], out[1], out[2], static_cast<int32_t>(out[3]), static_cast<int32_t>(out[4]), out[5] != 0};
  }
  void copy(uint8_t* out, int pitch) override { host_copy(out, pitch); }
  std::vector<float> words(std::string_view run) override {
    std::vector<float> out(run.size());
    out.resize(static_cast<size_t>(host_words(run.data(), static_cast<int>(run.size()), out.data())));
    return out;
  }
};

class Page : public Host {
 public:
  Stamp stamp() override {
    char text[96];  // id, line feed, time
    std::string all(text, static_cast<size_t>(host_stamp(text, sizeof text)));
    size_t cut = all.find('\n');
    return cut == all.npos ? Stamp{all, ""} : Stamp{all.substr(0, cut), all.substr(cut + 1)};
  }
  void present(const uint8_t* pixels, int width, int height, Rows rows) override {
    host_present(pixels, width, height, rows.begin, rows.end);
  }
  void texture(ImDrawData* data) override {
    if (!data->Textures) return;
    for (ImTextureData* t : *data->Textures) {
      if (t->Status == ImTextureStatus_WantCreate) {
        t->SetTexID(static_cast<ImTextureID>(t->UniqueID + 1));
        host_texture(t->UniqueID + 1, t->Width, t->Height, 0, 0, t->Width, t->Height, t->BytesPerPixel,
                     t->Pixels);
        t->SetStatus(ImTextureStatus_OK);
      } else if (t->Status == ImTextureStatus_WantUpdates) {
        ImTextureRect r = t->UpdateRect;
        size_t pitch = static_cast<size_t>(r.w) * static_cast<size_t>(t->BytesPerPixel);
        part_.resize(pitch * r.h);
        for (size_t y = 0; y < r.h; ++y)
          memcpy(&part_[y * pitch], t->GetPixelsAt(r.x, r.y + static_cast<int>(y)), pitch);
        host_texture(static_cast<int>(t->TexID), t->Width, t->Height, r.x, r.y, r.w, r.h, t->BytesPerPixel,
                     part_.data());
        t->SetStatus(ImTextureStatus_OK);
      } else if (t->Status == ImTextureStatus_WantDestroy && t->UnusedFrames > 0) {
        host_drop(static_cast<int>(t->TexID));
        t->SetTexID(ImTextureID_Invalid);
        t->SetStatus(ImTextureStatus_Destroyed);
      }
    }
  }
  void paint(ImDrawData* data, int width, int height) override {
    host_begin(width, height);
    for (ImDrawList* list : data->CmdLists) {
      commands_.clear();
      for (const ImDrawCmd& c : list->CmdBuffer) {
        int x0 = std::max(0, static_cast<int>(c.ClipRect.x)),
            y0 = std::max(0, static_cast<int>(c.ClipRect.y));
        int x1 = std::min(width, static_cast<int>(c.ClipRect.z)),
            y1 = std::min(height, static_cast<int>(c.ClipRect.w));
        if (x1 <= x0 || y1 <= y0 || c.ElemCount == 0) continue;
        for (int v : {x0, y0, x1 - x0, y1 - y0, static_cast<int>(c.GetTexID()), static_cast<int>(c.ElemCount),
                      static_cast<int>(c.IdxOffset)})
          commands_.push_back(v);
      }
      host_paint(width, height, list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                 list->IdxBuffer.size_in_bytes(), commands_.data(), static_cast<int>(commands_.size() / 7));
    }
  }

 private:
  std::vector<uint8_t> part_;
  std::vector<int> commands_;
};

struct Widget {
  PageText text;
  Page page;
  Session session;
  std::string layout;
  explicit Widget(bool software) : session(text, page, software) {}
};
std::unique_ptr<Widget> widget;

}  // namespace
}  // namespace who_says

using who_says::widget;

extern "C" {

void ws_start(int renderer) {
  bool software = renderer == 1;
  if (widget) return widget->session.use_renderer(software);
  widget = std::make_unique<who_says::Widget>(software);
  who_says::begin_messages(widget->session);
}
double ws_frame(double now_ms, int width, int height, float scale, float scroll_top) {
  return widget->session.frame(
      {static_cast<float>(width), static_cast<float>(height), scale, scroll_top, now_ms});
}
void ws_pointer(int kind, float x, float y) { widget->session.pointer(kind, x, y); }
const char* ws_layout() {
  widget->layout = widget->session.take_layout();
  return widget->layout.empty() ? nullptr : widget->layout.c_str();
}
float ws_scroll_to(int bytes) { return widget->session.scroll_to(std::string(who_says::message(bytes))); }
void ws_forget_text() { widget->session.forget_text(); }
}
