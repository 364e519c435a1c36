using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adamax, Adam in the infinity norm (Python's <c>torch.optim.Adamax</c>, after Kingma and Ba, 2015).</summary>
public class Adamax : OptimizerHelper, optim.IBetas
{
    private readonly StepBatch<State> _batch = new();

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running maximum of its size.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    public Adamax(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running maximum of its size.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
    {
        OptimizerChecks.Adaptive(beta1, beta2, eps, weight_decay);
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
        }
        Descend(group.LearningRate, options.beta1!.Value, options.beta2!.Value, options.eps!.Value);
    }

    private void Descend(double lr, double beta1, double beta2, double eps)
    {
        var gradients = _batch.Gradients;
        var averages = _batch.Select(state => state.exp_avg!);
        var norms = _batch.Select(state => state.exp_inf!);
        ops.aten._foreach_mul__Scalar(averages, beta1);
        ops.aten._foreach_add__List(averages, gradients, alpha: 1 - beta1);
        var sizes = ops.aten._foreach_abs(gradients);
        ops.aten._foreach_add__Scalar(sizes, eps);
        ops.aten._foreach_mul__Scalar(norms, beta2);
        ops.aten._foreach_maximum__List(norms, sizes);
        ops.aten._foreach_addcdiv__ScalarList(_batch.Parameters, averages, norms, _batch.Numbers(state => -lr / (1 - Math.Pow(beta1, state.step))));
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor of the running average of the gradient.</summary>
        public double? beta1;

        /// <summary>Factor of the running maximum of its size.</summary>
        public double? beta2;

        /// <summary>Added to the denominator for stability.</summary>
        public double? eps;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Pair("betas", ref beta1, ref beta2);
            visitor.Number("eps", ref eps);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Constant("foreach", null);
            visitor.Constant("maximize", false);
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

        /// <summary>Running maximum of its size.</summary>
        public Tensor? exp_inf;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            exp_avg = ZerosLikeParameter();
            exp_inf = ZerosLikeParameter();
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: true);
            visitor.Tensor("exp_avg", ref exp_avg);
            visitor.Tensor("exp_inf", ref exp_inf);
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
        /// <param name="beta2">Factor of the running maximum of its size.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
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
