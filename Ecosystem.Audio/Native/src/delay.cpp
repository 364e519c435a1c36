#include "torchlight_audio.h"

#include <algorithm>
#include <cmath>

namespace {

template <typename Sample>
void comb(const Sample* x, Sample* y, int64_t length, const int32_t* delays, int64_t period, double decay) {
    for (int64_t n = 0; n < length; n++) {
        const int64_t source = n - delays[n % period];
        y[n] = static_cast<Sample>(static_cast<double>(x[n]) + (source < 0 ? 0.0 : decay * static_cast<double>(y[source])));
    }
}

template <typename Sample>
void comb_transposed(const Sample* x, Sample* y, int64_t length, const int32_t* delays, int64_t period, double decay) {
    if (y != x) {
        std::copy_n(x, length, y);
    }
    for (int64_t n = length - 1; n >= 0; n--) {
        const int64_t source = n - delays[n % period];
        if (source >= 0) {
            y[source] = static_cast<Sample>(static_cast<double>(y[source]) + decay * static_cast<double>(y[n]));
        }
    }
}

// The samples that a result is interpolated between, and their weights.
struct Taps {
    int64_t delay[3];
    double weight[3];
    int count;

    Taps(const tla_delay_line& line, int64_t n) {
        const float delay_now = line.delays[(n + line.offset) % line.period];
        const float whole = std::floor(delay_now);
        const double part = static_cast<double>(delay_now - whole);
        const auto first = static_cast<int64_t>(whole);
        count = line.quadratic != 0 ? 3 : 2;
        for (int k = 0; k < count; k++) {
            delay[k] = (first + k) % line.capacity;
        }
        if (line.quadratic != 0) {
            weight[0] = 1 - 1.5 * part + 0.5 * part * part;
            weight[1] = part * (2 - part);
            weight[2] = 0.5 * part * (part - 1);
        } else {
            weight[0] = 1 - part;
            weight[1] = part;
        }
    }
};

template <typename Sample>
void delay(const Sample* x, Sample* y, int64_t length, const tla_delay_line& line, double* entered) {
    double last = 0;
    for (int64_t n = 0; n < length; n++) {
        entered[n] = static_cast<double>(x[n]) + line.feedback * last;
        const Taps taps(line, n);
        last = 0;
        for (int k = 0; k < taps.count; k++) {
            if (taps.delay[k] <= n) {
                last += taps.weight[k] * entered[n - taps.delay[k]];
            }
        }
        y[n] = static_cast<Sample>(last);
    }
}

template <typename Sample>
void delay_transposed(const Sample* x, Sample* y, int64_t length, const tla_delay_line& line, double* entered) {
    std::fill_n(entered, length + 1, 0.0);
    for (int64_t n = length - 1; n >= 0; n--) {
        const double result = static_cast<double>(x[n]) + line.feedback * entered[n + 1];
        const Taps taps(line, n);
        for (int k = 0; k < taps.count; k++) {
            if (taps.delay[k] <= n) {
                entered[n - taps.delay[k]] += taps.weight[k] * result;
            }
        }
        y[n] = static_cast<Sample>(entered[n]);
    }
}

template <typename Sample>
void run(const Sample* x, Sample* y, int64_t length, const tla_delay_line* line, double* work) {
    if (line->transposed != 0) {
        delay_transposed(x, y, length, *line, work);
    } else {
        delay(x, y, length, *line, work);
    }
}

} // namespace

void tla_comb_f32(const float* x, float* y, int64_t length, const int32_t* delays, int64_t period, double decay, int32_t transposed) {
    (transposed != 0 ? comb_transposed<float> : comb<float>)(x, y, length, delays, period, decay);
}

void tla_comb_f64(const double* x, double* y, int64_t length, const int32_t* delays, int64_t period, double decay,
                  int32_t transposed) {
    (transposed != 0 ? comb_transposed<double> : comb<double>)(x, y, length, delays, period, decay);
}

void tla_delay_f32(const float* x, float* y, int64_t length, const tla_delay_line* line, double* work) {
    run(x, y, length, line, work);
}

void tla_delay_f64(const double* x, double* y, int64_t length, const tla_delay_line* line, double* work) {
    run(x, y, length, line, work);
}
