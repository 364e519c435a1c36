using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Fuzzing.Operators;

/// <summary>Functions of the library, called with arguments of chance.</summary>
/// <param name="word">What they are on the command line.</param>
/// <param name="all">The functions.</param>
/// <param name="calls">Calls in all, at least; spread over the functions.</param>
/// <param name="seed">Decides all arguments.</param>
/// <param name="only">The one function to call; all if null.</param>
internal sealed class OperatorCalls(string word, IEnumerable<Operator> all, int calls, int seed, string? only) : IFuzzed
{
    private readonly Operator[] operators = [.. all.Where(called => only is null ? Exclusions.Why(called.Name) is null : called.Name == only)];

    /// <inheritdoc/>
    public int Count => operators.Length;

    /// <inheritdoc/>
    public int Each => (calls + operators.Length - 1) / Math.Max(operators.Length, 1);

    /// <inheritdoc/>
    public IEnumerable<string> Words =>
        [word, "--calls", $"{calls}", "--seed", $"{seed}", .. only is null ? (string[])[] : ["--only", only]];

    /// <inheritdoc/>
    public string Name(int index, int number) =>
        $"{operators[index].Name} (--only {operators[index].Name} --calls {number + 1} --seed {seed})";

    /// <inheritdoc/>
    public string Describe(int index, int number) => Description.Of(operators[index], SeedOf(index, number));

    /// <inheritdoc/>
    public void Call(int index, int number)
    {
        torch.manual_seed(SeedOf(index, number));
        var arguments = new Arguments(SeedOf(index, number)).For(operators[index]);
        try
        {
            Read(operators[index].Call(arguments));
        }
        finally
        {
            foreach (var generator in arguments.OfType<torch.Generator>())
            {
                generator.Dispose();
            }
        }
    }

    // A result may reach beyond its storage: that shows where it is read.
    private static void Read(object? result)
    {
        switch (result)
        {
            case torch.Tensor { IsInvalid: false } tensor when tensor.layout == torch.Layout.Strided && tensor.device.type == DeviceType.CPU && tensor.numel() < 1_000_000:
                torch.ops.aten.clone(tensor).Dispose();
                break;
            case ITuple parts:
                for (var i = 0; i < parts.Length; i++)
                {
                    Read(parts[i]);
                }

                break;
            case IEnumerable<torch.Tensor> several:
                foreach (var one in several)
                {
                    Read(one);
                }

                break;
        }
    }

    /// <inheritdoc/>
    public bool Tells(Exception problem) => problem is ExternalException or ArgumentException or NotSupportedException
        or OutOfMemoryException or InvalidOperationException;

    private int SeedOf(int index, int number) => Worker.Seed(seed, operators[index].Name, number);
}
