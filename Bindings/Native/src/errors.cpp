#include "shim.h"

#include <c10/util/Exception.h>
#include <c10/util/Logging.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>

namespace torchlight {
namespace {

thread_local std::string last_message;
thread_local std::string last_backtrace;
thread_local std::shared_ptr<ManagedFailure> last_failure;

// Assigning may itself run out of memory; an error must still come out of it.
int32_t keep(int32_t code, const char* message, const char* backtrace) noexcept {
    try {
        last_message = message;
        last_backtrace = backtrace;
    } catch (...) {
        last_message.clear();
        last_backtrace.clear();
        return TL_OUT_OF_MEMORY;
    }
    return code;
}

// Naming the frames takes longer than most programs run: done when asked for, as Python does.
const bool backtrace_is_wanted = [] {
    const bool wanted = std::getenv("TORCH_SHOW_CPP_STACKTRACES") != nullptr;
#if !TL_TORCH_AT_LEAST(2, 4)
    // These versions name them while they throw, which takes milliseconds; later ones wait until somebody asks.
    if (!wanted) {
        c10::SetStackTraceFetcher([] { return std::string(); });
    }
#endif
    return wanted;
}();

int32_t keep(int32_t code, const c10::Error& error) noexcept {
    try {
        last_message = error.what_without_backtrace();
        last_backtrace.clear();
        if (backtrace_is_wanted) {
#if TL_TORCH_AT_LEAST(2, 4)
            last_backtrace = error.backtrace() ? error.backtrace()->get() : std::string();
#else
            last_backtrace = error.backtrace();
#endif
        }
    } catch (...) {
        return keep(code, error.what_without_backtrace(), "");
    }
    return code;
}

// Some errors have no type of their own in older versions: the allocators' messages tell them.
int32_t code_of(const c10::Error& error) noexcept {
    const char* text = error.what_without_backtrace();
    const bool memory = std::strstr(text, "out of memory") != nullptr || std::strstr(text, "not enough memory") != nullptr ||
                        std::strstr(text, "can't allocate memory") != nullptr;
    return memory ? TL_OUT_OF_MEMORY : TL_ERROR;
}

} // namespace

int32_t keep_current_exception() noexcept {
    try {
        throw;
    } catch (const ManagedError& error) {
        last_failure = error.failure;
        return keep(TL_MANAGED_ERROR, error.what(), "");
    } catch (const c10::IndexError& error) {
        return keep(TL_INDEX_ERROR, error);
    } catch (const c10::ValueError& error) {
        return keep(TL_VALUE_ERROR, error);
    } catch (const c10::TypeError& error) {
        return keep(TL_TYPE_ERROR, error);
    } catch (const c10::NotImplementedError& error) {
        return keep(TL_NOT_IMPLEMENTED, error);
    } catch (const c10::LinAlgError& error) {
        return keep(TL_LINALG_ERROR, error);
    } catch (const c10::OutOfMemoryError& error) {
        return keep(TL_OUT_OF_MEMORY, error);
#if TL_TORCH_AT_LEAST(2, 0)
    } catch (const c10::DistError& error) {
        return keep(TL_DISTRIBUTED_ERROR, error);
#endif
    } catch (const c10::Error& error) {
        return keep(code_of(error), error);
    } catch (const std::bad_alloc& error) {
        return keep(TL_OUT_OF_MEMORY, error.what(), "");
    } catch (const std::out_of_range& error) {
        return keep(TL_INDEX_ERROR, error.what(), "");
    } catch (const std::invalid_argument& error) {
        return keep(TL_VALUE_ERROR, error.what(), "");
    } catch (const std::exception& error) {
        return keep(TL_ERROR, error.what(), "");
    } catch (...) {
        return keep(TL_ERROR, "libtorch threw something that is not a std::exception", "");
    }
}

int32_t fail(int32_t code, std::string message) noexcept {
    return keep(code, message.c_str(), "");
}

} // namespace torchlight

const char* tl_error_message() {
    return torchlight::last_message.c_str();
}

const char* tl_error_backtrace() {
    return torchlight::last_backtrace.c_str();
}

void* tl_error_managed() {
    const auto failure = std::exchange(torchlight::last_failure, nullptr);
    return failure ? std::exchange(failure->object, nullptr) : nullptr;
}

const char* tl_libtorch_version() {
    return TORCH_VERSION;
}

const char* tl_abi() {
    return TL_ABI;
}
