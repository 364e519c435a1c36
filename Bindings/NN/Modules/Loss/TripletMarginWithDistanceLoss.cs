using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The triplet loss with a distance of one's own. Python's <c>torch.nn.TripletMarginWithDistanceLoss</c>.</summary>
public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
        Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        this.distance = distance;
        this.margin = margin;
        this.swap = swap;
        if (distance is null)
        {
            // Python's default distance is a module, which shows among the children.
            register_module("distance_function", PairwiseDistance());
        }
    }

    /// <summary>The distance of two tensors; null for the Euclidean one.</summary>
    public Func<Tensor, Tensor, Tensor>? distance { get; set; }

    /// <summary>The margin.</summary>
    public double margin { get; set; }

    /// <summary>Whether the distance from positive to negative counts where it is smaller.</summary>
    public bool swap { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
}
