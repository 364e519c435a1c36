using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lightning.Cli;

/// <summary>
/// Whether classes may be looked for by name, in assemblies that are there whole. In a trimmed program, or one compiled ahead of time, they are not:
/// what is to be named on the line has to be registered there (<see cref="LightningArgumentParser.add_class{T}"/>).
/// </summary>
internal static class FreeReflection
{
    [FeatureSwitchDefinition("Lightning.Cli.FreeReflection")]
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    internal static bool IsSupported { get; } = AppContext.TryGetSwitch("Lightning.Cli.FreeReflection", out var on) ? on : RuntimeFeature.IsDynamicCodeSupported;
}
