// Hold model on std::priority_queue with sequence numbers, so that ties leave in the order in which they came.
// Arguments: events pending, holds. Prints nanoseconds per hold.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <vector>

struct Event {
  double time;
  uint64_t sequence;
  uint32_t id;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time > b.time || (a.time == b.time && a.sequence > b.sequence);
  }
};

int main(int, char** arguments) {
  const int pending = atoi(arguments[1]);
  const int holds = atoi(arguments[2]);
  const size_t mask = (1 << 20) - 1;
  std::vector<double> increments(mask + 1);
  uint64_t state = 88172645463325252ULL;
  for (auto& increment : increments) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    increment = -std::log(1 - (state >> 11) * 0x1p-53);
  }
  std::priority_queue<Event, std::vector<Event>, Later> queue;
  uint64_t next = 0;
  uint64_t sequence = 0;
  double sum = 0;
  for (int i = 0; i < pending; i++) queue.push({increments[next++ & mask], sequence++, (uint32_t)i});
  auto hold = [&](int times) {
    for (int i = 0; i < times; i++) {
      const Event event = queue.top();
      queue.pop();
      sum += event.time;
      queue.push({event.time + increments[next++ & mask], sequence++, event.id});
    }
  };
  hold(holds);
  const auto start = std::chrono::steady_clock::now();
  hold(holds);
  const double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count();
  std::printf("{\"nanoseconds\": %.2f, \"sum\": %.17g}\n", ns / holds, sum);
}
