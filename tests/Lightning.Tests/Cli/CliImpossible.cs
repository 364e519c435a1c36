namespace Lightning.Tests.Cli;

/// <summary>A module that no command line can make.</summary>
internal sealed class CliImpossible(Action work) : BoringModel
{
    internal Action Work => work;
}
