using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with Nesterov momentum (Python's <c>torch.optim.NAdam</c>, after Dozat, 2016).</summary>
public class NAdam : OptimizerHelper, optim.IBetas
{
    private readonly StepBatch<State> _batch = new();

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="momentum_decay">How fast the momentum grows to its limit.</param>
    public NAdam(
        IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, momentum_decay)
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
    public NAdam(
        IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay })
    {
        OptimizerChecks.Adaptive(beta1, beta2, eps, weight_decay);
        OptimizerChecks.NotNegative(momentum_decay, nameof(momentum_decay));
        AddGroups(parameters);
    }

    /// <inheritdoc/>
    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1 ?? 0, ((Options)_defaults).beta2 ?? 0);
        set
        {
            (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
            foreach (var group in _parameter_groups)
            {
                (((Options)group.Options).beta1, ((Options)group.Options).beta2) = value;
            }
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        if (!_batch.Fill(this, group))
        {
            return;
        }

        var options = (Options)group.Options;
        if (options.weight_decay is { } decay && decay != 0)
        {
            _batch.Decay(decay);
        }

        foreach (var state in _batch.States)
        {
            state.step++;
            state.mu_product = (float)(state.mu_product * Momentum(options, state.step));
        }

        Descend(group.LearningRate, options);
    }

    private void Descend(double lr, Options options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value, eps = options.eps!.Value;
        var gradients = _batch.Gradients;
        var averages = _batch.Select(state => state.exp_avg!);
        var squares = _batch.Select(state => state.exp_avg_sq!);
        ops.aten._foreach_mul__Scalar(averages, beta1);
        ops.aten._foreach_add__List(averages, gradients, alpha: 1 - beta1);
        ops.aten._foreach_mul__Scalar(squares, beta2);
        ops.aten._foreach_addcmul__Scalar(squares, gradients, gradients, 1 - beta2);
        Tensor[] denominators = ops.aten._foreach_div_ScalarList(squares, _batch.Numbers(state => 1 - Math.Pow(beta2, state.step)));
        ops.aten._foreach_sqrt_(denominators);
        ops.aten._foreach_add__Scalar(denominators, eps);
        ops.aten._foreach_addcdiv__ScalarList(_batch.Parameters, gradients, denominators,
            _batch.Numbers(state => -lr * (1 - Momentum(options, state.step)) / (1 - state.mu_product)));
        ops.aten._foreach_addcdiv__ScalarList(_batch.Parameters, averages, denominators, _batch.Numbers(state =>
        {
            double next = Momentum(options, state.step + 1);
            return -lr * next / (1 - (state.mu_product * next));
        }));
    }

    /// <summary>The momentum of a step, which grows from half of beta1 to beta1.</summary>
    private static double Momentum(Options options, long step) =>
        options.beta1!.Value * (1 - (0.5 * Math.Pow(0.96, step * options.momentum_decay!.Value)));

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor of the running average of the gradient.</summary>
        public double? beta1;

        /// <summary>Factor of the running average of its square.</summary>
        public double? beta2;

        /// <summary>Added to the denominator for stability.</summary>
        public double? eps;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>How fast the momentum grows to its limit.</summary>
        public double? momentum_decay;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Pair("betas", ref beta1, ref beta2);
            visitor.Number("eps", ref eps);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Number("momentum_decay", ref momentum_decay);
            visitor.Constant("foreach", null);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>The product of the steps' momenta.</summary>
        public double mu_product = 1;

        /// <summary>Running average of the gradient.</summary>
        public Tensor? exp_avg;

        /// <summary>Running average of its square.</summary>
        public Tensor? exp_avg_sq;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            exp_avg = ZerosLikeParameter();
            exp_avg_sq = ZerosLikeParameter();
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: true);
            visitor.Number("mu_product", ref mu_product);
            visitor.Tensor("exp_avg", ref exp_avg);
            visitor.Tensor("exp_avg_sq", ref exp_avg_sq);
        }
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IBetas
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
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay })
        {
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (Options.beta1 ?? 0, Options.beta2 ?? 0);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
