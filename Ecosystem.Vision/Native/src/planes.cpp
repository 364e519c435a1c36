#include "planes.h"

#include <cstring>

#if defined(_MSC_VER)
#  define TLV_RESTRICT __restrict
#else
#  define TLV_RESTRICT __restrict__
#endif

namespace tlv {

namespace {

template <int Stride, int Channels>
void split(const uint8_t* TLV_RESTRICT pixels, uint8_t* TLV_RESTRICT a, uint8_t* TLV_RESTRICT b, uint8_t* TLV_RESTRICT c,
           uint8_t* TLV_RESTRICT d, size_t width) {
    for (size_t x = 0; x < width; ++x) {
        a[x] = pixels[x * Stride];
        if (Channels > 1) b[x] = pixels[x * Stride + 1];
        if (Channels > 2) c[x] = pixels[x * Stride + 2];
        if (Channels > 3) d[x] = pixels[x * Stride + 3];
    }
}

template <int Channels>
void join(const uint8_t* TLV_RESTRICT a, const uint8_t* TLV_RESTRICT b, const uint8_t* TLV_RESTRICT c,
          const uint8_t* TLV_RESTRICT d, uint8_t* TLV_RESTRICT pixels, size_t width) {
    for (size_t x = 0; x < width; ++x) {
        pixels[x * Channels] = a[x];
        if (Channels > 1) pixels[x * Channels + 1] = b[x];
        if (Channels > 2) pixels[x * Channels + 2] = c[x];
        if (Channels > 3) pixels[x * Channels + 3] = d[x];
    }
}

// value * scale / 255, rounded, without a division.
inline int scaled(int value, int scale) {
    const int product = value * scale + 128;
    return ((product >> 8) + product) >> 8;
}

} // namespace

void split_row(const uint8_t* pixels, int stride, int channels, const Picture& picture, int y) {
    const auto width = static_cast<size_t>(picture.width);
    uint8_t* a = picture.row(0, y);
    uint8_t* b = channels > 1 ? picture.row(1, y) : nullptr;
    uint8_t* c = channels > 2 ? picture.row(2, y) : nullptr;
    uint8_t* d = channels > 3 ? picture.row(3, y) : nullptr;
    switch (stride * 8 + channels) {
    case 1 * 8 + 1: std::memcpy(a, pixels, width); break;
    case 2 * 8 + 1: split<2, 1>(pixels, a, b, c, d, width); break;
    case 2 * 8 + 2: split<2, 2>(pixels, a, b, c, d, width); break;
    case 3 * 8 + 3: split<3, 3>(pixels, a, b, c, d, width); break;
    case 4 * 8 + 3: split<4, 3>(pixels, a, b, c, d, width); break;
    case 4 * 8 + 4: split<4, 4>(pixels, a, b, c, d, width); break;
    default: throw Failure(TLV_INTERNAL, "no way to split " + std::to_string(channels) + " channels out of " + std::to_string(stride));
    }
}

void cmyk_to_rgb(const uint8_t* cmyk, uint8_t* rgb, int width) {
    // Inverted CMYK is light, not ink: red light is what cyan lets through, dimmed by black.
    for (int x = 0; x < width; ++x, cmyk += 4, rgb += 3) {
        const int light = cmyk[3];
        for (int channel = 0; channel < 3; ++channel) {
            rgb[channel] = static_cast<uint8_t>(light - scaled(255 - cmyk[channel], light));
        }
    }
}

void rgb_to_gray(const uint8_t* pixels, int stride, uint8_t* gray, int width) {
    for (int x = 0; x < width; ++x, pixels += stride) {
        gray[x] = static_cast<uint8_t>((pixels[0] * 19595 + pixels[1] * 38470 + pixels[2] * 7471 + 0x8000) >> 16);
    }
}

void join_row(const SourcePicture& picture, int y, uint8_t* pixels) {
    const auto width = static_cast<size_t>(picture.width);
    const uint8_t* a = picture.row(0, y);
    const uint8_t* b = picture.channels > 1 ? picture.row(1, y) : nullptr;
    const uint8_t* c = picture.channels > 2 ? picture.row(2, y) : nullptr;
    const uint8_t* d = picture.channels > 3 ? picture.row(3, y) : nullptr;
    switch (picture.channels) {
    case 1: std::memcpy(pixels, a, width); break;
    case 2: join<2>(a, b, c, d, pixels, width); break;
    case 3: join<3>(a, b, c, d, pixels, width); break;
    case 4: join<4>(a, b, c, d, pixels, width); break;
    default: throw Failure(TLV_INTERNAL, "no way to join " + std::to_string(picture.channels) + " channels");
    }
}

void copy_plane(const Picture& picture, int from, int to) {
    std::memcpy(picture.row(to, 0), picture.row(from, 0), picture.plane_size());
}

void fill_plane(const Picture& picture, int to, uint8_t value) {
    std::memset(picture.row(to, 0), value, picture.plane_size());
}

} // namespace tlv
