// libpng's reader or writer with an error handler that reports instead of ending the process.
#pragma once

#include "codec.h"

#include <csetjmp>
#include <cstdio>
#include <png.h>

namespace tlv {

// libpng must not get control back after an error, so the handler jumps to png_jmpbuf. The frame that called setjmp,
// and every frame between it and libpng, owns nothing with a destructor.
struct PngErrors {
    char text[200] = "";
    bool truncated = false;

    static void fail(png_structp png, png_const_charp message) {
        auto* errors = static_cast<PngErrors*>(png_get_error_ptr(png));
        std::snprintf(errors->text, sizeof errors->text, "%s", message);
        png_longjmp(png, 1);
    }
    static void ignore(png_structp, png_const_charp) {}
};

} // namespace tlv
