using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace TorchSharp;

/// <summary>The momentum of a group that a scheduler cycles: its momentum, or the first of its betas.</summary>
internal sealed class MomentumOf(ParamGroup group)
{
    public double Value
    {
        set
        {
            if (group is IMomentum momentum)
            {
                momentum.Momentum = value;
            }
            else
            {
                var betas = (IBetas)group;
                betas.Betas = (value, betas.Betas.Item2);
            }
        }
    }

    /// <exception cref="ArgumentException">A group has neither.</exception>
    public static MomentumOf[] Each(IReadOnlyList<ParamGroup> groups) => groups.All(group => group is IMomentum or IBetas)
        ? [.. groups.Select(group => new MomentumOf(group))]
        : throw new ArgumentException("The optimizer has neither a momentum nor betas to cycle: pass cycle_momentum: false.");
}
