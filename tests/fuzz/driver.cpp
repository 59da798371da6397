// Runs a fuzz target without a fuzzing engine: first the files of its corpus as they are, then random changes of them.
//
//   NAME_fuzz [CORPUS]         a folder or one file; without it the changes start from nothing
//   WHO_SAYS_FUZZ_RUNS=20000   how many changed inputs at most,
//   WHO_SAYS_FUZZ_SECONDS=20   and for how long
//   WHO_SAYS_FUZZ_SEED=1       which ones: the same seed gives the same inputs
//   WHO_SAYS_FUZZ_KEEP=1       write each input to ./crash-input before it runs, so that a fatal one is kept
//
// A real engine can be linked instead of this file: the entry point is libFuzzer's.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

using Bytes = std::vector<uint8_t>;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr size_t kLongest = 4096;  // inputs stay small: speed finds more than length

Bytes read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Bytes> corpus(const char* argument) {
  std::vector<fs::path> paths;
  if (fs::is_directory(argument)) {
    for (const auto& entry : fs::recursive_directory_iterator(argument)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  } else if (fs::is_regular_file(argument)) {
    paths.emplace_back(argument);
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Bytes> inputs;
  for (const auto& path : paths) inputs.push_back(read(path));
  return inputs;
}

unsigned long setting(const char* name, unsigned long fallback) {
  const char* text = std::getenv(name);
  return text != nullptr ? std::strtoul(text, nullptr, 10) : fallback;
}

class Mutator {
 public:
  Mutator(const std::vector<Bytes>& seeds, unsigned long seed) : seeds_(seeds), random_(seed) {}

  Bytes next() {
    Bytes input = seeds_.empty() ? Bytes{} : seeds_[below(seeds_.size())];
    if (input.size() > kLongest) {
      size_t begin = below(input.size() - kLongest);
      input = Bytes(input.begin() + begin, input.begin() + begin + kLongest);
    }
    for (size_t changes = 1 + below(6); changes > 0; --changes) change(input);
    if (input.size() > kLongest) input.resize(kLongest);
    return input;
  }

 private:
  size_t below(size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  uint8_t byte() {
    // Bytes that open, close, escape or end something in UTF-8, JSON and text come up more often than others.
    static constexpr uint8_t kTelling[] = {0,   '"', '\\', '{',  '}',  '[',  ']',  ',',  ':',  '-',  '0',
                                           '9', ' ', '\n', 0x7f, 0x80, 0xbf, 0xc0, 0xe2, 0xed, 0xf0, 0xff};
    return below(3) == 0 ? static_cast<uint8_t>(random_()) : kTelling[below(std::size(kTelling))];
  }

  void change(Bytes& input) {
    size_t at = below(input.size() + 1);
    size_t count = std::min(1 + below(16), input.size() - at);
    switch (below(6)) {
      case 0:  // insert
        input.insert(input.begin() + at, 1 + below(4), byte());
        break;
      case 1:  // overwrite
        if (at < input.size()) input[at] = byte();
        break;
      case 2:  // flip a bit
        if (at < input.size()) input[at] ^= static_cast<uint8_t>(1u << below(8));
        break;
      case 3:  // remove
        input.erase(input.begin() + at, input.begin() + at + count);
        break;
      case 4: {  // repeat a part
        Bytes part(input.begin() + at, input.begin() + at + count);
        input.insert(input.begin() + at, part.begin(), part.end());
        break;
      }
      default: {  // a part of another input
        if (seeds_.empty()) break;
        const Bytes& other = seeds_[below(seeds_.size())];
        size_t begin = below(other.size() + 1);
        size_t length = std::min(1 + below(64), other.size() - begin);
        input.insert(input.begin() + at, other.begin() + begin, other.begin() + begin + length);
      }
    }
  }

  const std::vector<Bytes>& seeds_;
  std::mt19937 random_;
};

void run(const Bytes& input) {
  // Written before, because afterwards there may be nobody left to write it.
  static const bool keep = setting("WHO_SAYS_FUZZ_KEEP", 0) != 0;
  if (keep) {
    std::ofstream out("crash-input", std::ios::binary);
    out.write(reinterpret_cast<const char*>(input.data()), static_cast<std::streamsize>(input.size()));
  }
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Bytes> seeds = argc > 1 ? corpus(argv[1]) : std::vector<Bytes>{};
  for (const Bytes& seed : seeds) run(seed);
  unsigned long runs = setting("WHO_SAYS_FUZZ_RUNS", 20000);
  unsigned long seed = setting("WHO_SAYS_FUZZ_SEED", 1);
  auto end = Clock::now() + std::chrono::seconds(setting("WHO_SAYS_FUZZ_SECONDS", 20));
  Mutator mutator(seeds, seed);
  unsigned long done = 0;
  for (; done < runs && Clock::now() < end; ++done) run(mutator.next());
  std::printf("%zu inputs of the corpus, %lu changed ones (seed %lu)\n", seeds.size(), done, seed);
  return 0;
}
