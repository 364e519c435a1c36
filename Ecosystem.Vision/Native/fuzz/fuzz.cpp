// Decodes mutated and truncated pictures: torchlight_vision_fuzz ITERATIONS SEED FILE...
// Each file is mutated ITERATIONS times. Built with AddressSanitizer and UndefinedBehaviorSanitizer, which end the
// program at the first misstep; it ends well when every input was decoded or refused.
#include "torchlight_vision.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

using Data = std::vector<uint8_t>;

size_t below(std::mt19937_64& random, size_t limit) { return static_cast<size_t>(random() % std::max<size_t>(limit, 1)); }

uint32_t crc(const uint8_t* data, size_t size) {
    uint32_t value = 0xffffffffu;
    for (size_t i = 0; i < size; ++i) {
        value ^= data[i];
        for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ (0xedb88320u & (0u - (value & 1u)));
    }
    return ~value;
}

// Without this libpng would turn down nearly every mutated chunk at its checksum and nothing behind it would be tried.
void mend_png(Data& data) {
    for (size_t offset = 8; offset + 12 <= data.size();) {
        const size_t length = (size_t{data[offset]} << 24) | (size_t{data[offset + 1]} << 16) | (size_t{data[offset + 2]} << 8) | data[offset + 3];
        if (length > data.size() - offset - 12) return;
        const uint32_t value = crc(&data[offset + 4], length + 4);
        for (size_t i = 0; i < 4; ++i) data[offset + 8 + length + i] = static_cast<uint8_t>(value >> (24 - 8 * i));
        offset += 12 + length;
    }
}

Data mutate(const Data& original, std::mt19937_64& random) {
    Data data = original;
    const size_t changes = below(random, 12);
    for (size_t i = 0; i < changes && !data.empty(); ++i) {
        // Headers decide most, so half of the changes fall among the first bytes.
        const size_t place = random() % 2 ? below(random, std::min<size_t>(data.size(), 700)) : below(random, data.size());
        switch (random() % 6) {
        case 0: data[place] = static_cast<uint8_t>(random()); break;
        case 1: data[place] ^= static_cast<uint8_t>(1u << (random() % 8)); break;
        case 2: data[place] = random() % 2 ? 0xff : 0x00; break;
        case 3: data.erase(data.begin() + static_cast<std::ptrdiff_t>(place), data.begin() + static_cast<std::ptrdiff_t>(std::min(data.size(), place + 1 + below(random, 16)))); break;
        case 4: data.insert(data.begin() + static_cast<std::ptrdiff_t>(place), 1 + below(random, 16), static_cast<uint8_t>(random())); break;
        default: {
            const size_t length = std::min(data.size() - place, below(random, 64));
            const size_t from = below(random, data.size() - length);
            std::memmove(&data[place], &data[from], length);
        }
        }
    }
    if (random() % 3 == 0) data.resize(below(random, data.size() + 1));
    if (random() % 4 != 0 && data.size() > 8 && data[0] == 0x89) mend_png(data);
    return data;
}

struct Tally {
    long decoded = 0, refused = 0;
};

void decode(const Data& data, std::mt19937_64& random, Tally& tally) {
    tlv_decode_options options{};
    options.max_pixels = 1 << 20;
    options.mode = static_cast<int32_t>(random() % 5);
    options.apply_orientation = static_cast<int32_t>(random() % 2);
    options.scale_eighths = static_cast<int32_t>(random() % 9);
    char message[300];
    tlv_image image{};
    const auto size = static_cast<int64_t>(data.size());
    int32_t status = tlv_probe(data.data(), size, &options, &image, message, sizeof message);
    if (status == TLV_OK) {
        Data planes(static_cast<size_t>(image.width) * static_cast<size_t>(image.height) * static_cast<size_t>(image.channels));
        status = tlv_decode(data.data(), size, &options, planes.data(), static_cast<int64_t>(planes.size()), message, sizeof message);
    }
    ++(status == TLV_OK ? tally.decoded : tally.refused);
    if (status == TLV_INTERNAL || (status != TLV_OK && message[0] == '\0')) {
        std::fprintf(stderr, "status %d: '%s'\n", status, message);
        std::exit(1);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: %s ITERATIONS SEED FILE...\n", argv[0]);
        return 2;
    }
    const long iterations = std::atol(argv[1]);
    std::mt19937_64 random(std::strtoull(argv[2], nullptr, 10));
    for (int i = 3; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const Data original((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        Tally tally;
        for (long n = 0; n < iterations; ++n) decode(mutate(original, random), random, tally);
        std::printf("%s: %ld decoded, %ld refused\n", argv[i], tally.decoded, tally.refused);
    }
    return 0;
}
