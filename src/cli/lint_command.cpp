#include "cli/lint_command.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "cli/article_file.h"
#include "cli/claims_file.h"
#include "cli/files.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr std::array kStates = {AnchorState::exact, AnchorState::moved, AnchorState::edited,
                                AnchorState::ambiguous, AnchorState::gone};

/// All that is reported.
struct Findings {
  const FileArticle& article;
  const Loaded& claims;
  std::vector<Resolution> resolutions;
  size_t fixed = 0;

  std::u16string_view text() const { return article.article.text; }
  std::u16string words(Range range) const { return std::u16string(text().substr(range.begin, range.size())); }
  size_t count(AnchorState state) const {
    return size_t(std::count_if(resolutions.begin(), resolutions.end(),
                                [&](const Resolution& one) { return one.state == state; }));
  }
  bool needs_person() const {
    return !claims.problems.empty() || !std::all_of(resolutions.begin(), resolutions.end(), is_certain);
  }
};

// ---- for people

/// On one line.
std::string quoted(std::u16string words) {
  std::replace_if(
      words.begin(), words.end(), [](char16_t c) { return c < ' '; }, u' ');
  return "“" + to_utf8(words) + "”";
}
std::string shortened(std::u16string_view words) {
  constexpr size_t kMost = 60;
  if (words.size() <= kMost) return quoted(std::u16string(words));
  return quoted(std::u16string(words.substr(0, words.rfind(u' ', kMost))) + u" …");
}

std::string padded(std::string text, size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text + "  ";
}

std::string percent(double share) {
  // Nothing that is inferred is beyond doubt.
  return std::to_string(int(std::min(share, 0.999) * 100)) + " %";
}

std::string place(const Findings& all, Range range) {
  constexpr uint32_t kAround = 24;
  Range around{range.begin > kAround ? range.begin - kAround : 0,
               std::min(range.end + kAround, uint32_t(all.text().size()))};
  return "    line " + std::to_string(all.article.line_of(range.begin)) + ": " + quoted(all.words(around)) +
         "\n";
}

std::string entry(const Findings& all, const Claim& claim, const Resolution& found) {
  bool is_gone = found.state == AnchorState::gone;
  std::string line = is_gone ? "" : "line " + std::to_string(all.article.line_of(found.range.begin));
  std::string out = padded(std::string(word(found.state)), 9) +
                    padded(is_gone ? "" : percent(found.confidence), 4) + padded(line, 9) + claim.id + "  " +
                    shortened(claim.selector.exact) + "\n";
  if (found.state == AnchorState::edited) {
    out += "    was " + quoted(claim.selector.exact) + "\n";
    out += "    now " + quoted(all.words(found.range)) + "\n";
  }
  for (Range range : found.candidates) out += place(all, range);
  return out;
}

std::string summary(const Findings& all) {
  auto number = [](size_t n, const char* what) {
    return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
  };
  std::string out = number(all.resolutions.size(), "claim") + ":", comma = " ";
  for (AnchorState state : kStates) {
    out += comma + std::to_string(all.count(state)) + " " + std::string(word(state));
    comma = ", ";
  }
  out += "; " + number(all.claims.problems.size(), "problem") + " in the file";
  return out + (all.fixed ? "; " + number(all.fixed, "selector") + " written anew" : "");
}

std::string as_text(const Findings& all) {
  std::string out;
  for (size_t i = 0; i < all.resolutions.size(); ++i)
    out += entry(all, *all.claims.document.claims[i], all.resolutions[i]);
  return out + summary(all) + "\n";
}

// ---- for programs

std::string as_json(const Findings& all) {
  CodePointMap points{all.text()};
  auto pair = [&](Range range) {
    return Json::array({points.to_code_points(range.begin), points.to_code_points(range.end)});
  };
  Json claims = Json::array(), problems = Json::array(), counts = Json::object();
  for (size_t i = 0; i < all.resolutions.size(); ++i) {
    const Claim& claim = *all.claims.document.claims[i];
    const Resolution& found = all.resolutions[i];
    bool is_gone = found.state == AnchorState::gone;
    Json one{{"id", claim.id}, {"state", std::string(word(found.state))}, {"confidence", found.confidence}};
    one["line"] = is_gone ? Json() : Json(all.article.line_of(found.range.begin));
    one["range"] = is_gone ? Json() : pair(found.range);
    one["exact"] = to_utf8(claim.selector.exact);
    one["now"] = is_gone ? Json() : Json(to_utf8(all.words(found.range)));
    one["candidates"] = Json::array();
    for (Range range : found.candidates) one["candidates"].push_back(pair(range));
    claims.push_back(std::move(one));
  }
  for (const Error& problem : all.claims.problems)
    problems.push_back({{"code", problem.code}, {"message", problem.message}, {"where", problem.where}});
  for (AnchorState state : kStates) counts[std::string(word(state))] = all.count(state);
  Json out;
  out["claims"] = std::move(claims);
  out["problems"] = std::move(problems);
  out["counts"] = std::move(counts);
  out["fixed"] = all.fixed;
  return dump_json(out, 2) + "\n";
}

// ---- the verb

int lint(const Arguments& arguments) {
  const std::string &article_path = arguments.files[0], &claims_path = arguments.files[1];
  bool fixes = arguments.has("fix");
  if (article_path == "-" && claims_path == "-")
    return fail("who-says lint", {"wrong-call", "Only one of the files can be standard input.", ""});
  if (fixes && claims_path == "-")
    return fail("who-says lint", {"wrong-call", "--fix needs a claims file that it can write to.", ""});

  Result<FileArticle> article = read_article(article_path, arguments.value("article"));
  if (!article) return fail(article_path, article.error());
  const std::u16string& text = article.value().article.text;
  Result<Loaded> claims = load_claims(claims_path, text);
  if (!claims) return fail(claims_path, claims.error());

  AnchorIndex index(text);
  Document document = claims.value().document;
  Findings all{article.value(), claims.value(), resolve_all(document, index)};
  if (fixes) {
    all.fixed = renew_selectors(document, article.value().article, index, all.resolutions, false);
    bool all_stand = std::all_of(all.resolutions.begin(), all.resolutions.end(), is_certain);
    if (all.fixed && all_stand && !document.article_hash.empty()) document.article_hash = text_hash(text);
    if (all.fixed)
      if (auto error = write_file(claims_path, write_claims(document, text)))
        return fail(claims_path, *error);
  }
  std::string out = arguments.value("format") == "json" ? as_json(all) : as_text(all);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return all.needs_person() ? kNeedsPerson : kDone;
}

}  // namespace

const Verb lint_verb = {
    "lint",
    "ARTICLE CLAIMS",
    "whether the claims of a file still stand in their article",
    {{"fix", "", "write new selectors for claims that are exact or moved; leave all others alone"},
     {"format", "text|json", "how to report; text when it is not given"},
     {"article", "SELECTOR", "the element of an HTML file to read: #id, .class or a tag"}},
    R"(Each claim is looked for in the article:
  exact      its words stand where the file says
  moved      they stand unchanged at another place
  edited     they were changed; old and new words are shown
  ambiguous  several places are as good; all of them are shown
  gone       no place is like them
The list says how sure the place is and in which line of the article's file its paragraph begins.
Problems of the claims file (syntax, shapes, words of no vocabulary, sources that are not
described) go to standard error with their place.

ARTICLE is HTML or plain text, told apart by its name and how it begins, in UTF-8. Of HTML the
first article element is read (else [itemprop=articleBody], main, or the whole body): the text
that the widget reads on the page, without what scripts add to it. Of plain text each line is a
paragraph. CLAIMS is any file of W3C annotations. One of the two may be -, standard input.

--fix replaces the file in one step; what this tool does not know in it stays. In JSON, ranges
are half-open and count Unicode code points of the article's text.

Exit codes: 0 all claims are exact or moved and the file has no problems; 1 something needs a
person (a claim that is edited, ambiguous or gone, a problem of the file); 2 wrong call, or a
file that cannot be read or written.

  who-says lint story.html story.claims.json
  who-says lint --fix story.txt story.claims.json
  who-says lint --format=json --article='#story' - story.claims.json < story.html
)",
    lint,
};

}  // namespace who_says
