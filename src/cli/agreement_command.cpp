#include "cli/agreement_command.h"

#include <cstdlib>

#include "app/messages_classroom.h"
#include "cli/files.h"

namespace who_says {
namespace {

int agreement(const Arguments& arguments) {
  std::string number = arguments.value("length", "0");
  if (number.empty() || number.size() > 9 || number.find_first_not_of("0123456789") != number.npos)
    return fail("who-says agreement", {"wrong-call", "--length takes a number of words.", ""});
  const std::string& path = arguments.files[0];
  Result<std::string> text = read_file(path);
  if (!text) return fail(path, text.error());
  Result<std::string> out = agreement_of_csv(text.value(), std::atoll(number.c_str()), 2);
  if (!out) return fail(path, out.error());
  if (auto error = write_file("-", out.value() + "\n")) return fail("-", *error);
  return kDone;
}

}  // namespace

const Verb agreement_verb = {
    "agreement",
    "FILE.csv",
    "how far people agree beyond chance: Krippendorff's alpha, Cohen's kappa, Scott's pi",
    {{"length", "WORDS", "of the text that marks are in; the last end when it is not given"}},
    R"(FILE.csv has rows of
  unit,coder,value            what each coder gave each unit; "." or nothing = no value
  coder,begin,end[,category]  marks in a text, as word numbers: begin counts from 0, end is not
                              included
A first row with these names tells which it is; without it, three columns are the former unless
--length is given. Fields are apart by commas, else by semicolons or tabs. FILE.csv may be -.

Printed is JSON: of values Krippendorff's alpha (nominal, gaps allowed), and of two coders Cohen's
kappa, Scott's pi and Bennett's S; of marks Krippendorff's alpha for unitizing (1995, 2004). Each
with a plain sentence; "value" is null where it is undefined ("n/a").

Exit codes: 0 done; 2 wrong call, or a file that cannot be read.

  who-says agreement codes.csv
  who-says agreement --length=300 marks.csv
)",
    agreement,
};

}  // namespace who_says
