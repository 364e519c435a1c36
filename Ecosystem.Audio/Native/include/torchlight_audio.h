/*
 * torchlight_audio: recursive filters and delays, whose every sample needs those before it.
 *
 * The C ABI behind torchaudio.functional.lfilter and its kin. Knows nothing of libtorch: signals are rows of contiguous samples, one
 * call filters one row. Functions are reentrant, keep no state, allocate nothing and cannot fail.
 *
 * Single-precision signals are filtered in double precision and rounded once per sample: the recursion is bound by latency, which is
 * the same for both, and low-frequency filters lose several digits otherwise.
 */
#ifndef TORCHLIGHT_AUDIO_H
#define TORCHLIGHT_AUDIO_H

#include <stdint.h>

#if defined(_WIN32)
#  if defined(TORCHLIGHT_AUDIO_BUILD)
#    define TLA_API __declspec(dllexport)
#  else
#    define TLA_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define TLA_API __attribute__((visibility("default")))
#else
#  define TLA_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a signature below changes; the managed side refuses another number. */
#define TLA_ABI_VERSION 1

TLA_API int32_t tla_abi_version(void);

/* y[n] = sum over k < taps of b[k] x[n - k], less the sum over 0 < k < taps of a[k] y[n - k]; samples before the first are zeros.
   Coefficients are divided by a[0] beforehand, which is not read. `y` may be `x`. `reversed`, if not 0, runs from the last sample to
   the first: n - k becomes n + k. `history` holds 4 * taps doubles of working memory. */
TLA_API void tla_lfilter_f32(const float* x, const double* a, const double* b, float* y, int64_t length, int32_t taps, int32_t reversed,
                             double* history);
TLA_API void tla_lfilter_f64(const double* x, const double* a, const double* b, double* y, int64_t length, int32_t taps,
                             int32_t reversed, double* history);

/* A feedback comb whose delay changes from sample to sample: y[n] = x[n] + decay y[n - delay[n mod period]], delays from 1 up;
   samples before the first are zeros. `transposed`, if not 0, computes the comb's gradient, y being that of x. `y` may be `x`. */
TLA_API void tla_comb_f32(const float* x, float* y, int64_t length, const int32_t* delays, int64_t period, double decay,
                          int32_t transposed);
TLA_API void tla_comb_f64(const double* x, double* y, int64_t length, const int32_t* delays, int64_t period, double decay,
                          int32_t transposed);

/* A delay that changes continuously, with feedback. */
typedef struct tla_delay_line {
    const float* delays; /* in samples, from 0 up; the delay at sample n is delays[(n + offset) mod period] */
    int64_t period;
    int64_t offset;
    int64_t capacity;  /* what the line holds: delays count modulo this; at least the largest one, rounded down, plus 2 */
    int32_t quadratic; /* not 0: interpolates between three samples, not two */
    int32_t transposed; /* not 0: computes the gradient, y being that of x */
    double feedback;   /* the part of each result that joins the next input */
} tla_delay_line;

/* y[n] = s interpolated at n - delay, where s[n] = x[n] + feedback y[n - 1]. `work` holds length + 1 doubles. `y` may be `x`. */
TLA_API void tla_delay_f32(const float* x, float* y, int64_t length, const tla_delay_line* line, double* work);
TLA_API void tla_delay_f64(const double* x, double* y, int64_t length, const tla_delay_line* line, double* work);

#ifdef __cplusplus
}
#endif

#endif
