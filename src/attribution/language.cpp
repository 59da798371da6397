#include "attribution/language.h"

#include <array>
#include <unordered_map>

#include "text/letters.h"

namespace who_says {
namespace {

constexpr size_t kLongest = 20000;   ///< code units that are looked at
constexpr size_t kFewestToTell = 4;  ///< below that a text is too short to tell

/// Frequent small words of a language and letters that its neighbours lack. Our own lists: the words that any text of a paragraph
/// holds several of.
struct Profile {
  std::string_view language;
  std::u16string_view words;
  std::u16string_view letters;
};

// clang-format off
constexpr std::array<Profile, 10> kProfiles = {{
    {"en",
     u"the of and to in that is was for it with as his on be at by had not are but from or have an they which you were her all "
     u"she there would their we him been has when who will no more if out so said what its about into than them can only other new "
     u"some could time these two may then do first any my now such like our over even most made after also did many before must "
     u"through years where much your way well down should because each just those people how too little state says this he a i",
     u""},
    {"es",
     u"de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando "
     u"muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e "
     u"esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella estar estas "
     u"algunas algo nosotros fue era está son ha han había según dijo afirmó tras años gobierno",
     u"ñ¿¡"},
    {"de",
     u"der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach "
     u"wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde "
     u"sei ihr wir ich kann gegen vom können schon wenn habe seine mark ihre dann unter wir soll ich eines jahr zwei jahren diese "
     u"dieser wieder keine uhr seiner worden will zwischen immer millionen was sagte muss sowie laut",
     u"ßäöü"},
    {"fr",
     u"de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son lui nous comme mais "
     u"on tout elle cette été aux ses leur était être ils ces même deux sans fait peut entre après dont selon ont ainsi très encore "
     u"aussi depuis contre sous avait je vous sa si leurs bien où non deux ans faire alors lors notamment chez "
     u"l d qu n s c j",
     u"œçèêàùû"},
    {"it",
     u"di che è la il un a per in una sono del le della da si con i non come dei al nel più alla anche gli ha delle lo dal ma o se "
     u"nella questo dalla sul ci degli sulla stato suo essere dopo tra loro due quando ai era fa prima anni hanno solo lui chi cui "
     u"questa quello tutti molto così ogni contro senza perché ancora secondo già poi dove sua suoi",
     u"òìù"},
    {"pt",
     u"de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando "
     u"muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles "
     u"estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós disse segundo anos são",
     u"ãõç"},
    {"nl",
     u"de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog door over ze zich hij hebben naar "
     u"heeft tot je ik wordt of die kan meer geen worden al deze had wel na was veel werd wat moet onder tegen haar hun waar "
     u"wij dit kunnen zo toe jaar toen omdat zou volgens zegt moeten twee onze",
     u""},
    {"pl",
     u"w i na z się do nie że to jest o jak po od za przez ale co dla tym są tak już czy tego był było ich przed być ma jego oraz "
     u"tylko które który która także może ze roku lat bardzo pod jej gdy gdzie będzie jako ten ta te mnie też kiedy więc sobie "
     u"został według powiedział jednak między przy bez",
     u"łążćęśźńż"},
    {"uk",
     u"і в у на з що не до за та як це від про є для його але й із він які вони вона був було бути ми а або також їх я ще після під "
     u"якщо коли може тому при час того через так між років цього лише вже який яка яке щоб було де ні цей ця без можна їхній "
     u"заявив сказав року буде були має мають саме навіть серед проти",
     u"іїєґ"},
    {"ru",
     u"и в не на что с по он как это а к но из у за от так его для же было о то бы ее был только мы они или при до если еще уже когда "
     u"я вы быть даже нет под может во со чтобы этом без чем который которые после также были года лет этого себя том где она "
     u"заявил сказал будет есть между через против",
     u"ыэъё"},
}};
// clang-format on

struct Script {
  char16_t first, last;
  std::string_view language;
};
/// Scripts that one language of news is written in.
constexpr std::array<Script, 9> kScripts = {{{0x3041, 0x30FF, "ja"},
                                             {0xAC00, 0xD7A3, "ko"},
                                             {0x1100, 0x11FF, "ko"},
                                             {0x4E00, 0x9FFF, "zh"},
                                             {0x0370, 0x03FF, "el"},
                                             {0x0590, 0x05FF, "he"},
                                             {0x0E00, 0x0E7F, "th"},
                                             {0x10A0, 0x10FF, "ka"},
                                             {0x0530, 0x058F, "hy"}}};

using Bits = uint16_t;

const std::unordered_map<std::u16string_view, Bits>& word_bits() {
  static const auto* bits = [] {
    auto* map = new std::unordered_map<std::u16string_view, Bits>;
    map->reserve(800);
    for (size_t i = 0; i < kProfiles.size(); ++i) {
      std::u16string_view words = kProfiles[i].words;
      for (size_t begin = 0; begin < words.size();) {
        size_t end = std::min(words.find(u' ', begin), words.size());
        if (end > begin) (*map)[words.substr(begin, end - begin)] |= static_cast<Bits>(1u << i);
        begin = end + 1;
      }
    }
    return map;
  }();
  return *bits;
}

/// The language of a script that holds most letters; "" when none does. A few kana make Han Japanese.
std::string_view by_script(std::u16string_view text) {
  std::array<size_t, kScripts.size()> counts{};
  size_t letters = 0;
  for (char16_t c : text) {
    if (!is_word_unit(c) || is_digit(c)) continue;
    ++letters;
    for (size_t i = 0; i < kScripts.size(); ++i)
      if (kScripts[i].first <= c && c <= kScripts[i].last) ++counts[i];
  }
  if (letters < 8) return "";
  size_t kana = counts[0], han = counts[3];
  if (kana * 10 > letters && (kana + han) * 2 > letters) return "ja";
  for (size_t i = 0; i < kScripts.size(); ++i)
    if (counts[i] * 2 > letters) return kScripts[i].language;
  return "";
}

}  // namespace

std::string identify_language(std::u16string_view text) {
  text = text.substr(0, kLongest);
  if (std::string_view script = by_script(text); !script.empty()) return std::string(script);
  std::array<float, kProfiles.size()> score{};
  size_t words = 0;
  std::u16string word;
  bool foreign = false;  // the word has a letter outside ASCII; no profile's letters are in it
  auto count = [&] {
    if (word.empty()) return;
    ++words;
    auto found = word_bits().find(word);
    if (found != word_bits().end()) {
      int sharing = __builtin_popcount(found->second);
      for (size_t i = 0; i < score.size(); ++i)
        if (found->second >> i & 1u) score[i] += 1.0f / static_cast<float>(sharing > 2 ? 2 : sharing);
    }
    // A letter that only some languages have says about as much as a small word.
    for (size_t i = 0; foreign && i < score.size(); ++i)
      for (char16_t c : word)
        if (kProfiles[i].letters.find(c) != std::u16string_view::npos) {
          score[i] += 0.5f;
          break;
        }
    word.clear();
    foreign = false;
  };
  constexpr size_t kLongestWord = 40;
  for (char16_t c : text) {
    if ((is_word_unit(c) && !is_digit(c)) || c == 0xBF || c == 0xA1) {
      if (word.size() < kLongestWord) {
        word.push_back(lower(c));
        foreign = foreign || word.back() > 0x7F;
      }
    } else {
      count();
    }
  }
  count();
  if (words < kFewestToTell) return "";
  size_t best = 0, second = 1;
  for (size_t i = 1; i < score.size(); ++i) {
    if (score[i] > score[best]) {
      second = best;
      best = i;
    } else if (second == best || score[i] > score[second]) {
      second = i;
    }
  }
  // Running text of a known language holds a third to a half of its small words; lists of names and other languages hold few.
  constexpr float kLeastShare = 0.15f;
  constexpr float kLead = 1.25f;
  if (score[best] < 1.5f || score[best] < kLeastShare * static_cast<float>(words)) return "";
  if (score[best] < kLead * score[second]) return "";
  return std::string(kProfiles[best].language);
}

}  // namespace who_says
