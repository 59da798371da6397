#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace who_says {

/// Work in passes, one after another, each of many small steps: it can be left after any step and gone on with later, so that a page
/// need not wait for all of it.
///
///     Steps steps;
///     steps.each([&] { return lines.size(); }, [&](size_t i) { read(lines[i]); });
///     steps.once([&] { sort(); });
///     while (!steps.done()) steps.run(100);
class Steps {
 public:
  /// A pass: `step` does a little and says what that was worth, in units of the caller's; 0 = the pass is through.
  void then(std::function<uint32_t()> step) { passes_.push_back(std::move(step)); }
  /// A pass over [0, size()), where size is asked for when the pass begins; each step(i) is worth `worth`.
  void each(std::function<size_t()> size, std::function<void(size_t)> step, uint32_t worth = 1) {
    then([size = std::move(size), step = std::move(step), worth, at = size_t{0}, end = size_t{0},
          begun = false]() mutable -> uint32_t {
      if (!begun) end = size();
      begun = true;
      if (at == end) return 0;
      step(at++);
      return worth;
    });
  }
  /// A pass of one step.
  void once(std::function<void()> step, uint32_t worth = 1) {
    each([] { return size_t{1}; }, [step = std::move(step)](size_t) { step(); }, worth);
  }
  /// The passes of another, behind those that are here.
  void append(Steps more) {
    for (std::function<uint32_t()>& pass : more.passes_) passes_.push_back(std::move(pass));
    for (std::shared_ptr<void>& state : more.states_) states_.push_back(std::move(state));
  }
  /// What the passes work on lives as long as they do.
  void keep(std::shared_ptr<void> state) { states_.push_back(std::move(state)); }

  /// Does about `work` units: more by no more than its last step. Says how many.
  uint64_t run(uint64_t work) {
    uint64_t did = 0;
    while (did < work && !done())
      if (uint32_t worth = passes_[pass_]())
        did += worth;
      else
        passes_[pass_++] = nullptr;  // and what it holds
    return did;
  }
  void finish() {
    while (!done()) run(UINT64_MAX);
  }
  bool done() const { return pass_ == passes_.size(); }

 private:
  std::vector<std::function<uint32_t()>> passes_;
  size_t pass_ = 0;
  std::vector<std::shared_ptr<void>> states_;
};

/// Steps that make what all share, done by whoever comes first, on any thread.
class SharedSteps {
 public:
  /// As Steps::run(); 0 = all is done.
  uint64_t run(uint64_t work) {
    std::lock_guard<std::mutex> lock(mutex_);
    return steps.run(work);
  }
  void finish() {
    std::lock_guard<std::mutex> lock(mutex_);
    steps.finish();
  }

  Steps steps;  ///< to be filled before others see it

 private:
  std::mutex mutex_;
};

}  // namespace who_says
