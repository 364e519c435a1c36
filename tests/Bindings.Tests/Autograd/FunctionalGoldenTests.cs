using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace Bindings.Tests.Autograd;

/// <summary>Higher-order derivatives, forward derivatives and vmap beside Python's: tests/golden/autograd/functional.py.</summary>
public sealed class FunctionalGoldenTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> One = new()
    {
        ["exp_sum_rows"] = x => x.exp().sum(1),
        ["square"] = x => x * x,
        ["tanh_mm"] = x => torch.tanh(x.mm(x.t())),
        ["softmax"] = x => torch.softmax(x, -1),
        ["cumprod"] = x => x.cumprod(0),
        ["constant"] = x => torch.ones(2, dtype: x.dtype),
        ["logsumexp"] = x => x.logsumexp(1),
        ["sigmoid_mean"] = x => torch.sigmoid(x).mean([0]),
        ["cube_sum"] = x => x.pow(3).sum(),
        ["exp_reducer"] = x => x.exp().sum(),
        ["log_cosh"] = x => (x.exp() + (-x).exp()).log().sum(),
        ["norm"] = x => x.norm(),
        ["quadratic"] = x => x.mm(x.t()).sum(),
        ["linear"] = x => (x * 3).sum(),
    };

    private static readonly Dictionary<string, Func<Tensor[], Tensor[]>> Two = new()
    {
        ["product_and_sum"] = x => [x[0] * x[1].exp(), x[0].sum() + x[1].sum()],
        ["first_only"] = x => [x[0] * 2, x[0].sin()],
        ["matrix"] = x => [x[0].mm(x[1].t()), x[1].cumsum(0)],
        ["mixed"] = x => [(x[0] * x[1].pow(2)).sum() + x[0].pow(3).sum()],
        ["separate"] = x => [x[0].exp().sum() + x[1].sin().sum()],
    };

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        int number = 0;
        foreach (JsonElement one in Golden.Cases("autograd", "functional.json"))
        {
            data.Add(number++, $"{one.GetProperty("function").GetString()} {one.GetProperty("inputs")[0].GetProperty("dtype").GetString()}");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DerivativesEqualPythons(int number, string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement spec = Golden.Cases("autograd", "functional.json").ElementAt(number);
        string kind = spec.GetProperty("kind").GetString()!, f = spec.GetProperty("function").GetString()!;
        Tensor[] inputs = All(spec, "inputs"), v = All(spec, "v");
        Func<Tensor[], Tensor[]> function = kind is "two" or "two_scalar" ? Two[f] : x => [One[f](x[0])];
        double tolerance = inputs[0].dtype == ScalarType.Float32 ? 2e-5 : 1e-10;
        void Same(string what, IEnumerable<Tensor> actual)
        {
            Tensor[] all = [.. actual];
            Assert.Equal(spec.GetProperty(what).GetArrayLength(), all.Length);
            for (int i = 0; i < all.Length; i++)
            {
                Assert.False(all[i].requires_grad);
                Golden.AssertEqual(spec.GetProperty(what)[i], all[i], tolerance, tolerance, $"{name}: {what} {i}");
            }
        }

        if (spec.TryGetProperty("refused", out _))
        {
            Assert.Contains("real scalar outputs", Assert.Throws<TorchException>(() => functional.jacobian(function, inputs)).Message);
        }

        if (spec.TryGetProperty("jacobian", out _))
        {
            Same("jacobian", functional.jacobian(function, inputs));
            Same("jacobian", functional.jacobian(function, inputs, create_graph: true).Select(one => one.detach()));
            Same("jacobian", functional.jacobian(function, inputs, vectorize: true));
        }

        if (spec.TryGetProperty("vjp", out _))
        {
            (Tensor[] output, Tensor[] product) = functional.vjp(function, inputs, All(spec, "w"));
            Same("vjp", [.. output, .. product]);
            (output, product) = functional.jvp(function, inputs, v);
            Same("jvp", [.. output, .. product]);
        }

        if (spec.TryGetProperty("hessian", out _))
        {
            Same("hessian", functional.hessian(x => function(x)[0], inputs).SelectMany(row => row));
            Same("hessian", functional.hessian(x => function(x)[0], inputs, vectorize: true).SelectMany(row => row));
            (Tensor output, Tensor[] product) = functional.vhp(x => function(x)[0], inputs, v);
            Same("vhp", [output, .. product]);
            (output, product) = functional.hvp(x => function(x)[0], inputs, v);
            Same("hvp", [output, .. product]);
        }

        if (spec.TryGetProperty("dual", out JsonElement dual))
        {
            using IDisposable level = forward_ad.dual_level();
            (Tensor primal, Tensor? tangent) = forward_ad.unpack_dual(One[f](forward_ad.make_dual(inputs[0], v[0])));
            Golden.AssertEqual(dual[0], primal, tolerance, tolerance, $"{name}: primal");
            if (dual[1].ValueKind == JsonValueKind.Null)
            {
                Assert.Null(tangent);
            }
            else
            {
                Golden.AssertEqual(dual[1], tangent!, tolerance, tolerance, $"{name}: tangent");
            }
        }

        if (spec.TryGetProperty("vmap", out JsonElement batch))
        {
            Golden.AssertEqual(batch, torch.vmap(One[f])(Golden.Read(spec.GetProperty("batch"))), tolerance, tolerance, $"{name}: vmap");
        }
    }

    private static Tensor[] All(JsonElement spec, string what) => [.. spec.GetProperty(what).EnumerateArray().Select(Golden.Read)];
}
