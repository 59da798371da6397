// Cuts a text where its lists and objects begin and end, as far as they are long; everything shorter is parse_part's.

#include <algorithm>

#include "model/json.h"

namespace who_says {

JsonParser::JsonParser(std::string_view text, size_t most_bytes, size_t most_depth, size_t whole)
    : text_(text), most_bytes_(most_bytes), most_depth_(most_depth), whole_(whole) {
  if (text.size() > most_bytes) state_ = State::refused;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
}

bool JsonParser::read(size_t bytes) {
  size_t end = bytes < text_.size() - at_ ? at_ + bytes : text_.size() + 1;
  while ((state_ == State::before || state_ == State::within) && at_ < end)
    if (!step()) state_ = State::refused;
  return state_ == State::over || state_ == State::refused;
}

Result<Json> JsonParser::take() {
  if (state_ == State::refused) return parse_json(text_, most_bytes_, most_depth_);
  return std::move(root_);
}

/// On to the next value, comma or end. False when there is none.
bool JsonParser::step() {
  skip_space();
  if (state_ == State::before) {
    state_ = State::within;
    return begin(root_, 0, true);
  }
  if (!open_.empty()) return inside();
  state_ = State::over;
  return at_ == text_.size();
}

bool JsonParser::inside() {
  Open& open = open_.back();
  bool is_list = open.value->is_array();
  if (stands(is_list ? ']' : '}')) {
    ++at_;
    open_.pop_back();
    return true;
  }
  if (!open.is_new) {
    if (!stands(',')) return false;
    ++at_;
    skip_space();
  }
  open.is_new = false;
  if (is_list) return begin(open.value->emplace_back(), open.depth, true);
  if (!stands('"') || ++open.members > kMostMembers) return false;
  size_t end = end_of_value();
  std::optional<Json> key = parse_part(text_.substr(at_, end - at_), most_depth_, open.depth, false);
  at_ = end;
  skip_space();
  if (!key || !stands(':')) return false;
  ++at_;
  skip_space();
  return begin((*open.value)[key->get_ref<const std::string&>()], open.depth, false);
}

/// A value: as a whole if it is short, else up to what it holds first.
bool JsonParser::begin(Json& value, size_t depth, bool in_list) {
  size_t end = end_of_value();
  if (end == text_.npos) {
    bool is_object = stands('{');
    if (is_object || in_list) ++depth;
    if (depth > most_depth_) return false;
    value = is_object ? Json::object() : Json::array();
    open_.push_back({&value, depth});
    ++at_;
    return true;
  }
  std::optional<Json> whole = parse_part(text_.substr(at_, end - at_), most_depth_, depth, in_list);
  if (!whole) return false;
  value = std::move(*whole);
  at_ = end;
  return true;
}

/// Where the value that begins here ends, if it is well formed; npos for a list or object of more than `whole_` bytes.
size_t JsonParser::end_of_value() const {
  size_t depth = 0;
  bool in_string = false;
  for (size_t i = at_; i < text_.size(); ++i) {
    char c = text_[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth > 0) --depth;
    } else if (depth == 0) {
      // A number or a word; nothing for any other letter, which is then refused.
      return std::min(text_.find_first_not_of("+-.0123456789Eaeflnrstu", i), text_.size());
    }
    if (depth == 0 && !in_string) return i + 1;
    if (depth > 0 && i - at_ >= whole_) return text_.npos;
  }
  return text_.size();
}

void JsonParser::skip_space() { at_ = std::min(text_.find_first_not_of(" \t\n\r", at_), text_.size()); }

}  // namespace who_says
