using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lightning.Cli;

/// <summary>
/// Whether classes may be looked for by name, in assemblies that are there whole. In a trimmed program, or one compiled ahead of time, they are not:
/// what is to be named on the line has to be registered there (<see cref="LightningArgumentParser.add_class{T}"/>).
/// </summary>
internal static class FreeReflection
{
    // IL4000: that the answer is "no" in a trimmed program cannot be read off this line. The trimmer and the compiler ahead of time see to it: they take a
    // guarded property for false.
#pragma warning disable IL4000
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    internal static bool IsSupported => RuntimeFeature.IsDynamicCodeSupported;
#pragma warning restore IL4000
}
