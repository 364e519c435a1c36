namespace Lightning.Tests.Cli;

/// <summary>A small net for command lines.</summary>
internal sealed class CliNet : BoringModel
{
    /// <summary>Makes the net.</summary>
    /// <param name="lr">The learning rate.</param>
    /// <param name="sizes">The sizes of the layers, as <see cref="CliData"/> has them.</param>
    /// <param name="activation">What stands between layers.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="note">Anything, or nothing.</param>
    /// <param name="decay">A factor, or none.</param>
    /// <param name="weights">Weights by class.</param>
    /// <param name="wide">Whether it is wide.</param>
    /// <param name="options">What a record holds.</param>
    /// <param name="shape">A shape of any class.</param>
    /// <param name="watch">A function, which no command line can give.</param>
    public CliNet(
        double lr,
        int[]? sizes = null,
        CliActivation activation = CliActivation.Relu,
        string name = "net",
        string? note = null,
        float? decay = 0.1f,
        IReadOnlyDictionary<string, double>? weights = null,
        bool wide = false,
        CliOptions? options = null,
        ICliShape? shape = null,
        Action? watch = null)
    {
        LearningRate = lr;
        (Sizes, Activation, Name, Note, Decay, ClassWeights, Wide, Options, Shape, Watch) = (sizes, activation, name, note, decay, weights, wide, options, shape, watch);
    }

    internal int[]? Sizes { get; }

    internal CliActivation Activation { get; }

    internal string Name { get; }

    internal string? Note { get; }

    internal float? Decay { get; }

    internal IReadOnlyDictionary<string, double>? ClassWeights { get; }

    internal bool Wide { get; }

    internal CliOptions? Options { get; }

    internal ICliShape? Shape { get; }

    internal Action? Watch { get; }
}
