// Planes to PNG: grey, grey with alpha, RGB or RGB with alpha, eight bits a channel.
#include "planes.h"
#include "png_state.h"

#include <cstdlib>
#include <cstring>

namespace tlv {

namespace {

// The growing output. malloc, because the caller frees it through the C ABI and because no exception may pass libpng.
struct PngWriter {
    PngErrors errors;
    png_structp png = nullptr;
    png_infop info = nullptr;
    uint8_t* data = nullptr;
    size_t size = 0;
    size_t capacity = 0;
    bool out_of_memory = false;

    PngWriter() = default;
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;
    ~PngWriter() {
        png_destroy_write_struct(&png, &info);
        std::free(data);
    }
};

void append(png_structp png, png_bytep bytes, size_t count) {
    auto* writer = static_cast<PngWriter*>(png_get_io_ptr(png));
    if (count > writer->capacity - writer->size) {
        const size_t capacity = (writer->size + count) * 2;
        void* grown = std::realloc(writer->data, capacity);
        if (grown == nullptr) {
            writer->out_of_memory = true;
            png_error(png, "out of memory");
        }
        writer->data = static_cast<uint8_t*>(grown);
        writer->capacity = capacity;
    }
    std::memcpy(writer->data + writer->size, bytes, count);
    writer->size += count;
}

bool write(PngWriter& w, const SourcePicture& picture, int level, uint8_t* pixels) {
    if (setjmp(png_jmpbuf(w.png))) return false;
    static const int types[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA};
    png_set_write_fn(w.png, &w, append, [](png_structp) {});
    png_set_compression_level(w.png, level);
    png_set_IHDR(w.png, w.info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8,
                 types[picture.channels - 1], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(w.png, w.info);
    for (int y = 0; y < picture.height; ++y) {
        join_row(picture, y, pixels);
        png_write_row(w.png, pixels);
    }
    png_write_end(w.png, w.info);
    return true;
}

} // namespace

Encoded png_encode(const SourcePicture& picture, int level) {
    if (level < 0 || level > 9) throw Failure(TLV_INVALID_ARGUMENT, "PNG compression level must be 0 to 9, not " + std::to_string(level));
    PngWriter w;
    w.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &w.errors, PngErrors::fail, PngErrors::ignore);
    w.info = w.png != nullptr ? png_create_info_struct(w.png) : nullptr;
    if (w.info == nullptr) throw Failure(TLV_OUT_OF_MEMORY, "out of memory while writing a PNG file");
    std::vector<uint8_t> pixels(static_cast<size_t>(picture.width) * static_cast<size_t>(picture.channels));
    if (!write(w, picture, level, pixels.data())) {
        throw Failure(w.out_of_memory ? TLV_OUT_OF_MEMORY : TLV_INTERNAL, std::string("PNG: ") + w.errors.text);
    }
    const Encoded result{w.data, w.size};
    w.data = nullptr; // the caller's now
    return result;
}

} // namespace tlv
