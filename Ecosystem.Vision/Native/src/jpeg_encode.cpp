// Planes to JPEG: libjpeg's defaults at a quality (baseline, 4:2:0), byte for byte what torchvision writes.
#include "jpeg_errors.h"
#include "planes.h"

#include <cstdlib>

namespace tlv {

namespace {

struct Compressor {
    jpeg_compress_struct codec{};
    JpegErrors errors{};
    bool created = false;
    unsigned char* buffer = nullptr; // libjpeg allocates and grows it with malloc
    unsigned long size = 0;

    Compressor() = default;
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;
    ~Compressor() {
        if (created) jpeg_destroy_compress(&codec);
        std::free(buffer);
    }
};

bool write(Compressor& c, const SourcePicture& picture, int quality, uint8_t* pixels) {
    if (setjmp(c.errors.jump)) return false;
    c.codec.err = c.errors.install();
    jpeg_create_compress(&c.codec);
    c.created = true;
    jpeg_mem_dest(&c.codec, &c.buffer, &c.size);
    c.codec.image_width = static_cast<JDIMENSION>(picture.width);
    c.codec.image_height = static_cast<JDIMENSION>(picture.height);
    c.codec.input_components = picture.channels;
    c.codec.in_color_space = picture.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&c.codec);
    jpeg_set_quality(&c.codec, quality, TRUE);
    jpeg_start_compress(&c.codec, TRUE);
    while (c.codec.next_scanline < c.codec.image_height) {
        join_row(picture, static_cast<int>(c.codec.next_scanline), pixels);
        JSAMPROW row = pixels;
        jpeg_write_scanlines(&c.codec, &row, 1);
    }
    jpeg_finish_compress(&c.codec);
    return true;
}

} // namespace

Encoded jpeg_encode(const SourcePicture& picture, int quality) {
    if (picture.channels != 1 && picture.channels != 3) {
        throw Failure(TLV_INVALID_ARGUMENT, "a JPEG has 1 or 3 channels, not " + std::to_string(picture.channels));
    }
    if (quality < 1 || quality > 100) throw Failure(TLV_INVALID_ARGUMENT, "JPEG quality must be 1 to 100, not " + std::to_string(quality));
    if (picture.width > JPEG_MAX_DIMENSION || picture.height > JPEG_MAX_DIMENSION) {
        throw Failure(TLV_TOO_LARGE, "a JPEG has at most " + std::to_string(JPEG_MAX_DIMENSION) + " pixels a side");
    }
    Compressor c;
    std::vector<uint8_t> pixels(static_cast<size_t>(picture.width) * static_cast<size_t>(picture.channels));
    if (!write(c, picture, quality, pixels.data())) {
        throw Failure(c.errors.out_of_memory ? TLV_OUT_OF_MEMORY : TLV_INTERNAL, std::string("JPEG: ") + c.errors.text);
    }
    const Encoded result{c.buffer, c.size};
    c.buffer = nullptr; // the caller's now
    return result;
}

} // namespace tlv
