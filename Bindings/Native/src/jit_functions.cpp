// Functions of TorchScript: compiled from text, run, and shown.
#include "jit.h"

#include <torch/csrc/jit/frontend/resolver.h>
#include <torch/csrc/jit/frontend/schema_matching.h>
#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/python/update_graph_executor_opt.h>
#include <torch/csrc/jit/serialization/python_print.h>
#include <torch/jit.h>

#include <sstream>

using torchlight::guarded;
using torchlight::script::ObjectHandle;
using torchlight::script::scripted;
using torchlight::script::take;
using torchlight::script::UnitHandle;

namespace {

constexpr const char* Call = "__call__";
constexpr const char* Forward = "forward";

// A function of a unit, or a method with the object that it belongs to.
struct Target {
    torch::jit::Function* function;
    torchlight::script::ObjectPtr self;

    size_t implicit() const { return self ? 1 : 0; }
};

Target find(void* handle, const std::string& name) {
    auto* base = static_cast<torchlight::script::Handle*>(handle);
    Target target{};
    TORCH_CHECK_VALUE(!name.empty(), "the name of a function is empty");
    if (auto* object = dynamic_cast<ObjectHandle*>(base)) {
        target.self = object->object;
        target.function = object->object->type()->findMethod(name);
        TORCH_CHECK_VALUE(target.function != nullptr, object->object->type()->repr_str(), " has no method '", name, "'");
    } else {
        target.function = take<UnitHandle>(handle).unit->find_function(c10::QualifiedName(name));
        TORCH_CHECK_VALUE(target.function != nullptr, "the compilation unit has no function '", name, "'");
    }
    return target;
}

c10::TypePtr type_at(const c10::FunctionSchema& schema, size_t index) {
    return index < schema.arguments().size() ? schema.arguments()[index].type() : c10::TypePtr(c10::AnyType::get());
}

torch::jit::Kwargs to_keywords(const c10::FunctionSchema& schema, const tl_value* values, const char* const* names, int32_t count) {
    torch::jit::Kwargs keywords;
    for (int32_t i = 0; i < count; i++) {
        const auto index = schema.argumentIndexWithName(names[i]);
        TORCH_CHECK_VALUE(index.has_value(), schema.name(), "() has no argument '", names[i], "'");
        keywords.emplace(names[i], torchlight::script::to_ivalue(values[i], type_at(schema, static_cast<size_t>(*index))));
    }
    return keywords;
}

// Into a trace a script goes as one call of it, conditions and loops included, as Python's traces have it.
c10::IValue run_in_trace(const Target& target, torch::jit::Stack stack, const torch::jit::Kwargs& named) {
    namespace tracer = torch::jit::tracer;
    if (target.self) {
        stack.insert(stack.begin(), target.self);
    }
    target.function->getSchema().checkAndNormalizeInputs(stack, named);
    const auto state = tracer::getTracingState();
    std::vector<torch::jit::NamedValue> values;
    for (const auto& input : stack) {
        values.emplace_back(state->getValue(input));
    }
    auto& graph = *state->graph;
    const auto matched = torch::jit::matchSchema(target.function->getSchema(), torch::jit::SourceRange(), graph, values, {});
    auto* value = target.self ? graph.insertMethodCall(target.function->name(), matched) : graph.insertFunctionCall(target.function, matched);
    struct Pause {
        std::function<void()> resume = tracer::pauseTracing();
        ~Pause() { resume(); }
    };
    {
        const Pause pause;
        target.function->run(stack);
    }
    tracer::setValueTrace(stack.back(), value);
    return std::move(stack.back());
}

} // namespace

int32_t tl_jit_compile(const char* source, void** unit) {
    *unit = nullptr;
    return scripted([&] { *unit = torchlight::script::give(new UnitHandle(torch::jit::compile(source))); });
}

int32_t tl_jit_define(void* handle, const char* source) {
    return scripted([&] {
        auto* base = static_cast<torchlight::script::Handle*>(handle);
        if (auto* object = dynamic_cast<ObjectHandle*>(base)) {
            torch::jit::Object(object->object).define(source);
        } else {
            take<UnitHandle>(handle).unit->define({}, source, torch::jit::nativeResolver(), nullptr);
        }
    });
}

int32_t tl_jit_run(void* handle, const char* name, const tl_value* arguments, int32_t count, const char* const* keywords,
                   int32_t keyword_count, tl_value* result) {
    *result = tl_value();
    return scripted([&] {
        const bool is_call = std::string(name) == Call;
        const Target target = find(handle, is_call ? Forward : name);
        const auto& schema = target.function->getSchema();
        const int32_t positional = count - keyword_count;
        std::vector<c10::IValue> inputs;
        inputs.reserve(static_cast<size_t>(positional) + target.implicit());
        for (int32_t i = 0; i < positional; i++) {
            inputs.push_back(
                torchlight::script::to_ivalue(arguments[i], type_at(schema, static_cast<size_t>(i) + target.implicit())));
        }
        const auto named = to_keywords(schema, arguments + positional, keywords, keyword_count);
        c10::IValue output;
        if (torch::jit::tracer::isTracing()) {
            output = run_in_trace(target, std::move(inputs), named);
        } else if (is_call && (!target.self->type()->getForwardPreHooks().empty() || !target.self->type()->getForwardHooks().empty())) {
            TORCH_CHECK_VALUE(named.empty(), "a module with scripted hooks takes no arguments by name");
            output = torch::jit::Module(target.self)(std::move(inputs));
        } else if (target.self) {
            output = torch::jit::Method(target.self, target.function)(std::move(inputs), named);
        } else {
            output = (*target.function)(std::move(inputs), named);
        }
        torchlight::script::from_ivalue(output, result);
    });
}

int32_t tl_jit_functions(void* handle, tl_value* names) {
    return guarded([&] {
        auto* base = static_cast<torchlight::script::Handle*>(handle);
        const auto* object = dynamic_cast<ObjectHandle*>(base);
        std::vector<std::string> found;
        for (const auto* function : object != nullptr ? object->object->type()->methods() : take<UnitHandle>(handle).unit->get_functions()) {
            found.push_back(function->name());
        }
        torchlight::script::from_strings(found, names);
    });
}

int32_t tl_jit_text(void* handle, const char* function, int32_t kind, char** text) {
    *text = nullptr;
    return scripted([&] {
        const Target target = find(handle, function);
        std::ostringstream out;
        if (kind == TL_JIT_SCHEMA) {
            out << target.function->getSchema();
        } else if (kind == TL_JIT_CODE) {
            std::vector<c10::IValue> constants;
            torch::jit::PrintDepsTable dependencies;
            torch::jit::PythonPrint printer(constants, dependencies);
            if (target.self) {
                printer.printMethod(*target.function);
            } else {
                printer.printFunction(*target.function);
            }
            out << printer.str();
        } else {
            auto graph = torch::jit::toGraphFunction(*target.function).graph();
            if (kind == TL_JIT_INLINED_GRAPH) {
                graph = graph->copy();
                torch::jit::Inline(*graph);
            }
            out << *graph;
        }
        *text = torchlight::copy_text(out.str());
    });
}

int32_t tl_jit_signature(void* handle, const char* function, int32_t* inputs, int32_t* outputs) {
    return guarded([&] {
        const Target target = find(handle, function);
        const auto& schema = target.function->getSchema();
        *inputs = static_cast<int32_t>(schema.arguments().size() - target.implicit());
        *outputs = static_cast<int32_t>(schema.returns().size());
    });
}

int32_t tl_jit_type(void* handle, const char* function, int32_t index, void** type) {
    *type = nullptr;
    return guarded([&] {
        const Target target = find(handle, function);
        const auto& schema = target.function->getSchema();
        const auto& side = index < 0 ? schema.returns() : schema.arguments();
        const size_t place = index < 0 ? static_cast<size_t>(-1 - index) : static_cast<size_t>(index) + target.implicit();
        TORCH_CHECK_INDEX(place < side.size(), schema.name(), "() has no ", index < 0 ? "result " : "argument ", index < 0 ? -1 - index : index);
        *type = torchlight::script::give(new torchlight::script::TypeHandle(side[place].type()));
    });
}

int32_t tl_jit_fusion_strategy(const int64_t* pairs, int32_t count, tl_value* previous) {
    *previous = tl_value();
    return guarded([&] {
        torch::jit::FusionStrategy before = torch::jit::getFusionStrategy();
        if (pairs != nullptr) {
            torch::jit::FusionStrategy strategy;
            for (int32_t i = 0; i < count; i++) {
                strategy.emplace_back(pairs[2 * i] == 0 ? torch::jit::FusionBehavior::STATIC : torch::jit::FusionBehavior::DYNAMIC,
                                      static_cast<size_t>(pairs[2 * i + 1]));
            }
            before = torch::jit::setFusionStrategy(strategy);
        }
        c10::List<int64_t> list;
        for (const auto& pair : before) {
            list.push_back(pair.first == torch::jit::FusionBehavior::STATIC ? 0 : 1);
            list.push_back(static_cast<int64_t>(pair.second));
        }
        torchlight::script::from_ivalue(list, previous);
    });
}

int32_t tl_jit_optimized_execution(int32_t enabled, uint8_t* previous) {
    return guarded([&] {
        *previous = torch::jit::getGraphExecutorOptimize() ? 1 : 0;
        if (enabled >= 0) {
            torch::jit::setGraphExecutorOptimize(enabled != 0);
        }
    });
}
