// What the codecs share: the bytes they read, the failure they raise, and the four entry points of each format.
#pragma once

#include "torchlight_vision.h"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace tlv {

struct Bytes {
    const uint8_t* data;
    size_t size;
};

// Raised by everything below the C ABI, turned into a status and a message there. Never thrown across a C library's
// frames: libjpeg and libpng report by longjmp to a frame that owns nothing, which returns, and then this is thrown.
class Failure : public std::runtime_error {
public:
    Failure(tlv_status status, const std::string& message) : std::runtime_error(message), status(status) {}
    const tlv_status status;
};

struct DecodeOptions {
    int64_t max_pixels;
    tlv_mode mode;
    bool apply_orientation;
    int scale_eighths;
};

// Planes to be written by a decoder, in the picture's stored orientation.
struct Picture {
    uint8_t* planes;
    int width;
    int height;
    int channels;

    size_t plane_size() const { return static_cast<size_t>(width) * static_cast<size_t>(height); }
    uint8_t* row(int channel, int y) const {
        return planes + plane_size() * static_cast<size_t>(channel) + static_cast<size_t>(width) * static_cast<size_t>(y);
    }
};

struct SourcePicture {
    const uint8_t* planes;
    int channels;
    int height;
    int width;

    size_t plane_size() const { return static_cast<size_t>(width) * static_cast<size_t>(height); }
    const uint8_t* row(int channel, int y) const {
        return planes + plane_size() * static_cast<size_t>(channel) + static_cast<size_t>(width) * static_cast<size_t>(y);
    }
};

// The format by its first bytes; TLV_FORMAT_UNKNOWN never comes back: what is not known is a Failure that says what
// the file begins with, or which other format it is.
tlv_format recognise(Bytes bytes);

// The refusal of a picture with more pixels than allowed, before anything of its size is allocated.
void check_pixels(const char* format, int64_t width, int64_t height, int64_t max_pixels);

// How many channels a mode asks for; `unchanged` where it asks for none in particular.
int channels_of(tlv_mode mode, int unchanged);

// Header only: fills the stored_ fields and width, height, channels without orientation.
void jpeg_probe(Bytes bytes, const DecodeOptions& options, tlv_image& image);
void png_probe(Bytes bytes, const DecodeOptions& options, tlv_image& image);
void webp_probe(Bytes bytes, const DecodeOptions& options, tlv_image& image);

// The whole picture into planes that have exactly the probed size.
void jpeg_decode(Bytes bytes, const DecodeOptions& options, const Picture& picture);
void png_decode(Bytes bytes, const DecodeOptions& options, const Picture& picture);
void webp_decode(Bytes bytes, const DecodeOptions& options, const Picture& picture);

// A malloc'd block, the caller's to free.
struct Encoded {
    uint8_t* data;
    size_t size;
};
Encoded jpeg_encode(const SourcePicture& picture, int quality);
Encoded png_encode(const SourcePicture& picture, int level);
Encoded webp_encode(const SourcePicture& picture, int quality, bool lossless);

} // namespace tlv
