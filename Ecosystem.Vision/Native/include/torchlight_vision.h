/*
 * torchlight_vision: image files to planar bytes and back.
 *
 * The C ABI behind torchvision.io. Pictures are uint8 planes one after the other (channels x height x width), the
 * layout of a contiguous image tensor. Every function is reentrant, keeps no state and never ends the process: it
 * returns a tlv_status and, when that is not TLV_OK, leaves one line of UTF-8 text in `message`.
 */
#ifndef TORCHLIGHT_VISION_H
#define TORCHLIGHT_VISION_H

#include <stdint.h>

#if defined(_WIN32)
#  if defined(TORCHLIGHT_VISION_BUILD)
#    define TLV_API __declspec(dllexport)
#  else
#    define TLV_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define TLV_API __attribute__((visibility("default")))
#else
#  define TLV_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a signature or a structure below changes; the managed side refuses another number. */
#define TLV_ABI_VERSION 1

typedef enum tlv_status {
    TLV_OK = 0,
    TLV_INVALID_ARGUMENT = 1, /* the caller's mistake: a null pointer, a mode or quality out of range, a short buffer */
    TLV_UNKNOWN_FORMAT = 2,   /* the bytes are no picture that this library knows */
    TLV_TRUNCATED = 3,        /* the data end before the picture does */
    TLV_CORRUPT = 4,          /* the codec refuses the data */
    TLV_TOO_LARGE = 5,        /* more pixels than tlv_decode_options.max_pixels, or than the format can hold */
    TLV_UNSUPPORTED = 6,      /* a known format, or a variant of one, that is not read */
    TLV_OUT_OF_MEMORY = 7,
    TLV_INTERNAL = 8
} tlv_status;

typedef enum tlv_format {
    TLV_FORMAT_UNKNOWN = 0,
    TLV_FORMAT_JPEG = 1,
    TLV_FORMAT_PNG = 2,
    TLV_FORMAT_WEBP = 3
} tlv_format;

/* torchvision.io.ImageReadMode, number for number. */
typedef enum tlv_mode {
    TLV_MODE_UNCHANGED = 0,
    TLV_MODE_GRAY = 1,
    TLV_MODE_GRAY_ALPHA = 2,
    TLV_MODE_RGB = 3,
    TLV_MODE_RGB_ALPHA = 4
} tlv_mode;

/* Twice the size at which Pillow warns of a decompression bomb, which is where Pillow stops. */
#define TLV_DEFAULT_MAX_PIXELS INT64_C(357913940)

typedef struct tlv_decode_options {
    int64_t max_pixels;        /* 0 stands for TLV_DEFAULT_MAX_PIXELS */
    int32_t mode;              /* tlv_mode */
    int32_t apply_orientation; /* not 0: turn the picture as its EXIF orientation asks */
    int32_t scale_eighths;     /* JPEG only: decode at n/8 of the size, 1 to 8; 0 stands for 8; others ignore it */
    int32_t reserved;
} tlv_decode_options;

typedef struct tlv_image {
    int32_t format;           /* tlv_format */
    int32_t stored_width;     /* as the file says, before scaling and turning */
    int32_t stored_height;
    int32_t stored_channels;  /* 1 for a palette */
    int32_t stored_bit_depth; /* bits per channel */
    int32_t orientation;      /* EXIF, 1 to 8; 1 where the file has none */
    int32_t width;            /* what tlv_decode writes under the same options */
    int32_t height;
    int32_t channels;
} tlv_image;

typedef struct tlv_encode_options {
    int32_t format;   /* tlv_format */
    int32_t quality;  /* JPEG 1 to 100; WebP 0 to 100 */
    int32_t lossless; /* WebP: keep every value, those under alpha 0 too */
    int32_t level;    /* PNG: zlib level 0 to 9 */
} tlv_encode_options;

TLV_API int32_t tlv_abi_version(void);

/* Reads the header only. `options` may be null. */
TLV_API int32_t tlv_probe(const uint8_t* data, int64_t size, const tlv_decode_options* options, tlv_image* image,
                          char* message, int32_t message_capacity);

/* Writes channels * height * width bytes, as tlv_probe announced under the same options, to `planes`. After a failure
   `planes` holds what had been decoded so far, or nothing. */
TLV_API int32_t tlv_decode(const uint8_t* data, int64_t size, const tlv_decode_options* options, uint8_t* planes,
                           int64_t planes_size, char* message, int32_t message_capacity);

/* `planes` holds channels * height * width bytes. On success *encoded belongs to the caller, who returns it through
   tlv_free; on failure it is null. */
TLV_API int32_t tlv_encode(const uint8_t* planes, int32_t channels, int32_t height, int32_t width,
                           const tlv_encode_options* options, uint8_t** encoded, int64_t* encoded_size, char* message,
                           int32_t message_capacity);

TLV_API void tlv_free(void* encoded);

#ifdef __cplusplus
}
#endif

#endif
