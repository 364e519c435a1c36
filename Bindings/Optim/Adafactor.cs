using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adafactor, whose second moments of matrices are kept as one factor for each row and each column (<c>torch.optim.Adafactor</c> of Python's torch
/// 2.5 and later, after Shazeer and Stern, 2018).
/// </summary>
public partial class Adafactor : OptimizerHelper
{
    private readonly StepBatch<State> _batch = new() { AsReal = false };

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize; real.</param>
    /// <param name="lr">The largest step relative to a parameter's size; scales the weight decay too.</param>
    /// <param name="beta2_decay">Power of the step that the second moment's newest share falls with; zero or less.</param>
    /// <param name="eps1">Lower bound of the moments; null for the element type's precision.</param>
    /// <param name="eps2">Lower bound of a parameter's size.</param>
    /// <param name="d">The root mean square that an update is clipped to, at least 1.</param>
    /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adafactor(IEnumerable<Parameter> parameters, double lr = 1e-2, double beta2_decay = -0.8, double? eps1 = null, double eps2 = 1e-3,
        double d = 1, double weight_decay = 0, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta2_decay, eps1, eps2, d, weight_decay, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The largest step relative to a parameter's size; scales the weight decay too.</param>
    /// <param name="beta2_decay">Power of the step that the second moment's newest share falls with; zero or less.</param>
    /// <param name="eps1">Lower bound of the moments; null for the element type's precision.</param>
    /// <param name="eps2">Lower bound of a parameter's size.</param>
    /// <param name="d">The root mean square that an update is clipped to, at least 1.</param>
    /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adafactor(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double beta2_decay = -0.8, double? eps1 = null, double eps2 = 1e-3,
        double d = 1, double weight_decay = 0, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, beta2_decay = beta2_decay, eps1 = eps1, eps2 = eps2, d = d, weight_decay = weight_decay, maximize = maximize,
        })
    {
        OptimizerChecks.NotNegative(-beta2_decay, "-beta2_decay");
        OptimizerChecks.NotNegative(eps1 ?? 0, nameof(eps1));
        OptimizerChecks.NotNegative(eps2, nameof(eps2));
        OptimizerChecks.NotNegative(d - 1, "d - 1");
        OptimizerChecks.NotNegative(weight_decay, nameof(weight_decay));
        AddGroups(parameters);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A parameter is complex.</exception>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        if (param_group.Parameters.Any(parameter => parameter.is_complex()))
        {
            throw new ArgumentException("Adafactor does not take complex parameters.", nameof(param_group));
        }
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private static Tensor RootMeanSquare(Tensor values) =>
        ops.aten.div_Scalar(ops.aten.linalg_vector_norm(values), Math.Sqrt(values.numel()));

    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        if (!_batch.Fill(this, group, options.maximize))
        {
            return;
        }
        for (var index = 0; index < _batch.Count; index++)
        {
            Descend(_batch.Parameters[index], _batch.Gradients[index], _batch.States[index], group.LearningRate, options);
        }
    }

    private static void Descend(Tensor parameter, Tensor gradient, State state, double lr, Options options)
    {
        state.step++;
        var lowest = options.eps1 ?? finfo(parameter.dtype).eps;
        var rate = Math.Min(lr, 1 / Math.Sqrt(state.step));
        var length = ops.aten.mul_Scalar(ops.aten.clamp_min(RootMeanSquare(parameter), options.eps2!.Value), rate);
        if (options.weight_decay is { } decay && decay != 0)
        {
            ops.aten.mul__Scalar(parameter, 1 - (lr * decay));
        }
        var moments = state.Moments(gradient, Math.Pow(state.step, options.beta2_decay!.Value), lowest);
        var update = ops.aten.mul_Tensor(ops.aten.rsqrt(ops.aten.clamp_min(moments, lowest * lowest)), gradient);
        var excess = ops.aten.clamp_min(ops.aten.div_Scalar(RootMeanSquare(update), options.d!.Value), 1);
        ops.aten.addcmul_(parameter, update, ops.aten.div_Tensor(length, excess), value: -1);
    }
}
