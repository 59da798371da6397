// Other languages are longer, and some run from right to left.

#include <filesystem>
#include <nlohmann/json.hpp>

#include "ui/states.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// The interface words, each as `change` makes it.
std::string other_words(const std::function<std::string(const std::string&)>& change) {
  nlohmann::json words = nlohmann::json::parse(words_file("en"));
  for (auto& [key, value] : words.items()) {
    if (key.rfind("list.", 0) == 0 || key == "separator" || key == "quoted") continue;
    if (value.is_string())
      value = change(value.get<std::string>());
    else
      for (auto& [form, text] : value.items()) text = change(text.get<std::string>());
  }
  return words.dump();
}

/// The words of a panel and of a lesson in a language, whose counts all have their longest form.
std::string longest_forms(const std::string& language) {
  nlohmann::json words = nlohmann::json::parse(words_file(language));
  words.update(nlohmann::json::parse(words_file("lesson." + language)));
  for (auto& [key, value] : words.items()) {
    if (!value.is_object()) continue;
    std::string longest;
    for (const auto& [form, text] : value.items())
      if (text.get<std::string>().size() > longest.size()) longest = text.get<std::string>();
    value = {{"one", longest}, {"other", longest}};
  }
  return words.dump();
}

/// Interface languages beside English.
std::vector<std::string> languages() {
  std::vector<std::string> out;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/words"))
    // What has a point in its name ("class.de") is of another page, or of a lesson.
    if (std::string name = file.path().stem().string(); name != "en" && name.find('.') == std::string::npos)
      out.push_back(name);
  return out;
}

/// Draws every state 320 pixels wide in a language: nothing is cut, nothing sticks out.
void check_fit(const std::string& language, const std::string& words) {
  each_state(
      320, 1,
      [&](App& app) {
        if (!words.empty()) app.update(command(Verb::set_words, "", language, words));
      },
      [&](Stage& s, const std::string& where) {
        s.draw();
        for (const ui::ItemRect& r : s.out.items)
          CHECK_MESSAGE((r.x >= -0.5f && r.x + r.width <= s.width + 0.5f), language, ", ", where,
                        ": outside: ", r.id);
        for (const std::string& line : s.out.cut)
          CHECK_MESSAGE(false, language, ", ", where, ": cut: ", line);
      });
}

}  // namespace

TEST_CASE("no word is cut, not even of a language twice as long") {
  check_fit("en", "");
  check_fit("en-XA", other_words([](const std::string& text) { return text + " " + text; }));
}

TEST_CASE("no word of any interface language is cut") {
  REQUIRE(languages().size() == 5);
  for (const std::string& language : languages()) check_fit(language, longest_forms(language));
}

TEST_CASE("words from right to left, their panel mirrored: no word is cut, in any state") {
  // Letters of Hebrew in place of those of English; what is filled in keeps its name.
  std::string mirrored = other_words([](const std::string& text) {
    std::string out;
    bool name = false;
    for (char c : text) {
      name = c == '{' || (name && c != '}');
      bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      out += letter && !name ? std::string{'\xd7', static_cast<char>(0x90 + (c & 31) % 27)} : std::string{c};
    }
    return out;
  });
  each_state(
      320, 1, [&](App& app) { app.update(command(Verb::set_words, "", "he-XB", mirrored)); },
      [&](Stage& s, const std::string& where) {
        auto draw = [&](bool right_to_left) {
          Command look = command(Verb::set_appearance);
          look.appearance.right_to_left = right_to_left;
          s.app.update(look);
          s.draw();
          for (const std::string& line : s.out.cut) CHECK_MESSAGE(false, where, ": cut: ", line);
        };
        draw(false);
        std::vector<ui::ItemRect> before = s.out.items;
        draw(true);
        REQUIRE_MESSAGE(s.out.items.size() == before.size(), where);
        for (const ui::ItemRect& was : before) {
          if (was.id.rfind("text-claim:", 0) == 0) continue;  // of the article, which is English
          const ui::ItemRect* is = s.item(was.id);
          REQUIRE_MESSAGE(is, where, ": ", was.id);
          CHECK_MESSAGE(is->x == doctest::Approx(s.width - was.x - was.width).epsilon(0.001), where, ": ",
                        was.id);
          CHECK_MESSAGE((is->y == was.y && is->width == was.width), where, ": ", was.id);
        }
      });
}
