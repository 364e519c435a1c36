// The C ABI: arguments checked, formats dispatched, failures turned into a status and a line of text.
#include "codec.h"
#include "exif.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

namespace {

using namespace tlv;

void require(bool condition, const char* what) {
    if (!condition) throw Failure(TLV_INVALID_ARGUMENT, what);
}

// Cuts at the capacity without leaving half of a UTF-8 character (messages are ASCII but for what a codec quotes).
void leave(const char* text, char* message, int32_t capacity) {
    if (message == nullptr || capacity < 1) return;
    const size_t length = std::min(std::strlen(text), static_cast<size_t>(capacity) - 1);
    std::memcpy(message, text, length);
    message[length] = '\0';
}

template <typename Body>
int32_t guarded(char* message, int32_t capacity, Body body) noexcept {
    leave("", message, capacity);
    try {
        body();
        return TLV_OK;
    } catch (const Failure& failure) {
        leave(failure.what(), message, capacity);
        return failure.status;
    } catch (const std::bad_alloc&) {
        leave("out of memory", message, capacity);
        return TLV_OUT_OF_MEMORY;
    } catch (const std::exception& error) {
        leave(error.what(), message, capacity);
        return TLV_INTERNAL;
    } catch (...) {
        leave("an error of unknown kind", message, capacity);
        return TLV_INTERNAL;
    }
}

Bytes checked(const uint8_t* data, int64_t size) {
    require(size >= 0 && (data != nullptr || size == 0), "no data");
    require(static_cast<uint64_t>(size) <= std::numeric_limits<size_t>::max(), "more data than this machine can address");
    return Bytes{data, static_cast<size_t>(size)};
}

DecodeOptions checked(const tlv_decode_options* options) {
    if (options == nullptr) return DecodeOptions{TLV_DEFAULT_MAX_PIXELS, TLV_MODE_UNCHANGED, false, 8};
    require(options->mode >= TLV_MODE_UNCHANGED && options->mode <= TLV_MODE_RGB_ALPHA, "the read mode is not one of the five");
    require(options->scale_eighths >= 0 && options->scale_eighths <= 8, "the scale must be 1 to 8 eighths");
    require(options->max_pixels >= 0, "the limit of pixels is negative");
    return DecodeOptions{options->max_pixels == 0 ? TLV_DEFAULT_MAX_PIXELS : options->max_pixels, static_cast<tlv_mode>(options->mode),
                         options->apply_orientation != 0, options->scale_eighths == 0 ? 8 : options->scale_eighths};
}

// Everything about the picture but its pixels; width and height still in stored orientation.
tlv_image probe(Bytes bytes, const DecodeOptions& options) {
    tlv_image image{};
    image.format = recognise(bytes);
    image.orientation = exif_orientation(bytes, static_cast<tlv_format>(image.format));
    switch (image.format) {
    case TLV_FORMAT_JPEG: jpeg_probe(bytes, options, image); break;
    case TLV_FORMAT_PNG: png_probe(bytes, options, image); break;
    default: webp_probe(bytes, options, image); break;
    }
    return image;
}

void decode(Bytes bytes, const DecodeOptions& options, tlv_format format, const Picture& picture) {
    switch (format) {
    case TLV_FORMAT_JPEG: jpeg_decode(bytes, options, picture); break;
    case TLV_FORMAT_PNG: png_decode(bytes, options, picture); break;
    default: webp_decode(bytes, options, picture); break;
    }
}

} // namespace

int32_t tlv_abi_version(void) { return TLV_ABI_VERSION; }

int32_t tlv_probe(const uint8_t* data, int64_t size, const tlv_decode_options* options, tlv_image* image, char* message,
                  int32_t message_capacity) {
    return guarded(message, message_capacity, [&] {
        require(image != nullptr, "nowhere to describe the picture");
        const DecodeOptions wanted = checked(options);
        *image = probe(checked(data, size), wanted);
        if (wanted.apply_orientation && swaps_sides(image->orientation)) std::swap(image->width, image->height);
    });
}

int32_t tlv_decode(const uint8_t* data, int64_t size, const tlv_decode_options* options, uint8_t* planes, int64_t planes_size,
                   char* message, int32_t message_capacity) {
    return guarded(message, message_capacity, [&] {
        const Bytes bytes = checked(data, size);
        const DecodeOptions wanted = checked(options);
        const tlv_image image = probe(bytes, wanted);
        const auto format = static_cast<tlv_format>(image.format);
        const int64_t needed = static_cast<int64_t>(image.width) * image.height * image.channels;
        require(planes != nullptr && planes_size >= needed, "the buffer is smaller than the picture");
        if (!wanted.apply_orientation || image.orientation == 1) {
            decode(bytes, wanted, format, Picture{planes, image.width, image.height, image.channels});
            return;
        }
        std::vector<uint8_t> stored(static_cast<size_t>(needed));
        decode(bytes, wanted, format, Picture{stored.data(), image.width, image.height, image.channels});
        turn_upright(SourcePicture{stored.data(), image.channels, image.height, image.width}, image.orientation, planes);
    });
}

int32_t tlv_encode(const uint8_t* planes, int32_t channels, int32_t height, int32_t width, const tlv_encode_options* options,
                   uint8_t** encoded, int64_t* encoded_size, char* message, int32_t message_capacity) {
    return guarded(message, message_capacity, [&] {
        require(encoded != nullptr && encoded_size != nullptr, "nowhere to put the encoded picture");
        *encoded = nullptr;
        *encoded_size = 0;
        require(planes != nullptr && options != nullptr, "no picture");
        require(height >= 1 && width >= 1, "a picture needs at least one pixel");
        require(channels >= 1 && channels <= 4, "a picture has 1 to 4 channels");
        const SourcePicture picture{planes, channels, height, width};
        Encoded result{};
        switch (options->format) {
        case TLV_FORMAT_JPEG: result = jpeg_encode(picture, options->quality); break;
        case TLV_FORMAT_PNG: result = png_encode(picture, options->level); break;
        case TLV_FORMAT_WEBP: result = webp_encode(picture, options->quality, options->lossless != 0); break;
        default: throw Failure(TLV_UNSUPPORTED, "pictures are written as JPEG, PNG or WebP");
        }
        *encoded = result.data;
        *encoded_size = static_cast<int64_t>(result.size);
    });
}

void tlv_free(void* encoded) { std::free(encoded); }
