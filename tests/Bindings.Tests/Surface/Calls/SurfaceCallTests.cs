using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>
/// Every call of tests/golden/surface/calls*.py answers as in Python, in each of its spellings and on each of its inputs; its gradients are Python's; and
/// what Python refuses is a typed exception here.
/// </summary>
public class SurfaceCallTests
{
    public static TheoryData<string> Calls { get; } = [.. SurfaceCallGoldens.Calls];

    // A libtorch newer than every oracle may answer what they refuse, and cases say where it answers otherwise.
    private static bool IsOracle { get; } = OracleFile.IsOfThisLibtorch("surface");

    [Theory]
    [MemberData(nameof(Calls))]
    public void Answers_as_Python_does(string call)
    {
        var failures = new List<string>();
        foreach (JsonElement golden in SurfaceCallGoldens.CasesOf(call))
        {
            using DisposeScope scope = NewDisposeScope();
            string[] names = [.. golden.GetProperty("inputs").EnumerateArray().Select(name => name.GetString()!)];
            try
            {
                Check(call, names, golden);
            }
            catch (Exception e)
            {
                failures.Add($"{call} of {string.Join(", ", names)}: {e.GetType().Name}: {e.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Fact]
    public void There_are_enough_of_them()
    {
        Assert.True(SurfaceCallGoldens.Calls.Count >= 700, $"{SurfaceCallGoldens.Calls.Count} calls");
        Assert.True(SurfaceCallGoldens.CaseCount >= 3000, $"{SurfaceCallGoldens.CaseCount} cases");
    }

    private static void Check(string call, string[] names, JsonElement golden)
    {
        if (golden.TryGetProperty("refused", out JsonElement why))
        {
            if (IsOracle)
            {
                Refused(call, names, why.GetString()!);
            }

            return;
        }

        if (!IsOracle && golden.TryGetProperty("newer", out _))
        {
            return;
        }

        JsonElement[] expected = [.. golden.GetProperty("outputs").EnumerateArray()];
        int count = new SurfaceCall([.. names.Select(SurfaceCallGoldens.Input)]).Spellings(call).Length;
        int[] agreeing = golden.TryGetProperty("spellings", out JsonElement some)
            ? [.. some.EnumerateArray().Select(index => index.GetInt32())]
            : [.. Enumerable.Range(0, count)];
        foreach (int spelling in agreeing)
        {
            Tensor[] actual = Run(call, spelling, [.. names.Select(SurfaceCallGoldens.Input)]);
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Compare(expected[i], actual[i], $"spelling {spelling}, result {i}");
            }
        }

        if (golden.TryGetProperty("grads", out JsonElement gradients))
        {
            CheckGradients(call, names, [.. gradients.EnumerateArray()]);
        }
    }

    private static void CheckGradients(string call, string[] names, JsonElement[] expected)
    {
        Tensor[] leaves = [.. names.Select(name => SurfaceCallGoldens.Input(name).detach())];
        foreach (Tensor leaf in leaves.Where(leaf => is_floating_point(leaf) || is_complex(leaf)))
        {
            leaf.requires_grad_();
        }

        Tensor[] outputs = [.. Run(call, 0, leaves).Where(output => output.requires_grad)];
        autograd.backward(outputs, [.. outputs.Select(OutputGradient)]);
        for (int i = 0; i < leaves.Length; i++)
        {
            if (expected[i].ValueKind != JsonValueKind.Null)
            {
                Compare(expected[i], leaves[i].grad ?? throw new InvalidOperationException($"input {i} has no gradient"), $"gradient of input {i}");
            }
        }
    }

    private static void Refused(string call, string[] names, string why)
    {
        Exception? thrown = Record.Exception(() => Run(call, 0, [.. names.Select(SurfaceCallGoldens.Input)]));
        Assert.True(
            thrown is TorchException or ArgumentException or IndexOutOfRangeException,
            thrown is null ? $"Python refuses ({why}), here it is answered" : $"Python refuses ({why}), here it ends in {thrown.GetType()}");
    }

    private static Tensor[] Run(string call, int spelling, Tensor[] inputs)
    {
        manual_seed(7);
        return new SurfaceCall(inputs).Spellings(call)[spelling]();
    }

    private static Tensor OutputGradient(Tensor output) =>
        arange(output.numel(), ScalarType.Float64).cos().to_type(output.dtype).reshape(output.shape);

    private static void Compare(JsonElement expected, Tensor actual, string what)
    {
        bool isCoarse = expected.GetProperty("dtype").GetString() is "float32" or "complex64" or "float16" or "bfloat16";
        Golden.AssertEqual(expected, actual, isCoarse ? 2e-5 : 1e-9, isCoarse ? 2e-6 : 1e-11, what);
    }
}
