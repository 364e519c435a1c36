// Sizes in a trace. Managed numbers do not remember that they were a tensor's size, so that a trace holds them as constants. What they were is
// found by recording the same program for other sizes of the inputs: a number that changed is looked for among the sizes of the tensors before
// it, which changed as well, and becomes an expression of theirs.
#include "jit_trace.h"

#include <torch/csrc/jit/ir/constants.h>

#include <cstring>
#include <sstream>
#include <unordered_map>

namespace torchlight {
namespace script {
namespace {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

// One number for each recording, the first being that of the trace itself.
using Numbers = std::vector<int64_t>;

void collect(Block* block, std::vector<Node*>& nodes) {
    for (auto* node : block->nodes()) {
        nodes.push_back(node);
        for (auto* inner : node->blocks()) {
            collect(inner, nodes);
        }
    }
}

std::vector<Node*> nodes_of(Graph& graph) {
    std::vector<Node*> nodes;
    collect(graph.block(), nodes);
    return nodes;
}

bool same_steps(const std::vector<Node*>& left, const std::vector<Node*>& right) {
    if (left.size() != right.size()) {
        return false;
    }
    for (size_t i = 0; i < left.size(); i++) {
        if (left[i]->kind() != right[i]->kind() || left[i]->outputs().size() != right[i]->outputs().size() ||
            left[i]->inputs().size() != right[i]->inputs().size()) {
            return false;
        }
    }
    return true;
}

bool changes(const Numbers& numbers) {
    for (const int64_t number : numbers) {
        if (number != numbers.front()) {
            return true;
        }
    }
    return false;
}

bool same_bytes(const at::Tensor& left, const at::Tensor& right) {
    if (left.is_same(right)) {
        return true;
    }
    return left.scalar_type() == right.scalar_type() && left.sizes() == right.sizes() && left.layout() == at::kStrided &&
           right.layout() == at::kStrided && left.is_cpu() && right.is_cpu() && left.is_contiguous() && right.is_contiguous() &&
           (left.nbytes() == 0 || std::memcmp(left.data_ptr(), right.data_ptr(), left.nbytes()) == 0);
}

bool same_constant(const c10::IValue& left, const c10::IValue& right) {
    if (left.isTensor() && right.isTensor()) {
        return left.toTensor().defined() == right.toTensor().defined() && (!left.toTensor().defined() || same_bytes(left.toTensor(), right.toTensor()));
    }
    if (left.tagKind() != right.tagKind()) {
        return false;
    }
    std::ostringstream one, other;
    one << left;
    other << right;
    return one.str() == other.str();
}

// The dimensions of a tensor with their sizes in all recordings; empty where one of them does not say, or where none changes.
using Shape = std::vector<Numbers>;

Shape shape_of(const std::vector<Value*>& value) {
    Shape shape;
    bool any = false;
    for (size_t r = 0; r < value.size(); r++) {
        const auto type = value[r]->type()->cast<c10::TensorType>();
        const auto sizes = type ? type->sizes().concrete_sizes() : decltype(type->sizes().concrete_sizes())();
        if (!sizes.has_value() || (r > 0 && sizes->size() != shape.size())) {
            return {};
        }
        shape.resize(sizes->size());
        for (size_t d = 0; d < sizes->size(); d++) {
            shape[d].push_back((*sizes)[d]);
        }
    }
    for (const auto& numbers : shape) {
        any = any || changes(numbers);
    }
    return any ? shape : Shape();
}

// The product of a tensor's sizes in some dimensions, times factor, by divisor rounded down, plus offset.
struct Expression {
    Value* tensor = nullptr;
    std::vector<int64_t> dims;
    int64_t factor = 1;
    int64_t divisor = 1;
    int64_t offset = 0;
};

// Whether the numbers are whole multiples of the sizes in every recording, or the sizes by a whole number.
bool is_multiple(const Numbers& numbers, const Numbers& sizes, Expression& found) {
    const int64_t number = numbers.front(), size = sizes.front();
    if (number <= 0 || size <= 0) {
        return false;
    }
    found.factor = number % size == 0 ? number / size : 1;
    found.divisor = number % size == 0 ? 1 : size / number;
    if (found.divisor == 0) {
        return false;
    }
    for (size_t r = 0; r < numbers.size(); r++) {
        if (numbers[r] != found.factor * sizes[r] / found.divisor) {
            return false;
        }
    }
    return true;
}

bool is_linear(const Numbers& numbers, const Numbers& sizes, Expression& found) {
    for (size_t r = 1; r < numbers.size(); r++) {
        const int64_t rise = numbers[r] - numbers.front(), run = sizes[r] - sizes.front();
        if (run != 0) {
            if (rise % run != 0 || rise == 0) {
                return false;
            }
            found.factor = rise / run;
            found.offset = numbers.front() - found.factor * sizes.front();
            break;
        }
    }
    for (size_t r = 0; r < numbers.size(); r++) {
        if (numbers[r] != found.factor * sizes[r] + found.offset) {
            return false;
        }
    }
    return true;
}

Numbers product(const Shape& shape, const std::vector<int64_t>& dims) {
    Numbers all(shape.front().size(), 1);
    for (const int64_t dim : dims) {
        for (size_t r = 0; r < all.size(); r++) {
            all[r] *= shape[static_cast<size_t>(dim)][r];
        }
    }
    return all;
}

// Dimensions whose sizes are looked at together: neighbours first, since those are what programs merge.
std::vector<std::vector<int64_t>> groups_of(size_t dim) {
    const auto count = static_cast<int64_t>(dim);
    std::vector<std::vector<int64_t>> groups;
    for (int64_t first = 0; first < count; first++) {
        std::vector<int64_t> group{first};
        for (int64_t last = first + 1; last < count; last++) {
            group.push_back(last);
            groups.push_back(group);
        }
    }
    for (int64_t first = 0; first < count; first++) {
        for (int64_t other = first + 2; other < count; other++) {
            groups.push_back({first, other});
        }
    }
    return groups;
}

enum class Form { Size, Multiple, Product, Linear };

class Generalizer {
public:
    Generalizer(Graph& graph, const std::vector<Probe>& probes) : graph_(graph) {
        recordings_.push_back(nodes_of(graph));
        graphs_.push_back(&graph);
        for (const auto& probe : probes) {
            auto nodes = nodes_of(*probe.graph);
            if (same_steps(recordings_.front(), nodes)) {
                recordings_.push_back(std::move(nodes));
                graphs_.push_back(probe.graph.get());
                names_.push_back(probe.name);
            } else {
                found_.notes.push_back("for other sizes of " + probe.name +
                                       " the operations themselves are others, because the program has sizes in conditions or loops: the trace "
                                       "holds what was done for the size of the example");
            }
        }
    }

    Generalized run() {
        if (recordings_.size() > 1) {
            read_shapes();
            const auto nodes = recordings_.front();
            for (size_t i = 0; i < nodes.size(); i++) {
                if (nodes[i]->kind() == c10::prim::Constant) {
                    generalize(i);
                }
            }
        }
        return std::move(found_);
    }

private:
    void read_shapes() {
        for (size_t i = 0; i < graph_.inputs().size(); i++) {
            std::vector<Value*> value;
            for (auto* graph : graphs_) {
                value.push_back(graph->inputs()[i]);
            }
            add_shape(value);
        }
        for (size_t i = 0; i < recordings_.front().size(); i++) {
            for (size_t o = 0; o < recordings_.front()[i]->outputs().size(); o++) {
                std::vector<Value*> value;
                for (const auto& nodes : recordings_) {
                    value.push_back(nodes[i]->outputs()[o]);
                }
                add_shape(value);
            }
        }
    }

    void add_shape(const std::vector<Value*>& value) {
        auto shape = shape_of(value);
        if (!shape.empty()) {
            shapes_.emplace(value.front(), std::move(shape));
        }
    }

    void generalize(size_t place) {
        std::vector<c10::IValue> values;
        bool same = true;
        for (const auto& nodes : recordings_) {
            values.push_back(*torch::jit::toIValue(nodes[place]->output()));
            same = same && same_constant(values.front(), values.back());
        }
        if (same) {
            return;
        }
        auto* constant = recordings_.front()[place];
        Numbers numbers;
        for (const auto& value : values) {
            if (!value.isInt()) {
                note(constant, values);
                return;
            }
            numbers.push_back(value.toInt());
        }
        const auto tensors = tensors_before(place);
        Expression found;
        for (const Form form : {Form::Size, Form::Multiple, Form::Product, Form::Linear}) {
            if (find(tensors, numbers, form, found)) {
                constant->output()->replaceAllUsesWith(write(found, constant));
                found_.count++;
                return;
            }
        }
        note(constant, values);
    }

    // What is computed before a constant and has sizes that change: first what the operator takes beside it, then what is in the same module,
    // then the rest, the nearest first.
    std::vector<Value*> tensors_before(size_t place) const {
        const auto& nodes = recordings_.front();
        auto* constant = nodes[place];
        std::vector<Value*> tensors, elsewhere;
        const auto add = [&](Value* value, std::vector<Value*>& list) {
            if (shapes_.count(value) != 0) {
                list.push_back(value);
            }
        };
        for (auto* input : consumer(constant)->inputs()) {
            add(input, tensors);
        }
        for (size_t i = place; i-- > 0;) {
            for (auto* output : nodes[i]->outputs()) {
                add(output, nodes[i]->owningBlock() == constant->owningBlock() ? tensors : elsewhere);
            }
        }
        tensors.insert(tensors.end(), elsewhere.begin(), elsewhere.end());
        for (auto* input : graph_.inputs()) {
            add(input, tensors);
        }
        return tensors;
    }

    // The operator that gets a constant, through the list that it stands in.
    static Node* consumer(Node* constant) {
        Node* user = constant;
        do {
            if (user->outputs().empty() || user->output()->uses().empty()) {
                return user;
            }
            user = user->output()->uses().front().user;
        } while (user->kind() == c10::prim::ListConstruct);
        return user;
    }

    bool find(const std::vector<Value*>& tensors, const Numbers& numbers, Form form, Expression& found) const {
        for (auto* tensor : tensors) {
            const Shape& shape = shapes_.at(tensor);
            std::vector<std::vector<int64_t>> groups;
            if (form == Form::Product) {
                groups = groups_of(shape.size());
            } else {
                for (size_t d = 0; d < shape.size(); d++) {
                    groups.push_back({static_cast<int64_t>(d)});
                }
            }
            for (auto& dims : groups) {
                const Numbers sizes = product(shape, dims);
                found = Expression();
                found.tensor = tensor;
                found.dims = dims;
                if (changes(sizes) && (form == Form::Size     ? numbers == sizes
                                       : form == Form::Linear ? is_linear(numbers, sizes, found)
                                                              : is_multiple(numbers, sizes, found))) {
                    return true;
                }
            }
        }
        return false;
    }

    Value* write(const Expression& expression, Node* before) {
        const torch::jit::WithInsertPoint guard(before);
        const auto apply = [&](c10::Symbol operation, Value* value, int64_t number) { return graph_.insert(operation, {value, number}); };
        Value* value = nullptr;
        for (const int64_t dim : expression.dims) {
            auto* size = apply(c10::aten::size, expression.tensor, dim);
            value = value == nullptr ? size : graph_.insert(c10::aten::mul, {value, size});
        }
        if (expression.factor != 1) {
            value = apply(c10::aten::mul, value, expression.factor);
        }
        if (expression.divisor != 1) {
            value = apply(c10::aten::floordiv, value, expression.divisor);
        }
        return expression.offset != 0 ? apply(c10::aten::add, value, expression.offset) : value;
    }

    void note(Node* constant, const std::vector<c10::IValue>& values) {
        std::ostringstream text;
        const bool is_tensor = values.front().isTensor();
        if (is_tensor) {
            text << "a tensor of the program's own";
        } else {
            text << "the value " << values.front();
        }
        text << " that " << consumer(constant)->kind().toQualString() << " takes is another one for other sizes of ";
        bool first = true;
        for (size_t r = 1; r < values.size(); r++) {
            if (!same_constant(values.front(), values[r])) {
                text << (first ? "" : ", ") << names_[r - 1];
                first = false;
            }
        }
        text << (is_tensor ? "" : ", and no expression of sizes was found that gives it") << ": the trace holds that of the example";
        found_.notes.push_back(text.str());
    }

    Graph& graph_;
    std::vector<Graph*> graphs_;
    std::vector<std::vector<Node*>> recordings_;
    std::unordered_map<Value*, Shape> shapes_;
    std::vector<std::string> names_; // of the recordings behind the first
    Generalized found_;
};

} // namespace

Generalized generalize_sizes(Graph& graph, const std::vector<Probe>& probes) {
    return Generalizer(graph, probes).run();
}

} // namespace script
} // namespace torchlight
