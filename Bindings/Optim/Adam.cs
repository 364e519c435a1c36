using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam (Python's <c>torch.optim.Adam</c>, after Kingma and Ba, 2015).</summary>
public class Adam : OptimizerHelper, optim.IBetas
{
    private readonly StepBatch<State> _batch = new();

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
        : base(defaults)
    {
        OptimizerChecks.Adaptive(defaults.beta1, defaults.beta2, defaults.eps, defaults.weight_decay);
        AddGroups(groups);
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

    private protected virtual void Decay(StepBatch<State> batch, double lr, double factor) => batch.Decay(factor);

    private void Update(Modules.ParamGroup group)
    {
        if (!_batch.Fill(this, group))
        {
            return;
        }
        var options = (Options)group.Options;
        if (options.maximize == true)
        {
            _batch.Negate();
        }
        if (options.weight_decay is { } decay && decay != 0)
        {
            Decay(_batch, group.LearningRate, decay);
        }
        foreach (var state in _batch.States)
        {
            state.step++;
        }
        Descend(group.LearningRate, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.amsgrad == true);
    }

    private void Descend(double lr, double beta1, double beta2, double eps, bool amsgrad)
    {
        var gradients = _batch.Gradients;
        var averages = _batch.Select(state => state.exp_avg!);
        var squares = _batch.Select(state => state.exp_avg_sq!);
        ops.aten._foreach_mul__Scalar(averages, beta1);
        ops.aten._foreach_add__List(averages, gradients, alpha: 1 - beta1);
        ops.aten._foreach_mul__Scalar(squares, beta2);
        ops.aten._foreach_addcmul__Scalar(squares, gradients, gradients, 1 - beta2);
        if (amsgrad)
        {
            var largest = _batch.Select(state => state.LargestSquareAverage);
            ops.aten._foreach_maximum__List(largest, squares);
            squares = largest;
        }
        Tensor[] denominators = ops.aten._foreach_sqrt(squares);
        ops.aten._foreach_div__ScalarList(denominators, _batch.Numbers(state => Math.Sqrt(1 - Math.Pow(beta2, state.step))));
        ops.aten._foreach_add__Scalar(denominators, eps);
        ops.aten._foreach_addcdiv__ScalarList(_batch.Parameters, averages, denominators,
            _batch.Numbers(state => -lr / (1 - Math.Pow(beta1, state.step))));
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor of the running average of the gradient.</summary>
        public double? beta1;

        /// <summary>Factor of the running average of its square.</summary>
        public double? beta2;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>Added to the denominator for stability.</summary>
        public double? eps;

        /// <summary>Whether to divide by the largest running average so far.</summary>
        public bool? amsgrad;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Pair("betas", ref beta1, ref beta2);
            visitor.Number("eps", ref eps);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Flag("amsgrad", ref amsgrad);
            visitor.Flag("maximize", ref maximize);
            visitor.Constant("foreach", null);
            visitor.Constant("capturable", false);
            visitor.Constant("differentiable", false);
            visitor.Constant("fused", false);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Running average of the gradient.</summary>
        public Tensor? exp_avg;

        /// <summary>Running average of its square.</summary>
        public Tensor? exp_avg_sq;

        /// <summary>Largest running average of the square so far; null without AMSGrad.</summary>
        public Tensor? max_exp_avg_sq;

        // Made on first use: a group may ask for AMSGrad later.
        internal Tensor LargestSquareAverage => max_exp_avg_sq ??= ZerosLikeParameter();

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
            visitor.Tensor("exp_avg", ref exp_avg);
            visitor.Tensor("exp_avg_sq", ref exp_avg_sq);
            visitor.Tensor("max_exp_avg_sq", ref max_exp_avg_sq);
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
        /// <param name="amsgrad">Whether to divide by the largest running average so far.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
            })
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
