// WebP to planes and back: still pictures, lossy or lossless. libwebp reports by return value, nothing jumps.
#include "planes.h"

#include <cstdlib>
#include <cstring>
#include <webp/decode.h>
#include <webp/encode.h>

namespace tlv {

namespace {

[[noreturn]] void fail(VP8StatusCode status, size_t size) {
    switch (status) {
    case VP8_STATUS_OUT_OF_MEMORY: throw Failure(TLV_OUT_OF_MEMORY, "out of memory while reading a WebP file");
    case VP8_STATUS_NOT_ENOUGH_DATA:
    case VP8_STATUS_SUSPENDED:
        throw Failure(TLV_TRUNCATED, "truncated WebP: the data end after " + std::to_string(size) + " bytes, before the picture does");
    case VP8_STATUS_UNSUPPORTED_FEATURE: throw Failure(TLV_UNSUPPORTED, "the WebP uses a feature that libwebp does not read");
    default: throw Failure(TLV_CORRUPT, "corrupt WebP: the data are not a valid picture");
    }
}

WebPBitstreamFeatures features_of(Bytes bytes, const DecodeOptions& options) {
    WebPBitstreamFeatures features;
    const VP8StatusCode status = WebPGetFeatures(bytes.data, bytes.size, &features);
    if (status != VP8_STATUS_OK) fail(status, bytes.size);
    if (features.has_animation) throw Failure(TLV_UNSUPPORTED, "an animated WebP, of which no single picture can be read");
    check_pixels("WebP", features.width, features.height, options.max_pixels);
    return features;
}

struct Encoder {
    WebPPicture picture{};
    WebPMemoryWriter writer{};

    Encoder() { WebPMemoryWriterInit(&writer); }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder() {
        WebPPictureFree(&picture);
        WebPMemoryWriterClear(&writer);
    }
};

// libwebp takes colours only: grey becomes three equal channels.
std::vector<uint8_t> interleaved(const SourcePicture& picture, bool alpha) {
    const int channels = alpha ? 4 : 3;
    const auto row_size = static_cast<size_t>(picture.width) * static_cast<size_t>(channels);
    std::vector<uint8_t> pixels(row_size * static_cast<size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        uint8_t* row = pixels.data() + row_size * static_cast<size_t>(y);
        if (picture.channels >= 3) {
            join_row(picture, y, row);
            continue;
        }
        const uint8_t* gray = picture.row(0, y);
        const uint8_t* opacity = alpha ? picture.row(1, y) : nullptr;
        for (int x = 0; x < picture.width; ++x, row += channels) {
            row[0] = row[1] = row[2] = gray[x];
            if (alpha) row[3] = opacity[x];
        }
    }
    return pixels;
}

} // namespace

void webp_probe(Bytes bytes, const DecodeOptions& options, tlv_image& image) {
    const WebPBitstreamFeatures features = features_of(bytes, options);
    image.stored_width = image.width = features.width;
    image.stored_height = image.height = features.height;
    image.stored_bit_depth = 8;
    image.stored_channels = features.has_alpha ? 4 : 3;
    image.channels = channels_of(options.mode, image.stored_channels);
}

void webp_decode(Bytes bytes, const DecodeOptions& options, const Picture& picture) {
    const WebPBitstreamFeatures features = features_of(bytes, options);
    const bool alpha = features.has_alpha && picture.channels != 1 && picture.channels != 3;
    const int stride = alpha ? 4 : 3;
    const size_t row_size = static_cast<size_t>(picture.width) * static_cast<size_t>(stride);
    std::vector<uint8_t> pixels(row_size * static_cast<size_t>(picture.height));

    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) throw Failure(TLV_INTERNAL, "the libwebp at hand is not the one built against");
    config.output.colorspace = alpha ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = pixels.data();
    config.output.u.RGBA.stride = static_cast<int>(row_size);
    config.output.u.RGBA.size = pixels.size();
    const VP8StatusCode status = WebPDecode(bytes.data, bytes.size, &config);
    WebPFreeDecBuffer(&config.output);
    if (status != VP8_STATUS_OK) fail(status, bytes.size);

    const bool gray = picture.channels <= 2;
    for (int y = 0; y < picture.height; ++y) {
        const uint8_t* row = pixels.data() + row_size * static_cast<size_t>(y);
        if (!gray) {
            split_row(row, stride, stride, picture, y);
            continue;
        }
        rgb_to_gray(row, stride, picture.row(0, y), picture.width);
        if (alpha) {
            uint8_t* opacity = picture.row(1, y);
            for (int x = 0; x < picture.width; ++x) opacity[x] = row[static_cast<size_t>(x) * 4 + 3];
        }
    }
    if (!alpha && (picture.channels == 2 || picture.channels == 4)) fill_plane(picture, picture.channels - 1, 255);
}

Encoded webp_encode(const SourcePicture& picture, int quality, bool lossless) {
    if (quality < 0 || quality > 100) throw Failure(TLV_INVALID_ARGUMENT, "WebP quality must be 0 to 100, not " + std::to_string(quality));
    if (picture.width > WEBP_MAX_DIMENSION || picture.height > WEBP_MAX_DIMENSION) {
        throw Failure(TLV_TOO_LARGE, "a WebP has at most " + std::to_string(WEBP_MAX_DIMENSION) + " pixels a side");
    }
    Encoder encoder;
    WebPConfig config;
    if (!WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, static_cast<float>(quality)) || !WebPPictureInit(&encoder.picture)) {
        throw Failure(TLV_INTERNAL, "the libwebp at hand is not the one built against");
    }
    config.lossless = lossless ? 1 : 0;
    config.exact = lossless ? 1 : 0;
    const bool alpha = picture.channels == 2 || picture.channels == 4;
    const std::vector<uint8_t> pixels = interleaved(picture, alpha);
    encoder.picture.use_argb = config.lossless;
    encoder.picture.width = picture.width;
    encoder.picture.height = picture.height;
    encoder.picture.writer = WebPMemoryWrite;
    encoder.picture.custom_ptr = &encoder.writer;
    const bool imported = alpha ? WebPPictureImportRGBA(&encoder.picture, pixels.data(), picture.width * 4)
                                : WebPPictureImportRGB(&encoder.picture, pixels.data(), picture.width * 3);
    if (!imported) throw std::bad_alloc();
    if (!WebPEncode(&config, &encoder.picture)) {
        const bool memory = encoder.picture.error_code == VP8_ENC_ERROR_OUT_OF_MEMORY ||
                            encoder.picture.error_code == VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY;
        throw Failure(memory ? TLV_OUT_OF_MEMORY : TLV_INTERNAL, "libwebp's error " + std::to_string(encoder.picture.error_code) + " while encoding");
    }
    auto* data = static_cast<uint8_t*>(std::malloc(encoder.writer.size));
    if (data == nullptr) throw std::bad_alloc();
    std::memcpy(data, encoder.writer.mem, encoder.writer.size);
    return Encoded{data, encoder.writer.size};
}

} // namespace tlv
