// Stands in where a package of libtorch does not bring this library, which ATen/functorch/Interpreter.h (2.8 on) includes to write
// interpreters down as text. Nothing here does so: what is declared is never defined.
#pragma once

#include <string>

namespace nlohmann {

class json {
public:
    json();
    template <typename T>
    explicit json(const T& value);
    template <typename T>
    T get() const;
    std::string dump() const;
    static json parse(const std::string& text);
};

} // namespace nlohmann
