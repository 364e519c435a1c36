// JPEG to planes. The pixel values are libjpeg's defaults (accurate DCT, fancy upsampling), as in torchvision and Pillow.
#include "jpeg_errors.h"
#include "planes.h"

#include <algorithm>

namespace tlv {

namespace {

// A progressive file may repeat scans without end; no honest one comes near this many.
const int max_scans = 500;

// Owns the decompressor. Lives in a frame above the one that calls setjmp, so that its destructor always runs.
struct Decompressor {
    jpeg_decompress_struct codec{};
    JpegErrors errors{};
    jpeg_source_mgr source{};
    jpeg_progress_mgr progress{};
    bool created = false;

    Decompressor() = default;
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;
    ~Decompressor() {
        if (created) jpeg_destroy_decompress(&codec);
    }

    [[noreturn]] void fail(size_t size) const {
        if (errors.out_of_memory) throw Failure(TLV_OUT_OF_MEMORY, "out of memory while reading a JPEG file");
        if (errors.truncated) {
            throw Failure(TLV_TRUNCATED, "truncated JPEG: the data end after " + std::to_string(size) + " bytes, before the picture does");
        }
        throw Failure(TLV_CORRUPT, std::string("corrupt JPEG: ") + errors.text);
    }
};

// libjpeg's own memory source papers over missing data with grey; here missing data are an error.
void out_of_data(j_decompress_ptr codec) {
    JpegErrors& errors = JpegErrors::of(reinterpret_cast<j_common_ptr>(codec));
    errors.truncated = true;
    std::longjmp(errors.jump, 1);
}

void watch_scans(j_common_ptr codec) {
    if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number <= max_scans) return;
    JpegErrors& errors = JpegErrors::of(codec);
    std::snprintf(errors.text, sizeof errors.text, "more than %d scans", max_scans);
    std::longjmp(errors.jump, 1);
}

// Header read, output not yet chosen. False: see errors.
bool open(Decompressor& d, Bytes bytes) {
    if (setjmp(d.errors.jump)) return false;
    d.codec.err = d.errors.install();
    jpeg_create_decompress(&d.codec);
    d.created = true;
    d.source.next_input_byte = bytes.data;
    d.source.bytes_in_buffer = bytes.size;
    d.source.init_source = [](j_decompress_ptr) {};
    d.source.term_source = [](j_decompress_ptr) {};
    d.source.fill_input_buffer = [](j_decompress_ptr codec) -> boolean {
        out_of_data(codec);
        return FALSE;
    };
    d.source.skip_input_data = [](j_decompress_ptr codec, long count) {
        if (count <= 0) return;
        if (static_cast<size_t>(count) > codec->src->bytes_in_buffer) out_of_data(codec);
        codec->src->next_input_byte += count;
        codec->src->bytes_in_buffer -= static_cast<size_t>(count);
    };
    d.source.resync_to_restart = jpeg_resync_to_restart;
    d.codec.src = &d.source;
    d.progress.progress_monitor = watch_scans;
    d.codec.progress = &d.progress;
    jpeg_read_header(&d.codec, TRUE);
    return true;
}

bool is_cmyk(const jpeg_decompress_struct& codec) {
    return codec.jpeg_color_space == JCS_CMYK || codec.jpeg_color_space == JCS_YCCK;
}

// Which colours libjpeg is to produce for a mode; the remaining steps to the mode are taken row by row.
bool choose_output(Decompressor& d, const DecodeOptions& options) {
    if (setjmp(d.errors.jump)) return false;
    jpeg_decompress_struct& codec = d.codec;
    const bool gray_wanted = options.mode == TLV_MODE_GRAY || options.mode == TLV_MODE_GRAY_ALPHA;
    if (is_cmyk(codec)) {
        codec.out_color_space = JCS_CMYK;
    } else if (codec.jpeg_color_space == JCS_GRAYSCALE || (gray_wanted && codec.jpeg_color_space != JCS_UNKNOWN)) {
        codec.out_color_space = JCS_GRAYSCALE;
    } else if (codec.jpeg_color_space != JCS_UNKNOWN) {
        // Four-byte pixels come apart into planes faster than three-byte ones.
#if defined(JCS_EXTENSIONS)
        codec.out_color_space = JCS_EXT_RGBX;
#else
        codec.out_color_space = JCS_RGB;
#endif
    }
    codec.scale_num = static_cast<unsigned>(options.scale_eighths);
    codec.scale_denom = 8;
    jpeg_calc_output_dimensions(&codec);
    return true;
}

void prepare(Decompressor& d, Bytes bytes, const DecodeOptions& options) {
    if (!open(d, bytes)) d.fail(bytes.size);
    check_pixels("JPEG", d.codec.image_width, d.codec.image_height, options.max_pixels);
    if (d.codec.jpeg_color_space == JCS_UNKNOWN && (options.mode != TLV_MODE_UNCHANGED || d.codec.num_components > 4)) {
        throw Failure(TLV_UNSUPPORTED, "the JPEG has " + std::to_string(d.codec.num_components) +
                                           " components that it does not name, which cannot be read as grey or RGB");
    }
    if (!choose_output(d, options)) d.fail(bytes.size);
}

// How one decoded row becomes planes.
enum class Row { direct, split, cmyk_to_rgb, cmyk_to_gray };

bool read_rows(Decompressor& d, const Picture& picture, Row kind, uint8_t* pixels, uint8_t* rgb) {
    if (setjmp(d.errors.jump)) return false;
    jpeg_start_decompress(&d.codec);
    const int stride = d.codec.output_components, colours = std::min(stride, std::min(picture.channels, is_cmyk(d.codec) ? 4 : 3));
    while (d.codec.output_scanline < d.codec.output_height) {
        const int y = static_cast<int>(d.codec.output_scanline);
        JSAMPROW row = kind == Row::direct ? picture.row(0, y) : pixels;
        jpeg_read_scanlines(&d.codec, &row, 1);
        switch (kind) {
        case Row::direct: break;
        case Row::split: split_row(pixels, stride, colours, picture, y); break;
        case Row::cmyk_to_rgb:
            cmyk_to_rgb(pixels, rgb, picture.width);
            split_row(rgb, 3, 3, picture, y);
            break;
        case Row::cmyk_to_gray:
            cmyk_to_rgb(pixels, rgb, picture.width);
            rgb_to_gray(rgb, 3, picture.row(0, y), picture.width);
            break;
        }
    }
    jpeg_finish_decompress(&d.codec);
    return true;
}

} // namespace

void jpeg_probe(Bytes bytes, const DecodeOptions& options, tlv_image& image) {
    Decompressor d;
    prepare(d, bytes, options);
    image.stored_width = static_cast<int32_t>(d.codec.image_width);
    image.stored_height = static_cast<int32_t>(d.codec.image_height);
    image.stored_channels = d.codec.num_components;
    image.stored_bit_depth = d.codec.data_precision;
    image.width = static_cast<int32_t>(d.codec.output_width);
    image.height = static_cast<int32_t>(d.codec.output_height);
    image.channels = channels_of(options.mode, d.codec.num_components);
}

void jpeg_decode(Bytes bytes, const DecodeOptions& options, const Picture& picture) {
    Decompressor d;
    prepare(d, bytes, options);
    const bool gray = d.codec.out_color_space == JCS_GRAYSCALE;
    Row kind = gray ? Row::direct : Row::split;
    if (is_cmyk(d.codec) && options.mode != TLV_MODE_UNCHANGED) kind = picture.channels <= 2 ? Row::cmyk_to_gray : Row::cmyk_to_rgb;

    const auto width = static_cast<size_t>(picture.width);
    std::vector<uint8_t> pixels(kind == Row::direct ? 0 : width * 4);
    std::vector<uint8_t> rgb(kind == Row::cmyk_to_rgb || kind == Row::cmyk_to_gray ? width * 3 : 0);
    if (!read_rows(d, picture, kind, pixels.data(), rgb.data())) d.fail(bytes.size);

    if (gray && picture.channels >= 3) {
        copy_plane(picture, 0, 1);
        copy_plane(picture, 0, 2);
    }
    const bool opaque = options.mode == TLV_MODE_GRAY_ALPHA || options.mode == TLV_MODE_RGB_ALPHA;
    if (opaque) fill_plane(picture, picture.channels - 1, 255);
}

} // namespace tlv
