using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam (Python's <c>torch.optim.Adam</c>, after Kingma and Ba, 2015).</summary>
public class Adam : AdaptiveOptimizer<Adam.State>
{
    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this(parameters, new Options
        {
            LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
        })
    {
    }

    private protected Adam(IEnumerable<ParamGroup> groups, Options defaults)
        : base(groups, defaults)
    {
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override void Descend(StepBatch<State> batch, double lr, AdaptiveOptions options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var averages = batch.Select(state => state.exp_avg!);
        var squares = batch.AverageMoments(averages, state => state.exp_avg_sq!, beta1, beta2);
        if (((Options)options).amsgrad == true)
        {
            var largest = batch.Select(state => state.LargestSquareAverage);
            ops.aten._foreach_maximum__List(largest, squares);
            squares = largest;
        }
        Tensor[] denominators = ops.aten._foreach_sqrt(squares);
        ops.aten._foreach_div__ScalarList(denominators, batch.Numbers(state => Math.Sqrt(1 - Math.Pow(beta2, state.step))));
        ops.aten._foreach_add__Scalar(denominators, options.eps!.Value);
        ops.aten._foreach_addcdiv__ScalarList(batch.Parameters, averages, denominators,
            batch.Numbers(state => -lr / (1 - Math.Pow(beta1, state.step))));
    }

    /// <summary>The options of a group.</summary>
    public class Options : AdaptiveOptions
    {
        /// <summary>Whether to divide by the largest running average so far.</summary>
        public bool? amsgrad;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Flag("amsgrad", ref amsgrad);
            visitor.Constant("capturable", false);
            visitor.Constant("differentiable", false);
            visitor.Constant("fused", false);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : MomentState(parameter)
    {
        /// <summary>Largest running average of the square so far; null without AMSGrad.</summary>
        public Tensor? max_exp_avg_sq;

        // Made on first use: a group may ask for AMSGrad later.
        internal Tensor LargestSquareAverage => max_exp_avg_sq ??= ZerosLikeParameter();

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Tensor("max_exp_avg_sq", ref max_exp_avg_sq);
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
        /// <param name="amsgrad">Whether to divide by the largest running average so far.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
            })
        {
        }
    }
}
