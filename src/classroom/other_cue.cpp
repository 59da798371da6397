#include "classroom/other_cue.h"

#include <algorithm>
#include <span>
#include <vector>

#include "text/letters.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

using View = std::u16string_view;

/// Verbs of one form. The first of `plain` and the first of `doubtful` stand for each other, and take the place of the others.
struct VerbForm {
  View plain, doubtful;
  bool after_auxiliary = false;  ///< a participle: "hat gesagt"
};
/// A whole cue that is no single verb.
struct WholeCue {
  View cue, other;
};
struct CueLanguage {
  std::string_view name;
  std::span<const VerbForm> forms;
  std::span<const WholeCue> phrases;
  View auxiliaries;
};

constexpr VerbForm kEnglish[] = {
    {u"said stated wrote explained noted added remarked observed reported found",
     u"claimed alleged asserted argued contended insisted maintained admitted conceded"},
    {u"says states writes explains notes adds remarks observes reports finds",
     u"claims alleges asserts argues contends insists maintains admits concedes"},
    {u"say state write explain note add remark observe report find",
     u"claim allege assert argue contend insist maintain admit concede"},
    {u"saying stating writing explaining noting adding reporting",
     u"claiming alleging asserting arguing insisting maintaining admitting"},
};
constexpr WholeCue kEnglishPhrases[] = {{u"according to", u"as claimed by"}};

constexpr VerbForm kGerman[] = {
    {u"sagte erklärte schrieb meinte erläuterte ergänzte betonte berichtete", u"behauptete beteuerte"},
    {u"sagten erklärten schrieben meinten erläuterten ergänzten betonten berichteten",
     u"behaupteten beteuerten"},
    {u"sagt erklärt schreibt meint erläutert ergänzt betont berichtet", u"behauptet beteuert"},
    {u"sagen erklären schreiben meinen erläutern ergänzen betonen berichten", u"behaupten beteuern"},
    {u"gesagt erklärt geschrieben gemeint erläutert ergänzt betont berichtet", u"behauptet beteuert", true},
};
constexpr WholeCue kGermanPhrases[] = {{u"teilte mit", u"behauptete"}, {u"teilten mit", u"behaupteten"},
                                       {u"teilt mit", u"behauptet"},   {u"gab an", u"behauptete"},
                                       {u"gaben an", u"behaupteten"},  {u"gibt an", u"behauptet"}};

constexpr VerbForm kSpanish[] = {
    {u"dijo declaró afirmó explicó señaló indicó manifestó comentó añadió escribió informó",
     u"alegó aseguró pretendió"},
    {u"dijeron declararon afirmaron explicaron señalaron indicaron manifestaron añadieron escribieron "
     u"informaron",
     u"alegaron aseguraron pretendieron"},
    {u"dice declara afirma explica señala indica manifiesta comenta añade escribe informa",
     u"alega asegura pretende"},
    {u"dicen declaran afirman explican señalan indican manifiestan añaden escriben informan",
     u"alegan aseguran pretenden"},
    {u"dicho declarado afirmado explicado señalado indicado manifestado comentado añadido escrito informado",
     u"alegado asegurado pretendido", true},
};

constexpr VerbForm kFrench[] = {
    {u"dit déclare affirme explique indique précise ajoute estime écrit note rapporte",
     u"prétend assure soutient"},
    {u"disent déclarent affirment expliquent indiquent précisent ajoutent estiment écrivent notent "
     u"rapportent",
     u"prétendent assurent soutiennent"},
    {u"disait déclarait affirmait expliquait indiquait", u"prétendait assurait soutenait"},
    {u"dit déclaré affirmé expliqué indiqué précisé ajouté estimé écrit noté rapporté",
     u"prétendu assuré soutenu", true},
};
constexpr WholeCue kFrenchPhrases[] = {{u"selon", u"à en croire"}, {u"d'après", u"à en croire"}};

constexpr VerbForm kUkrainian[] = {
    {u"сказав заявив повідомив зазначив пояснив розповів додав наголосив написав",
     u"стверджував запевнив запевняв"},
    {u"сказала заявила повідомила зазначила пояснила розповіла додала наголосила написала",
     u"стверджувала запевнила запевняла"},
    {u"сказали заявили повідомили зазначили пояснили розповіли додали наголосили написали",
     u"стверджували запевнили запевняли"},
    {u"каже заявляє повідомляє зазначає пояснює розповідає додає наголошує пише", u"стверджує запевняє"},
    {u"кажуть заявляють повідомляють зазначають пояснюють розповідають додають наголошують пишуть",
     u"стверджують запевняють"},
};

constexpr VerbForm kKorean[] = {
    {u"말했다 밝혔다 전했다 설명했다 덧붙였다 강조했다", u"주장했다 우겼다"},
    {u"말한다 밝힌다 전한다 설명한다 덧붙인다 강조한다", u"주장한다 우긴다"},
    {u"말했습니다 밝혔습니다 전했습니다 설명했습니다 덧붙였습니다 강조했습니다", u"주장했습니다"},
    {u"말합니다 밝힙니다 전합니다 설명합니다", u"주장합니다"},
};

constexpr CueLanguage kLanguages[] = {
    {"de", kGerman, kGermanPhrases, u"hat haben hatte hatten habe"},
    {"en", kEnglish, kEnglishPhrases, u""},
    {"es", kSpanish, {}, u"ha han había habían"},
    {"fr", kFrench, kFrenchPhrases, u"a ont avait avaient"},
    {"ko", kKorean, {}, u""},
    {"uk", kUkrainian, {}, u""},
};

const CueLanguage* language(std::string_view lang) {
  std::string_view name = lang.substr(0, lang.find('-'));
  const CueLanguage* one = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                        [&](const CueLanguage& l) { return l.name == name; });
  return one == std::end(kLanguages) ? nullptr : one;
}

/// Place of a word in a list; -1 = it is not in it.
int place_in(View list, View word) {
  int place = 0;
  for (size_t at = 0; at < list.size(); ++place) {
    size_t end = std::min(list.find(u' ', at), list.size());
    if (list.substr(at, end - at) == word) return place;
    at = end + 1;
  }
  return -1;
}
View first_of(View list) { return list.substr(0, list.find(u' ')); }

/// "ont", and "ont-ils" too.
bool is_auxiliary(const CueLanguage& l, View word) {
  return place_in(l.auxiliaries, word.substr(0, word.find(u'-'))) >= 0;
}

/// What could stand for a verb: its rank and the word.
struct OtherVerb {
  int rank;
  View word;
};
std::optional<OtherVerb> other_verb(const CueLanguage& l, View word, bool after_auxiliary) {
  for (const VerbForm& form : l.forms) {
    if (form.after_auxiliary != after_auxiliary) continue;
    if (int at = place_in(form.plain, word); at >= 0) return OtherVerb{at > 0, first_of(form.doubtful)};
    if (int at = place_in(form.doubtful, word); at >= 0) return OtherVerb{at > 0, first_of(form.plain)};
  }
  return std::nullopt;
}

/// Lower case, one space between words, plain apostrophes.
std::u16string levelled(View cue) {
  std::u16string out;
  for (char16_t c : cue) {
    if (is_space(c) && (out.empty() || out.back() == u' ')) continue;
    out += is_space(c) ? u' ' : c == 0x2019 ? u'\'' : lower(c);
  }
  if (!out.empty() && out.back() == u' ') out.pop_back();
  return out;
}

/// A verb of saying in a text, and where it stands, with its auxiliary if that is next to it.
struct CueVerb {
  Range range, with_auxiliary;
  OtherVerb other;
};
std::vector<CueVerb> verbs_in(const CueLanguage& l, View text) {
  std::vector<CueVerb> out;
  Range auxiliary;  // empty = none
  uint32_t before = 0;
  for (Range range : words(text)) {
    View between = text.substr(before, range.begin - before);
    // An auxiliary reaches no further than its clause.
    if (!std::all_of(between.begin(), between.end(), is_space)) auxiliary = {};
    before = range.end;
    std::u16string word = lowered(text.substr(range.begin, range.size()));
    if (is_auxiliary(l, word)) {
      auxiliary = range;
      continue;
    }
    // "dit-elle"
    word.resize(std::min(word.find(u'-'), word.size()));
    range.end = range.begin + static_cast<uint32_t>(word.size());
    auto other = auxiliary.empty() ? std::nullopt : other_verb(l, word, true);
    bool next = other && auxiliary.end + 1 == range.begin;
    if (!other) other = other_verb(l, word, false);
    if (other) out.push_back({range, {next ? auxiliary.begin : range.begin, range.end}, *other});
  }
  return out;
}

std::u16string replaced(View text, Range at, View by) {
  return std::u16string(text.substr(0, at.begin)) + std::u16string(by) + std::u16string(text.substr(at.end));
}

}  // namespace

std::optional<CueSwap> other_cue(std::string_view lang, std::u16string_view cue) {
  const CueLanguage* l = language(lang);
  if (!l) return std::nullopt;
  std::u16string level = levelled(cue);
  for (const WholeCue& phrase : l->phrases)
    if (phrase.cue == level)
      return CueSwap{to_utf8(cue), to_utf8(phrase.other), other_verb(*l, phrase.other, false) ? 1 : 2};
  std::vector<CueVerb> verbs = verbs_in(*l, cue);
  if (verbs.empty()) return std::nullopt;
  return CueSwap{to_utf8(cue), to_utf8(replaced(cue, verbs[0].range, verbs[0].other.word)),
                 verbs[0].other.rank};
}

std::optional<CueSwap> other_cue_near(std::string_view lang, std::u16string_view text, Range claim) {
  const CueLanguage* l = language(lang);
  if (!l) return std::nullopt;
  std::optional<CueSwap> best;
  bool is_clear = true;
  for (Range sentence : sentences(text)) {
    if (!sentence.overlaps(claim)) continue;
    View said = text.substr(sentence.begin, sentence.size());
    for (const CueVerb& verb : verbs_in(*l, said)) {
      Range here{sentence.begin + verb.range.begin, sentence.begin + verb.range.end};
      if (here.overlaps(claim) || (best && best->rank < verb.other.rank)) continue;
      is_clear = !best || verb.other.rank < best->rank;
      View cue = said.substr(verb.with_auxiliary.begin, verb.with_auxiliary.size());
      uint32_t begin = verb.range.begin - verb.with_auxiliary.begin;
      best =
          CueSwap{to_utf8(cue), to_utf8(replaced(cue, {begin, begin + verb.range.size()}, verb.other.word)),
                  verb.other.rank};
    }
  }
  return is_clear ? best : std::nullopt;
}

}  // namespace who_says
