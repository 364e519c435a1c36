using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.Serialization;

/// <summary>State dictionaries of real size, from Python and back: keys, shapes, types and values.</summary>
public class PythonRoundTripTests
{
    // Prints nothing unless two state dictionaries are the same; ours is loaded as Python loads what it does not trust.
    private const string Compare = """

        def compare(theirs, ours):
            ours = torch.load(ours, weights_only=True)
            assert list(theirs) == list(ours), (list(theirs)[:5], list(ours)[:5])
            for name, value in theirs.items():
                assert value.dtype == ours[name].dtype and value.shape == ours[name].shape, name
                assert torch.equal(value, ours[name]), name
        """;

    [PythonTheory("torchvision")]
    [InlineData(true)]
    [InlineData(false)]
    public void ResNet50(bool zip) => RoundTrip(
        """
        import torchvision
        model = torchvision.models.resnet50()
        """, zip, 320);

    [PythonTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_encoder_of_BERTs_size(bool zip) => RoundTrip(
        """
        layer = torch.nn.TransformerEncoderLayer(768, 12, 3072)
        model = torch.nn.ModuleDict(dict(embeddings=torch.nn.Embedding(30522, 768), encoder=torch.nn.TransformerEncoder(layer, 12))).bfloat16()
        """, zip, 145);

    [PythonTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_LSTM(bool zip) => RoundTrip("model = torch.nn.LSTM(30, 50, num_layers=3, bidirectional=True, proj_size=20).double()", zip, 30);

    [PythonTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_element_type(bool zip) => RoundTrip(
        """
        types = (torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool,
                 torch.complex64, torch.complex128)
        class Model(torch.nn.Module):
            def __init__(self):
                super().__init__()
                for kind in types:
                    value = torch.tensor([[0.0, 1, -2.5], [100, 0.25, 7]])
                    value = value.abs() if kind == torch.uint8 else value
                    self.register_buffer("x_" + str(kind)[6:], (torch.complex(value, -value) if kind.is_complex else value).to(kind))
                self.register_buffer("turned", torch.arange(6.0).reshape(2, 3).t())
                self.register_buffer("none", torch.zeros(0, 3))
        model = Model()
        """, zip, 14);

    [PythonFact]
    public void Our_LSTM_is_Pythons()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var lstm = LSTM(4, 6, numLayers: 2, bidirectional: true);
        var input = rand(5, 3, 4);
        serialization.save(lstm.state_dict(), folder.File("ours.pt"));
        serialization.save(new Dictionary<string, Tensor> { ["input"] = input, ["output"] = lstm.call(input).Item1.detach() }, folder.File("run.pt"));

        Assert.Equal("same", Python.Run("""
            import sys, torch
            model = torch.nn.LSTM(4, 6, num_layers=2, bidirectional=True)
            model.load_state_dict(torch.load(sys.argv[1] + "/ours.pt", weights_only=True))
            run = torch.load(sys.argv[1] + "/run.pt", weights_only=True)
            assert torch.allclose(model(run["input"])[0], run["output"], atol=1e-6)
            print("same")
            """, folder.Path));
    }

    [PythonTheory]
    [InlineData("Adam(model.parameters(), lr=0.01, weight_decay=0.1, amsgrad=True)")]
    [InlineData("SGD(model.parameters(), lr=0.1, momentum=0.9, nesterov=True)")]
    public void Optimizers_go_on_where_Python_stopped_and_Python_goes_on_where_we_do(string optimizer)
    {
        const string Model = """
            import pickle, sys, torch
            torch.manual_seed(0)
            model = torch.nn.Linear(3, 2)
            x = torch.arange(6.0).reshape(2, 3) / 6
            def steps(optimizer, count):
                for _ in range(count):
                    optimizer.zero_grad()
                    model(x).pow(2).sum().backward()
                    optimizer.step()

            """;
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        Python.Run(Model + $$"""
            optimizer = torch.optim.{{optimizer}}
            steps(optimizer, 3)
            torch.save(dict(model=model.state_dict(), optimizer=optimizer.state_dict(), x=x), sys.argv[1] + "/theirs.pt")
            """, folder.Path);

        var theirs = (Dictionary<string, object?>)serialization.load(folder.File("theirs.pt"))!;
        var net = Linear(3, 2);
        net.load(folder.File("theirs.pt"));
        optim.Optimizer ours = optimizer.StartsWith("Adam", StringComparison.Ordinal)
            ? optim.Adam(net.parameters(), lr: 0.5)
            : optim.SGD(net.parameters(), 0.5);
        ours.load_state_dict((Dictionary<string, object?>)theirs["optimizer"]!);
        for (var step = 0; step < 2; step++)
        {
            ours.zero_grad();
            net.call((Tensor)theirs["x"]!).pow(2).sum().backward();
            ours.step();
        }
        var state = ours.state_dict();
        serialization.save(new Dictionary<string, object?> { ["model"] = net.state_dict(), ["optimizer"] = state }, folder.File("ours.pt"));
        serialization.save(state["state"], folder.File("state.pt"));

        Assert.Equal("same", Python.Run(Model + $$"""
            optimizer = torch.optim.{{optimizer}}
            steps(optimizer, 5)
            # torch 1.13's weights_only does not know real numbers, in Python's own files neither.
            try:
                torch.load(sys.argv[1] + "/theirs.pt", weights_only=True)
                careful = True
            except pickle.UnpicklingError as error:
                assert "operand 71" in str(error), error
                careful = False
            ours = torch.load(sys.argv[1] + "/ours.pt", weights_only=careful)
            assert set(torch.load(sys.argv[1] + "/state.pt", weights_only=True)) == set(ours["optimizer"]["state"])
            def same(a, b):
                assert torch.allclose(torch.as_tensor(a).float(), torch.as_tensor(b).float(), atol=1e-6), (a, b)
            for name, value in model.state_dict().items():
                same(value, ours["model"][name])
            state = optimizer.state_dict()
            assert set(state["state"]) == set(ours["optimizer"]["state"])
            for index, values in state["state"].items():
                for name, value in values.items():
                    same(value, ours["optimizer"]["state"][index][name])
            again = torch.optim.{{optimizer}}
            again.load_state_dict(ours["optimizer"])
            model.load_state_dict(ours["model"])
            steps(again, 1)
            last = [p.detach().clone() for p in model.parameters()]
            model.load_state_dict(ours["model"])
            steps(optimizer, 1)
            for a, b in zip(last, model.parameters()):
                same(a, b.detach())
            print("same")
            """, folder.Path));
    }

    private static void RoundTrip(string model, bool zip, int tensors)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        Python.Run($$"""
            import sys, torch
            torch.manual_seed(0)
            {{model}}
            torch.save(model.state_dict(), sys.argv[1] + "/theirs.pt", _use_new_zipfile_serialization={{(zip ? "True" : "False")}})
            """, folder.Path);

        var state = serialization.load_weights(folder.File("theirs.pt"));
        Assert.Equal(tensors, state.Count);
        serialization.save(state, folder.File("ours.pt"));
        if (zip && !state.Values.Any(value => value.dtype == ScalarType.ComplexFloat64))
        {
            // The other formats keep the same, in an order of their own.
            safetensors.torch.save_file(state, folder.File("ours.safetensors"));
            var again = serialization.load_weights(folder.File("ours.safetensors"));
            Assert.All(state, entry => Assert.True(entry.Value.dtype == again[entry.Key].dtype && ops.aten.equal(entry.Value, again[entry.Key]), entry.Key));
        }
        Python.Run($$"""
            import sys, torch
            {{Compare}}
            compare(torch.load(sys.argv[1] + "/theirs.pt"), sys.argv[1] + "/ours.pt")
            """, folder.Path);
    }
}
