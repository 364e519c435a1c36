using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The multi-class hinge loss. Python's <c>torch.nn.MultiMarginLoss</c>.</summary>
public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(weight, reduction)
    {
        this.p = p;
        this.margin = margin;
    }

    /// <summary>The power, 1 or 2.</summary>
    public int p { get; set; }

    /// <summary>The margin.</summary>
    public double margin { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}
