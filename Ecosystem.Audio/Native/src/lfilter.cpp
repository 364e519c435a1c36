// Direct form I. Up to eight taps the past lives in registers; longer filters keep it in a ring that is stored twice, so that any
// stretch of it is contiguous.
#include "torchlight_audio.h"

#include <algorithm>
#include <cstring>

namespace {

template <typename Sample, int Taps>
void filter_short(const Sample* x, const double* a, const double* b, Sample* y, int64_t length, int64_t step) {
    double numerator[Taps], denominator[Taps], inputs[Taps] = {}, outputs[Taps] = {};
    for (int k = 0; k < Taps; k++) {
        numerator[k] = b[k];
        denominator[k] = a[k];
    }
    for (int64_t n = 0; n < length; n++, x += step, y += step) {
        for (int k = Taps - 1; k > 0; k--) {
            inputs[k] = inputs[k - 1];
        }
        inputs[0] = static_cast<double>(*x);
        double sum = 0;
        for (int k = 0; k < Taps; k++) {
            sum += numerator[k] * inputs[k];
        }
        // The latest output comes last: all else is ready by the time that it is.
        for (int k = Taps - 1; k > 0; k--) {
            sum -= denominator[k] * outputs[k - 1];
        }
        for (int k = Taps - 1; k > 0; k--) {
            outputs[k] = outputs[k - 1];
        }
        outputs[0] = sum;
        *y = static_cast<Sample>(sum);
    }
}

double dot(const double* left, const double* right, int64_t count) {
    // Four sums side by side, which the compiler may keep in one vector.
    double sums[4] = {};
    int64_t k = 0;
    for (; k + 4 <= count; k += 4) {
        for (int lane = 0; lane < 4; lane++) {
            sums[lane] += left[k + lane] * right[k + lane];
        }
    }
    double rest = 0;
    for (; k < count; k++) {
        rest += left[k] * right[k];
    }
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + rest;
}

// `past` holds the newest value first: at `at`, then at + 1, and so on. Writing goes downwards; at the bottom the newest taps - 1
// values move to the top.
template <typename Sample>
void filter_long(const Sample* x, const double* a, const double* b, Sample* y, int64_t length, int32_t taps, int64_t step,
                 double* history) {
    double* inputs = history;
    double* outputs = history + 2 * static_cast<int64_t>(taps);
    std::fill_n(history, 4 * static_cast<int64_t>(taps), 0.0);
    int64_t at = taps;
    for (int64_t n = 0; n < length; n++, x += step, y += step) {
        if (at == 0) {
            std::memcpy(inputs + taps, inputs, static_cast<size_t>(taps) * sizeof(double));
            std::memcpy(outputs + taps, outputs, static_cast<size_t>(taps) * sizeof(double));
            at = taps;
        }
        at--;
        inputs[at] = static_cast<double>(*x);
        const double sum = dot(b, inputs + at, taps) - dot(a + 1, outputs + at + 1, taps - 1);
        outputs[at] = sum;
        *y = static_cast<Sample>(sum);
    }
}

template <typename Sample>
void filter(const Sample* x, const double* a, const double* b, Sample* y, int64_t length, int32_t taps, int32_t reversed,
            double* history) {
    if (length <= 0 || taps <= 0) {
        return;
    }
    const int64_t step = reversed != 0 ? -1 : 1;
    if (reversed != 0) {
        x += length - 1;
        y += length - 1;
    }
    switch (taps) {
    case 1: return filter_short<Sample, 1>(x, a, b, y, length, step);
    case 2: return filter_short<Sample, 2>(x, a, b, y, length, step);
    case 3: return filter_short<Sample, 3>(x, a, b, y, length, step);
    case 4: return filter_short<Sample, 4>(x, a, b, y, length, step);
    case 5: return filter_short<Sample, 5>(x, a, b, y, length, step);
    case 6: return filter_short<Sample, 6>(x, a, b, y, length, step);
    case 7: return filter_short<Sample, 7>(x, a, b, y, length, step);
    case 8: return filter_short<Sample, 8>(x, a, b, y, length, step);
    default: return filter_long(x, a, b, y, length, taps, step, history);
    }
}

} // namespace

int32_t tla_abi_version(void) {
    return TLA_ABI_VERSION;
}

void tla_lfilter_f32(const float* x, const double* a, const double* b, float* y, int64_t length, int32_t taps, int32_t reversed,
                     double* history) {
    filter(x, a, b, y, length, taps, reversed, history);
}

void tla_lfilter_f64(const double* x, const double* a, const double* b, double* y, int64_t length, int32_t taps, int32_t reversed,
                     double* history) {
    filter(x, a, b, y, length, taps, reversed, history);
}
