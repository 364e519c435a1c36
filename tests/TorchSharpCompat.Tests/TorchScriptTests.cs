namespace TorchSharpCompat.Tests;

/// <summary>The program that loads TorchScript computes what Python computed.</summary>
public class TorchScriptTests
{
    private static readonly string Models = Path.Combine(Repository.Root, "samples", "torchsharp-compat", "TorchScript", "Models");

    [Fact]
    public void Modules_give_Pythons_results()
    {
        var modules = new TorchScript.LoadedModules(Models);

        Assert.InRange(modules.Compare(), 0, 1e-5);
        Assert.InRange(modules.CompareDistances(), 0, 1e-5);
        Assert.Equal("7, 12", TorchScript.LoadedModules.Compile());
    }

    [Fact]
    public void A_module_is_fine_tuned_saved_and_loaded_again()
    {
        var modules = new TorchScript.LoadedModules(Models);
        var losses = modules.FineTune(30);

        Assert.True(losses[^1] < 0.1 * losses[0], string.Join(", ", losses));
        Assert.InRange(modules.LossReadBack, 0, losses[0]);
    }
}
