#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "classroom/grade.h"

namespace who_says {

/// Half-open span of an article's words (text/segment.h): edge punctuation and quotation marks are no words, and a word that is
/// touched is marked as a whole.
///
///     He said: “The bridge closes in May.”
///     0  1       2   3      4      5  6
using WordSpan = Range;

/// An article's words, prepared for many marks.
class ArticleWords {
 public:
  explicit ArticleWords(std::u16string_view text);
  std::u16string_view text() const { return text_; }
  const std::vector<Range>& words() const { return words_; }
  /// The words that a stretch of the text touches; empty when there is none.
  WordSpan touched(Range range) const;
  /// The stretch from the first to the last of them.
  Range range_of(WordSpan span) const;
  /// Where a mark stands: at its position if its words stand there, else at the nearest place where they do.
  std::optional<Range> locate(const Selector& selector) const;

 private:
  std::u16string_view text_;
  std::vector<Range> words_;
};

/// Words in both / words in either.
double overlap(WordSpan a, WordSpan b);
/// 1 from an overlap of 0.5, 0 up to 0.2, linear between: annotators of one mind differ by some words at the edges.
double credit_of(double overlap);

/// Grades a highlight. Pupil's marks and the key's are paired one to one, so that the sum of credits is largest, then that of overlaps
/// (assignment.h). A mark over just two claims that nobody else has, and that are at least half of it, gives half for each: "this
/// holds two claims". What is paired with nothing is extra; extra marks count like claims that were not found, so that
///
///     share of the points = sum of credits / (claims of the key + extra marks)
///
/// and marking everything gives next to nothing. A mark that holds a whole claim and at most three words more at each end, but no half of
/// another claim in these, is found whatever its overlap: three words too many are the same slip beside a claim of four words as beside one
/// of twelve, and the overlap alone would count them as half of the short one. No extra: a mark at least half of which lies in claims (a piece, or a second mark
/// of one: "repeated"), and one on an optional mark of the key. With Task::by_sentence whole sentences are compared: one is marked, or wanted,
/// when at least half of its words or half of the mark lie in it.
TaskGrade grade_marks(const Task& task, const ArticleWords& article, const KeyAnswer& key,
                      const Answer* answer);

}  // namespace who_says
