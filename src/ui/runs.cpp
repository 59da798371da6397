#include "ui/runs.h"

#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"

namespace ImGuiFreeType {
// IMGUI_ENABLE_FREETYPE makes this the default loader.
const ImFontLoader* GetFontLoader() { return who_says::ui::empty_font_loader(); }
}  // namespace ImGuiFreeType

namespace who_says::ui {

const ImFontLoader* empty_font_loader() {
  static ImFontLoader loader;
  loader.Name = "runs";
  loader.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
  loader.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
  loader.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size * 0.8f;
    baked->Descent = -baked->Size * 0.2f;
    return true;
  };
  loader.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar code,
                                 ImFontGlyph* glyph, float* advance) {
    if (advance) *advance = baked->Size * 0.5f;
    if (glyph) {
      glyph->Codepoint = code;
      glyph->AdvanceX = baked->Size * 0.5f;
    }
    return true;
  };
  return &loader;
}

uint64_t Runs::key(Face face, float size, std::string_view run, int phase) {
  uint64_t hash = 14695981039346656037ull;
  auto add = [&hash](uint64_t v) { hash = (hash ^ v) * 1099511628211ull; };
  add(static_cast<uint64_t>(face) << 8 | static_cast<uint64_t>(phase));
  add(static_cast<uint64_t>(size * 16));
  for (char c : run) add(static_cast<uint8_t>(c));
  return hash ^ hash >> 29;
}

float Runs::advance(Face face, float size, std::string_view run) {
  Run& r = runs_[key(face, size, run)];
  r.used = frame_;
  if (r.advance < 0) r.advance = engine_.advance(face, size, run);
  return r.advance;
}

FaceMetrics Runs::metrics(Face face, float size) {
  uint32_t k = static_cast<uint32_t>(size * 16) << 2 | static_cast<uint32_t>(face);
  auto [at, fresh] = metrics_.try_emplace(k);
  if (fresh) at->second = engine_.metrics(face, size);
  return at->second;
}

/// Has a run rasterised and puts it into the atlas.
void Runs::make(Run& r, ImFontAtlas* atlas, Face face, float size, std::string_view text, float phase) {
  RunShape shape = engine_.raster(face, size, text, phase);
  waits_ = shape.width < 0;
  if (waits_) return;
  r.shape = shape;
  r.advance = shape.advance;
  r.empty = shape.width == 0 || shape.height <= 0;
  if (r.empty) return;
  ImFontAtlasRect rect;
  r.rect = atlas->AddCustomRect(shape.width, shape.height, &rect);
  if (r.rect == ImFontAtlasRectId_Invalid) return;
  made_ = true;
  // Coverage alone takes a quarter of the memory: of an atlas without colours even emoji are silhouettes, for a frame.
  int pitch = shape.width * (shape.coloured ? 4 : 1);
  pixels_.resize(static_cast<size_t>(pitch) * static_cast<size_t>(shape.height));
  engine_.copy(pixels_.data(), pitch);
  ImTextureData* texture = atlas->TexData;
  wants_colours_ |= shape.coloured && texture->Format == ImTextureFormat_Alpha8;
  ImFontAtlasTextureBlockConvert(pixels_.data(),
                                 shape.coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8, pitch,
                                 static_cast<unsigned char*>(texture->GetPixelsAt(rect.x, rect.y)),
                                 texture->Format, texture->GetPitch(), shape.width, shape.height);
  ImFontAtlasTextureBlockQueueUpload(atlas, texture, rect.x, rect.y, shape.width, shape.height);
}

void Runs::draw(ImDrawList* list, ImFontAtlas* atlas, Face face, float size, std::string_view run, float x,
                float y, Colour colour) {
  // Words stand at quarters of a pixel; finer is not seen, and at high densities whole pixels do.
  constexpr float small = 24;
  int phases = size < small ? 4 : 1;
  float quarters = std::floor(x * static_cast<float>(phases) + 0.5f),
        whole = std::floor(quarters / static_cast<float>(phases));
  int phase = static_cast<int>(quarters - whole * static_cast<float>(phases));
  Run* r = &runs_[key(face, size, run, phase)];
  r->used = frame_;
  if (r->empty) return;
  if (r->rect < 0 && !waits_)
    make(*r, atlas, face, size, run, static_cast<float>(phase) / static_cast<float>(phases));
  for (int other = 0; waits_ && r->rect < 0 && other < phases; ++other)
    if (auto at = runs_.find(key(face, size, run, other)); at != runs_.end()) r = &at->second;
  if (r->rect < 0) return;
  ImFontAtlasRect rect;
  if (!atlas->GetCustomRect(r->rect, &rect)) return;
  float left = whole + r->shape.left, top = std::floor(y + 0.5f) + r->shape.top;
  ImVec2 from(left, top),
      to(left + static_cast<float>(r->shape.width), top + static_cast<float>(r->shape.height));
  list->AddImage(atlas->TexRef, from, to, rect.uv0, rect.uv1, colour);
}

size_t Runs::word(std::string_view run) {
  uint64_t k = key(Face::regular, 0, run);
  if (!words_.count(k)) {
    std::string_view rest = run;
    for (float bytes : engine_.words(run)) {
      size_t size = static_cast<size_t>(bytes);
      if (!size || size > rest.size()) break;
      words_[key(Face::regular, 0, rest)] = size;
      rest.remove_prefix(size);
    }
    words_.insert({k, run.size()});
  }
  return words_[k];
}

void Runs::tidy(ImFontAtlas* atlas) {
  constexpr size_t many = 6000;
  constexpr uint32_t long_ago = 120;
  ++frame_;
  made_ = waits_ = false;
  if (wants_colours_) {
    wants_colours_ = false;
    forget(atlas);
    atlas->TexDesiredFormat = ImTextureFormat_RGBA32;
    ImFontAtlasBuildMain(atlas);
  }
  if (runs_.size() < many || frame_ % 64) return;
  std::erase_if(runs_, [&](const auto& entry) {
    const Run& r = entry.second;
    if (frame_ - r.used < long_ago) return false;
    if (r.rect >= 0) atlas->RemoveCustomRect(r.rect);
    return true;
  });
}

void Runs::forget(ImFontAtlas* atlas) {
  for (auto& [k, r] : runs_)
    if (r.rect >= 0) atlas->RemoveCustomRect(r.rect);
  runs_.clear();
  metrics_.clear();
}

}  // namespace who_says::ui
