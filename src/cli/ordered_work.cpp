#include "cli/ordered_work.h"

#include <utility>

namespace who_says {
namespace {

// Enough that no thread waits for the one before it, little enough that memory stays small.
constexpr size_t kMostTasksEach = 8;
constexpr size_t kMostBytesEach = size_t{8} << 20;

}  // namespace

OrderedWork::OrderedWork(unsigned threads, Work work, Write write)
    : work_(std::move(work)), write_(std::move(write)) {
  threads_.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work_on_lines(); });
}

OrderedWork::~OrderedWork() { finish(); }

bool OrderedWork::put(Line line) {
  std::unique_lock lock(mutex_);
  has_room_.wait(lock, [&] {
    bool fits = tasks_.size() < kMostTasksEach * threads_.size() && bytes_ < kMostBytesEach * threads_.size();
    return stopped_ || tasks_.empty() || fits;
  });
  if (stopped_) return false;
  bytes_ += line.text.size();
  tasks_.push_back({std::move(line), {}, false});
  has_work_.notify_one();
  return true;
}

bool OrderedWork::finish() {
  {
    std::lock_guard lock(mutex_);
    ended_ = true;
    has_work_.notify_all();
  }
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
  return !stopped_;
}

void OrderedWork::work_on_lines() {
  std::unique_lock lock(mutex_);
  for (;;) {
    has_work_.wait(lock, [&] { return stopped_ || ended_ || taken_ < tasks_.size(); });
    if (stopped_ || taken_ == tasks_.size()) return;
    Task& task = tasks_[taken_++];
    lock.unlock();
    Answer answer = work_(task.line);
    lock.lock();
    task.answer = std::move(answer);
    task.ready = true;
    write_ready();
  }
}

// Whoever ends the first of the waiting lines writes it and those after it that are ready. The lock is held: a slow reader of our
// output slows everything, which is what bounds the memory.
void OrderedWork::write_ready() {
  while (!stopped_ && !tasks_.empty() && tasks_.front().ready) {
    stopped_ = !write_(tasks_.front().answer);
    bytes_ -= tasks_.front().line.text.size();
    tasks_.pop_front();
    --taken_;
    has_room_.notify_one();
  }
  if (stopped_) {
    has_work_.notify_all();
    has_room_.notify_all();
  }
}

}  // namespace who_says
