#pragma once

#include <string>
#include <vector>

namespace who_says {

/// `who-says anchor CASES.jsonl [--explain]`: finds each line's quote in its text, so that anyone can measure the engine on cases
/// of their own. `args` are the words after the verb; "-" reads standard input.
///
///     in   {"selector": {"exact", "prefix", "suffix", "start", "end"}, "doc": TEXT, …}     only "exact" and "doc" must be there
///     out  {"state", "start", "end", "confidence", "candidates": [[start, end], …]}        one line for each line
///
/// Offsets are Unicode code points, half-open; start and end are null when the quote is gone. `--explain` adds "places": every
/// place that was weighed with its probability and the terms of its evidence; tests/bench/anchoring/fit.mjs fits the weights to
/// them. Returns the exit code: 0, 1 when a line is no case (said on standard error with its number), 2 on a wrong call.
int anchor_command(const std::vector<std::string>& args);

}  // namespace who_says
