using TorchSharp.Interop;

namespace Torchlight.Bindings.Tests.Surface;

public class OpTableTests
{
    [Fact]
    public void Every_operator_that_the_tables_promise_is_in_the_libtorch_at_hand()
    {
        Version here = Parse(NativeLibraries.LibtorchVersion);
        var missing = new List<string>();
        for (int i = 0; i < OpNames.Count; i++)
        {
            (string name, string overload, string since) = OpNames.Get(i);
            string? removed = OpNames.Fate(i).RemovedIn;
            if (Parse(since) <= here && (removed is null || Parse(removed) > here) && !OpTable.Has(i))
            {
                missing.Add($"{name}.{overload}");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Names_come_apart_into_operator_overload_and_version()
    {
        var all = Enumerable.Range(0, OpNames.Count).Select(OpNames.Get).ToList();
        Assert.Equal(OpNames.Count, all.Distinct().Count());
        Assert.Contains(("aten::add", "Tensor", "1.13.1"), all);
        Assert.Contains(("aten::scaled_dot_product_attention", "", "2.6.0"), all);
        Assert.All(all, op => Assert.StartsWith("aten::", op.Name));
    }

    // Debian's build of 1.13.1 calls itself 1.13.0: what operators there are goes by the first two numbers.
    private static Version Parse(string version)
    {
        string[] parts = version.Split('.');
        return new Version(int.Parse(parts[0]), int.Parse(parts[1]));
    }
}
