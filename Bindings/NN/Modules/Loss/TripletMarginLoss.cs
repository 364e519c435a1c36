using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>max(0, distance to the positive - distance to the negative + margin). Python's <c>torch.nn.TripletMarginLoss</c>.</summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        this.margin = margin;
        this.p = p;
        this.eps = eps;
        this.swap = swap;
    }

    /// <summary>The margin.</summary>
    public double margin { get; set; }

    /// <summary>The power of the norm.</summary>
    public long p { get; set; }

    /// <summary>Added to each difference.</summary>
    public double eps { get; set; }

    /// <summary>Whether the distance from positive to negative counts where it is smaller.</summary>
    public bool swap { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
}
