using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSprop (Python's <c>torch.optim.RMSprop</c>, after Hinton's lecture).</summary>
public class RMSProp : OptimizerHelper, optim.IMomentum
{
    private readonly StepBatch<State> _batch = new();

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="alpha">Factor of the running average of the squared gradient.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="momentum">Momentum factor.</param>
    /// <param name="centered">Whether to divide by the estimated deviation instead of the root of the mean square.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="alpha">Factor of the running average of the squared gradient.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="momentum">Momentum factor.</param>
    /// <param name="centered">Whether to divide by the estimated deviation instead of the root of the mean square.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : base(new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered,
            maximize = maximize })
    {
        OptimizerChecks.NotNegative(alpha, nameof(alpha));
        OptimizerChecks.NotNegative(eps, nameof(eps));
        OptimizerChecks.NotNegative(weight_decay, nameof(weight_decay));
        OptimizerChecks.NotNegative(momentum, nameof(momentum));
        AddGroups(parameters);
    }

    /// <inheritdoc/>
    public double Momentum
    {
        get => ((Options)_defaults).momentum ?? 0;
        set
        {
            ((Options)_defaults).momentum = value;
            foreach (var group in _parameter_groups)
            {
                ((Options)group.Options).momentum = value;
            }
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        if (!_batch.Fill(this, group, options.maximize, options.weight_decay))
        {
            return;
        }
        foreach (var state in _batch.States)
        {
            state.step++;
        }
        var gradients = _batch.Gradients;
        var denominators = Denominators(options.alpha!.Value, options.eps!.Value, options.centered == true);
        if (options.momentum is not { } momentum || momentum == 0)
        {
            ops.aten._foreach_addcdiv__Scalar(_batch.Parameters, gradients, denominators, -group.LearningRate);
            return;
        }
        var buffers = _batch.Select(state => state.Momentum);
        ops.aten._foreach_mul__Scalar(buffers, momentum);
        ops.aten._foreach_addcdiv__Scalar(buffers, gradients, denominators);
        ops.aten._foreach_add__List(_batch.Parameters, buffers, alpha: -group.LearningRate);
    }

    private Tensor[] Denominators(double alpha, double eps, bool centered)
    {
        var gradients = _batch.Gradients;
        var squares = _batch.Select(state => state.square_avg!);
        ops.aten._foreach_mul__Scalar(squares, alpha);
        ops.aten._foreach_addcmul__Scalar(squares, gradients, gradients, 1 - alpha);
        Tensor[] denominators;
        if (centered)
        {
            var averages = _batch.Select(state => state.Average);
            ops.aten._foreach_mul__Scalar(averages, alpha);
            ops.aten._foreach_add__List(averages, gradients, alpha: 1 - alpha);
            denominators = ops.aten._foreach_addcmul_Scalar(squares, averages, averages, -1);
            ops.aten._foreach_sqrt_(denominators);
        }
        else
        {
            denominators = ops.aten._foreach_sqrt(squares);
        }
        ops.aten._foreach_add__Scalar(denominators, eps);
        return denominators;
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor of the running average of the squared gradient.</summary>
        public double? alpha;

        /// <summary>Added to the denominator for stability.</summary>
        public double? eps;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>Momentum factor.</summary>
        public double? momentum;

        /// <summary>Whether to divide by the estimated deviation instead of the root of the mean square.</summary>
        public bool? centered;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("alpha", ref alpha);
            visitor.Number("eps", ref eps);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Number("momentum", ref momentum);
            visitor.Flag("centered", ref centered);
            visitor.Flag("maximize", ref maximize);
            visitor.Constant("foreach", null);
            visitor.Constant("differentiable", false);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Running average of the squared gradient.</summary>
        public Tensor? square_avg;

        /// <summary>The accumulated direction; null without momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>Running average of the gradient; null unless centered.</summary>
        public Tensor? grad_avg;

        // Made on first use: a group's options may change.
        internal Tensor Momentum => momentum_buffer ??= ZerosLikeParameter();

        internal Tensor Average => grad_avg ??= ZerosLikeParameter();

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            square_avg = ZerosLikeParameter();
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: false);
            visitor.Tensor("square_avg", ref square_avg);
            visitor.Tensor("momentum_buffer", ref momentum_buffer);
            visitor.Tensor("grad_avg", ref grad_avg);
        }
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
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
        /// <param name="alpha">Factor of the running average of the squared gradient.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="centered">Whether to divide by the estimated deviation instead of the root of the mean square.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
            double momentum = 0, bool centered = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum,
                centered = centered, maximize = maximize })
        {
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum ?? 0;
            set => Options.momentum = value;
        }
    }
}
