using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorBoard;

public class GraphTests
{
    /// <summary>Python's own graph of the same model, through stand-ins for the messages of the tensorboard package.</summary>
    private const string Script = """
        import importlib, os, sys, types
        import torch
        class Maker:
            def __call__(self, **fields):
                return fields
            def __getattr__(self, name):
                return Maker()
        class Messages(types.ModuleType):
            def __getattr__(self, name):
                if name.startswith("__"):
                    raise AttributeError(name)
                return Maker()
        for name in ["", ".compat", ".compat.proto"] + [".compat.proto." + part for part in
                ["config_pb2", "graph_pb2", "step_stats_pb2", "versions_pb2", "node_def_pb2", "attr_value_pb2", "tensor_shape_pb2"]]:
            sys.modules["tensorboard" + name] = Messages("tensorboard" + name)
        package = types.ModuleType("board")
        package.__path__ = [os.path.join(os.path.dirname(torch.__file__), "utils", "tensorboard")]
        sys.modules["board"] = package
        graph = importlib.import_module("board._pytorch_graph").graph
        nn = torch.nn
        class Model(nn.Module):
            def __init__(self):
                super().__init__()
                self.features = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU())
                self.head = nn.Linear(4, 2)
            def forward(self, x):
                return self.head(torch.flatten(nn.functional.adaptive_avg_pool2d(self.features(x), 1), 1))
        for node in graph(Model(), (torch.ones(2, 3, 6, 6),))[0]["node"]:
            shapes = node["attr"].get("_output_shapes")
            sizes = "" if shapes is None else ",".join(str(d["size"]) for d in shapes["list"]["shape"][0]["dim"])
            name = node["name"].decode()
            print(name[:name.rfind("/")], node["op"], "[%s]" % sizes, len(node["input"]))
        """;

    [PythonFact]
    public void A_models_graph_is_pythons()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var model = new Model();
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_graph(model, ones(2, 3, 6, 6));
        }

        Assert.True(model.training);
        List<EventReader.Fields> events = EventReader.Only(folder.Path);
        Assert.Equal("step1", events[2].Message(8).Text(1));
        EventReader.Fields graph = events[1].Message(4);
        Assert.Equal(22, graph.Message(4).Get<long>(1));
        List<EventReader.Fields> nodes = graph.Messages(1);
        HashSet<string> names = [.. nodes.Select(node => node.Text(1))];
        Assert.Equal(nodes.Count, names.Count);
        string ours = string.Join('\n', nodes.Select(Describe));
        Assert.Equal(Python.Run(Script), ours);
    }

    [Fact]
    public void Several_inputs_and_script_modules_have_graphs()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using Bilinear model = nn.Bilinear(2, 3, 4);
        using var traced = jit.trace(model, ones(5, 2), ones(5, 3));
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_graph(model, (ones(5, 2), ones(5, 3)));
            writer.add_graph(traced);
        }

        List<EventReader.Fields> events = EventReader.Only(folder.Path);
        Assert.Equal(5, events.Count);
        List<EventReader.Fields> nodes = events[1].Message(4).Messages(1);
        Assert.Contains(nodes, node => node.Text(2) == "aten::bilinear" && node.Texts(3).Contains("input/input1"));
    }

    private static string Describe(EventReader.Fields node)
    {
        string name = node.Text(1);
        EventReader.Fields? shape = node.Messages(5).Find(attribute => attribute.Text(1) == "_output_shapes")?.Message(2).Message(1).Message(7);
        string sizes = shape is null ? "" : string.Join(',', shape.Messages(2).Select(dim => dim.Get<long>(1)));
        return $"{name[..Math.Max(0, name.LastIndexOf('/'))]} {node.Text(2)} [{sizes}] {node.Texts(3).Length}";
    }

    private sealed class Model : nn.Module<Tensor, Tensor>
    {
        private readonly Sequential features = nn.Sequential(("0", nn.Conv2d(3, 4, 3)), ("1", nn.BatchNorm2d(4)), ("2", nn.ReLU()));
        private readonly Linear head = nn.Linear(4, 2);

        public Model()
            : base(nameof(Model)) => RegisterComponents();

        public override Tensor forward(Tensor input) => head.call(flatten(nn.functional.adaptive_avg_pool2d(features.call(input), 1), 1));
    }
}
