// C++'s side of the benchmarks. Reads lines "<case> <iterations>", runs the case that often, and answers with one line: the seconds it took.
// With "first-tensor" on the command line it makes one tensor and prints its own peak memory in kilobytes.
#include <sys/resource.h>
#include <torch/torch.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <map>
#include <string>

namespace {

template <class Body>
double timed(std::int64_t iterations, Body body) {
  const auto start = std::chrono::steady_clock::now();
  for (std::int64_t i = 0; i < iterations; ++i) {
    body();
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double add(std::int64_t iterations) {
  const auto a = torch::ones({2, 2});
  const auto b = torch::ones({2, 2});
  return timed(iterations, [&] { auto c = a + b; });
}

double mlp(std::int64_t iterations) {
  torch::set_num_threads(1);
  torch::manual_seed(1);
  torch::nn::Sequential net(torch::nn::Linear(784, 128), torch::nn::ReLU(), torch::nn::Linear(128, 64), torch::nn::ReLU(),
                            torch::nn::Linear(64, 10));
  torch::optim::SGD optimizer(net->parameters(), torch::optim::SGDOptions(0.01));
  const auto x = torch::randn({64, 784});
  const auto y = torch::randint(0, 10, {64}, torch::kLong);
  return timed(iterations, [&] {
    optimizer.zero_grad();
    torch::nn::functional::cross_entropy(net->forward(x), y).backward();
    optimizer.step();
  });
}

}  // namespace

int main(int count, char** words) {
  if (count > 1 && std::string(words[1]) == "first-tensor") {
    torch::ones({2, 2});
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << usage.ru_maxrss << std::endl;
    return 0;
  }

  const std::map<std::string, std::function<double(std::int64_t)>> cases{{"add", add}, {"mlp", mlp}};
  std::string name;
  std::int64_t iterations = 0;
  while (std::cin >> name >> iterations) {
    std::cout << cases.at(name)(iterations) << std::endl;
  }
}
