// The code of a script as a graph that the managed side reads, and runs node by node.
#include "jit.h"
#include "torchlight_graph.h"

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/freeze_module.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/runtime/operator.h>

#include <set>

using torchlight::script::scripted;
using torchlight::script::take;

namespace {

using torch::jit::Block;
using torch::jit::Node;
using torch::jit::Value;

struct GraphHandle : torchlight::script::Handle {
    explicit GraphHandle(std::shared_ptr<torch::jit::Graph> held) : graph(std::move(held)) { number(graph->block()); }

    void number(Block* block) {
        for (auto* node : block->nodes()) {
            nodes.push_back(node);
            for (auto* inner : node->blocks()) {
                number(inner);
            }
        }
    }

    std::shared_ptr<torch::jit::Graph> graph;
    std::vector<Node*> nodes;
};

c10::IValue numbers(at::ArrayRef<const Value*> values) {
    c10::List<int64_t> list;
    for (const auto* value : values) {
        list.push_back(static_cast<int64_t>(value->unique()));
    }
    return list;
}

c10::IValue names_of_arguments(const Node* node) {
    c10::List<std::string> names;
    if (const auto* schema = node->maybeSchema()) {
        for (const auto& argument : schema->arguments()) {
            names.push_back(argument.name());
        }
    }
    return names;
}

// What is neither data nor a list of data (functions, classes) is left out: whoever needs it will not find it.
bool is_data(const c10::IValue& value) {
    return value.isNone() || value.isTensor() || value.isScalar() || value.isString() || value.isDevice() || value.isTuple() || value.isList() ||
           value.isGenericDict() || value.isEnum();
}

c10::IValue attribute_of(const Node* node) {
    if (node->kind() == c10::prim::Constant) {
        const auto value = torch::jit::toIValue(node->output());
        return value && is_data(*value) ? *value : c10::IValue();
    }
    return node->hasAttribute(c10::attr::name) ? c10::IValue(node->s(c10::attr::name)) : c10::IValue();
}

// A trace keeps the numbers of a program as tensors without dimensions, which take other types than such tensors do: what is no module's own
// becomes a number again.
void mark_numbers(const torch::jit::Module& module, Block* block) {
    std::set<const void*> own;
    for (const auto& value : module.attributes()) {
        if (value.isTensor() && value.toTensor().defined() && value.toTensor().has_storage()) {
            own.insert(value.toTensor().storage().data());
        }
    }
    for (auto* node : block->nodes()) {
        for (auto* inner : node->blocks()) {
            mark_numbers(module, inner);
        }
        const auto value = node->kind() == c10::prim::Constant ? attribute_of(node) : c10::IValue();
        if (value.isTensor() && value.toTensor().defined() && value.toTensor().dim() == 0 && value.toTensor().is_cpu()) {
            const auto tensor = value.toTensor();
            const bool is_number = tensor.scalar_type() == at::kDouble || tensor.scalar_type() == at::kLong;
            if (is_number && own.count(tensor.storage().data()) == 0) {
                tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
            }
        }
    }
}

std::string line_of(const Node* node) {
    const auto range = node->sourceRange();
    const auto place = range.file_line_col();
    return place ? std::get<0>(*place) + ":" + std::to_string(std::get<1>(*place)) : std::string();
}

struct Describer {
    int64_t next = 0;

    c10::IValue block(const Block* described, size_t first_input) {
        c10::impl::GenericList inputs(c10::AnyType::get());
        for (size_t i = first_input; i < described->inputs().size(); i++) {
            const auto* input = described->inputs()[i];
            inputs.push_back(static_cast<int64_t>(input->unique()));
            inputs.push_back(input->debugName());
            inputs.push_back(input->type()->annotation_str());
        }
        c10::impl::GenericList nodes(c10::AnyType::get());
        for (const auto* node : described->nodes()) {
            nodes.push_back(describe(node));
        }
        return c10::ivalue::Tuple::create({inputs, nodes, numbers(described->outputs())});
    }

    c10::IValue describe(const Node* node) {
        const int64_t index = next++;
        c10::impl::GenericList blocks(c10::AnyType::get());
        for (const auto* inner : node->blocks()) {
            blocks.push_back(block(inner, 0));
        }
        const auto* schema = node->maybeSchema();
        return c10::ivalue::Tuple::create({index, std::string(node->kind().toQualString()), schema ? schema->overload_name() : std::string(),
                                           names_of_arguments(node), numbers(node->inputs()), numbers(node->outputs()), attribute_of(node),
                                           line_of(node), torch::jit::utils::getNodesModuleHierarchy(*node), blocks});
    }
};

} // namespace

int32_t tl_jit_graph(void* object, void** graph) {
    *graph = nullptr;
    return scripted([&] {
        auto evaluated = torchlight::script::module_of(object).clone(/*inplace=*/true);
        for (const auto& module : evaluated.modules()) {
            if (const auto slot = module.type()->findAttributeSlot("training")) {
                module._ivalue()->setSlot(*slot, false);
            }
        }
        const auto frozen = torch::jit::freeze_module(evaluated);
        auto code = frozen.get_method("forward").graph()->copy();
        torch::jit::Inline(*code);
        torch::jit::EliminateDeadCode(code);
        mark_numbers(evaluated, code->block());
        *graph = torchlight::script::give(new GraphHandle(std::move(code)));
    });
}

int32_t tl_jit_graph_describe(void* graph, tl_value* description) {
    *description = tl_value();
    return scripted([&] { torchlight::script::from_ivalue(Describer().block(take<GraphHandle>(graph).graph->block(), 1), description); });
}

int32_t tl_jit_graph_run(void* graph, int64_t index, const tl_value* inputs, int32_t count, tl_value* outputs) {
    *outputs = tl_value();
    return scripted([&] {
        const auto& nodes = take<GraphHandle>(graph).nodes;
        TORCH_CHECK_INDEX(index >= 0 && index < static_cast<int64_t>(nodes.size()), "the graph has ", nodes.size(), " nodes, none is number ", index);
        const auto* node = nodes[static_cast<size_t>(index)];
        TORCH_CHECK_VALUE(node->blocks().empty() && node->inputs().size() == static_cast<size_t>(count), node->kind().toQualString(),
                          " cannot be run with ", count, " values");
        torch::jit::Stack stack;
        for (int32_t i = 0; i < count; i++) {
            stack.push_back(torchlight::script::to_ivalue(inputs[i], node->inputs()[static_cast<size_t>(i)]->type()));
        }
        node->getOperation()(stack);
        torchlight::script::from_ivalue(c10::ivalue::Tuple::create(std::move(stack)), outputs);
    });
}
