using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The negative logarithm of a normal density. Python's <c>torch.nn.GaussianNLLLoss</c>.</summary>
public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public GaussianNLLLoss(bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        this.full = full;
        this.eps = eps;
    }

    /// <summary>Whether the constant term counts.</summary>
    public bool full { get; set; }

    /// <summary>The least variance.</summary>
    public float eps { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
        functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}
