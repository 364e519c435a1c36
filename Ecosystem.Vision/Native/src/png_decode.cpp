// PNG to planes: every colour type and bit depth, interlaced or not.
#include "planes.h"
#include "png_state.h"

#include <cstring>

namespace tlv {

namespace {

struct PngReader {
    PngErrors errors;
    png_structp png = nullptr;
    png_infop info = nullptr;
    const uint8_t* next = nullptr;
    size_t left = 0;

    PngReader() = default;
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
    ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }

    [[noreturn]] void fail(size_t size) const {
        if (errors.truncated) {
            throw Failure(TLV_TRUNCATED, "truncated PNG: the data end after " + std::to_string(size) + " bytes, before the picture does");
        }
        throw Failure(TLV_CORRUPT, std::string("corrupt PNG: ") + errors.text);
    }
};

// What the file holds and what libpng is asked to make of it.
struct PngPlan {
    png_uint_32 width, height;
    int bit_depth, color_type, interlace;
    bool gray, alpha;  // of the pixels that libpng delivers
    int stride;        // their bytes
    int channels;      // of the picture
};

void take(png_structp png, png_bytep target, size_t count) {
    auto* reader = static_cast<PngReader*>(png_get_io_ptr(png));
    if (count > reader->left) {
        reader->errors.truncated = true;
        png_error(png, "truncated");
    }
    std::memcpy(target, reader->next, count);
    reader->next += count;
    reader->left -= count;
}

bool read_header(PngReader& r, PngPlan& plan) {
    if (setjmp(png_jmpbuf(r.png))) return false;
    png_set_read_fn(r.png, &r, take);
    png_read_info(r.png, r.info);
    png_get_IHDR(r.png, r.info, &plan.width, &plan.height, &plan.bit_depth, &plan.color_type, &plan.interlace, nullptr, nullptr);
    return true;
}

// Asks libpng for eight bits a channel in the colours of the mode. What stays to be done afterwards is copying grey to
// three planes and filling an alpha plane that the file does not have.
bool transform(PngReader& r, PngPlan& plan, tlv_mode mode) {
    if (setjmp(png_jmpbuf(r.png))) return false;
    const bool palette = plan.color_type == PNG_COLOR_TYPE_PALETTE;
    const bool transparency = png_get_valid(r.png, r.info, PNG_INFO_tRNS) != 0;
    const bool keep = mode == TLV_MODE_UNCHANGED;
    const bool alpha_wanted = mode == TLV_MODE_GRAY_ALPHA || mode == TLV_MODE_RGB_ALPHA;
    const bool gray_wanted = mode == TLV_MODE_GRAY || mode == TLV_MODE_GRAY_ALPHA;

    if (plan.bit_depth == 16) png_set_strip_16(r.png);
    if (palette) {
        if (keep) png_set_packing(r.png); // the indices themselves, as torchvision
        else png_set_palette_to_rgb(r.png);
    } else if (plan.bit_depth < 8) {
        png_set_expand_gray_1_2_4_to_8(r.png);
    }
    plan.gray = !(plan.color_type & PNG_COLOR_MASK_COLOR) || (palette && keep);
    plan.alpha = (plan.color_type & PNG_COLOR_MASK_ALPHA) != 0;
    if (transparency && !keep && (alpha_wanted || palette)) {
        png_set_tRNS_to_alpha(r.png);
        plan.alpha = true;
    }
    if (plan.alpha && !keep && !alpha_wanted) {
        png_set_strip_alpha(r.png);
        plan.alpha = false;
    }
    if (gray_wanted && !plan.gray) {
        png_set_rgb_to_gray(r.png, PNG_ERROR_ACTION_NONE, 0.2989, 0.587); // torchvision's weights
        plan.gray = true;
    }
    if (plan.interlace != PNG_INTERLACE_NONE) png_set_interlace_handling(r.png);
    png_read_update_info(r.png, r.info);
    plan.stride = png_get_channels(r.png, r.info);
    plan.channels = channels_of(mode, plan.stride);
    return true;
}

void prepare(PngReader& r, Bytes bytes, const DecodeOptions& options, PngPlan& plan) {
    r.next = bytes.data;
    r.left = bytes.size;
    r.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &r.errors, PngErrors::fail, PngErrors::ignore);
    r.info = r.png != nullptr ? png_create_info_struct(r.png) : nullptr;
    if (r.info == nullptr) throw Failure(TLV_OUT_OF_MEMORY, "out of memory while reading a PNG file");
    if (!read_header(r, plan)) r.fail(bytes.size);
    check_pixels("PNG", plan.width, plan.height, options.max_pixels);
    if (!transform(r, plan, options.mode)) r.fail(bytes.size);
    const int expected = (plan.gray ? 1 : 3) + (plan.alpha ? 1 : 0);
    if (plan.stride != expected) {
        throw Failure(TLV_INTERNAL, "libpng delivers " + std::to_string(plan.stride) + " channels where " + std::to_string(expected) + " are due");
    }
}

// Grey (and alpha) or colours (and alpha) to the planes of the picture.
void place(const uint8_t* pixels, const PngPlan& plan, const Picture& picture, int y) {
    if (plan.gray && plan.alpha && picture.channels > 2) {
        // Grey with alpha to RGB with alpha: plane 1 receives the alpha and is overwritten once the row is complete.
        split_row(pixels, 2, 2, picture, y);
        std::memcpy(picture.row(3, y), picture.row(1, y), static_cast<size_t>(picture.width));
    } else {
        split_row(pixels, plan.stride, plan.stride, picture, y);
    }
    if (plan.gray && picture.channels > 2) {
        std::memcpy(picture.row(1, y), picture.row(0, y), static_cast<size_t>(picture.width));
        std::memcpy(picture.row(2, y), picture.row(0, y), static_cast<size_t>(picture.width));
    }
}

// `pixels` is one row, or for an interlaced file, whose passes each touch every row, the whole picture.
bool read_rows(PngReader& r, const PngPlan& plan, const Picture& picture, uint8_t* pixels) {
    if (setjmp(png_jmpbuf(r.png))) return false;
    const auto row_size = static_cast<size_t>(plan.width) * static_cast<size_t>(plan.stride);
    if (plan.interlace == PNG_INTERLACE_NONE) {
        for (int y = 0; y < picture.height; ++y) {
            png_read_row(r.png, pixels, nullptr);
            place(pixels, plan, picture, y);
        }
        return true;
    }
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; ++pass) {
        for (int y = 0; y < picture.height; ++y) png_read_row(r.png, pixels + row_size * static_cast<size_t>(y), nullptr);
    }
    for (int y = 0; y < picture.height; ++y) place(pixels + row_size * static_cast<size_t>(y), plan, picture, y);
    return true;
}

} // namespace

void png_probe(Bytes bytes, const DecodeOptions& options, tlv_image& image) {
    PngReader reader;
    PngPlan plan{};
    prepare(reader, bytes, options, plan);
    image.stored_width = image.width = static_cast<int32_t>(plan.width);
    image.stored_height = image.height = static_cast<int32_t>(plan.height);
    image.stored_bit_depth = plan.bit_depth;
    const bool colours = plan.color_type == PNG_COLOR_TYPE_RGB || plan.color_type == PNG_COLOR_TYPE_RGB_ALPHA;
    image.stored_channels = (colours ? 3 : 1) + ((plan.color_type & PNG_COLOR_MASK_ALPHA) ? 1 : 0);
    image.channels = plan.channels;
}

void png_decode(Bytes bytes, const DecodeOptions& options, const Picture& picture) {
    PngReader reader;
    PngPlan plan{};
    prepare(reader, bytes, options, plan);
    const auto rows = static_cast<size_t>(plan.interlace == PNG_INTERLACE_NONE ? 1 : plan.height);
    std::vector<uint8_t> pixels(rows * plan.width * static_cast<size_t>(plan.stride));
    if (!read_rows(reader, plan, picture, pixels.data())) reader.fail(bytes.size);
    const bool alpha_wanted = options.mode == TLV_MODE_GRAY_ALPHA || options.mode == TLV_MODE_RGB_ALPHA;
    if (alpha_wanted && !plan.alpha) fill_plane(picture, picture.channels - 1, 255);
}

} // namespace tlv
