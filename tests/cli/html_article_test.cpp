// The reading of articles from files. The cases of articles/cases.json are read by the browsers too
// (tests/web/suite/page_text.mjs), with the same texts expected.

#include "cli/html_article.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cli/html_source.h"
#include "cli/tool.h"
#include "text/utf.h"

using namespace who_says;

namespace {

const char* const kRoles[] = {"paragraph", "heading", "list-item", "quote", "caption", "other"};

FileArticle read(std::string_view html, std::string_view element = "") {
  Result<FileArticle> article = read_html_article(html, element);
  REQUIRE_MESSAGE(article.ok(), article.error().message);
  return std::move(article).value();
}

nlohmann::json roles_of(const Article& article) {
  nlohmann::json out = nlohmann::json::array();
  for (const Block& block : article.blocks) {
    std::string level = block.level ? " " + std::to_string(block.level) : "";
    out.push_back(kRoles[size_t(block.role)] + level);
  }
  return out;
}

}  // namespace

TEST_CASE("an article has the text that browsers read") {
  auto cases = nlohmann::json::parse(test::project_file("tests/cli/articles/cases.json"), nullptr, false);
  REQUIRE(cases.size() > 40);
  for (const auto& one : cases) {
    CAPTURE(one["what"]);
    FileArticle file = read(one["html"].get<std::string>(), one.value("article", ""));
    CHECK(to_utf8(file.article.text) == one["text"].get<std::string>());
    if (one.contains("roles")) CHECK(roles_of(file.article) == one["roles"]);
    // Blocks hold all words but what joins them.
    size_t held = 0;
    for (const Block& block : file.article.blocks) held += block.range.size() + 2;
    CHECK(std::max<size_t>(held, 2) - 2 == file.article.text.size());
    CHECK(file.lines.size() == file.article.blocks.size());
  }
}

TEST_CASE("lines of the file are known for each block") {
  FileArticle file = read(
      "<!doctype html>\n<noscript>\n<p>no\n</noscript>\n<article>\n<h1>A</h1><p>\n\n "
      "b\nc</p>\n<p>d</p></article>");
  CHECK(file.lines == std::vector<uint32_t>{6, 8, 10});
  CHECK(file.line_of(0) == 6);
  CHECK(file.line_of(3) == 8);
  CHECK(file.line_of(5) == 8);
  CHECK(file.line_of(99) == 10);
}

TEST_CASE("title, address and language of the page") {
  Article a = read(
                  "<html lang=de><title> The\n Paper </title><link rel=canonical "
                  "href='https://x/y'><article><h1> Port <i>closes</i></h1>"
                  "<p>a</article>")
                  .article;
  CHECK(a.title == "Port closes");
  CHECK(a.url == "https://x/y");
  CHECK(a.lang == "de");
  Article b = read("<title> The\n Paper </title><article itemid=urn:x lang=ru><p>a</article>").article;
  CHECK(b.title == "The Paper");
  CHECK(b.url == "urn:x");
  CHECK(b.lang == "ru");
  CHECK(read("<p>a").article.text == u"a");
}

TEST_CASE("what cannot be read is said") {
  CHECK(read_html_article("<p>a", "#b").error().code == "no-article");
  for (const char* selector : {"#", ".", "p q", "[id]", "##a", "a:b", "*"})
    CHECK(read_html_article("<p>a", selector).error().code == "wrong-selector");
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<div>";
  CHECK(read_html_article(deep + "a", "").error().code == "too-deep");
  for (const char* odd : {"", "<", "<noscript", "<noscript>", "<!--", "<p a='", "<script>", "</",
                          "<p title=\"<noscript>", "\xFF\xFE<p>"})
    CHECK(read_html_article(odd, "").ok());
}

TEST_CASE("plain text: each line with words is a paragraph") {
  FileArticle file = read_plain_article("\xEF\xBB\xBFKicker\r\n\r\n  Title  of\tit \n\xC2\xA0\nlast\rline");
  CHECK(file.article.text == u"Kicker\n\nTitle of it\n\nlast\n\nline");
  CHECK(file.lines == std::vector<uint32_t>{1, 3, 5, 6});
  CHECK(read_plain_article("").article.text.empty());
  // The same blocks that the core finds in the text.
  std::vector<Block> again = blocks_of_plain_text(file.article.text);
  REQUIRE(again.size() == file.article.blocks.size());
  for (size_t i = 0; i < again.size(); ++i) CHECK(again[i].range == file.article.blocks[i].range);
  // Read once more, as when the text was copied from the panel, nothing changes.
  CHECK(read_plain_article(to_utf8(file.article.text)).article.text == file.article.text);
}

TEST_CASE("HTML is known by its name, or by how it begins") {
  CHECK(is_html("a.html", "words"));
  CHECK(is_html("a.b.HTM", ""));
  CHECK(is_html("-", "\n <!DOCTYPE html>"));
  CHECK(is_html("page", "\xEF\xBB\xBF<html lang=en>"));
  CHECK(is_html("a.txt", "<article class=x>"));
  CHECK_FALSE(is_html("a.txt", "The <article> element"));
  CHECK_FALSE(is_html("a.html.txt", "<5 people came"));
  CHECK_FALSE(is_html("-", ""));
}
