using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The negative logarithm of the softmax at the target: scores (C), (N, C) or (N, C, ...) and class numbers or probabilities. Python's
/// <c>torch.nn.CrossEntropyLoss</c>.
/// </summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
        : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
    }

    /// <summary>A class number that counts for nothing; null for -100.</summary>
    public long? ignore_index { get; set; }

    /// <summary>How much of the target is spread over all classes.</summary>
    public double label_smoothing { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
