using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The negative entry at the target: logarithms of probabilities (C), (N, C) or (N, C, ...) and class numbers. Python's <c>torch.nn.NLLLoss</c>.
/// </summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, long? ignore_index = null)
        : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
    }

    /// <summary>A class number that counts for nothing; null for -100.</summary>
    public long? ignore_index { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => functional.nll_loss(input, target, weight, reduction, ignore_index ?? -100);
}
