#include "cli/detect_command.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <thread>
#include <utility>

#include "cli/built_in_weights.h"
#include "cli/detect_formats.h"
#include "cli/detect_lines.h"
#include "cli/files.h"
#include "cli/html_source.h"

namespace who_says {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostThreads = 256;

enum class Format { claims, attributions, report };

int refuse(const char* message) { return fail("who-says detect", {"wrong-call", message, ""}); }

/// "folder/story.html" → "story".
std::string stem(const std::string& path) { return path == "-" ? path : fs::path(path).stem().string(); }

/// Names of the articles: short where no two are alike.
std::vector<std::string> ids(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    auto same = [&](const std::string& other) { return stem(other) == stem(path); };
    out.push_back(std::count_if(paths.begin(), paths.end(), same) > 1 ? path : stem(path));
  }
  return out;
}

Result<DetectArticle> read(const std::string& path, std::string id, const DetectSettings& settings) {
  Result<std::string> file = read_file(path);
  if (!file) return file.error();
  return detect_article(std::move(id), file.value(), is_html(path, file.value()), settings);
}

/// Goes through the files; what they give goes to `output`.
class Run {
 public:
  Run(const DetectSettings& settings, Format format, std::string output)
      : settings_(settings), format_(format), output_(std::move(output)) {}

  int files(const std::vector<std::string>& paths) {
    bool into_folder = format_ == Format::claims && paths.size() > 1;
    std::vector<std::string> names = ids(paths);
    for (size_t i = 0; i < paths.size(); ++i) {
      Result<DetectArticle> article = read(paths[i], names[i], settings_);
      if (!article) {
        report(paths[i], article.error());
        code_ = kFailed;
        continue;
      }
      Detection found = detect_sourcing(article.value(), settings_);
      if (!found.language_known) {
        report(
            paths[i],
            {"unknown-language",
             "Its language is not known to this tool, so nothing was looked for; --language names it.", ""});
        code_ = std::max(code_, int(kNeedsPerson));
      }
      add(article.value(), found);
      if (!into_folder) continue;
      std::string name = stem(paths[i]) + ".claims.json";
      write(output_ + "/" + (paths[i] == "-" ? "standard-input.claims.json" : name));
    }
    if (format_ == Format::attributions) text_ = "{\"articles\": [" + text_ + "\n]}\n";
    if (!into_folder && !text_.empty()) write(output_.empty() ? "-" : output_);
    return code_;
  }

 private:
  void add(const DetectArticle& article, const Detection& found) {
    switch (format_) {
      case Format::claims:
        text_ += detected_claims(article, found);
        break;
      case Format::attributions:
        text_ += (text_.empty() ? "\n" : ",\n") + dump_json(detected_attributions(article, found));
        break;
      case Format::report:
        text_ += (text_.empty() ? "" : "\n\n") + detected_report(article, found);
    }
  }
  void write(const std::string& path) {
    if (auto error = write_file(path, text_)) code_ = fail(path, *error);
    text_.clear();
  }

  const DetectSettings& settings_;
  Format format_;
  std::string output_, text_;
  int code_ = kDone;
};

/// 0 for what is no number of threads.
unsigned threads(const Arguments& arguments) {
  if (!arguments.has("jobs")) return std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
  std::string words = arguments.value("jobs");
  unsigned out = 0;
  auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), out);
  bool good = error == std::errc() && end == words.data() + words.size() && out <= kMostThreads;
  return good ? out : 0;
}

int detect(const Arguments& arguments) {
  std::string format = arguments.value("format", "claims"), output = arguments.value("output");
  bool by_line = arguments.has("ndjson");
  const std::vector<std::string>& paths = arguments.files;
  if (std::count(paths.begin(), paths.end(), "-") > 1) return refuse("Standard input can be read once only.");
  if (arguments.has("rules-only") && arguments.has("weights"))
    return refuse("--weights is of no use with --rules-only.");
  if (arguments.has("jobs") && !by_line) return refuse("--jobs is of use with --ndjson only.");
  if (by_line && (format == "report" || !output.empty()))
    return refuse("--ndjson writes claims or attributions to standard output.");
  if (!by_line && format == "claims" && paths.size() > 1) {
    std::error_code failed;
    if (output.empty() || !fs::is_directory(output, failed))
      return refuse("Of several files, --output has to name a folder for their claims files.");
    for (size_t i = 0; i < paths.size(); ++i)
      for (size_t k = 0; k < i; ++k)
        if (stem(paths[i]) == stem(paths[k]))
          return refuse("Two files have the same name, and so would their claims files.");
  }
  unsigned jobs = threads(arguments);
  if (jobs == 0) return refuse("--jobs takes a number from 1 to 256.");

  DetectSettings settings;
  std::optional<Weights> weights;
  if (!arguments.has("rules-only")) {
    std::string path = arguments.value("weights");
    Result<std::optional<Weights>> loaded = load_weights(path);
    if (!loaded) return fail(path.empty() ? "who-says detect" : path, loaded.error());
    weights = std::move(loaded).value();
    settings.weights = weights ? &*weights : nullptr;
  }
  settings.language = arguments.value("language");
  settings.element = arguments.value("element");
  settings.outermost = arguments.has("outermost");
  settings.text_as_is = format == "attributions";
  if (by_line) return detect_lines(paths, settings, format == "claims", jobs);
  Format as = format == "report"         ? Format::report
              : format == "attributions" ? Format::attributions
                                         : Format::claims;
  return Run(settings, as, output).files(paths);
}

}  // namespace

const Verb detect_verb = {
    "detect",
    "FILE…",
    "who is behind what in a text, as the engine sees it: suggestions for a person to check",
    {{"format", "claims|attributions|report", "what to write; claims when it is not given"},
     {"output", "PATH", "where to write; standard output when it is not given", 'o'},
     {"ndjson", "", "FILE holds an article a line; a result a line comes out, in the same order"},
     {"jobs", "N", "threads of --ndjson; as many as the machine runs at once when it is not given"},
     {"language", "CODE", "language of the texts: en, es, de, uk; each text's own when it is not given"},
     {"element", "SELECTOR", "the element of HTML to read: #id, .class or a tag"},
     {"outermost", "", "leave out attributions that stand inside others, as corpora without nesting do"},
     {"rules-only", "", "leave the network out: faster, and less right"},
     {"weights", "FILE", "weights of the network to use instead of those that are built into the tool"}},
    R"(FILE is HTML or plain text in UTF-8, told apart by its name and how it begins; - is standard input.
Of HTML the first article element is read (else [itemprop=articleBody], main, or the whole body).
Everything that comes out is a program's suggestion, with its confidence and its reason. Nothing is
sent anywhere. The network knows English; other languages go by rules, which find less.

--format=claims        a claims file, all of whose claims have the status "suggested". Of several
                       files, PATH is a folder: NAME.claims.json for each NAME.txt or NAME.html.
--format=attributions  JSON: {"articles": [{"id", "language", "engine", "rulesOnly", "attributions":
                       [{"id", "source", "cue", "content", "directness", "scope", "cueClass", "medium",
                       "certainty", "statement", "entity", "link", "via", "nestedIn", "carriedFrom",
                       "confidence", "reason"}], "entities": [{"id", "name", "kind", "form", "office",
                       "naming", "role", "mentions", …}], "unattributed", "checks"}]}. Spans are
                       [begin, end) in UTF-16 code units: of plain text as it stands in the file, of
                       HTML of the "text" that is given with it. The id is the file's name. A content has
                       its leading "that", as in corpora; a claim of a claims file has not.
--format=report        to read: sources with the reason for their kind, each claim with its chain,
                       sentences for which nobody is named, numbers to look at.

--ndjson reads {"id", "text"} a line, or "html" instead of "text"; "url" and "lang" may be there. It
writes {"id", "claims"} a line, or with --format=attributions the members above. Memory does not
grow with the number of lines. A line that is no article is skipped; standard error says which, and
why.

The weights are part of the tool, so that it works wherever it is copied to. A tool that was built
without them (or --rules-only) says so in "rulesOnly" and in each suggestion's engine.

Exit codes: 0 done; 1 done, but something needs a person (a language that is not known, a line that
was skipped); 2 wrong call, or a file that cannot be read or written.

  who-says detect story.html -o story.claims.json
  who-says detect --format=report story.txt
  who-says detect --format=attributions texts/*.txt -o found.json
  zcat night.ndjson.gz | who-says detect --ndjson --jobs=8 - | gzip > found.ndjson.gz
)",
    detect,
};

}  // namespace who_says
