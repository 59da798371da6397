#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace who_says {

struct Verb;

/// The words after a verb, sorted.
class Arguments {
 public:
  std::vector<std::string> files;  ///< words that are no options, "-" too, in order

  bool has(std::string_view option) const { return options_.count(std::string(option)) > 0; }
  /// The option's value, or `fallback`.
  std::string value(std::string_view option, std::string_view fallback = "") const {
    auto at = options_.find(std::string(option));
    return std::string(at == options_.end() ? fallback : at->second);
  }

 private:
  friend Result<Arguments> parse_arguments(const Verb&, const std::vector<std::string>&);
  std::map<std::string, std::string> options_;
};

/// An option of a verb: "--name", "--name=value" or "--name value".
struct Option {
  const char* name;  ///< without dashes
  const char*
      value;  ///< name of its value in the help, e.g. "FILE", or words to choose from, "text|json"; "" = takes none
  const char* help;    ///< one line
  char letter = '\0';  ///< the same as "-o"; 0 = none
};

/// One verb of the tool. A new one is a file with a `const Verb` and a line in main.cpp's table.
struct Verb {
  const char* name;
  const char*
      files;  ///< its files in the help, e.g. "ARTICLE CLAIMS"; so many words must be there; "FILE…": or more
  const char* summary;  ///< one line
  std::vector<Option> options;
  const char* details;           ///< contract and examples, for `who-says VERB --help`
  int (*run)(const Arguments&);  ///< returns the exit code
};

/// Sorts words by what the verb takes. "--" ends the options. Error: "wrong-call" for an unknown option, a value that is missing,
/// superfluous or not to choose from, too few or too many files.
Result<Arguments> parse_arguments(const Verb& verb, const std::vector<std::string>& words);
/// "who-says lint ARTICLE CLAIMS [--fix] …".
std::string usage(const Verb& verb);
/// What `who-says VERB --help` prints.
std::string help(const Verb& verb);

}  // namespace who_says
