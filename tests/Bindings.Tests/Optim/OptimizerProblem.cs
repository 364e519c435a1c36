using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

/// <summary>The parameters and gradients that tests/golden/optim/write_optimizers.py makes from whole numbers.</summary>
internal static class OptimizerProblem
{
    public const int Steps = 20;

    private static readonly long[][] Shapes = [[4, 3], [5], [2, 2, 2]];

    public static Parameter[] Parameters(ScalarType dtype = ScalarType.Float32) =>
        [.. Shapes.Select((shape, parameter) => new Parameter(Values(shape, 0, parameter, dtype)))];

    /// <summary>The parameters of a golden case.</summary>
    public static Parameter[] Parameters(JsonElement golden) => Parameters(golden.GetProperty("dtype").GetString() switch
    {
        "float64" => ScalarType.Float64,
        "complex64" => ScalarType.ComplexFloat32,
        _ => ScalarType.Float32,
    });

    public static void SetGradients(Parameter[] parameters, int step, bool sparse = false)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            var late = index == 1 && step <= 3;
            parameters[index].grad = late ? null
                : sparse ? SparseGradient(parameters[index], step, index)
                : Values(parameters[index].shape, step, index, parameters[index].dtype);
        }
    }

    public static void Run(optim.Optimizer optimizer, Parameter[] parameters, int first, int last, bool sparse = false)
    {
        for (var step = first; step <= last; step++)
        {
            SetGradients(parameters, step, sparse);
            optimizer.step();
        }
    }

    public static optim.Optimizer Create(JsonElement golden, Parameter[] parameters) =>
        golden.GetProperty("groups").ValueKind == JsonValueKind.Array
            ? Grouped(golden, parameters)
            : Create(golden.GetProperty("optimizer").GetString()!, golden.GetProperty("options"), parameters);

    public static optim.Optimizer Create(string name, JsonElement options, Parameter[] parameters)
    {
        double Number(string name, double otherwise) => options.TryGetProperty(name, out var value) ? value.GetDouble() : otherwise;
        bool Flag(string name) => options.TryGetProperty(name, out var value) && value.GetBoolean();
        double Of(string name, int index, double otherwise) => options.TryGetProperty(name, out var value) ? value[index].GetDouble() : otherwise;
        double Beta(int index, double otherwise) => Of("betas", index, otherwise);
        var lr = Number("lr", 0.5);
        var decay = Number("weight_decay", 0);
        return name switch
        {
            "SGD" => optim.SGD(parameters, lr, Number("momentum", 0), Number("dampening", 0), decay, Flag("nesterov"), Flag("maximize")),
            "Adam" => optim.Adam(parameters, lr, Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), decay, Flag("amsgrad"), Flag("maximize")),
            "AdamW" => optim.AdamW(parameters, lr, Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), Number("weight_decay", 0.01), Flag("amsgrad"),
                Flag("maximize")),
            "RMSprop" => optim.RMSProp(parameters, lr, Number("alpha", 0.99), Number("eps", 1e-8), decay, Number("momentum", 0), Flag("centered"),
                Flag("maximize")),
            "Adagrad" => optim.Adagrad(parameters, lr, Number("lr_decay", 0), decay, Number("initial_accumulator_value", 0), Number("eps", 1e-10),
                Flag("maximize")),
            "Adadelta" => optim.Adadelta(parameters, lr, Number("rho", 0.9), Number("eps", 1e-6), decay, Flag("maximize")),
            "Adamax" => optim.Adamax(parameters, lr, Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), decay, Flag("maximize")),
            "NAdam" => optim.NAdam(parameters, lr, Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), decay, Number("momentum_decay", 4e-3),
                Flag("decoupled_weight_decay"), Flag("maximize")),
            "RAdam" => optim.RAdam(parameters, lr, Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), decay, Flag("decoupled_weight_decay"),
                Flag("maximize")),
            "Rprop" => optim.Rprop(parameters, lr, Of("etas", 0, 0.5), Of("etas", 1, 1.2), Of("step_sizes", 0, 1e-6), Of("step_sizes", 1, 50),
                Flag("maximize")),
            "ASGD" => optim.ASGD(parameters, lr, Number("lambd", 1e-4), Number("alpha", 0.75), Number("t0", 1e6), decay, Flag("maximize")),
            "SparseAdam" => optim.SparseAdam(parameters, lr, Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), Flag("maximize")),
            "Adafactor" => optim.Adafactor(parameters, lr, Number("beta2_decay", -0.8), options.TryGetProperty("eps", out var eps) ? eps[0].GetDouble() : null,
                Of("eps", 1, 1e-3), Number("d", 1), decay, Flag("maximize")),
            var other => throw new ArgumentException(other),
        };
    }

    public static void AssertParameters(JsonElement expected, Parameter[] parameters, string where)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            AssertValue(expected[index], parameters[index], $"{where}, parameter {index}");
        }
    }

    public static void AssertValue(JsonElement expected, object? actual, string where)
    {
        var wanted = expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray().Select(item => item.GetDouble()).ToArray()
            : [expected.GetDouble()];
        var found = actual is Tensor tensor ? Plain(tensor).to_type(ScalarType.Float64).flatten().data<double>().ToArray()
            : [Convert.ToDouble(actual)];
        Assert.Equal(wanted.Length, found.Length);
        var tolerance = actual is Tensor { dtype: ScalarType.Float64 } ? 1e-10 : 1e-6;
        for (var index = 0; index < wanted.Length; index++)
        {
            Assert.True(Math.Abs(wanted[index] - found[index]) <= tolerance * Math.Max(1, Math.Abs(wanted[index])),
                $"{where}[{index}]: {found[index]} where Python has {wanted[index]}");
        }
    }

    private static optim.Optimizer Grouped(JsonElement golden, Parameter[] parameters)
    {
        var groups = golden.GetProperty("groups").EnumerateArray().ToList();
        IEnumerable<Parameter> Of(JsonElement group) => group.GetProperty("params").EnumerateArray().Select(item => parameters[item.GetInt32()]);
        double? Number(JsonElement group, string name) => group.TryGetProperty(name, out var value) ? value.GetDouble() : null;
        var options = golden.GetProperty("options");
        var lr = options.GetProperty("lr").GetDouble();
        return golden.GetProperty("optimizer").GetString() == "SGD"
            ? optim.SGD(groups.Select(group => new SGD.ParamGroup(Of(group),
                new SGD.Options { LearningRate = Number(group, "lr"), momentum = Number(group, "momentum") })),
                lr, options.GetProperty("momentum").GetDouble())
            : optim.Adam(groups.Select(group => new Adam.ParamGroup(Of(group),
                new Adam.Options { LearningRate = Number(group, "lr"), weight_decay = Number(group, "weight_decay") })), lr);
    }

    public static Tensor Plain(Tensor tensor) => tensor switch
    {
        _ when tensor.is_complex() => ops.aten.view_as_real(ops.aten.detach(tensor)),
        { is_sparse: true } => ops.aten.to_dense(tensor),
        _ => ops.aten.detach(tensor),
    };

    private static Tensor SparseGradient(Parameter parameter, int step, int index)
    {
        var rows = Enumerable.Range(0, 3).Select(k => ((step * 5) + (k * k) + index) % parameter.shape[0]).ToArray();
        return sparse_coo_tensor(tensor(rows).reshape(1, 3), Values([3, .. parameter.shape[1..]], step, index, parameter.dtype), parameter.shape);
    }

    private static Tensor Values(long[] shape, int step, int parameter, ScalarType dtype)
    {
        if (is_complex(dtype))
        {
            return view_as_complex(Values([.. shape, 2], step, parameter, ScalarType.Float32));
        }
        var count = shape.Aggregate(1L, (product, length) => product * length);
        var values = Enumerable.Range(0, (int)count)
            .Select(index => (float)(((((index * 7919) + (step * 104729) + (parameter * 31) + 17) % 2001) - 1000) / 1000.0));
        return tensor(values.ToArray()).reshape(shape).to_type(dtype);
    }
}
