// Tracing: libtorch's own tracer records what passes the dispatcher while managed code runs.
#include "jit_trace.h"

#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/csrc/jit/passes/inliner.h>

#include <sstream>

using torchlight::guarded;
using torchlight::script::give;
using torchlight::script::module_of;
using torchlight::script::ProbeHandle;
using torchlight::script::take;
using torchlight::script::UnitHandle;

namespace tracer = torch::jit::tracer;

namespace {

// Ends a recording whose result is the graph as it is, before libtorch makes methods of its parts.
struct Recorded {};

struct Recording {
    const tl_trace_request& request;
    torch::jit::Stack inputs;
    std::vector<std::string> names;
    std::shared_ptr<torch::jit::Graph> graph;
};

// The recording on this thread that wants to hear of values that are read.
thread_local const tl_trace_request* listening = nullptr;

struct Listen {
    explicit Listen(const tl_trace_request& request) { listening = request.on_read != nullptr ? &request : nullptr; }
    Listen(const Listen&) = delete;
    Listen& operator=(const Listen&) = delete;
    ~Listen() { listening = nullptr; }
};

Recording prepare(const tl_trace_request& request) {
    TORCH_CHECK(!tracer::isTracing(), "a trace is under way on this thread, and traces do not nest");
    Recording recording{request, {}, {}, nullptr};
    for (int32_t i = 0; i < request.input_count; i++) {
        recording.inputs.push_back(torchlight::script::to_ivalue(request.inputs[i], c10::AnyType::get()));
        recording.names.emplace_back(request.input_names[i]);
    }
    return recording;
}

torch::jit::Stack compute(const tl_trace_request& request, torch::jit::Stack inputs) {
    tl_value given;
    torchlight::script::from_ivalue(c10::ivalue::Tuple::create(std::move(inputs)), &given);
    c10::IValue output;
    void* failure = nullptr;
    request.body(request.context, &given, &output, &failure);
    if (failure != nullptr) {
        throw torchlight::ManagedError(failure, request.release);
    }
    return {std::move(output)};
}

void check_output(const c10::IValue& value, size_t& place) {
    if (value.isTensor()) {
        place++;
        TORCH_CHECK_VALUE(!value.toTensor().defined() || tracer::getTracingState()->hasValue(value), "output ", place,
                          " does not depend on the inputs, parameters or buffers: the trace would hold a constant in its place");
    } else if (value.isTuple()) {
        for (const auto& item : value.toTupleRef().elements()) {
            check_output(item, place);
        }
    } else if (value.isGenericDict()) {
        for (const auto& entry : value.toGenericDict()) {
            check_output(entry.value(), place);
        }
    } else if (value.isList()) {
        for (const c10::IValue& item : value.toListRef()) {
            check_output(item, place);
        }
    }
}

// None in a result is an undefined tensor to the tracer, which makes it None again.
c10::IValue with_undefined(c10::IValue value) {
    if (value.isNone()) {
        return at::Tensor();
    }
    if (value.isTuple()) {
        std::vector<c10::IValue> items;
        for (const auto& item : value.toTupleRef().elements()) {
            items.push_back(with_undefined(item));
        }
        return c10::ivalue::Tuple::create(std::move(items));
    }
    return value;
}

std::string no_name(const at::Tensor&) {
    return "";
}

std::shared_ptr<torch::jit::Graph> record(Recording& recording, torch::jit::Module* self, const std::function<void(torch::jit::Graph&)>& finish) {
    const tl_trace_request& request = recording.request;
    const auto body = [&](torch::jit::Stack inputs) {
        auto outputs = [&] {
            const Listen listen(request);
            return compute(request, std::move(inputs));
        }();
        size_t place = 0;
        check_output(outputs.front(), place);
        finish(*tracer::getTracingState()->graph);
        return outputs;
    };
    auto traced = tracer::trace(std::move(recording.inputs), body, no_name, request.strict != 0, false, self, recording.names);
    return traced.first->graph;
}

bool depends_on_inputs(const at::Tensor& tensor) {
    const auto& state = tracer::getTracingState();
    if (!state->hasValue(tensor)) {
        return false;
    }
    const auto kind = state->getValue(tensor)->node()->kind();
    return kind != c10::prim::Constant && kind != c10::prim::TracedAttr;
}

} // namespace

namespace torchlight {

void note_read(const at::Tensor& tensor, int32_t kind) {
    if (listening != nullptr && tracer::isTracing() && depends_on_inputs(tensor)) {
        listening->on_read(listening->context, kind);
    }
}

} // namespace torchlight

int32_t tl_trace_module(const char* qualified_name, void* beside, uint8_t training, void** module) {
    *module = nullptr;
    return guarded([&] {
        auto unit = beside == nullptr ? std::make_shared<torch::jit::CompilationUnit>() : module_of(beside)._ivalue()->compilation_unit();
        torch::jit::Module made(c10::QualifiedName(qualified_name), std::move(unit), true);
        made.register_attribute("training", c10::BoolType::get(), training != 0);
        *module = give(made);
    });
}

int32_t tl_trace_member(void* module, int32_t kind, const char* name, const tl_value* value) {
    return guarded([&] {
        auto owner = module_of(module);
        TORCH_CHECK_VALUE(!owner.hasattr(name), "the name '", name, "' is taken: a module of TorchScript has one attribute of a name");
        if (kind == TL_JIT_MODULES) {
            owner.register_module(name, module_of(value->pointer));
        } else {
            owner.register_parameter(name, torchlight::borrow(value->pointer), kind == TL_JIT_BUFFERS);
        }
    });
}

int32_t tl_trace_run(const tl_trace_request* request, void** unit, int64_t* generalized, tl_value* notes) {
    *unit = nullptr;
    *generalized = 0;
    *notes = tl_value();
    return guarded([&] {
        Recording recording = prepare(*request);
        std::vector<torchlight::script::Probe> probes;
        for (int64_t i = 0; i < request->probe_count; i++) {
            probes.push_back({take<ProbeHandle>(request->probes[i]).graph, request->probe_names[i]});
        }
        torchlight::script::Generalized sizes;
        const auto finish = [&](torch::jit::Graph& graph) { sizes = torchlight::script::generalize_sizes(graph, probes); };
        if (request->self != nullptr) {
            auto self = module_of(request->self);
            auto graph = record(recording, &self, finish);
            auto* method = self._ivalue()->compilation_unit()->create_function(c10::QualifiedName(*self.type()->name(), request->name), graph);
            self.type()->addMethod(method);
        } else {
            auto graph = record(recording, nullptr, finish);
            auto made = std::make_shared<torch::jit::CompilationUnit>();
            made->create_function(c10::QualifiedName(request->name), graph);
            *unit = give(new UnitHandle(std::move(made)));
        }
        *generalized = sizes.count;
        torchlight::script::from_strings(sizes.notes, notes);
    });
}

int32_t tl_trace_probe(const tl_trace_request* request, void** probe) {
    *probe = nullptr;
    return guarded([&] {
        Recording recording = prepare(*request);
        std::shared_ptr<torch::jit::Graph> recorded;
        try {
            torch::jit::Module self = request->self != nullptr ? module_of(request->self) : torch::jit::Module();
            record(recording, request->self != nullptr ? &self : nullptr, [&](torch::jit::Graph&) {
                recorded = tracer::getTracingState()->graph;
                throw Recorded();
            });
        } catch (const Recorded&) {
            *probe = give(new ProbeHandle(std::move(recorded)));
        }
    });
}

int32_t tl_trace_output(void* output, const tl_value* value) {
    return guarded([&] { *static_cast<c10::IValue*>(output) = with_undefined(torchlight::script::to_ivalue(*value, c10::AnyType::get())); });
}

int32_t tl_trace_enter(const char* path) {
    return guarded([&] {
        if (const auto& state = tracer::getTracingState()) {
            state->graph->push_scope(path);
        }
    });
}

int32_t tl_trace_leave() {
    return guarded([&] {
        if (const auto& state = tracer::getTracingState()) {
            state->graph->pop_scope();
        }
    });
}

uint8_t tl_is_tracing() {
    return tracer::isTracing() ? 1 : 0;
}

int32_t tl_trace_module_of_function(void* unit, const char* name, void** module) {
    *module = nullptr;
    return guarded([&] {
        auto* function = take<UnitHandle>(unit).unit->find_function(c10::QualifiedName(name));
        TORCH_CHECK_VALUE(function != nullptr, "the compilation unit has no function '", name, "'");
        torch::jit::Module made("__torch__.PlaceholderModule");
        made.register_attribute("training", c10::BoolType::get(), true);
        auto graph = torch::jit::toGraphFunction(*function).graph()->copy();
        graph->insertInput(0, "self")->setType(made._ivalue()->type());
        auto* method = made._ivalue()->compilation_unit()->create_function(c10::QualifiedName(*made.type()->name(), "forward"), graph);
        made.type()->addMethod(method);
        *module = give(made);
    });
}

int32_t tl_trace_random_nodes(void* handle, const char* name, tl_value* nodes) {
    *nodes = tl_value();
    return guarded([&] {
        auto* base = static_cast<torchlight::script::Handle*>(handle);
        auto* object = dynamic_cast<torchlight::script::ObjectHandle*>(base);
        torch::jit::Function* function =
            object != nullptr ? object->object->type()->findMethod(name) : take<UnitHandle>(handle).unit->find_function(c10::QualifiedName(name));
        TORCH_CHECK_VALUE(function != nullptr, "there is no function '", name, "'");
        auto graph = torch::jit::toGraphFunction(*function).graph()->copy();
        torch::jit::Inline(*graph);
        std::vector<std::string> texts;
        for (const auto* node : graph->nodes()) {
            if (node->isNondeterministic()) {
                std::ostringstream text;
                text << node->kind().toQualString();
                texts.push_back(text.str());
            }
        }
        torchlight::script::from_strings(texts, nodes);
    });
}
