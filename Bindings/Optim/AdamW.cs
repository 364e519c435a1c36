using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with decoupled weight decay (Python's <c>torch.optim.AdamW</c>, after Loshchilov and Hutter, 2019).</summary>
/// <remarks>The weight decay defaults to Python's 0.01; TorchSharp's default is 0, which leaves plain Adam.</remarks>
public class AdamW : Adam
{
    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
    /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 1e-2, bool amsgrad = false, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
    /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 1e-2, bool amsgrad = false, bool maximize = false)
        : base(parameters, new Options
        {
            LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override bool IsDecoupled(AdaptiveOptions options) => true;

    /// <summary>The options of a group.</summary>
    public new class Options : Adam.Options
    {
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public new class State(Parameter parameter) : Adam.State(parameter)
    {
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public new class ParamGroup : Adam.ParamGroup
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup() => Options = new Options();

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; those left null take the optimizer's.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null)
            : base(parameters, options ?? new Options())
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
        /// <param name="amsgrad">Whether to divide by the largest running average so far.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 1e-2, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
            })
        {
        }

        /// <summary>The options.</summary>
        public new Options Options
        {
            get => (Options)base.Options;
            set => base.Options = value;
        }
    }
}
