using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit.Traced;

/// <summary>A feature pyramid over a small backbone: coarse levels are brought to the size of finer ones, which is read, and added.</summary>
internal sealed class PyramidNetwork : nn.Module<Tensor, Dictionary<string, Tensor>>
{
    private readonly Sequential stem = nn.Sequential(("conv", nn.Conv2d(3, 6, 3, stride: 2, padding: 1)), ("norm", nn.BatchNorm2d(6)), ("act", nn.SiLU()));
    private readonly Conv2d down1 = nn.Conv2d(6, 8, 3, stride: 2, padding: 1);
    private readonly Conv2d down2 = nn.Conv2d(8, 10, 3, stride: 2, padding: 1);
    private readonly ModuleList<nn.Module<Tensor, Tensor>> lateral = nn.ModuleList<nn.Module<Tensor, Tensor>>(
        nn.Conv2d(6, 4, 1), nn.Conv2d(8, 4, 1), nn.Conv2d(10, 4, 1));

    private readonly ModuleList<nn.Module<Tensor, Tensor>> output = nn.ModuleList<nn.Module<Tensor, Tensor>>(
        nn.Conv2d(4, 4, 3, padding: 1), nn.Conv2d(4, 4, 3, padding: 1), nn.Conv2d(4, 4, 3, padding: 1));

    public PyramidNetwork()
        : base(nameof(PyramidNetwork)) => RegisterComponents();

    public override Dictionary<string, Tensor> forward(Tensor input)
    {
        var first = stem.call(input);
        var second = nn.functional.relu(down1.call(first));
        Tensor[] levels = [first, second, nn.functional.relu(down2.call(second))];
        var results = new Dictionary<string, Tensor>();
        var coarse = lateral[2].call(levels[2]);
        results["2"] = output[2].call(coarse);
        for (int level = 1; level >= 0; level--)
        {
            var fine = lateral[level].call(levels[level]);
            coarse = fine + nn.functional.interpolate(coarse, size: [fine.shape[2], fine.shape[3]], mode: InterpolationMode.Nearest);
            results[$"{level}"] = output[level].call(coarse);
        }

        results["pool"] = nn.functional.max_pool2d(results["2"], 1, 2);
        return results;
    }
}
