using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Interleaves groups of channels: (N, C, ...). Python's <c>torch.nn.ChannelShuffle</c>.</summary>
public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal ChannelShuffle(long groups)
        : base(nameof(ChannelShuffle))
    {
        this.groups = groups;
    }

    /// <summary>The number of groups; it divides the channels.</summary>
    public long groups { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.channel_shuffle(tensor, groups);

    /// <inheritdoc/>
    protected override string extra_repr() => $"groups={groups}";
}
