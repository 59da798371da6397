// Other languages are longer, and some run from right to left.

#include <fstream>
#include <nlohmann/json.hpp>

#include "ui/states.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// The interface words, each as `change` makes it.
std::string other_words(const std::function<std::string(const std::string&)>& change) {
  std::ifstream file(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/words/en.json");
  nlohmann::json words = nlohmann::json::parse(file);
  for (auto& [key, value] : words.items()) {
    if (key.rfind("list.", 0) == 0 || key == "separator" || key == "quoted") continue;
    if (value.is_string())
      value = change(value.get<std::string>());
    else
      for (auto& [form, text] : value.items()) text = change(text.get<std::string>());
  }
  return words.dump();
}

}  // namespace

TEST_CASE("no word is cut, not even of a language twice as long") {
  std::string twice = other_words([](const std::string& text) { return text + " " + text; });
  for (bool longer : {false, true})
    each_state(
        320, 1,
        [&](App& app) {
          if (longer) app.update(command(Verb::set_words, "", "en-XA", twice));
        },
        [&](Stage& s, const std::string& where) {
          s.draw();
          for (const ui::ItemRect& r : s.out.items)
            CHECK_MESSAGE((r.x >= -0.5f && r.x + r.width <= s.width + 0.5f), where, ": outside: ", r.id);
          for (const std::string& line : s.out.cut) CHECK_MESSAGE(false, where, ": cut: ", line);
        });
}
