// Answers questions to RE2, the regular expressions behind torchtext's tokenizers. Strings go in and out as a 32-bit length and their bytes:
// "replace", pattern, replacement, text -> the text after GlobalReplace; "find", pattern, text -> how many matches, and the first group of each.
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <re2/re2.h>

static bool read(std::string& text) {
    std::uint32_t length = 0;
    if (std::fread(&length, sizeof length, 1, stdin) != 1) {
        return false;
    }
    text.resize(length);
    return std::fread(text.data(), 1, length, stdin) == length;
}

static void write(const std::string& text) {
    const auto length = static_cast<std::uint32_t>(text.size());
    std::fwrite(&length, sizeof length, 1, stdout);
    std::fwrite(text.data(), 1, length, stdout);
}

int main() {
    std::string question, pattern, replacement, text;
    while (read(question) && read(pattern)) {
        const RE2 expression(pattern, RE2::Quiet);
        if (question == "replace") {
            if (!read(replacement) || !read(text)) {
                return 1;
            }
            if (expression.ok()) {
                RE2::GlobalReplace(&text, expression, replacement);
            }
            write(expression.ok() ? text : "wrong pattern: " + expression.error());
        } else {
            if (!read(text)) {
                return 1;
            }
            std::vector<std::string> found;
            std::string word;
            for (re2::StringPiece rest(text); RE2::FindAndConsume(&rest, expression, &word);) {
                found.push_back(word);
            }
            write(std::to_string(found.size()));
            for (const auto& each : found) {
                write(each);
            }
        }
        std::fflush(stdout);
    }
    return 0;
}
