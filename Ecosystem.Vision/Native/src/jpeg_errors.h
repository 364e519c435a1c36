// libjpeg's error manager, made to report instead of ending the process.
#pragma once

#include <csetjmp>
#include <cstdio>

extern "C" {
#include <jpeglib.h>
}
#include <jerror.h>

namespace tlv {

// libjpeg calls error_exit on a fatal error and must not get control back, so that jumps to `jump`. The frame that
// called setjmp, and every frame between it and libjpeg, owns nothing with a destructor.
struct JpegErrors {
    jpeg_error_mgr manager; // first: libjpeg hands back a pointer to it
    std::jmp_buf jump;
    bool truncated;
    bool out_of_memory;
    char text[JMSG_LENGTH_MAX];

    static JpegErrors& of(j_common_ptr codec) { return *reinterpret_cast<JpegErrors*>(codec->err); }

    jpeg_error_mgr* install() {
        jpeg_std_error(&manager);
        truncated = out_of_memory = false;
        text[0] = '\0';
        manager.error_exit = [](j_common_ptr codec) {
            JpegErrors& errors = of(codec);
            codec->err->format_message(codec, errors.text);
            errors.out_of_memory = codec->err->msg_code == JERR_OUT_OF_MEMORY;
            std::longjmp(errors.jump, 1);
        };
        // Warnings, such as stray bytes between markers, are what every decoder lives with; nothing is printed.
        manager.emit_message = [](j_common_ptr, int) {};
        manager.output_message = [](j_common_ptr) {};
        return &manager;
    }
};

} // namespace tlv
