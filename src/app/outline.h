#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/command.h"

namespace who_says {

// clang-format off
enum class OutlineRole : uint8_t { region, heading, list, item, article, text, button, toggle, disclosure, tab, field, image, note, status,
                                   choice, radio };
// clang-format on

/// A node of the outline: what assistive technology reads, what the text view shows, what prints. web/ mirrors it into DOM,
/// keyed by id. A `choice` is a named group of `radio`, of which one is on. A `button`, `toggle`, `radio`, `disclosure` or `tab` carries the command it stands for; a `field` is a real DOM input that
/// sends set_field with its id.
struct OutlineNode {
  std::string id;  ///< unique and stable; equals the item id of the drawn widget
  OutlineRole role = OutlineRole::text;
  std::string name;   ///< label, or the text itself
  std::string value;  ///< of a field; else empty
  std::string hint;   ///< placeholder of a field
  uint8_t level = 0;  ///< of a heading: 1 to 6
  bool on = false;    ///< pressed, expanded, selected
  bool multiline = false;
  bool enabled = true;
  std::string keys{};  ///< that press it while the panel has the focus, as in aria-keyshortcuts
  std::optional<Command> command;
  std::vector<OutlineNode> children;
  bool same = false;  ///< it is as it was, with all that is in it: only the id is given

  bool operator==(const OutlineNode&) const = default;
};

}  // namespace who_says
