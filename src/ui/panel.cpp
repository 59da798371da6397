#include "ui/panel.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/frame.h"
#include "ui/lesson.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

/// Which rows of the foot stand below what scrolls, the first of them and their height; those before it scroll along.
struct Foot {
  size_t first = 0;
  float height = 0;
};
constexpr float kFootPad = 8;

/// As many rows as take a fifth of the room below the header, more of larger text; one where that leaves room for a card.
Foot foot_of(const Frame& f, const std::vector<FootRow>& rows, float room) {
  Foot foot{rows.size(), 0};
  float most = room / 5 * f.em(100) / f.px(100), height = 2 * f.px(kFootPad);
  for (size_t n = rows.size(); n-- > 0; foot = {n, height}) {
    height += rows[n].height;
    bool only = n + 1 == rows.size();
    if (height > most && !(only && room - height >= f.px(120))) break;
  }
  return foot;
}

}  // namespace

struct Panel::Impl {
  explicit Impl(TextEngine& engine) : runs(engine) {
    context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
    io.MouseDragThreshold = 4;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    ImFontConfig font;
    font.FontLoader = empty_font_loader();
    font.SizePixels = 16;
    io.Fonts->AddFont(&font);
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.AntiAliasedLinesUseTex = false;
  }
  ~Impl() { ImGui::DestroyContext(context); }

  ImGuiContext* context = nullptr;
  Runs runs;
  TextDrag drag;
  std::vector<ItemRect> items;  ///< as they were laid out last; from the top of the content, unless fixed
  Parts parts;
  FrameInput laid_out;  ///< what the layout was made for
  float scroll = 0, header = 0, end = 0, scale = 1;
};

Panel::Panel(TextEngine& engine) : impl_(std::make_unique<Impl>(engine)) {}
Panel::~Panel() = default;

FrameOutput Panel::draw(const PanelModel& model, const FrameInput& input, CommandQueue& queue) {
  Impl& i = *impl_;
  ImGui::SetCurrentContext(i.context);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(1.0f, input.width), std::max(1.0f, input.height)};
  io.DeltaTime = 1.0f / 60;
  if (i.scale != input.scale) i.runs.forget(io.Fonts);
  i.scale = input.scale;
  i.runs.tidy(io.Fonts);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("panel", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoNav);

  FrameOutput out;
  bool same_size = input.width == i.laid_out.width && input.height == i.laid_out.height &&
                   input.scale == i.laid_out.scale && model.claims.first == i.parts.first;
  i.parts.contents = same_size ? i.laid_out.contents : 0;
  i.parts.first = model.claims.first;
  out.same_layout = input.contents && input.contents == i.parts.contents;
  if (!i.parts.contents) i.parts.heights.clear();
  i.laid_out = input;
  Frame f(model, input, i.runs, i.parts, queue, out);
  const Theme& t = f.theme();
  f.fill({0, 0, input.width, input.height}, t.panel);

  // The header is measured first: the body begins below it, and its items must not be reached through it.
  auto header = [&] {
    return model.lesson      ? draw_lesson_header(f, *model.lesson, 0, 0, input.width)
           : model.editing   ? draw_editor_header(f, model.editor, 0, 0, input.width)
           : model.reviewing ? draw_review_header(f, model.review, 0, 0, input.width)
                             : draw_header(f, model.header, 0, 0, input.width);
  };
  float header_height = f.measure(header);
  float side = side_of(f, input.width), inner = inner_of(f, input.width);
  std::vector<FootRow> rows;
  if (!model.lesson && !model.editing && !model.reviewing) rows = foot_rows(f, model.header, inner);
  Foot foot = foot_of(f, rows, input.height - header_height);
  float end = input.height - foot.height;
  f.clip({0, header_height, input.width, std::max(0.0f, end - header_height)});
  float scroll = f.px(input.scroll_top), begin = header_height + f.px(16) - scroll, y = begin;
  y += draw_notices(f, model.notices, side, y, inner);
  if (model.lesson) {
    y += draw_lesson(f, *model.lesson, i.drag, side, y, inner);
  } else if (model.editing) {
    y += draw_editor(f, model.editor, side, y, inner) + f.px(20);
    y += terms(f, model.terms, side, y, inner);
  } else if (model.reviewing) {
    y += draw_review(f, model.review, side, y, inner);
    y += terms(f, model.terms, side, y, inner);
  } else {
    y += draw_detection(f, model.detection, side, y, inner);
    switch (model.view) {
      case View::claims:
        y += draw_claims(f, model.claims, side, y, inner);
        break;
      case View::sources:
        y += draw_sources(f, model.sources, side, y, inner);
        break;
      case View::profile:
        y += draw_profile(f, model.profile, side, y, inner);
        break;
      case View::text:
        y += draw_text(f, model.text, i.drag, side, y, inner);
        break;
    }
    y += f.px(20);
    if (float height = terms(f, model.terms, side, y, inner)) y += height + f.px(20);
    if (foot.first > 0) {
      f.line(side, y, side + inner, y, t.line);
      y += f.px(8);
    }
    for (size_t n = 0; n < foot.first; y += rows[n++].height) draw_foot_row(f, rows[n], side, y, inner);
  }
  if (foot.first > 0 || rows.empty()) y += f.px(20);
  f.unclip();
  f.fill({0, 0, input.width, header_height}, t.panel);
  size_t scrolled = out.items.size();
  header();
  if (foot.height > 0) {
    f.fill({0, end, input.width, foot.height}, t.panel);
    f.line(0, end, input.width, end, t.line);
    float at = end + f.px(kFootPad);
    for (size_t n = foot.first; n < rows.size(); at += rows[n++].height)
      draw_foot_row(f, rows[n], side, at, inner);
  }
  for (size_t n = scrolled; n < out.items.size(); ++n) out.items[n].fixed = true;
  ImGui::End();
  ImGui::Render();

  out.wants_frame |= i.runs.waits();
  out.header_height = header_height / input.scale;
  out.end = end / input.scale;
  out.content_height = (header_height + y - begin + f.px(16) + foot.height) / input.scale;
  if (!out.same_layout) {
    i.items = out.items;
    for (ItemRect& item : i.items)
      if (!item.fixed) item.y += input.scroll_top;
  }
  i.scroll = input.scroll_top;
  i.header = out.header_height;
  i.end = out.end;
  return out;
}

float Panel::scroll_to(const std::string& id) const {
  const Impl& i = *impl_;
  auto at = std::find_if(i.items.begin(), i.items.end(), [&](const ItemRect& r) { return r.id == id; });
  if (at == i.items.end() || at->fixed) return -1;
  constexpr float air = 12;
  float top = i.header + air, bottom = i.end - air, y = at->y - i.scroll;
  if (y >= top && y + at->height <= bottom) return -1;
  // What does not fit is shown from its top.
  float by = y < top || at->height > bottom - top ? y - top : y + at->height - bottom;
  return std::max(0.0f, i.scroll + by);
}

void Panel::pointer_move(float x, float y) {
  ImGui::SetCurrentContext(impl_->context);
  ImGui::GetIO().AddMousePosEvent(x * impl_->scale, y * impl_->scale);
}
void Panel::pointer_leave() {
  ImGui::SetCurrentContext(impl_->context);
  ImGui::GetIO().AddMousePosEvent(-1e6f, -1e6f);
}
void Panel::pointer_button(bool down) {
  ImGui::SetCurrentContext(impl_->context);
  ImGui::GetIO().AddMouseButtonEvent(0, down);
}
void Panel::forget_textures() {
  ImGui::SetCurrentContext(impl_->context);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_WantUpdates) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}
void Panel::forget_text() {
  ImGui::SetCurrentContext(impl_->context);
  impl_->laid_out.contents = 0;
  impl_->runs.forget(ImGui::GetIO().Fonts);
}

}  // namespace who_says::ui
