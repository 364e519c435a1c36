// Part of torchlight.h, which has the conventions: the code of a script as a graph that the managed side reads.
#pragma once

#include "torchlight.h"

// --- graphs (jit_graph.cpp) ---
// The code of `forward` in evaluation, everything that it calls put in its place, parameters, buffers and attributes made constants, what does
// not depend on inputs computed. The object stays as it is. Given back with tl_jit_release.
TL_EXPORT int32_t tl_jit_graph(void* object, void** graph);
// A TL_TUPLE (inputs, nodes, outputs) of the graph's block. Inputs are (number, name, type) in turn, in a list, without self; outputs are
// numbers of values. A node is (index, operator, overload, names of arguments, inputs, outputs, attribute, line, module, blocks): an attribute is
// what a constant holds or the name of what is got or set, None elsewhere; line is where the code stands, module the module that runs it, either
// may be empty; blocks are as the graph's own.
TL_EXPORT int32_t tl_jit_graph_describe(void* graph, tl_value* description);
// Runs one node, which has no blocks, on values; its results as a TL_TUPLE. In-place operators change their arguments.
TL_EXPORT int32_t tl_jit_graph_run(void* graph, int64_t node, const tl_value* inputs, int32_t count, tl_value* outputs);
