#include <cstdio>
#include <string>
#include <vector>

#include "cli/agreement_command.h"
#include "cli/anchor_command.h"
#include "cli/convert_command.h"
#include "cli/detect_command.h"
#include "cli/files.h"
#include "cli/grade_command.h"
#include "cli/lint_command.h"
#include "cli/verb.h"

namespace who_says {
namespace {

const Verb* const kVerbs[] = {
    &detect_verb, &lint_verb, &convert_verb, &anchor_verb, &grade_verb, &agreement_verb,
};

std::string overview() {
  std::string out = "usage: who-says VERB …\n\n";
  for (const Verb* verb : kVerbs) {
    std::string name = verb->name;
    out += "  " + name + std::string(10 - name.size(), ' ') + verb->summary + "\n";
  }
  return out +
         "\n  who-says VERB --help   what a verb takes, with examples\n"
         "  who-says --version\n"
         "\n"
         "A file named - is standard input or output. Exit codes of every verb, for continuous integration:\n"
         "0 done, 1 something needs a person, 2 wrong call or a file that cannot be read or written.\n";
}

int say(const std::string& text, std::FILE* to, int code) {
  std::fwrite(text.data(), 1, text.size(), to);
  return code;
}
bool is_help(const std::string& word) { return word == "--help" || word == "-h"; }

int run(std::vector<std::string> words) {
  if (words.empty()) return say(overview(), stderr, kFailed);
  std::string name = words.front();
  words.erase(words.begin());
  if (is_help(name)) return say(overview(), stdout, kDone);
  if (name == "--version") return say("who-says " WHO_SAYS_VERSION "\n", stdout, kDone);
  for (const Verb* verb : kVerbs) {
    if (name != verb->name) continue;
    for (const std::string& word : words) {
      if (word == "--") break;
      if (is_help(word)) return say(help(*verb), stdout, kDone);
    }
    Result<Arguments> arguments = parse_arguments(*verb, words);
    if (arguments) return verb->run(arguments.value());
    return say("who-says " + name + ": " + arguments.error().message + "\nusage: " + usage(*verb) + "\n",
               stderr, kFailed);
  }
  return say("who-says: There is no verb " + name + ".\n\n" + overview(), stderr, kFailed);
}

}  // namespace
}  // namespace who_says

int main(int count, char** values) { return who_says::run({values + 1, values + count}); }
