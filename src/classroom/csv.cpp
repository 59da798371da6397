#include "classroom/csv.h"

#include <cmath>
#include <cstdio>

namespace who_says {

std::string csv_line(const CsvRow& row) {
  std::string out;
  for (size_t i = 0; i < row.size(); ++i) {
    std::string field = row[i];
    if (i > 0) out += ',';
    bool number = field.find_first_not_of("0123456789.-") == field.npos;
    if (!field.empty() && !number && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos)
      field.insert(0, "'");
    if (field.find_first_of(",\"\r\n;") == field.npos) {
      out += field;
      continue;
    }
    out += '"';
    for (char c : field) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  return out + "\r\n";
}

std::vector<CsvRow> read_csv(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::string_view first = text.substr(0, text.find('\n'));
  char apart = first.find(',') != first.npos    ? ','
               : first.find(';') != first.npos  ? ';'
               : first.find('\t') != first.npos ? '\t'
                                                : ',';
  std::vector<CsvRow> out;
  CsvRow row;
  std::string field;
  bool quoted = false, any = false;
  auto end_row = [&] {
    if (any) {
      row.push_back(std::move(field));
      out.push_back(std::move(row));
    }
    field.clear();
    row.clear();
    any = false;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        field += c, ++i;
      else
        quoted = false;
    } else if (c == '"' && field.empty()) {
      quoted = any = true;
    } else if (c == apart) {
      row.push_back(std::move(field));
      field.clear();
      any = true;
    } else if (c == '\n' || c == '\r') {
      end_row();
    } else {
      field += c;
      any = true;
    }
  }
  end_row();
  return out;
}

std::string csv_number(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e9)
    return std::to_string(static_cast<long long>(value));
  char out[32];
  std::snprintf(out, sizeof out, "%.3g", value);
  return out;
}

std::string table_word(const TableWords& words, std::string_view key, std::string_view english) {
  auto at = words.find(key);
  return at == words.end() ? std::string(english) : at->second;
}

}  // namespace who_says
