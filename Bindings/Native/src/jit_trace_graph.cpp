// What a traced graph looks like, for TensorBoard.
#include "jit_trace.h"

#include <torch/csrc/jit/passes/inliner.h>

using torchlight::guarded;
using torchlight::script::module_of;

namespace {

using torch::jit::Node;
using torch::jit::Value;

c10::impl::GenericList any_list() {
    return c10::impl::GenericList(c10::AnyType::get());
}

c10::IValue describe(const Value* value) {
    c10::IValue sizes;
    if (const auto type = value->type()->cast<c10::TensorType>()) {
        if (const auto known = type->sizes().concrete_sizes()) {
            sizes = *known;
        }
    }
    return c10::ivalue::Tuple::create({value->debugName(), sizes, value->type()->kind() == c10::TypeKind::ClassType});
}

c10::IValue describe(at::ArrayRef<const Value*> values) {
    auto list = any_list();
    for (const auto* value : values) {
        list.push_back(describe(value));
    }
    return list;
}

c10::IValue attribute(const Node* node, c10::Symbol name) {
    switch (node->kindOf(name)) {
        case torch::jit::AttributeKind::i:
            return node->i(name);
        case torch::jit::AttributeKind::f:
            return node->f(name);
        case torch::jit::AttributeKind::s:
            return node->s(name);
        case torch::jit::AttributeKind::t:
            return node->t(name);
        case torch::jit::AttributeKind::ival:
            return node->ival(name);
        default:
            return std::string(torch::jit::toString(node->kindOf(name)));
    }
}

c10::IValue describe(const Node* node) {
    c10::impl::GenericDict attributes(c10::StringType::get(), c10::AnyType::get());
    for (const auto name : node->attributeNames()) {
        attributes.insert(std::string(name.toUnqualString()), attribute(node, name));
    }
    auto inputs = any_list();
    for (const auto* input : node->inputs()) {
        inputs.push_back(input->debugName());
    }
    return c10::ivalue::Tuple::create({std::string(node->kind().toQualString()), node->scopeName(), attributes, inputs, describe(node->outputs())});
}

} // namespace

int32_t tl_trace_graph(void* module, const char* name, tl_value* result) {
    *result = tl_value();
    return guarded([&] {
        auto graph = module_of(module).get_method(name).graph()->copy();
        torch::jit::Inline(*graph);
        auto inputs = any_list();
        for (const auto* input : graph->inputs()) {
            if (input->hasUses()) {
                inputs.push_back(describe(input));
            }
        }
        auto nodes = any_list();
        for (const auto* node : graph->nodes()) {
            nodes.push_back(describe(node));
        }
        auto all = any_list();
        all.push_back(inputs);
        all.push_back(describe(static_cast<const torch::jit::Graph&>(*graph).outputs()));
        all.push_back(nodes);
        torchlight::script::from_ivalue(all, result);
    });
}
