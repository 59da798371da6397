#include "cli/verb.h"

#include <algorithm>

namespace who_says {
namespace {

size_t count_words(std::string_view text) {
  size_t n = text.empty() ? 0 : 1;
  return n + size_t(std::count(text.begin(), text.end(), ' '));
}

bool is_choice(const Option& option, std::string_view value) {
  std::string_view choices = option.value;
  if (choices.find('|') == choices.npos) return true;
  for (size_t begin = 0; begin <= choices.size();) {
    size_t end = std::min(choices.find('|', begin), choices.size());
    if (choices.substr(begin, end - begin) == value) return true;
    begin = end + 1;
  }
  return false;
}

/// "--format=text|json", "-o FILE, --output=FILE".
std::string form(const Option& option, bool with_letter) {
  std::string value = option.value, out;
  if (with_letter && option.letter)
    out = std::string("-") + option.letter + (value.empty() ? "" : " " + value) + ", ";
  return out + "--" + option.name + (value.empty() ? "" : "=" + value);
}

Error wrong(std::string message) { return {"wrong-call", std::move(message), ""}; }

const Option* find(const Verb& verb, std::string_view word) {
  for (const Option& option : verb.options) {
    bool is_short = option.letter && word.size() == 2 && word[0] == '-' && word[1] == option.letter;
    if (is_short || (word.substr(0, 2) == "--" && word.substr(2) == option.name)) return &option;
  }
  return nullptr;
}

}  // namespace

Result<Arguments> parse_arguments(const Verb& verb, const std::vector<std::string>& words) {
  Arguments out;
  bool options_ended = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (options_ended || word == "-" || word.empty() || word[0] != '-') {
      out.files.push_back(word);
      continue;
    }
    if (word == "--") {
      options_ended = true;
      continue;
    }
    size_t equals = word.rfind("--", 0) == 0 ? word.find('=') : word.npos;
    std::string name = word.substr(0, equals), value;
    const Option* option = find(verb, name);
    if (!option) return wrong("There is no option " + name + ".");
    bool takes_value = *option->value != '\0';
    if (equals != word.npos)
      value = word.substr(equals + 1);
    else if (takes_value && i + 1 < words.size())
      value = words[++i];
    if (!takes_value && equals != word.npos) return wrong("The option " + name + " takes no value.");
    if (takes_value && value.empty())
      return wrong("The option " + name + " needs a value: " + option->value + ".");
    if (takes_value && !is_choice(*option, value))
      return wrong("The option " + name + " takes one of " + option->value + ", not \"" + value + "\".");
    out.options_[option->name] = std::move(value);
  }
  size_t wanted = count_words(verb.files);
  bool or_more = std::string_view(verb.files).ends_with("…");
  if (out.files.size() < wanted) return wrong(std::string("Expected: ") + verb.files + ".");
  if (out.files.size() > wanted && !or_more) return wrong("Superfluous: " + out.files[wanted] + ".");
  return out;
}

std::string usage(const Verb& verb) {
  std::string out = std::string("who-says ") + verb.name + " " + verb.files;
  for (const Option& option : verb.options) out += " [" + form(option, false) + "]";
  return out;
}

std::string help(const Verb& verb) {
  std::string out = "usage: " + usage(verb) + "\n\n" + verb.summary + "\n\n";
  size_t width = 0;
  for (const Option& option : verb.options) width = std::max(width, form(option, true).size());
  for (const Option& option : verb.options) {
    std::string left = form(option, true);
    out += "  " + left + std::string(width + 2 - left.size(), ' ') + option.help + "\n";
  }
  return out + (verb.options.empty() ? "" : "\n") + verb.details;
}

}  // namespace who_says
