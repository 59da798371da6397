#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace who_says {

using CsvRow = std::vector<std::string>;

/// One line of CSV (RFC 4180). A field that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_line(const CsvRow& row);
/// Reads CSV: fields apart by `,` or, if the first line has one and no comma, `;` or a tab. Empty lines are left out.
std::vector<CsvRow> read_csv(std::string_view text);
/// "0.5", "3".
std::string csv_number(double value);

/// What tables say that is nobody's own, in another language: a head ("seat"), "yes", "finding.found", "why.right" (reason.h). What is
/// not there is said in English.
using TableWords = std::map<std::string, std::string, std::less<>>;
std::string table_word(const TableWords& words, std::string_view key, std::string_view english);

}  // namespace who_says
