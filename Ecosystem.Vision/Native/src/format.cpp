// Which format a file is in, by its first bytes, and what to say of one that is in none.
#include "codec.h"

#include <algorithm>
#include <cstring>

namespace tlv {

namespace {

bool has(Bytes bytes, size_t offset, const char* text, size_t length) {
    return bytes.size >= offset + length && std::memcmp(bytes.data + offset, text, length) == 0;
}

// The first bytes as a reader would want to see them: as text if they are text, else in hexadecimal.
std::string beginning(Bytes bytes) {
    const size_t shown = std::min<size_t>(bytes.size, 16);
    const bool text = std::all_of(bytes.data, bytes.data + shown, [](uint8_t c) {
        return (c >= 32 && c < 127) || c == '\n' || c == '\r' || c == '\t';
    });
    std::string result;
    if (text) {
        result = "'";
        for (size_t i = 0; i < shown; ++i) result += bytes.data[i] < 32 ? ' ' : static_cast<char>(bytes.data[i]);
        return result + (bytes.size > shown ? "...'" : "'");
    }
    static const char digits[] = "0123456789abcdef";
    result = "the bytes";
    for (size_t i = 0; i < std::min<size_t>(shown, 8); ++i) {
        result += ' ';
        result += digits[bytes.data[i] >> 4];
        result += digits[bytes.data[i] & 15];
    }
    return result;
}

// Formats that files often turn out to be in and that are not read.
const char* foreign(Bytes bytes) {
    if (has(bytes, 0, "GIF87a", 6) || has(bytes, 0, "GIF89a", 6)) return "a GIF file";
    if (has(bytes, 0, "BM", 2) && bytes.size > 26 && bytes.data[5] == 0) return "a BMP file";
    if (has(bytes, 0, "II*\0", 4) || has(bytes, 0, "MM\0*", 4)) return "a TIFF file";
    if (has(bytes, 4, "ftypavif", 8)) return "an AVIF file";
    if (has(bytes, 4, "ftyphei", 7) || has(bytes, 4, "ftypmif1", 8)) return "a HEIF file";
    if (has(bytes, 0, "\0\0\0\x0cjP  ", 8)) return "a JPEG 2000 file";
    if (has(bytes, 0, "%PDF-", 5)) return "a PDF file";
    if (has(bytes, 0, "<svg", 4)) return "an SVG file";
    return nullptr;
}

} // namespace

tlv_format recognise(Bytes bytes) {
    if (bytes.size == 0) throw Failure(TLV_UNKNOWN_FORMAT, "not a JPEG, PNG or WebP file: it is empty");
    if (has(bytes, 0, "\xff\xd8\xff", 3)) return TLV_FORMAT_JPEG;
    if (has(bytes, 0, "\x89PNG\r\n\x1a\n", 8)) return TLV_FORMAT_PNG;
    if (has(bytes, 0, "RIFF", 4) && has(bytes, 8, "WEBP", 4)) return TLV_FORMAT_WEBP;
    if (const char* name = foreign(bytes)) {
        throw Failure(TLV_UNSUPPORTED, std::string("not a JPEG, PNG or WebP file but ") + name + ", a format that is not read");
    }
    throw Failure(TLV_UNKNOWN_FORMAT, "not a JPEG, PNG or WebP file: it begins with " + beginning(bytes));
}

void check_pixels(const char* format, int64_t width, int64_t height, int64_t max_pixels) {
    if (width < 1 || height < 1) {
        throw Failure(TLV_CORRUPT, std::string("corrupt ") + format + ": a picture of " + std::to_string(width) + " x " +
                                       std::to_string(height) + " pixels");
    }
    if (width > max_pixels / height) {
        throw Failure(TLV_TOO_LARGE, std::string("the ") + format + " of " + std::to_string(width) + " x " + std::to_string(height) +
                                         " pixels is larger than the limit of " + std::to_string(max_pixels) + " pixels");
    }
}

int channels_of(tlv_mode mode, int unchanged) {
    switch (mode) {
    case TLV_MODE_GRAY: return 1;
    case TLV_MODE_GRAY_ALPHA: return 2;
    case TLV_MODE_RGB: return 3;
    case TLV_MODE_RGB_ALPHA: return 4;
    default: return unchanged;
    }
}

} // namespace tlv
