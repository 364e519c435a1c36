using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam whose adaptive rate sets in when its variance can be estimated (Python's <c>torch.optim.RAdam</c>, after Liu and others, 2020).</summary>
public class RAdam : AdaptiveOptimizer<RAdam.State>
{
    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="decoupled_weight_decay">Whether the weight decay shrinks the parameters themselves, as AdamW's does.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public RAdam(
        IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool decoupled_weight_decay = false, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, decoupled_weight_decay, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="decoupled_weight_decay">Whether the weight decay shrinks the parameters themselves, as AdamW's does.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public RAdam(
        IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool decoupled_weight_decay = false, bool maximize = false)
        : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, decoupled_weight_decay = decoupled_weight_decay, maximize = maximize })
    {
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override bool IsDecoupled(AdaptiveOptions options) => ((Options)options).decoupled_weight_decay == true;

    private protected override void Descend(StepBatch<State> batch, double lr, AdaptiveOptions options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var averages = batch.Select(state => state.exp_avg!);
        var roots = ops.aten._foreach_sqrt(batch.AverageMoments(averages, state => state.exp_avg_sq!, beta1, beta2));
        ops.aten._foreach_add__Scalar(roots, options.eps!.Value);
        var states = batch.States;
        for (var index = 0; index < states.Length; index++)
        {
            var correction = 1 - Math.Pow(beta1, states[index].step);
            if (Rectification(beta2, states[index].step) is { } factor)
            {
                ops.aten.addcdiv_(batch.Parameters[index], averages[index], roots[index], value: -lr * factor / correction);
            }
            else
            {
                ops.aten.add__Tensor(batch.Parameters[index], averages[index], alpha: -lr / correction);
            }
        }
    }

    /// <summary>The factor of the adaptive rate; null as long as the average is over too few steps to have a variance.</summary>
    private static double? Rectification(double beta2, long step)
    {
        double correction = 1 - Math.Pow(beta2, step);
        double limit = (2 / (1 - beta2)) - 1;
        double length = limit - (2 * step * Math.Pow(beta2, step) / correction);
        return length > 5
            ? Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)) * Math.Sqrt(correction)
            : null;
    }

    /// <summary>The options of a group.</summary>
    public class Options : AdaptiveOptions
    {
        /// <summary>Whether the weight decay shrinks the parameters themselves, as AdamW's does.</summary>
        public bool? decoupled_weight_decay;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Flag("decoupled_weight_decay", ref decoupled_weight_decay);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : MomentState(parameter)
    {
        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            base.Describe(visitor);
        }
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : AdaptiveGroup<Options>
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; those left null take the optimizer's.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null)
            : base(parameters, options)
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="decoupled_weight_decay">Whether the weight decay shrinks the parameters themselves, as AdamW's does.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool decoupled_weight_decay = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, decoupled_weight_decay = decoupled_weight_decay, maximize = maximize })
        {
        }
    }
}
