using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adamax, Adam in the infinity norm (Python's <c>torch.optim.Adamax</c>, after Kingma and Ba, 2015).</summary>
public class Adamax : AdaptiveOptimizer<Adamax.State>
{
    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running maximum of its size.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adamax(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running maximum of its size.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool maximize = false)
        : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, maximize = maximize })
    {
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override void Descend(StepBatch<State> batch, double lr, AdaptiveOptions options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var gradients = batch.Gradients;
        var averages = batch.Select(state => state.exp_avg!);
        var norms = batch.Select(state => state.exp_inf!);
        ops.aten._foreach_mul__Scalar(averages, beta1);
        ops.aten._foreach_add__List(averages, gradients, alpha: 1 - beta1);
        var sizes = ops.aten._foreach_abs(gradients);
        ops.aten._foreach_add__Scalar(sizes, options.eps!.Value);
        ops.aten._foreach_mul__Scalar(norms, beta2);
        ops.aten._foreach_maximum__List(norms, sizes);
        ops.aten._foreach_addcdiv__ScalarList(batch.Parameters, averages, norms, batch.Numbers(state => -lr / (1 - Math.Pow(beta1, state.step))));
    }

    /// <summary>The options of a group.</summary>
    public class Options : AdaptiveOptions
    {
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : AdaptiveState(parameter)
    {
        /// <summary>Running maximum of the gradient's size.</summary>
        public Tensor? exp_inf;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            base.Initialize(options);
            exp_inf = ZerosLikeParameter();
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Tensor("exp_inf", ref exp_inf);
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
        /// <param name="beta2">Factor of the running maximum of its size.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
