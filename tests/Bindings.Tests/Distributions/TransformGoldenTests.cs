using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions.transforms;

namespace Bindings.Tests.Distributions;

/// <summary>Transforms, constraints and the maps between them, against tests/golden/distributions/transforms.py.</summary>
public class TransformGoldenTests
{
    private static readonly JsonElement Document = DistributionGoldens.Read("transforms");

    public static TheoryData<string, int, int> Transforms
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            JsonElement all = Document.GetProperty("transforms");
            for (int i = 0; i < all.GetArrayLength(); i++)
            {
                data.Add($"{all[i].GetProperty("repr").GetString()!.Split('(')[0]}: facts", i, -1);
                for (int j = 0; j < all[i].GetProperty("checks").GetArrayLength(); j++)
                {
                    data.Add($"{all[i].GetProperty("repr").GetString()!.Split('(')[0]}: {all[i].GetProperty("checks")[j].GetProperty("what").GetString()}", i, j);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, int> ConstraintCases => Named("constraints");

    public static TheoryData<string, int> MapCases => Named("onto");

    [Theory]
    [MemberData(nameof(Transforms))]
    public void A_transform_equals_the_oracle(string name, int index, int number)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement spec = Document.GetProperty("transforms")[index];
        Tensor x = DistributionGoldens.Leaf(spec.GetProperty("x"));
        Transform transform = DistributionBuilder.Transform(spec.GetProperty("spec"), x.dtype);
        if (number < 0)
        {
            AssertFacts(spec, transform, x);
            return;
        }

        JsonElement check = spec.GetProperty("checks")[number];
        Tensor leaf = check.TryGetProperty("value", out JsonElement value) ? DistributionGoldens.Leaf(value) : x;
        Func<Tensor> run = check.GetProperty("what").GetString() switch
        {
            "forward" => () => transform.forward(leaf),
            "inverse" => () => transform.inv.forward(leaf),
            _ => () => TransformExtensionMethods.log_abs_det_jacobian(transform, leaf, transform.forward(leaf)),
        };
        if (check.TryGetProperty("error", out _))
        {
            Assert.Throws<NotSupportedException>(run);
            return;
        }

        bool clamps = transform is SigmoidTransform && check.GetProperty("what").GetString() == "inverse";
        DistributionGoldens.Compare(check, run(), [leaf], name, clamps);
    }

    [Theory]
    [MemberData(nameof(ConstraintCases))]
    public void A_constraint_decides_as_the_oracle_does(string name, int index)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement spec = Document.GetProperty("constraints")[index];
        distributions.constraints.Constraint constraint = ConstraintCatalog.Get(name);
        Golden.AssertEqual(spec.GetProperty("output"), constraint.check(Golden.Read(spec.GetProperty("value"))), 0, 0, name);
        Assert.Equal(spec.GetProperty("discrete").GetBoolean(), constraint.is_discrete);
        Assert.Equal(spec.GetProperty("event_dim").GetInt32(), constraint.event_dim);

        // TorchSharp's name for it has a capital D; pieces and places print without their arguments in Python too.
        Assert.Equal(spec.GetProperty("repr").GetString(), constraint.ToString().Replace("SemiDefinite", "Semidefinite", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MapCases))]
    public void A_map_onto_a_constraint_equals_the_oracle(string name, int index)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement spec = Document.GetProperty("onto")[index];
        distributions.constraints.Constraint constraint = ConstraintCatalog.Get(name);
        Transform Map() => spec.GetProperty("way").GetString() == "biject_to" ? distributions.biject_to(constraint) : distributions.transform_to(constraint);
        if (spec.TryGetProperty("error", out _))
        {
            Assert.Throws<NotSupportedException>(Map);
            return;
        }

        Tensor x = Golden.Read(spec.GetProperty("x"));
        Tensor y = Map().forward(x);
        Golden.AssertEqual(spec.GetProperty("output"), y, 2e-5, 2e-6, name);
        Assert.True(constraint.check(y).all().item<bool>() || name == "lower_cholesky", $"{name}: {y} lies outside");
    }

    private static void AssertFacts(JsonElement spec, Transform transform, Tensor x)
    {
        Assert.Equal(spec.GetProperty("repr").GetString(), transform.ToString());
        Assert.Equal(spec.GetProperty("bijective").GetBoolean(), transform.bijective);
        Assert.Equal(spec.GetProperty("domain").GetString(), $"{transform.domain}");
        Assert.Equal(spec.GetProperty("codomain").GetString(), $"{transform.codomain}");
        Assert.Equal(spec.GetProperty("domain_dim").GetInt32(), transform.domain.event_dim);
        Assert.Equal(spec.GetProperty("codomain_dim").GetInt32(), transform.codomain.event_dim);
        if (spec.GetProperty("sign") is { ValueKind: JsonValueKind.Object } sign)
        {
            Golden.AssertEqual(sign, transform.sign.to_type(ScalarType.Float64), 0, 0, "sign");
        }
        else
        {
            Assert.Throws<NotSupportedException>(() => transform.sign);
        }

        if (spec.GetProperty("forward_shape") is { ValueKind: JsonValueKind.Array } forward)
        {
            Assert.Equal(DistributionGoldens.Shape(forward), transform.forward_shape(x.shape));
            Assert.Equal(DistributionGoldens.Shape(spec.GetProperty("inverse_shape")), transform.inverse_shape(transform.forward(x).shape));
        }
    }

    private static TheoryData<string, int> Named(string list)
    {
        var data = new TheoryData<string, int>();
        JsonElement all = Document.GetProperty(list);
        for (int i = 0; i < all.GetArrayLength(); i++)
        {
            data.Add(all[i].GetProperty("name").GetString()!, i);
        }

        return data;
    }
}
