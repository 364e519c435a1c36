using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with Nesterov momentum (Python's <c>torch.optim.NAdam</c>, after Dozat, 2016).</summary>
public class NAdam : AdaptiveOptimizer<NAdam.State>
{
    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="momentum_decay">How fast the momentum grows to its limit.</param>
    /// <param name="decoupled_weight_decay">Whether the weight decay shrinks the parameters themselves, as AdamW's does.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public NAdam(
        IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3, bool decoupled_weight_decay = false, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, momentum_decay, decoupled_weight_decay, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="momentum_decay">How fast the momentum grows to its limit.</param>
    /// <param name="decoupled_weight_decay">Whether the weight decay shrinks the parameters themselves, as AdamW's does.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public NAdam(
        IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3, bool decoupled_weight_decay = false, bool maximize = false)
        : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay, decoupled_weight_decay = decoupled_weight_decay, maximize = maximize })
    {
        OptimizerChecks.NotNegative(momentum_decay, nameof(momentum_decay));
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override bool IsDecoupled(AdaptiveOptions options) => ((Options)options).decoupled_weight_decay == true;

    private protected override void Descend(StepBatch<State> batch, double lr, AdaptiveOptions options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value, growth = ((Options)options).momentum_decay!.Value;
        foreach (var state in batch.States)
        {
            // Kept and multiplied as Python does it, in float32.
            state.mu_product = (float)state.mu_product * (float)Momentum(beta1, growth, state.step);
        }
        var averages = batch.Select(state => state.exp_avg!);
        var squares = batch.AverageMoments(averages, state => state.exp_avg_sq!, beta1, beta2);
        Tensor[] denominators = ops.aten._foreach_div_ScalarList(squares, batch.Numbers(state => 1 - Math.Pow(beta2, state.step)));
        ops.aten._foreach_sqrt_(denominators);
        ops.aten._foreach_add__Scalar(denominators, options.eps!.Value);
        ops.aten._foreach_addcdiv__ScalarList(batch.Parameters, batch.Gradients, denominators,
            batch.Numbers(state => -lr * (1 - Momentum(beta1, growth, state.step)) / (1 - state.mu_product)));
        ops.aten._foreach_addcdiv__ScalarList(batch.Parameters, averages, denominators, batch.Numbers(state =>
        {
            var next = Momentum(beta1, growth, state.step + 1);
            return -lr * next / (1 - (state.mu_product * next));
        }));
    }

    /// <summary>The momentum of a step, which grows from half of beta1 to beta1.</summary>
    private static double Momentum(double beta1, double growth, long step) => beta1 * (1 - (0.5 * Math.Pow(0.96, step * growth)));

    /// <summary>The options of a group.</summary>
    public class Options : AdaptiveOptions
    {
        /// <summary>Whether the weight decay shrinks the parameters themselves, as AdamW's does.</summary>
        public bool? decoupled_weight_decay;

        /// <summary>How fast the momentum grows to its limit.</summary>
        public double? momentum_decay;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("momentum_decay", ref momentum_decay);
            visitor.Flag("decoupled_weight_decay", ref decoupled_weight_decay);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : MomentState(parameter)
    {
        /// <summary>The product of the steps' momenta.</summary>
        public double mu_product = 1;

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Number("mu_product", ref mu_product, asTensor: true);
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
        /// <param name="momentum_decay">How fast the momentum grows to its limit.</param>
        /// <param name="decoupled_weight_decay">Whether the weight decay shrinks the parameters themselves, as AdamW's does.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3, bool decoupled_weight_decay = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay, decoupled_weight_decay = decoupled_weight_decay, maximize = maximize })
        {
        }
    }
}
