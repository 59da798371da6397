#include "cli/grade_command.h"

#include <algorithm>

#include "app/messages_classroom.h"
#include "cli/article_file.h"
#include "cli/files.h"
#include "cli/work_file.h"

namespace who_says {
namespace {

bool report_all(const std::string& path, const std::vector<Error>& problems) {
  for (const Error& problem : problems) report(path, problem);
  return problems.empty();
}

int grade(const Arguments& arguments) {
  std::vector<std::string> words = arguments.files;
  for (const char* option : {"key", "article"}) words.push_back(arguments.value(option));
  if (std::count(words.begin(), words.end(), "-") > 1)
    return fail("who-says grade", {"wrong-call", "Only one of the files can be standard input.", ""});

  FileArticle page;
  if (std::string path = arguments.value("article"); !path.empty()) {
    Result<FileArticle> read = read_article(path, arguments.value("element"));
    if (!read) return fail(path, read.error());
    page = std::move(read).value();
  }
  const std::string& path = arguments.files[0];
  Result<std::string> text = read_file(path);
  if (!text) return fail(path, text.error());
  Result<Read<Exercise>> exercise = read_exercise(text.value(), page.article.text);
  if (!exercise) return fail(path, exercise.error());
  bool good = report_all(path, exercise.value().problems);
  Exercise& e = exercise.value().value;
  if (e.articles[0].text.empty())
    return fail(path,
                {"no-text", "The text of the article is not in this file: name it with --article.", ""});

  Key key = e.key;
  bool has_key = e.has_key;
  if (std::string key_path = arguments.value("key"); !key_path.empty()) {
    Result<std::string> key_text = read_file(key_path);
    if (!key_text) return fail(key_path, key_text.error());
    Result<Read<Key>> read = read_key(key_text.value(), e);
    if (!read) return fail(key_path, read.error());
    good = report_all(key_path, read.value().problems) && good;
    key = std::move(read.value().value);
    complete_sources(e, key);
    has_key = true;
  }

  std::vector<HandedIn> works;
  for (size_t i = 1; i < arguments.files.size(); ++i) {
    Result<std::string> work = read_file(arguments.files[i]);
    if (!work) return fail(arguments.files[i], work.error());
    std::vector<std::string> texts = unpacked_works(work.value());
    for (size_t n = 0; n < texts.size(); ++n)
      works.push_back(
          {file_name(arguments.files[i]) + (n ? ", " + std::to_string(n + 1) : ""), std::move(texts[n])});
  }
  RollUp all = roll_up(e, has_key ? &key : nullptr, works);
  for (const HandedInReport& one : all.files) {
    if (one.message.empty()) continue;
    report(one.name, {std::string(state_word(one.state)), one.message, ""});
    good = good && one.state == HandedInState::older;
  }
  std::string to = arguments.value("to", "json");
  std::string out = to == "csv"       ? pupils_csv(all, e)
                    : to == "answers" ? answers_csv(all)
                    : to == "xapi"    ? xapi_json(all, e, arguments.value("home", "https://school.example/"))
                                      : roll_up_json(all, 2) + "\n";
  std::string output = arguments.value("output", "-");
  if (auto error = write_file(output, out)) return fail(output, *error);
  return good ? kDone : kNeedsPerson;
}

}  // namespace

const Verb grade_verb = {
    "grade",
    "EXERCISE WORK…",
    "pupils' works by an exercise's key, with the reason for each point",
    {{"key", "KEY", "the key in a file of its own; else the one in EXERCISE"},
     {"article", "ARTICLE", "text or HTML, where EXERCISE does not hold the text"},
     {"element", "SELECTOR", "the element of an HTML article to read: #id, .class or a tag"},
     {"to", "json|csv|answers|xapi", "what to write; json when it is not given"},
     {"home", "ADDRESS", "xapi: where the seats belong, e.g. the school's address"},
     {"output", "FILE", "where to write; standard output when it is not given", 'o'}},
    R"(EXERCISE is an exercise file, each WORK a pupil's file, or a text with the lines of any number of
pupils in it; see assets/exercise-file.md. How points are given is said in src/classroom/grade.h and
marks.h. Without a key nothing is graded, and only the class can be compared with.

json     files (what became of each), pupils with their grades, questions over the class, answers
         that several gave and the key does not have, how many marked each word, agreement
csv      one line a pupil, two columns a task
answers  one line a pupil, task and item, with the reason
xapi     statements (xAPI 1.0.3) for a learning record store; actors are seats

Of one seat the newest work counts. Work on another exercise or version is refused by its hash,
what cannot be read is skipped; both are named on standard error.

Exit codes: 0 done; 1 written, but a file was refused or skipped, or had a problem; 2 wrong call,
or a file that cannot be read or written.

  who-says grade bridge.exercise.json works/*.work.json
  who-says grade bridge.exercise.json --key=bridge.key.json --to=csv B4.work.json > class.csv
)",
    grade,
};

}  // namespace who_says
