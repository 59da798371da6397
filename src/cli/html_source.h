#pragma once

#include <string>
#include <string_view>

namespace who_says {

/// A file holds HTML by its name, or by how its text begins.
bool is_html(std::string_view file_name, std::string_view text);

/// HTML (UTF-8) in a form from which Gumbo makes the tree that browsers make of the original. Lines stay where they are.
std::string html_for_gumbo(std::string_view html);
/// The text of a node of that tree.
std::u16string text_from_gumbo(std::string_view text);

}  // namespace who_says
