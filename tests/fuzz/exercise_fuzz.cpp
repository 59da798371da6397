// Reading an exercise, a key, a work or a pasted line of any bytes: it never fails but by an Error that says why; what is read, written
// and read again is the same; grading and rolling up take whatever was read.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "classroom/roll_up.h"
#include "model/exercise_line.h"

using namespace who_says;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}
void check_error(const Error& error) { must(!error.code.empty() && !error.message.empty()); }
void check_all(const std::vector<Error>& problems) {
  for (const Error& one : problems) check_error(one);
}

/// What works of other inputs are read by.
const Exercise& known() {
  static const Exercise exercise = [] {
    Result<Read<Exercise>> read = read_exercise(
        R"({"id":"e","articles":[{"text":"The depot lost carts, the Ledger says. Its union doubts it.","claims":{"type":"AnnotationPage",
        "sources":[{"id":"l"},{"id":"u","kind":"business"}],"items":[{"id":"c","target":{"selector":{"type":"TextQuoteSelector","exact":"The depot lost carts"}}}]}}],
        "tasks":[{"id":"a","kind":"match","claims":["c"],"sources":["l","u"]},{"id":"b","kind":"highlight"}],
        "key":{"answers":[{"task":"a","items":[{"item":"c","answer":["l"]}]},{"task":"b","marks":[{"selector":[{"type":"TextPositionSelector","start":0,"end":20}]}]}]}})");
    must(read.ok());
    return std::move(read.value().value);
  }();
  return exercise;
}

void check_exercise(std::string_view json) {
  Result<Read<Exercise>> first = read_exercise(json);
  if (!first) return check_error(first.error());
  check_all(first.value().problems);
  std::string written = write_exercise(first.value().value);
  Result<Read<Exercise>> second = read_exercise(written);
  must(second.ok());
  must(write_exercise(second.value().value) == written);
  must(exercise_hash(second.value().value) == exercise_hash(first.value().value));
  Grade all = grade(first.value().value, &first.value().value.key, Work{});
  must(all.points >= 0 && all.points <= all.most + 1e-6);
}

void check_work(std::string_view json) {
  Result<Read<Work>> first = read_work(json, known());
  if (!first) return check_error(first.error());
  check_all(first.value().problems);
  std::string written = write_work(first.value().value, known());
  Result<Read<Work>> second = read_work(written, known());
  must(second.ok());
  must(write_work(second.value().value, known()) == written);
  std::string brief = write_short_work(first.value().value, known());
  must(read_work(brief, known()).ok());
  Grade points = grade(known(), &known().key, first.value().value);
  must(points.points >= 0 && points.points <= points.most + 1e-6);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view json(reinterpret_cast<const char*>(data), size);
  check_exercise(json);
  check_work(json);
  if (Result<Read<Key>> key = read_key(json, known()); key)
    check_all(key.value().problems);
  else
    check_error(key.error());
  if (Result<WorkLine> line = read_work_line(json); line)
    must(read_work_line(write_work_line(line.value())).value().bytes == line.value().bytes);
  else
    check_error(line.error());
  must(roll_up(known(), &known().key, {{"file", std::string(json)}}).files.size() == 1);
  return 0;
}
