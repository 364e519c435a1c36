#include "exif.h"

#include <cstring>

namespace tlv {

namespace {

// Reads numbers of either byte order out of a block; every read is checked.
struct Reader {
    Bytes bytes;
    bool big_endian;

    bool at(size_t offset, size_t count, uint32_t& value) const {
        if (offset > bytes.size || count > bytes.size - offset) return false;
        value = 0;
        for (size_t i = 0; i < count; ++i) {
            const size_t place = big_endian ? i : count - 1 - i;
            value = (value << 8) | bytes.data[offset + place];
        }
        return true;
    }
};

// The orientation entry of the first directory of a TIFF block, which is what EXIF data are.
int tiff_orientation(Bytes tiff) {
    if (tiff.size < 8) return 1;
    Reader reader{tiff, tiff.data[0] == 'M'};
    uint32_t directory = 0, count = 0;
    if (!reader.at(4, 4, directory) || !reader.at(directory, 2, count)) return 1;
    for (uint32_t i = 0; i < count; ++i) {
        const size_t entry = static_cast<size_t>(directory) + 2 + 12 * static_cast<size_t>(i);
        uint32_t tag = 0, type = 0, value = 0;
        if (!reader.at(entry, 2, tag)) return 1;
        const uint32_t orientation_tag = 0x0112, short_type = 3;
        if (tag != orientation_tag) continue;
        if (!reader.at(entry + 2, 2, type) || type != short_type || !reader.at(entry + 8, 2, value)) return 1;
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

// EXIF blocks begin with "Exif\0\0" in JPEG files always, elsewhere sometimes.
Bytes without_prefix(Bytes block) {
    if (block.size >= 6 && std::memcmp(block.data, "Exif\0\0", 6) == 0) return Bytes{block.data + 6, block.size - 6};
    return block;
}

int jpeg_orientation(Bytes bytes) {
    const Reader reader{bytes, true};
    size_t offset = 2;
    uint32_t marker = 0, length = 0;
    while (reader.at(offset, 2, marker) && (marker >> 8) == 0xff && marker != 0xffda) {
        if (marker == 0xffff) {
            ++offset; // fill bytes may stand before a marker
            continue;
        }
        if (!reader.at(offset + 2, 2, length) || length < 2 || length > bytes.size - offset - 2) return 1;
        const Bytes segment{bytes.data + offset + 4, length - 2};
        if (marker == 0xffe1 && segment.size >= 6 && std::memcmp(segment.data, "Exif\0\0", 6) == 0) {
            return tiff_orientation(without_prefix(segment));
        }
        offset += 2 + static_cast<size_t>(length);
    }
    return 1;
}

int png_orientation(Bytes bytes) {
    const Reader reader{bytes, true};
    size_t offset = 8;
    uint32_t length = 0;
    while (reader.at(offset, 4, length) && bytes.size - offset >= 12 && length <= bytes.size - offset - 12) {
        if (std::memcmp(bytes.data + offset + 4, "eXIf", 4) == 0) {
            return tiff_orientation(without_prefix(Bytes{bytes.data + offset + 8, length}));
        }
        offset += 12 + static_cast<size_t>(length);
    }
    return 1;
}

int webp_orientation(Bytes bytes) {
    const Reader reader{bytes, false};
    size_t offset = 12;
    uint32_t length = 0;
    while (reader.at(offset + 4, 4, length) && length <= bytes.size - offset - 8) {
        if (std::memcmp(bytes.data + offset, "EXIF", 4) == 0) {
            return tiff_orientation(without_prefix(Bytes{bytes.data + offset + 8, length}));
        }
        offset += 8 + static_cast<size_t>(length) + (length & 1);
        if (offset > bytes.size) return 1;
    }
    return 1;
}

} // namespace

int exif_orientation(Bytes bytes, tlv_format format) {
    switch (format) {
    case TLV_FORMAT_JPEG: return jpeg_orientation(bytes);
    case TLV_FORMAT_PNG: return png_orientation(bytes);
    case TLV_FORMAT_WEBP: return webp_orientation(bytes);
    default: return 1;
    }
}

void turn_upright(const SourcePicture& source, int orientation, uint8_t* planes) {
    const bool swapped = swaps_sides(orientation);
    // What each orientation means for the way back from an upright place to a stored one.
    const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const Picture upright{planes, swapped ? source.height : source.width, swapped ? source.width : source.height, source.channels};
    for (int channel = 0; channel < source.channels; ++channel) {
        for (int y = 0; y < upright.height; ++y) {
            uint8_t* row = upright.row(channel, y);
            for (int x = 0; x < upright.width; ++x) {
                const int across = swapped ? y : x, down = swapped ? x : y;
                row[x] = source.row(channel, from_bottom ? source.height - 1 - down : down)[from_right ? source.width - 1 - across : across];
            }
        }
    }
}

} // namespace tlv
