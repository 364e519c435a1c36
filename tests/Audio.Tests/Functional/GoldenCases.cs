using static TorchSharp.torch;

namespace TorchSharp.Audio.Tests.Functional;

using Twins = Dictionary<string, Func<Tensor[], Tensor>>;

/// <summary>What each case of the scripts in tests/golden/audio/dsp is in C#, by script and name.</summary>
internal static partial class GoldenCases
{
    /// <summary>The cases of all scripts.</summary>
    public static IReadOnlyDictionary<string, Twins> All { get; } = new Dictionary<string, Twins>
    {
        ["spectra"] = Spectra(),
        ["resampling"] = Resampling(),
        ["masking"] = Masking(),
        ["filters"] = Filters(),
        ["features"] = Features(),
    };

    /// <summary>A module applied to the first input; the module lives as long as the call.</summary>
    private static Func<Tensor[], Tensor> Of(Func<nn.Module<Tensor, Tensor>> make) => inputs =>
    {
        using var module = make();
        return module.call(inputs[0]);
    };
}
