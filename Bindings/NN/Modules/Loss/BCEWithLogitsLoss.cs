using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The sigmoid and <see cref="BCELoss"/> in one, without overflow. Python's <c>torch.nn.BCEWithLogitsLoss</c>.</summary>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    private Tensor? _pos_weights;

    /// <summary>Sets how the loss is computed.</summary>
    public BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
        : base(weight, reduction)
    {
        this.pos_weights = pos_weights;
    }

    /// <summary>A factor for the positive part of each class, or null; <c>pos_weight</c> in the state dictionary, as in Python.</summary>
    public Tensor? pos_weights
    {
        get => _pos_weights;
        set => SetBuffer(ref _pos_weights, value, "pos_weight");
    }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        functional.binary_cross_entropy_with_logits(input, target, weight, reduction, _pos_weights);
}
