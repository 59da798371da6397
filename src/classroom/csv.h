#pragma once

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

}  // namespace who_says
