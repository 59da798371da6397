#include "cli/tool.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace who_says::test {
namespace {

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

Folder::Folder() {
  path_ = (std::filesystem::temp_directory_path() / "who-says-cli-XXXXXX").string();
  REQUIRE(mkdtemp(path_.data()));
}
Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}
void Folder::write(const std::string& name, std::string_view text) const {
  std::ofstream(path(name), std::ios::binary) << text;
}
std::string Folder::read(const std::string& name) const { return content(path(name)); }
std::string Folder::list() const {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) names.insert(entry.path().filename());
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

Run run_tool(const Folder& folder, const std::string& arguments, std::string_view input) {
  Folder streams;
  streams.write("in", input);
  std::string command = "cd '" + folder.path("") + "' && '" WHO_SAYS_TOOL "' " + arguments + " <'" +
                        streams.path("in") + "' >'" + streams.path("out") + "' 2>'" + streams.path("err") +
                        "'";
  int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return {WEXITSTATUS(status), streams.read("out"), streams.read("err")};
}

std::string project_file(const std::string& name) { return content(WHO_SAYS_SOURCE_DIR "/" + name); }

}  // namespace who_says::test
