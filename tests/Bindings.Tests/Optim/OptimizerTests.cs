using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

public class OptimizerTests
{
    [Fact]
    public void Saving_and_loading_through_a_file_a_stream_and_a_dictionary_goes_on_alike()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var parameters = OptimizerProblem.Parameters();
        using var optimizer = optim.SGD(parameters, 0.1, momentum: 0.9);
        OptimizerProblem.Run(optimizer, parameters, 1, 5);
        var copies = Enumerable.Range(0, 3).Select(_ =>
            parameters.Select(parameter => new Parameter(ops.aten.clone(ops.aten.detach(parameter)))).ToArray()).ToArray();
        var others = copies.Select(copy => optim.SGD(copy, 0.7, momentum: 0.2)).ToArray();
        using var stream = new MemoryStream();
        optimizer.save_state_dict(folder.File("sgd.pt"));
        optimizer.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;

        others[0].load_state_dict(folder.File("sgd.pt"));
        others[1].load_state_dict(new BinaryReader(stream));
        others[2].load_state_dict(optimizer.state_dict());
        OptimizerProblem.Run(optimizer, parameters, 6, 8);
        for (var index = 0; index < copies.Length; index++)
        {
            OptimizerProblem.Run(others[index], copies[index], 6, 8);
            Assert.All(parameters.Zip(copies[index]), pair => Assert.True(ops.aten.equal(pair.First, pair.Second)));
        }
    }

    [Fact]
    public void State_survives_a_move_of_the_parameters_data()
    {
        using var scope = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters();
        using var optimizer = optim.Adam(parameters, 0.01);
        OptimizerProblem.Run(optimizer, parameters, 1, 2);
        using (no_grad())
        {
            // What module.to() does: new data, the same parameter.
            ops.aten.set_data(parameters[0], ops.aten.clone(ops.aten.detach(parameters[0])));
        }
        OptimizerProblem.Run(optimizer, parameters, 3, 4);

        Assert.Equal(4, ((Adam.State)optimizer.state_dict().State[0]).step);
    }

    [Fact]
    public void Steps_keep_no_tensors_but_the_state()
    {
        using var outer = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters();
        using var optimizer = optim.Adam(parameters, 0.01, amsgrad: true, maximize: true, weight_decay: 0.1);
        OptimizerProblem.SetGradients(parameters, 5);
        optimizer.step();
        var before = outer.DisposablesCount;
        var alive = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var step = 0; step < 10; step++)
        {
            optimizer.step();
        }

        Assert.Equal(before, outer.DisposablesCount);
        Assert.Equal(alive, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_scope_around_the_first_step_does_not_take_the_state()
    {
        using var outer = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters();
        using var sgd = optim.SGD(parameters, 0.1, momentum: 0.9);
        for (var step = 1; step <= 3; step++)
        {
            using var scope = NewDisposeScope();
            OptimizerProblem.SetGradients(parameters, 5);
            sgd.step();
        }

        Assert.All(sgd.state_dict().State, state => Assert.False(((SGD.State)state).momentum_buffer!.IsInvalid));
    }

    [Fact]
    public void The_closure_runs_with_gradients_and_its_loss_comes_back()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(tensor(new[] { 3f }));
        using var optimizer = optim.SGD([weight], 0.1);
        using (no_grad())
        {
            using var loss = optimizer.step(() =>
            {
                optimizer.zero_grad();
                var value = (weight * weight).sum();
                value.backward();
                return value;
            });
            Assert.Equal(9f, loss!.item<float>());
        }

        Assert.Equal(2.4f, weight.item<float>(), 1e-6f);
    }

    [Fact]
    public void Gradients_are_forgotten_or_set_to_zero()
    {
        using var scope = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters();
        using var optimizer = optim.SGD(parameters, 0.1);
        OptimizerProblem.SetGradients(parameters, 5);
        optimizer.zero_grad(set_to_none: false);
        Assert.All(parameters, parameter => Assert.Equal(0f, parameter.grad!.abs().sum().item<float>()));
        optimizer.zero_grad();
        Assert.All(parameters, parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void What_Python_asks_of_the_implementation_is_taken_or_refused()
    {
        using var scope = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters();

        using var adam = optim.Adam(parameters, @foreach: true, fused: true);
        using var sgd = optim.SGD(parameters, 0.1, @foreach: false);
        Assert.Contains("CUDA graph", Assert.Throws<NotSupportedException>(() => optim.AdamW(parameters, capturable: true)).Message);
        Assert.Contains("in place", Assert.Throws<NotSupportedException>(() => optim.RMSProp(parameters, differentiable: true)).Message);
    }

    [Fact]
    public void Empty_parameters_are_passed_over_in_peace()
    {
        using var scope = NewDisposeScope();
        foreach (var name in new[] { "SGD", "Adam", "AdamW", "Adamax", "Adadelta", "Adagrad", "ASGD", "NAdam", "RAdam", "RMSprop", "Rprop", "Adafactor" })
        {
            Parameter[] parameters = [new(zeros(0, 3)), new(ones(2)), new(tensor(1f))];
            using var optimizer = OptimizerProblem.Create(name, System.Text.Json.JsonDocument.Parse("{}").RootElement, parameters);
            optimizer.step();
            foreach (var parameter in parameters)
            {
                parameter.grad = ones_like(parameter);
            }
            optimizer.step();
            Assert.All(parameters, parameter => Assert.False(parameter.isnan().any().item<bool>(), name));
            Assert.NotEqual(1f, parameters[2].item<float>());
        }
    }

    [Fact]
    public void Wrong_arguments_are_told_apart()
    {
        using var scope = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters();

        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Parameter>(), 0.1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.SGD(parameters, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.Adam(parameters, beta2: 1));
        Assert.Contains("Nesterov", Assert.Throws<ArgumentException>(() => optim.SGD(parameters, 0.1, nesterov: true)).Message);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => optim.SGD([parameters[0], parameters[0]], 0.1)).Message);
        using var optimizer = optim.SGD(parameters, 0.1);
        using var other = optim.SGD(parameters.Take(2), 0.1);
        Assert.Contains("2 parameters", Assert.Throws<ArgumentException>(() => optimizer.load_state_dict(other.state_dict())).Message);
        Assert.Contains("param_groups", Assert.Throws<ArgumentException>(() => optimizer.load_state_dict(new Dictionary<string, object?>())).Message);
    }
}
