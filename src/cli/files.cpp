#include "cli/files.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace who_says {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostBytes = size_t{64} << 20;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

Result<std::string> read_all(std::FILE* file) {
  std::string out;
  char buffer[1 << 16];
  while (size_t n = std::fread(buffer, 1, sizeof buffer, file)) {
    out.append(buffer, n);
    if (out.size() > kMostBytes)
      return Error{"too-large", "This file has more than " + std::to_string(kMostBytes >> 20) + " MB.", ""};
  }
  if (std::ferror(file)) return Error{"unreadable", "This file cannot be read.", ""};
  return out;
}

bool write_all(std::FILE* file, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

/// "line 3, column 14" as ":3:14"; a JSON pointer as "#/items/4"; "" for none.
std::string place(const std::string& where) {
  unsigned long line = 0, column = 0;
  if (std::sscanf(where.c_str(), "line %lu, column %lu", &line, &column) == 2)
    return ":" + std::to_string(line) + ":" + std::to_string(column);
  if (where.empty() || where[0] != '/') return where.empty() ? "" : ": " + where;
  return "#" + where;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  if (path == "-") return read_all(stdin);
  std::error_code failed;
  File file(fs::is_directory(path, failed) ? nullptr : std::fopen(path.c_str(), "rb"));
  if (!file)
    return Error{"unreadable", "This file cannot be opened: is its name right, and may it be read?", ""};
  return read_all(file.get());
}

std::optional<Error> write_file(const std::string& path, std::string_view text) {
  Error error{"unwritable", "This file cannot be written.", ""};
  if (path == "-") return write_all(stdout, text) ? std::nullopt : std::optional(error);
  std::error_code failed;
  fs::path target = path;
  // The file that a link names is renewed, not the link.
  if (fs::path named = fs::canonical(target, failed); !failed) target = named;
  if (fs::exists(target, failed) && !fs::is_regular_file(target, failed)) {
    File device(std::fopen(path.c_str(), "wb"));
    return device && write_all(device.get(), text) ? std::nullopt : std::optional(error);
  }
  fs::path fresh = target;
  fresh += "." + std::to_string(getpid()) + ".new";
  {
    File file(std::fopen(fresh.c_str(), "wbx"));
    if (!file) return error;
    if (!write_all(file.get(), text) || fsync(fileno(file.get())) != 0) {
      fs::remove(fresh, failed);
      return error;
    }
  }
  if (fs::file_status old = fs::status(target, failed); fs::exists(old))
    fs::permissions(fresh, old.permissions(), failed);
  fs::rename(fresh, target, failed);
  if (!failed) return std::nullopt;
  fs::remove(fresh, failed);
  return error;
}

std::string file_name(const std::string& path) { return path == "-" ? "standard input" : path; }

std::string report_line(const std::string& path, const Error& error) {
  return file_name(path) + place(error.where) + ": " + error.message + " [" + error.code + "]\n";
}

void report(const std::string& path, const Error& error) {
  std::string line = report_line(path, error);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int fail(const std::string& path, const Error& error) { return report(path, error), kFailed; }

}  // namespace who_says
