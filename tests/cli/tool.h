#pragma once

#include <string>
#include <string_view>

namespace who_says::test {

/// A folder of its own, gone at the end. Files are named without it.
class Folder {
 public:
  Folder();
  ~Folder();
  std::string path(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, std::string_view text) const;
  std::string read(const std::string& name) const;
  /// Names of all that lies in it, in order, by ", ".
  std::string list() const;

 private:
  std::string path_;
};

struct Run {
  int code;
  std::string out, err;
};
/// Runs the tool in a folder. `arguments` as in a shell; `input` is its standard input.
Run run_tool(const Folder& folder, const std::string& arguments, std::string_view input = "");

/// A file of the project.
std::string project_file(const std::string& name);

}  // namespace who_says::test
