#pragma once

#include "app/outline.h"
#include "app/view_models.h"

namespace who_says {

// What outlines are made of.

OutlineNode node(OutlineRole role, std::string id, std::string name = "");
OutlineNode heading(std::string id, std::string name, uint8_t level);
OutlineNode control(const Action& action, OutlineRole role = OutlineRole::button);
OutlineNode field(const Field& field);
/// The child as it then is in its parent.
OutlineNode& add(OutlineNode& parent, OutlineNode child);
/// A line of text; nothing for an empty one.
void add_line(OutlineNode& parent, const std::string& id, const std::string& text);
void add_actions(OutlineNode& parent, const std::vector<Action>& list,
                 OutlineRole role = OutlineRole::button);
/// A named list of controls.
void add_group(OutlineNode& parent, const std::string& id, const FilterGroup& group,
               OutlineRole role = OutlineRole::button);
/// An article with what is highlighted in it, and how words of it are chosen.
void add_text(OutlineNode& parent, const TextModel& text);

}  // namespace who_says
