using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Onnx.Tests;

/// <summary>Modules in other types than float.</summary>
public class TypeTests
{
    public TypeTests() => manual_seed(11);

    public static TheoryData<string> Modules { get; } = ["linear", "norms", "attention", "encoder"];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Double_modules_export(string name) => AssertRunsTheSame(name, ScalarType.Float64, 1e-10);

    [Theory]
    [MemberData(nameof(Modules))]
    public void Half_modules_export(string name)
    {
        if (!HasHalf())
        {
            // Before 2.1 libtorch's kernels on the processor do not multiply matrices of half numbers, and the exporter runs the module.
            return;
        }

        AssertRunsTheSame(name, ScalarType.Float16, 2e-2);
    }

    private static bool HasHalf()
    {
        try
        {
            using Tensor one = ones(1, 1, dtype: ScalarType.Float16);
            using Tensor product = one.matmul(one);
            return true;
        }
        catch (TorchException)
        {
            return false;
        }
    }

    private static void AssertRunsTheSame(string name, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        using var folder = new TemporaryFolder();
        using Module<Tensor, Tensor> module = name switch
        {
            "linear" => Sequential(Linear(8, 16), Tanh(), Linear(16, 8), Softmax(-1)),
            "norms" => Sequential(LayerNorm([8]), Linear(8, 8), Sigmoid(), LayerNorm([8])),
            "attention" => new Attention(),
            _ => new Encoder(),
        };
        module.to(type);
        module.eval();
        Tensor input = randn(2, 5, 8).to(type);

        onnx.export(module, input, folder.File("model.onnx"));

        using var model = new OnnxModel(folder.File("model.onnx"));
        Compare.AssertSame([module.call(input)], model.Run(input), tolerance);
    }

    private sealed class Attention : Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear project = Linear(8, 24);

        public Attention()
            : base(nameof(Attention)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            Tensor[] parts = project.forward(input).view(2, 5, 3, 2, 4).permute(2, 0, 3, 1, 4).unbind(0);
            return functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true).transpose(1, 2).reshape(2, 5, 8);
        }
    }

    private sealed class Encoder : Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2, 16);

        public Encoder()
            : base(nameof(Encoder)) => RegisterComponents();

        public override Tensor forward(Tensor input) => layer.forward(input, null, null);
    }
}
