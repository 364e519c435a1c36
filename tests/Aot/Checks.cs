using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Aot;

/// <summary>What has to work in a program that was compiled ahead of time.</summary>
internal static class Checks
{
    public const int Count = 10;

    /// <param name="folder">Where files may be written.</param>
    public static IEnumerable<(string Name, Action Check)> All(string folder) =>
    [
        ("a loop of one's own trains, and its checkpoint goes on where it stopped", () => PlainLoop.Run(folder)),
        ("the Trainer trains, and its checkpoint is loaded", () => TrainerRun.Run(folder)),
        ("a command line makes its classes and trains", () => CommandLineRun.Run(folder)),
        ("fields of a module are its components", FieldsAreComponents),
        ("errors are typed", ErrorsAreTyped),
        ("a function of one's own has its gradient", FunctionOfOnesOwn),
        ("operators by name", OperatorsByName),
        ("torchvision, torchaudio and torchtext", DomainLibraries),
        ("tensors of System.Numerics.Tensors", Numerics),
        ("tensors as text", () => That(tensor(new[] { 1f, 2.5f }).ToString(TorchSharp.TensorStringStyle.Numpy).Contains("2.5", StringComparison.Ordinal), "2.5 is printed")),
    ];

    /// <summary>Fails with the words given unless the condition holds.</summary>
    public static void That(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"not so: {what}");
        }
    }

    private static void FieldsAreComponents()
    {
        using var network = new Digits.Network();
        string[] expected = ["first.weight", "first.bias", "norm.weight", "norm.bias", "last.weight", "last.bias"];
        That(network.named_parameters().Select(entry => entry.name).SequenceEqual(expected), "parameters bear the names of their fields");
    }

    private static void ErrorsAreTyped()
    {
        using var scope = NewDisposeScope();
        var (left, right) = (ones(2, 3), ones(2, 3));
        That(Caught(() => left.mm(right)) is TorchException { Message: var message } && message.Contains("mm", StringComparison.Ordinal), "mm names itself");
        That(Caught(() => cuda.current_device()) is null or CudaUnavailableException, "no CUDA is an error of its own");
        left.Dispose();
        That(Caught(() => left.add(1)) is ObjectDisposedException, "a disposed tensor is named");
    }

    private static Exception? Caught(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static void FunctionOfOnesOwn()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f, 3f }, requires_grad: true);
        Cubed.apply(x).sum().backward();
        That(x.grad!.data<float>().ToArray().SequenceEqual([3f, 12f, 27f]), "the derivative of a cube is three squares");
    }

    private static void OperatorsByName()
    {
        using var scope = NewDisposeScope();
        var sum = (Tensor)ops.call("aten::add.Tensor", ones(2), ones(2), 3.0)[0]!;
        That(sum.data<float>().ToArray().SequenceEqual([4f, 4f]), "1 + 3 * 1 is 4");
        That(ops.aten.add_Tensor(ones(2), ones(2), 2).sum().item<float>() == 6, "two threes are 6");
    }

    private static void DomainLibraries()
    {
        using var scope = NewDisposeScope();
        using var network = torchvision.models.resnet18(num_classes: 4);
        network.eval();
        That(network.call(zeros(1, 3, 64, 64)).shape.SequenceEqual([1L, 4L]), "resnet18 gives four numbers");
        using var mel = torchaudio.transforms.MelSpectrogram(sample_rate: 16000, n_fft: 400, n_mels: 32);
        That(mel.call(zeros(1, 1600)).shape.SequenceEqual([1L, 32L, 9L]), "a mel spectrogram has its bands");
        That(torchtext.data.utils.get_tokenizer("basic_english")("It works, here!").SequenceEqual(["it", "works", ",", "here", "!"]), "words are cut");
    }

    private static void Numerics()
    {
        using var scope = NewDisposeScope();
        using var values = arange(6, dtype: float32).reshape(2, 3);
        using var back = values.ToNumericsTensor<float>().ToTorchTensor();
        That(ops.aten.equal(back, values), "there and back is the same tensor");
    }

    private sealed class Cubed : autograd.SingleTensorFunction<Cubed>
    {
        public override string Name => nameof(Cubed);

        public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
        {
            var x = (Tensor)vars[0]!;
            ctx.save_for_backward([x]);
            return x.pow(3);
        }

        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.get_saved_variables()[0].pow(2) * 3];
    }
}
