#include <cstdio>
#include <string>
#include <vector>

#include "cli/anchor_command.h"

namespace {

constexpr char kUsage[] =
    "usage: who-says VERB …\n"
    "\n"
    "  anchor CASES.jsonl [--explain]   find each line's quote in its text\n"
    "\n"
    "  --help, --version\n";

}  // namespace

int main(int count, char** values) {
  std::vector<std::string> args(values + 1, values + count);
  std::string verb = args.empty() ? "" : args.front();
  if (!args.empty()) args.erase(args.begin());
  if (verb == "anchor") return who_says::anchor_command(args);
  if (verb == "--version") return std::puts("who-says " WHO_SAYS_VERSION), 0;
  if (verb == "--help") return std::fputs(kUsage, stdout), 0;
  std::fputs(kUsage, stderr);
  return 2;
}
