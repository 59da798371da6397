#include "attribution/suggestions_source.h"

#include <algorithm>
#include <set>

#include "attribution/lexicon.h"
#include "attribution/reasons.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// "He" is no other way to write a name; "US" is no pronoun.
bool is_pronoun_alone(std::u16string_view words, const Lexicon& lexicon) {
  if (words.size() > 1 && is_upper(words[1])) return false;
  std::u16string form = lexicon_form(words);
  for (const char* pronouns : {"pronoun", "object-pronoun", "possessive", "relative"})
    if (lexicon.in_class(pronouns, form)) return true;
  return false;
}

std::string one_line(std::u16string_view words) {
  std::string out = to_utf8(words);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace

Source suggested_source(std::u16string_view text, const Lexicon& lexicon, const Entity& e,
                        const std::string& id) {
  auto words = [text](const Mention& mention) {
    return text.substr(mention.range.begin, mention.range.size());
  };
  Source s;
  s.id = id;
  s.name = e.name.empty() && !e.mentions.empty() ? one_line(words(e.mentions.front())) : e.name;
  s.kind = e.kind;
  s.form = e.form;
  s.office = e.office;
  s.naming = e.naming;
  s.role = e.role;
  s.description = e.description;
  s.country = e.country;
  s.organization = e.organization;
  std::set<std::string> seen{s.name};
  for (const Mention& mention : e.mentions) {
    std::string name = one_line(words(mention));
    bool fresh = seen.insert(name).second;
    if (fresh && !mention.reason.empty() && !name.empty() && !is_pronoun_alone(words(mention), lexicon))
      s.aliases.push_back({name, in_english(mention.reason), {}, mention.reason});
  }
  return s;
}

}  // namespace who_says
