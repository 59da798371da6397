#include "model/exercise_line.h"

#include <algorithm>
#include <cstdint>

namespace who_says {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBegin = "WSW";
constexpr char kVersion = '1';
constexpr size_t kCheckDigits = 8;

/// FNV-1a 32 (Fowler, Noll, Vo): enough to see what mail programs and hasty fingers do.
std::string check_sum(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[(hash >> shift) & 15];
  return out;
}

/// What mail programs put into a long line: white space, soft line breaks of quoted-printable, marks of quotation.
bool is_wrapping(char c) { return c == ' ' || (c >= 9 && c <= 13) || c == '=' || c == '>'; }

std::string without_wrapping(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    // A no-break space and a zero-width one, in UTF-8.
    if (text.substr(i, 2) == "\xC2\xA0") {
      ++i;
    } else if (text.substr(i, 3) == "\xE2\x80\x8B") {
      i += 2;
    } else if (!is_wrapping(text[i])) {
      out += text[i];
    }
  }
  return out;
}

Error cut() {
  return {"cut-line", "The end of this line is missing: copy all of it, up to the last letter.", ""};
}

bool is_json(std::string_view text) {
  size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != text.npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t three = 0;
    size_t n = std::min<size_t>(3, bytes.size() - i);
    for (size_t k = 0; k < 3; ++k) three = three << 8 | (k < n ? static_cast<uint8_t>(bytes[i + k]) : 0);
    for (size_t k = 0; k <= n; ++k) out += kLetters[three >> (18 - 6 * k) & 63];
  }
  return out;
}

bool from_base64url(std::string_view text, std::string& out) {
  // No three bytes end in one letter.
  if (text.size() % 4 == 1 || text.find_first_not_of(kLetters) != text.npos) return false;
  uint32_t bits = 0;
  int held = 0;
  for (char c : text) {
    bits = bits << 6 | static_cast<uint32_t>(kLetters.find(c));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFF);
  }
  return true;
}

std::string write_work_line(const WorkLine& line) {
  std::string text = to_base64url(line.bytes);
  return std::string(kBegin) + kVersion + (line.packed ? ".z." : ".j.") + text + "." + check_sum(text);
}

Result<WorkLine> read_work_line(std::string_view pasted) {
  std::string text = without_wrapping(pasted);
  size_t begin = text.find(kBegin);
  while (begin != text.npos && !(begin + 4 < text.size() && text[begin + 4] == '.'))
    begin = text.find(kBegin, begin + 1);
  if (begin == text.npos)
    return Error{"no-line", "This is no pupil’s work: neither a file of it nor a line that begins with WSW1.",
                 ""};
  std::string_view line = std::string_view(text).substr(begin);
  if (line[3] != kVersion || (line.size() > 5 && line[5] != 'j' && line[5] != 'z'))
    return Error{"newer-line", "This line was written by a newer Who Says: open it with that one.", ""};
  if (line.size() < 7 || line[6] != '.') return cut();
  WorkLine out;
  out.packed = line[5] == 'z';
  std::string_view rest = line.substr(7);
  size_t end = rest.find_first_not_of(kLetters);
  if (end == rest.npos) return cut();
  Error changed{"changed-line",
                "Letters of this line are missing or changed: copy it again, or send the file instead.", ""};
  if (rest[end] != '.') return changed;
  std::string_view data = rest.substr(0, end), check = rest.substr(end + 1, kCheckDigits);
  if (check.size() < kCheckDigits) return cut();
  if (check != check_sum(data) || !from_base64url(data, out.bytes)) return changed;
  return out;
}

std::vector<std::string_view> works_in(std::string_view text) {
  const std::string mark = std::string(kBegin) + kVersion + ".";
  std::vector<std::string_view> out;
  for (size_t at = is_json(text) ? text.npos : text.find(mark); at != text.npos;) {
    size_t next = text.find(mark, at + 1);
    out.push_back(text.substr(at, next - at));
    at = next;
  }
  if (out.empty()) out.push_back(text);
  return out;
}

Result<std::string> work_json(std::string_view file_or_line) {
  if (is_json(file_or_line)) return std::string(file_or_line);
  Result<WorkLine> line = read_work_line(file_or_line);
  if (!line) return line.error();
  if (line.value().packed) return Error{"packed-line", "This line is packed: open it in the class page.", ""};
  return std::move(line.value().bytes);
}

}  // namespace who_says
