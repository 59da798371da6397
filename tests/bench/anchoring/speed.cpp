// How the engine's time grows with the text; speed.mjs runs it and compares. Prints JSON lines (--texts) or a sentence (--claims).

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "anchor/anchor.h"
#include "text/utf.h"

using namespace who_says;

namespace {

double microseconds() {
  auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::micro>(now).count();
}

// Words by Zipf's law, in sentences and paragraphs: grams are then as common and as rare as in prose.
std::u16string prose(std::mt19937& random, size_t size) {
  static const std::vector<std::u16string> vocabulary = [] {
    std::mt19937 letters(1);
    std::vector<std::u16string> words(8000);
    for (std::u16string& word : words) {
      for (size_t n = 2 + letters() % 9; n > 0; --n)
        word += u"etaoinshrdlucmfwypvbgk"[std::min(letters() % 22, letters() % 22)];
    }
    return words;
  }();
  std::u16string text;
  while (text.size() < size) {
    double u = double(random()) / 4294967296.0;
    text += vocabulary[std::min<size_t>(vocabulary.size() - 1,
                                        size_t(std::pow(double(vocabulary.size()), u)) - 1)];
    text += random() % 14 == 0 ? (random() % 5 == 0 ? u".\n\n" : u". ") : u" ";
  }
  return text;
}

std::u16string edited(std::mt19937& random, std::u16string quote) {
  for (size_t i = 0; i < quote.size(); i += 12 + random() % 20) quote[i] = char16_t('a' + random() % 26);
  return quote;
}

template <class Do>
double each(int times, Do task) {
  double begin = microseconds();
  for (int i = 0; i < times; ++i) task(i);
  return (microseconds() - begin) / times;
}

std::string json(const std::u16string& text) {
  std::string out = "\"";
  for (char c : to_utf8(text)) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out + "\"";
}

void texts() {
  for (size_t size : {5000, 100000, 300000, 1000000}) {
    std::mt19937 random(3);
    std::u16string text = prose(random, size);
    double build = each(5, [&](int) { AnchorIndex{text}; });
    AnchorIndex index(text);
    std::vector<Selector> exact, changed, orphans;
    for (int i = 0; i < 200; ++i) {
      uint32_t begin = uint32_t(random() % (text.size() - 300));
      Selector selector = index.describe({begin, begin + 200});
      selector.position = Range{begin / 2, begin / 2 + 200};  // as after an edit before it
      exact.push_back(selector);
      selector.exact = edited(random, selector.exact);
      changed.push_back(selector);
      std::u16string other = prose(random, 400);
      orphans.push_back(
          {other.substr(32, 200), other.substr(0, 32), other.substr(232, 32), selector.position});
    }
    auto time = [&](const std::vector<Selector>& all) {
      return each(200, [&](int i) { index.resolve(all[size_t(i)]); });
    };
    std::printf(
        "{\"size\":%zu,\"index\":%.1f,\"orphan\":%.2f,\"exact\":%.2f,\"edited\":%.2f,\"quote\":%s,\"text\":%"
        "s}\n",
        size, build, time(orphans), time(exact), time(changed), json(orphans[0].exact).c_str(),
        json(text).c_str());
  }
}

void claims() {
  std::mt19937 random(9);
  std::u16string text = prose(random, 1000000);
  double begin = microseconds();
  AnchorIndex index(text);
  double built = microseconds() - begin;
  std::vector<Selector> selectors;
  for (int i = 0; i < 10000; ++i) {
    uint32_t at = uint32_t(random() % (text.size() - 400));
    Selector selector = index.describe({at, at + 40 + uint32_t(random() % 200)});
    if (i % 100 < 8) selector.exact = edited(random, selector.exact);
    if (i % 100 >= 98) {
      std::u16string other = prose(random, 300);
      selector = {other.substr(32, 200), other.substr(0, 32), other.substr(232, 32), selector.position};
    }
    if (i % 2 == 0) selector.position->begin += 57, selector.position->end += 57;
    selectors.push_back(selector);
  }
  double longest = 0, all = 0;
  size_t states[5] = {};
  for (const Selector& selector : selectors) {
    begin = microseconds();
    ++states[size_t(index.resolve(selector).state)];
    double took = microseconds() - begin;
    all += took;
    longest = std::max(longest, took);
  }
  std::printf(
      "10,000 claims on 1 MB: index %.1f ms, claims %.1f ms, longest claim %.2f ms; exact %zu, moved %zu, "
      "edited %zu, "
      "ambiguous %zu, gone %zu\n",
      built / 1000, all / 1000, longest / 1000, states[0], states[1], states[2], states[3], states[4]);
}

}  // namespace

int main(int count, char** args) {
  if (count == 2 && std::strcmp(args[1], "--texts") == 0) return texts(), 0;
  if (count == 2 && std::strcmp(args[1], "--claims") == 0) return claims(), 0;
  std::fprintf(stderr, "usage: anchor_speed --texts | --claims\n");
  return 2;
}
