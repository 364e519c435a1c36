// What runs and how long it takes, through libtorch's own hooks around operators: the same on every version, with and without Kineto.
#include "shim.h"
#include "torchlight_profiler.h"

#include <ATen/record_function.h>
#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <sstream>
#include <unordered_map>
#include <vector>

using torchlight::guarded;

namespace {

int64_t now() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// What one recording gathers. Operators of any thread write to it.
class Session {
  public:
    explicit Session(bool with_shapes) : shapes(with_shapes), started(now()) {}

    size_t begin(const at::RecordFunction& function, const std::string& described) {
        tl_profiler_event event{};
        event.end = -1;
        event.thread = static_cast<int64_t>(at::RecordFunction::currentThreadId());
        event.sequence = function.seqNr();
        event.forward_thread = static_cast<int64_t>(function.forwardThreadId());
        event.scope = static_cast<int32_t>(function.scope());
        const std::lock_guard<std::mutex> lock(gate);
        event.name = intern(function.name());
        event.shapes = described.empty() ? -1 : intern(described);
        // Last, so that what was done here counts as little as possible.
        event.start = now();
        events.push_back(event);
        return events.size() - 1;
    }

    void end(size_t index) {
        const int64_t time = now();
        const std::lock_guard<std::mutex> lock(gate);
        events[index].end = time;
    }

    void allocation(int64_t bytes, c10::Device device) {
        tl_profiler_event event{};
        event.start = event.end = now();
        event.thread = static_cast<int64_t>(at::RecordFunction::currentThreadId());
        event.sequence = -1;
        event.bytes = bytes;
        event.shapes = -1;
        event.scope = -1;
        event.device = static_cast<int32_t>(device.type());
        const std::lock_guard<std::mutex> lock(gate);
        event.name = intern("[memory]");
        events.push_back(event);
    }

    void hand_out(tl_profiler_event** result, int64_t* count, char** names) {
        const std::lock_guard<std::mutex> lock(gate);
        auto* copy = static_cast<tl_profiler_event*>(std::malloc((events.size() + 1) * sizeof(tl_profiler_event)));
        auto* letters = static_cast<char*>(std::malloc(text.size() + 1));
        if (copy == nullptr || letters == nullptr) {
            std::free(copy);
            std::free(letters);
            throw std::bad_alloc();
        }
        if (!events.empty()) {
            std::memcpy(copy, events.data(), events.size() * sizeof(tl_profiler_event));
        }
        std::memcpy(letters, text.c_str(), text.size() + 1);
        *result = copy;
        *count = static_cast<int64_t>(events.size());
        *names = letters;
    }

    const bool shapes;
    const int64_t started;

  private:
    int32_t intern(const std::string& word) {
        const auto found = places.find(word);
        if (found != places.end()) {
            return found->second;
        }
        TORCH_CHECK(text.size() + word.size() < static_cast<size_t>(std::numeric_limits<int32_t>::max()), "the names are too long");
        const auto place = static_cast<int32_t>(text.size());
        text.append(word).push_back('\0');
        places.emplace(word, place);
        return place;
    }

    std::mutex gate;
    std::vector<tl_profiler_event> events;
    std::string text;
    std::unordered_map<std::string, int32_t> places;
};

// Ties a running operator to the session that it began in, which may be over before it is.
struct Running : at::ObserverContext {
    Running(std::shared_ptr<Session> into, size_t place) : session(std::move(into)), index(place) {}
    std::shared_ptr<Session> session;
    size_t index;
};

struct MemoryReports : c10::MemoryReportingInfoBase {
    explicit MemoryReports(std::shared_ptr<Session> into) : session(std::move(into)) {}
    bool memoryProfilingEnabled() const override { return true; }
#if TL_TORCH_AT_LEAST(2, 0)
    void reportMemoryUsage(void*, int64_t bytes, size_t, size_t, c10::Device device) override { session->allocation(bytes, device); }
#else
    void reportMemoryUsage(void*, int64_t bytes, int64_t, int64_t, c10::Device device) override { session->allocation(bytes, device); }
#endif
    std::shared_ptr<Session> session;
};

std::mutex session_gate;
std::shared_ptr<Session> session;
at::CallbackHandle callback = 0;
bool reports_memory = false;

std::string describe(const at::RecordFunction& function) {
    std::ostringstream out;
    out << '[';
    const char* separator = "";
    for (const auto& input : function.inputs()) {
        out << separator;
        separator = ", ";
        if (input.isTensor() && input.toTensor().defined() && !input.toTensor().is_nested()) {
            const auto sizes = input.toTensor().sizes();
            out << '[';
            for (size_t i = 0; i < sizes.size(); i++) {
                out << (i == 0 ? "" : ", ") << sizes[i];
            }
            out << ']';
        } else {
            out << "[]";
        }
    }
    out << ']';
    return out.str();
}

std::unique_ptr<at::ObserverContext> operator_begins(const at::RecordFunction& function) {
    std::shared_ptr<Session> into;
    {
        const std::lock_guard<std::mutex> lock(session_gate);
        into = session;
    }
    if (!into) {
        return nullptr;
    }
    const size_t index = into->begin(function, into->shapes ? describe(function) : std::string());
    return std::make_unique<Running>(std::move(into), index);
}

void operator_ends(const at::RecordFunction&, at::ObserverContext* context) {
    if (auto* running = static_cast<Running*>(context)) {
        running->session->end(running->index);
    }
}

} // namespace

int32_t tl_profiler_start(uint8_t record_shapes, uint8_t profile_memory) {
    return guarded([&] {
        const std::lock_guard<std::mutex> lock(session_gate);
        TORCH_CHECK(!session, "a profiler is running already; there is one for the process");
        auto made = std::make_shared<Session>(record_shapes != 0);
        if (profile_memory != 0) {
            c10::ThreadLocalDebugInfo::_push(c10::DebugInfoKind::PROFILER_STATE, std::make_shared<MemoryReports>(made));
        }
        reports_memory = profile_memory != 0;
        callback = at::addGlobalCallback(at::RecordFunctionCallback(operator_begins, operator_ends).needsInputs(made->shapes).needsIds(true));
        session = std::move(made);
    });
}

int32_t tl_profiler_stop(tl_profiler_event** events, int64_t* count, char** text, int64_t* started) {
    *events = nullptr;
    *text = nullptr;
    *count = 0;
    return guarded([&] {
        std::shared_ptr<Session> finished;
        {
            const std::lock_guard<std::mutex> lock(session_gate);
            TORCH_CHECK(session, "no profiler is running");
            if (reports_memory) {
                TORCH_CHECK(c10::ThreadLocalDebugInfo::get(c10::DebugInfoKind::PROFILER_STATE) != nullptr,
                            "a profiler of memory is stopped on the thread that started it");
                c10::ThreadLocalDebugInfo::_pop(c10::DebugInfoKind::PROFILER_STATE);
            }
            at::removeCallback(callback);
            finished = std::move(session);
            session = nullptr;
        }
        *started = finished->started;
        finished->hand_out(events, count, text);
    });
}

uint8_t tl_profiler_running() {
    const std::lock_guard<std::mutex> lock(session_gate);
    return session ? 1 : 0;
}

int32_t tl_profiler_range_new(const char* name, void** range) {
    *range = nullptr;
    return guarded([&] {
        auto made = std::make_unique<at::RecordFunction>(at::RecordScope::USER_SCOPE);
        if (made->isActive()) {
            made->before(std::string(name));
        }
        *range = made.release();
    });
}

void tl_profiler_range_end(void* range) {
    delete static_cast<at::RecordFunction*>(range);
}
