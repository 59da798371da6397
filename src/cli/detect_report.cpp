// The readable form of what was found.

#include <algorithm>
#include <map>

#include "attribution/reasons.h"
#include "cli/detect_formats.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// On one line, shortened to its first words.
std::string words(std::u16string_view text, size_t most) {
  std::u16string out(text.substr(0, most));
  if (text.size() > most) {
    size_t space = out.rfind(u' ');
    out = out.substr(0, space == out.npos ? most : space) + u" …";
  }
  std::replace_if(
      out.begin(), out.end(), [](char16_t c) { return c < ' '; }, u' ');
  return to_utf8(out);
}

std::string number(size_t n, const std::string& one) {
  return std::to_string(n) + " " + one + (n == 1 ? "" : "s");
}
std::string joined(const std::vector<std::string>& parts, const char* comma) {
  std::string out;
  for (const std::string& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : comma) + part;
  return out;
}

class Report {
 public:
  Report(const DetectArticle& article, const Detection& detection) : article_(article), found_(detection) {}

  std::string text() {
    head();
    if (!found_.language_known) return out_;
    sources();
    claims();
    bare();
    arithmetic();
    return out_;
  }

 private:
  std::u16string_view all() const { return article_.file.article.text; }
  std::string quote(const std::vector<Range>& ranges, size_t most) const {
    std::vector<std::string> parts;
    for (Range range : ranges)
      parts.push_back("“" + words(all().substr(range.begin, range.size()), most) + "”");
    return joined(parts, " … ");
  }
  std::string line(Range range) const {
    uint32_t at = article_.file.line_of(range.begin);
    return at ? "line " + std::to_string(at) : "at " + std::to_string(range.begin);
  }
  void put(const std::string& text) { out_ += text + "\n"; }
  void title(const char* text, size_t count) {
    put("\n" + std::string(text) + " (" + std::to_string(count) + ")");
  }

  void head() {
    put(article_.id);
    if (!found_.language_known)
      return put("  Its language" + (found_.language.empty() ? "" : " (" + found_.language + ")") +
                 " is not known to this tool, so nothing was looked for. --language names it.");
    put("  language " + found_.language + ", " + found_.engine + (found_.rules_only ? ", rules only" : ""));
    put("  " +
        joined({number(found_.attributions.size(), "attribution"), number(found_.entities.size(), "source"),
                number(found_.unattributed.size(), "sentence") + " for which nobody is named",
                number(found_.checks.size(), "number check")},
               ", "));
    put("  All of this is what a program suggests. A person has to look at it.");
  }

  void sources() {
    if (found_.entities.empty()) return;
    std::map<int, size_t> attributions;
    for (const Attribution& one : found_.attributions) ++attributions[one.entity];
    title("Sources", found_.entities.size());
    for (size_t i = 0; i < found_.entities.size(); ++i) {
      const Entity& one = found_.entities[i];
      bool has_office = one.office == Office::current || one.office == Office::former;
      std::string name =
          one.name.empty() && !one.mentions.empty() ? quote({one.mentions[0].range}, 80) : one.name;
      put("  " + name + ": " +
          joined({std::string(word(one.kind)), has_office ? std::string(word(one.office)) : "",
                  std::string(word(one.naming)), std::string(word(one.form))},
                 ", ") +
          "; " + number(attributions[int(i)], "attribution"));
      if (!one.description.empty()) put("      " + one.description);
      if (!one.reason.empty()) put("      why: " + in_english(one.reason));
      for (const Mention& mention : one.mentions)
        if (!mention.reason.empty())
          put("      " + line(mention.range) + ": " + quote({mention.range}, 60) + ", " +
              in_english(mention.reason));
    }
  }

  std::string name_of(int entity, const std::vector<Range>& source) const {
    if (entity == kNone) return source.empty() ? "nobody named" : quote(source, 60);
    const Entity& one = found_.entities[size_t(entity)];
    return one.name.empty() ? (one.description.empty() ? "unnamed" : one.description) : one.name;
  }
  /// From the article inwards.
  std::string chain(const Attribution& one) const {
    std::vector<std::string> hops;
    const Attribution* at = &one;
    for (size_t left = 8; at && left > 0; --left) {
      std::string hop = name_of(at->entity, at->source);
      if (at->link != ChainLink::explicit_) hop += " (" + std::string(word(at->link)) + ")";
      hops.push_back(std::move(hop));
      if (at->relay != kNone) hops.push_back(name_of(at->relay, {}) + " (was told)");
      int outer = at->nested_in != kNone ? at->nested_in : at->carried_from;
      at = outer == kNone ? nullptr : &found_.attributions[size_t(outer)];
    }
    std::reverse(hops.begin(), hops.end());
    return joined(hops, " → ");
  }
  void claims() {
    if (found_.attributions.empty()) return;
    title("Attributions", found_.attributions.size());
    for (const Attribution& one : found_.attributions) {
      Range first = !one.content.empty() ? one.content[0] : !one.cue.empty() ? one.cue[0] : Range{};
      put("  " + line(first) + "  " + chain(one) + "  (" + std::to_string(int(one.confidence * 100)) + " %)");
      put("      " + quote(one.content, 100));
      std::string cue = one.cue.empty() ? "no cue" : "cue " + quote(one.cue, 40);
      put("      " + joined({cue, std::string(word(one.directness)), std::string(word(one.scope)),
                             one.cue_class == CueClass::none ? "" : std::string(word(one.cue_class)),
                             one.statement ? "" : "no statement", one.negated ? "negated" : "",
                             one.hypothetical ? "hypothetical" : "", in_english(one.reason)},
                            ", "));
    }
  }

  void bare() {
    if (found_.unattributed.empty()) return;
    title("Nobody is named for", found_.unattributed.size());
    for (const Unattributed& one : found_.unattributed)
      put("  " + line(one.range) + "  " + joined({quote({one.range}, 100), in_english(one.reason)}, "; "));
  }
  void arithmetic() {
    if (found_.checks.empty()) return;
    title("Numbers to look at", found_.checks.size());
    for (const NumberCheck& one : found_.checks) {
      Range first = !one.claim.empty() ? one.claim : one.numbers.empty() ? Range{} : one.numbers[0];
      put("  " + line(first) + "  " + one.working);
    }
  }

  const DetectArticle& article_;
  const Detection& found_;
  std::string out_;
};

}  // namespace

std::string detected_report(const DetectArticle& article, const Detection& detection) {
  return Report(article, detection).text();
}

}  // namespace who_says
