#include "cli/detect_lines.h"

#include <cstdio>
#include <cstring>
#include <memory>

#include "cli/detect_formats.h"
#include "cli/files.h"
#include "cli/ordered_work.h"
#include "model/json.h"

namespace who_says {
namespace {

constexpr size_t kMostLineBytes = size_t{64} << 20;
constexpr size_t kMostDepth = 8;

using Line = OrderedWork::Line;
using LineAnswer = OrderedWork::Answer;

/// Lines of a stream. Of one that is longer than kMostLineBytes a little more than that is given, the rest passed over.
class LineReader {
 public:
  explicit LineReader(std::FILE* file) : file_(file) {}

  bool next(std::string& line) {
    line.clear();
    for (bool any = false;; any = true) {
      if (at_ == end_) {
        end_ = std::fread(buffer_, 1, sizeof buffer_, file_);
        at_ = 0;
        if (end_ == 0) return any;
      }
      const void* stop = std::memchr(buffer_ + at_, '\n', end_ - at_);
      size_t until = stop ? size_t(static_cast<const char*>(stop) - buffer_) : end_;
      if (line.size() <= kMostLineBytes) line.append(buffer_ + at_, until - at_);
      at_ = until;
      if (!stop) continue;
      ++at_;
      return true;
    }
  }

 private:
  std::FILE* file_;
  size_t at_ = 0, end_ = 0;
  char buffer_[1 << 16];
};

Error wrong_line() {
  return {"wrong-shape", R"(Here {"id": "…", "text": "…"} was expected: an id, and "text" or "html".)",
          "line 1, column 1"};
}

const std::string* text_member(const Json& object, const char* key) {
  const Json* value = member(object, key);
  return value ? value->get_ptr<const std::string*>() : nullptr;
}

/// The answer to a line, or what is wrong with it ("line 1, column …" of itself).
Result<std::string> answer(const std::string& line, const DetectSettings& settings, bool as_claims) {
  if (line.size() > kMostLineBytes)
    return Error{"too-large", "This line has more than " + std::to_string(kMostLineBytes >> 20) + " MB.",
                 "line 1, column 1"};
  Result<Json> parsed = parse_json(line, kMostLineBytes, kMostDepth);
  if (!parsed) return parsed.error();
  const Json& given = parsed.value();
  const Json* id = given.is_object() ? member(given, "id") : nullptr;
  if (!id || !(id->is_string() || id->is_number_integer())) return wrong_line();
  const std::string *text = text_member(given, "text"), *html = text_member(given, "html");
  if (!text && !html) return wrong_line();

  Result<DetectArticle> article = detect_article("", text ? *text : *html, !text, settings);
  if (!article) return article.error();
  Article& file = article.value().file.article;
  if (const std::string* url = text_member(given, "url")) file.url = *url;
  DetectSettings own = settings;
  if (const std::string* lang = text_member(given, "lang"); lang && own.language.empty())
    own.language = *lang;
  Detection found = detect_sourcing(article.value(), own);

  Json out;
  if (as_claims)
    out = {{"id", *id}, {"claims", parse_own_json(detected_claims(article.value(), found))}};
  else
    out = detected_attributions(article.value(), found);
  out["id"] = *id;
  return dump_json(out) + "\n";
}

/// "line 1, column 14" of a line → of the whole input.
std::string place(std::string where, size_t number) {
  size_t comma = where.find(", ");
  std::string column = comma == where.npos ? ", column 1" : where.substr(comma);
  return "line " + std::to_string(number) + column;
}

bool write_all(std::FILE* to, const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), to) == text.size();
}

struct InputCloser {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

int detect_lines(const std::vector<std::string>& paths, const DetectSettings& settings, bool as_claims,
                 unsigned threads) {
  bool all_good = true;
  OrderedWork work(
      threads,
      [&](const Line& line) -> LineAnswer {
        Result<std::string> out = answer(line.text, settings, as_claims);
        if (out) return {std::move(out).value(), ""};
        Error error = out.error();
        error.where = place(error.where, line.number);
        return {"", report_line(paths[line.file], error)};
      },
      [&](const LineAnswer& answer) {
        all_good = all_good && answer.problem.empty();
        write_all(stderr, answer.problem);
        return write_all(stdout, answer.out);
      });

  bool all_read = true, wanted = true;
  for (size_t file = 0; file < paths.size() && wanted; ++file) {
    const std::string& path = paths[file];
    std::unique_ptr<std::FILE, InputCloser> in(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!in) {
      report(path, {"unreadable", "This file cannot be opened: is its name right, and may it be read?", ""});
      all_read = false;
      continue;
    }
    auto reader = std::make_unique<LineReader>(in.get());
    std::string line;
    for (size_t number = 1; wanted && reader->next(line); ++number)
      if (line.find_first_not_of(" \t\r") != line.npos) wanted = work.put({file, number, std::move(line)});
    if (std::ferror(in.get())) {
      report(path, {"unreadable", "This file cannot be read.", ""});
      all_read = false;
    }
  }
  bool written = work.finish() && std::fflush(stdout) == 0;
  if (!written) report("-", {"unwritable", "Standard output cannot be written.", ""});
  return !written || !all_read ? kFailed : all_good ? kDone : kNeedsPerson;
}

}  // namespace who_says
