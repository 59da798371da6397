#include "platform/session.h"

#include <cmath>

#include "imgui.h"
#include "model/json.h"
#include "ui/theme.h"

namespace who_says {
namespace {

/// The software renderer reads the atlas where it lies: nothing to upload.
void acknowledge_textures(ImDrawData* data) {
  if (!data->Textures) return;
  for (ImTextureData* texture : *data->Textures) {
    if (texture->Status == ImTextureStatus_OK) continue;
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else {
      if (texture->TexID == ImTextureID_Invalid)
        texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

double tenth(float v) { return std::round(static_cast<double>(v) * 10) / 10; }

std::string layout_json(const ui::FrameOutput& output, float scroll_top) {
  Json items = Json::array();
  for (const ui::ItemRect& r : output.items) {
    Json item{{"id", r.id},
              {"x", tenth(r.x)},
              {"y", tenth(r.fixed ? r.y : r.y + scroll_top)},
              {"w", tenth(r.width)},
              {"h", tenth(r.height)}};
    if (r.field) item["field"] = true;
    if (r.hinted) item["hinted"] = true;
    if (r.fixed) item["fixed"] = true;
    items.push_back(std::move(item));
  }
  return dump_json(Json{{"height", tenth(output.content_height)},
                        {"header", tenth(output.header_height)},
                        {"end", tenth(output.end)},
                        {"cursor", output.cursor},
                        {"items", std::move(items)}});
}

}  // namespace

Session::Session(TextEngine& engine, Host& host, bool software)
    : panel_(engine), host_(host), software_(software) {}

void Session::use_renderer(bool software) {
  software_ = software;
  renderer_.forget();
  panel_.forget_textures();
}

std::string Session::take_layout() {
  std::string cursor = cursor_ == taken_cursor_ ? "" : dump_json(Json{{"cursor", cursor_}});
  taken_cursor_ = cursor_;
  if (layout_ == taken_layout_) return cursor;
  taken_layout_ = layout_;
  return layout_;
}

double Session::frame(const ui::FrameInput& input) {
  ui::CommandQueue queue;
  ui::FrameInput known = input;
  known.contents = app().contents();
  ui::FrameOutput output = panel_.draw(app().model(), known, queue);
  ImDrawData* data = ImGui::GetDrawData();
  int width = static_cast<int>(input.width), height = static_cast<int>(input.height);
  if (software_) {
    acknowledge_textures(data);
    ui::Colour background = ui::theme_of(app().model().appearance).panel;
    for (Rows rows : renderer_.draw(data, width, height, background))
      host_.present(reinterpret_cast<const uint8_t*>(renderer_.pixels().data()), width, height, rows);
  } else {
    host_.texture(data);
    host_.paint(data, width, height);
  }
  bool wants_frame = output.wants_frame;
  cursor_ = output.cursor;
  if (!output.same_layout) {
    output_ = std::move(output);
    layout_ = layout_json(output_, input.scroll_top);
  }
  uint64_t before = app().revision();
  for (Command& command : queue) {
    command.stamp = host_.stamp();
    apply(command);
  }
  return app().revision() != before || wants_frame ? 0 : -1;
}

void Session::pointer(int kind, float x, float y) {
  if (kind == 3) {
    panel_.pointer_leave();
    if (!app().model().appearance.touch) {
      Command none;
      none.verb = Verb::point_claim;
      apply(none);
    }
    return;
  }
  panel_.pointer_move(x, y);
  if (kind == 1 || kind == 2) panel_.pointer_button(kind == 1);
}

void Session::forget_text() {
  panel_.forget_text();
  renderer_.forget();
}

}  // namespace who_says
