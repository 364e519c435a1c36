using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.testing;

namespace Bindings.Tests.Testing;

/// <summary>What Python 1.13 says of the same pairs (tests/golden/testing/write_assert_close.py).</summary>
public class AssertCloseTests
{
    private static readonly Dictionary<string, Action> Cases = new()
    {
        ["equal"] = () => assert_close(Floats(1, 2), Floats(1, 2)),
        ["close"] = () => assert_close(Floats(1, 2), Floats(1, 2.000001f)),
        ["far"] = () => assert_close(Floats(1, 2, 3, 5).view(2, 2), Floats(1, 2.5f, 3, 4).view(2, 2)),
        ["one number"] = () => assert_close(tensor(1f), tensor(1.5f)),
        ["one integer"] = () => assert_close(tensor(3L), tensor(5L)),
        ["integers"] = () => assert_close(tensor([1L, 2, 3]), tensor([1L, 2, 4])),
        ["large integers"] = () => assert_close(tensor([9007199254740993L]), tensor([9007199254740992L])),
        ["bytes"] = () => assert_close(tensor(new byte[] { 1, 200 }), tensor(new byte[] { 255, 200 })),
        ["booleans"] = () => assert_close(tensor([true, false]), tensor([true, true])),
        ["double"] = () => assert_close(tensor([1.0, 2.0]), tensor([1.0, 2.000001])),
        ["half"] = () => assert_close(Floats(1, 2).half(), Floats(1, 2.01f).half()),
        ["half close"] = () => assert_close(Floats(1, 2).half(), Floats(1, 2.002f).half()),
        ["bfloat16 close"] = () => assert_close(Floats(1, 2).bfloat16(), Floats(1, 2.015f).bfloat16()),
        ["complex"] = () => assert_close(complex(Floats(1), Floats(1)), complex(Floats(1), Floats(2))),
        ["own tolerances"] = () => assert_close(Floats(1, 2), Floats(1.05f, 2), rtol: 0.1, atol: 0),
        ["own tolerances, far"] = () => assert_close(Floats(1, 2), Floats(1.5f, 2), rtol: 0.1, atol: 0.01),
        ["one tolerance"] = () => assert_close(Floats(1), Floats(1), rtol: 0.1),
        ["shape"] = () => assert_close(Floats(1, 2), Floats(1, 2).view(1, 2)),
        ["dtype"] = () => assert_close(Floats(1), tensor([1.0])),
        ["dtype unchecked"] = () => assert_close(Floats(1), tensor([1.0]), check_dtype: false),
        ["dtype unchecked, far"] = () => assert_close(Floats(1), tensor([2L]), check_dtype: false),
        ["stride"] = () => assert_close(zeros(2, 3), zeros(3, 2).t(), check_stride: true),
        ["stride unchecked"] = () => assert_close(zeros(2, 3), zeros(3, 2).t()),
        ["layout"] = () => assert_close(eye(2), eye(2).to_sparse()),
        ["layout unchecked"] = () => assert_close(eye(2), eye(2).to_sparse(), check_layout: false),
        ["sparse"] = () => assert_close(eye(2).to_sparse(), (eye(2) * 2).to_sparse()),
        ["sparse, other numbers of elements"] = () => assert_close(eye(2).to_sparse(), ones(2, 2).to_sparse()),
        ["nan"] = () => assert_close(Floats(float.NaN), Floats(float.NaN)),
        ["nan equal"] = () => assert_close(Floats(float.NaN), Floats(float.NaN), equal_nan: true),
        ["infinity"] = () => assert_close(Floats(float.PositiveInfinity, 1), Floats(float.PositiveInfinity, 1)),
        ["infinities"] = () => assert_close(Floats(float.PositiveInfinity, 1), Floats(float.NegativeInfinity, 1)),
        ["zero expected"] = () => assert_close(Floats(1e-3f, 0), Floats(0, 0)),
        ["empty"] = () => assert_close(empty(0), empty(0)),
        ["msg"] = () => assert_close(Floats(1), Floats(2), msg: "it is not so"),
        ["quantized"] = () => assert_close(quantize_per_tensor(Floats(1), 0.1, 0, ScalarType.QInt8), quantize_per_tensor(Floats(2), 0.1, 0, ScalarType.QInt8)),
        ["requires_grad"] = () => assert_close(Floats(1).requires_grad_(), Floats(1)),
    };

    public static TheoryData<string> Names => [.. OracleFile.Read("testing", "assert_close.json").EnumerateObject().Select(entry => entry.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Says_what_Python_says(string name)
    {
        using var scope = NewDisposeScope();
        JsonElement said = OracleFile.Read("testing", "assert_close.json").GetProperty(name);
        Exception? error = Record.Exception(Cases[name]);
        if (said.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(error);
            return;
        }

        Assert.NotNull(error);
        Assert.IsType(said[0].GetString() == "ValueError" ? typeof(ArgumentException) : typeof(TensorMismatchException), error);
        Assert.StartsWith(said[1].GetString()!, error.Message, StringComparison.Ordinal);
    }

    private static Tensor Floats(params float[] numbers) => tensor(numbers);
}
