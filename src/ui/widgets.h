#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace who_says::ui {

// Things that several views draw. Each takes its top left corner in device pixels and returns its size or its bottom.

/// Buttons side by side, wrapped to `width`; one whose words need more than a line is higher. Returns the height.
float buttons(Frame& f, const std::vector<Action>& actions, float x, float y, float width);
/// Round-ended toggles, wrapped to `width`. `tint` colours those that are on. Returns the height.
float chips(Frame& f, const std::vector<Action>& actions, float x, float y, float width, Colour tint);
/// Joined buttons of equal width of which one is on; wrapped into chips where they would not fit. Returns the height.
float segments(Frame& f, const std::vector<Action>& actions, float x, float y, float width);
/// Width of the widest of some words: what is narrower breaks it.
float widest_word(Frame& f, Style style, std::string_view text);
/// Of a field of one line.
float field_height(Frame& f);
/// A field's hint has room in a field of that width.
bool hint_fits(Frame& f, const Field& field, float width);
/// What a person types into; its hint stands above it where it has no room inside. Returns the height.
float input(Frame& f, const Field& field, float x, float y, float width);
/// A button of one picture.
void icon_button(Frame& f, const Action& action, Icon icon, float x, float y, float size);
/// A quiet text button, as in a line of links; of several lines where it is wider than `width`. Returns its box.
Box link_button(Frame& f, const Action& action, float x, float y, float width);

/// How much of a work is done, 0 to 1. Stands still until that changes.
void progress(Frame& f, float share, Box box);
/// Where claims stand in the article. `id` makes it one image of the outline.
void strip(Frame& f, const std::vector<Piece>& pieces, Box box, bool track);
/// The path from the article to the origin. Returns the height.
float chain(Frame& f, const std::vector<HopModel>& hops, float x, float y, float width);
/// What the words in sight mean: a button, and when it is on, a list. Returns the height.
float terms(Frame& f, const TermsModel& model, float x, float y, float width);
/// A filled or hatched bar of one hue.
void bar(Frame& f, Box box, Hue hue);
/// The frame of a card; drawn before its content, so its height must be known.
void card(Frame& f, Box box, Colour border, bool dashed);

}  // namespace who_says::ui
