#include "cli/convert_command.h"

#include <algorithm>
#include <optional>

#include "cli/article_file.h"
#include "cli/claims_file.h"
#include "cli/files.h"

namespace who_says {
namespace {

/// Reports the claims that do not stand in the article; true when all do.
bool all_stand(const std::string& path, const Document& document,
               const std::vector<Resolution>& resolutions) {
  bool all = true;
  for (size_t i = 0; i < resolutions.size(); ++i) {
    if (is_certain(resolutions[i])) continue;
    all = false;
    std::string state(word(resolutions[i].state));
    report(
        path,
        {state, "The words of " + document.claims[i]->id + " do not stand in the article as they are.", ""});
  }
  return all;
}

int convert(const Arguments& arguments) {
  const std::string& input = arguments.files[0];
  std::string article_path = arguments.value("article");
  if (input == "-" && article_path == "-")
    return fail("who-says convert", {"wrong-call", "Only one of the files can be standard input.", ""});
  if (arguments.has("element") && article_path.empty())
    return fail("who-says convert", {"wrong-call", "--element is of use with --article only.", ""});

  FileArticle article;
  if (!article_path.empty()) {
    Result<FileArticle> read = read_article(article_path, arguments.value("element"));
    if (!read) return fail(article_path, read.error());
    article = std::move(read).value();
  }
  const std::u16string& text = article.article.text;
  Result<Loaded> claims = load_claims(input, text);
  if (!claims) return fail(input, claims.error());
  Document document = claims.value().document;
  bool good = claims.value().problems.empty();
  if (!article_path.empty()) {
    AnchorIndex index(text);
    std::vector<Resolution> resolutions = resolve_all(document, index);
    good = all_stand(input, document, resolutions) && good;
    renew_selectors(document, article.article, index, resolutions, true);
  }
  bool plain = arguments.value("to") == "annotations";
  std::string output = arguments.value("output", "-");
  if (auto error =
          write_file(output, plain ? write_annotations(document, text) : write_claims(document, text)))
    return fail(output, *error);
  return good ? kDone : kNeedsPerson;
}

}  // namespace

const Verb convert_verb = {
    "convert",
    "INPUT",
    "W3C annotations to a claims file, and back",
    {{"output", "FILE", "where to write; standard output when it is not given", 'o'},
     {"to", "claims|annotations", "what to write; claims when it is not given"},
     {"article", "ARTICLE", "where the quotes are from: adds context and position that are missing"},
     {"element", "SELECTOR", "the element of an HTML article to read: #id, .class or a tag"}},
    R"(INPUT is any JSON of W3C Web Annotations: a page, a collection, a list, one annotation, the rows
of Hypothesis, or a claims file. Problems of it go to standard error with their place; what is
good is written all the same. INPUT and FILE may be -.

--to=claims writes a claims file. What this tool does not know in INPUT stays in it.

--to=annotations writes an AnnotationPage for other tools, with members of the W3C's alone. A
claim's bodies are texts with these purposes:
  classifying   the kind of its source
  identifying   who its source is, by name
  linking       its chain from the article inwards, in one line
  tagging       status, confidence, scope, directness and so on, one "name: word" each
  commenting    remarks, and what the text does not state; questions are "questioning"
Quotes, positions, notes, creators and times stay as they are. Lost are: of a source all but its
name and kind, its aliases too; the steps of a chain as data; whether a remark rests on the text;
reason and engine of a suggestion; kinds that the file adds; the article's title, language and
hash; what the file says of independence; what a reader took away; members of no standard.

Exit codes: 0 done; 1 written, but something needs a person (a problem of INPUT, a quote that
does not stand in the article as it is); 2 wrong call, or a file that cannot be read or written.

  who-says convert annotations.json -o story.claims.json --article=story.html
  who-says convert --to=annotations story.claims.json > annotations.json
)",
    convert,
};

}  // namespace who_says
