// The EXIF orientation of a picture, and the turning that it asks for.
#pragma once

#include "codec.h"

namespace tlv {

// 1 to 8; 1 where the file says nothing, or nothing sensible.
int exif_orientation(Bytes bytes, tlv_format format);

// Orientations 5 to 8 exchange width and height.
inline bool swaps_sides(int orientation) { return orientation >= 5; }

// Writes `source` turned upright to `planes`, which has the same size.
void turn_upright(const SourcePicture& source, int orientation, uint8_t* planes);

} // namespace tlv
