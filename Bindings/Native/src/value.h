// Tagged values to c10::IValue and back.
#pragma once

#include "shim.h"

namespace torchlight {

// `type` is the schema's type of the argument: it tells an int list from a SymInt list, a Scalar from a float.
c10::IValue to_ivalue(const tl_value& value, const c10::Type& type);
// Hands a result over; tensors and lists in it become the caller's.
void from_ivalue(c10::IValue&& value, tl_value* result);

} // namespace torchlight
