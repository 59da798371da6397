#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace who_says {

/// Works on lines with several threads and hands the answers out in the lines' order. Memory is bounded: put() waits while too
/// many lines are under way.
class OrderedWork {
 public:
  struct Line {
    size_t file = 0;    ///< which input it is from
    size_t number = 0;  ///< in that input, from 1
    std::string text;
  };
  struct Answer {
    std::string out;      ///< for standard output; may be empty
    std::string problem;  ///< for standard error; empty = none
  };
  using Work = std::function<Answer(const Line&)>;   ///< called by several threads at a time
  using Write = std::function<bool(const Answer&)>;  ///< called by one at a time, in order; false = stop

  OrderedWork(unsigned threads, Work work, Write write);
  ~OrderedWork();
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  /// False: no more lines are wanted, since writing said so.
  bool put(Line line);
  /// Waits until all lines are answered and written. False: writing said stop. Nothing may be put afterwards.
  bool finish();

 private:
  struct Task {
    Line line;
    Answer answer;
    bool ready = false;
  };
  void work_on_lines();
  void write_ready();

  Work work_;
  Write write_;
  std::mutex mutex_;  // guards all that follows
  std::condition_variable has_work_, has_room_;
  std::deque<Task> tasks_;  // in order; references stay good while others come and go at the ends
  size_t taken_ = 0;        // of tasks_, how many a thread has begun
  size_t bytes_ = 0;        // of their lines
  bool ended_ = false, stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace who_says
