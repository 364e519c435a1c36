// Rows of interleaved pixels to planes and back: plain loops that compilers vectorise.
#pragma once

#include "codec.h"

namespace tlv {

// One row of `stride`-byte pixels to the first `channels` planes of the picture's row y; stride 1 to 4, >= channels.
void split_row(const uint8_t* pixels, int stride, int channels, const Picture& picture, int y);

// One row of inverted CMYK, as Adobe stores it in JPEG files, to R, G, B bytes.
void cmyk_to_rgb(const uint8_t* cmyk, uint8_t* rgb, int width);

// One row of `stride`-byte pixels that begin with R, G, B to grey: ITU-R 601 in 16-bit fixed point, rounded.
void rgb_to_gray(const uint8_t* pixels, int stride, uint8_t* gray, int width);

// The planes of row y of the source to one row of interleaved pixels.
void join_row(const SourcePicture& picture, int y, uint8_t* pixels);

// Copies plane `from` to plane `to`; fills plane `to` with a value.
void copy_plane(const Picture& picture, int from, int to);
void fill_plane(const Picture& picture, int to, uint8_t value);

} // namespace tlv
