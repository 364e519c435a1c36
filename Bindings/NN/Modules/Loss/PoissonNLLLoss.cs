using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The negative logarithm of a Poisson probability. Python's <c>torch.nn.PoissonNLLLoss</c>.</summary>
public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Sets how the loss is computed.</summary>
    public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        this.log_input = log_input;
        this.full = full;
        this.eps = eps;
    }

    /// <summary>Whether the input is the rate's logarithm.</summary>
    public bool log_input { get; set; }

    /// <summary>Whether Stirling's approximation of the target's term is added.</summary>
    public bool full { get; set; }

    /// <summary>Added to a rate before its logarithm.</summary>
    public float eps { get; set; }

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}
