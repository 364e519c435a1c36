using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if asked for (Python's <c>torch.optim.SGD</c>).</summary>
public class SGD : OptimizerHelper, optim.IMomentum
{
    private readonly StepBatch<State> _batch = new() { TakesSparse = true, AsReal = false };

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="momentum">Momentum factor.</param>
    /// <param name="dampening">How much of each new gradient the momentum leaves out.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="nesterov">Whether to look ahead as Nesterov does; needs a momentum and no dampening.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="momentum">Momentum factor.</param>
    /// <param name="dampening">How much of each new gradient the momentum leaves out.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="nesterov">Whether to look ahead as Nesterov does; needs a momentum and no dampening.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public SGD(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
        })
    {
        OptimizerChecks.NotNegative(momentum, nameof(momentum));
        OptimizerChecks.NotNegative(weight_decay, nameof(weight_decay));
        if (nesterov && (momentum <= 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening.", nameof(nesterov));
        }
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
        var momentum = options.momentum ?? 0;
        if (!_batch.Fill(this, group, options.maximize, options.weight_decay, stateful: momentum != 0))
        {
            return;
        }
        var direction = momentum == 0 ? _batch.Gradients : Accumulate(momentum, options.dampening ?? 0, options.nesterov == true);
        if (!_batch.HasSparse)
        {
            ops.aten._foreach_add__List(_batch.Parameters, direction, alpha: -group.LearningRate);
            return;
        }
        for (var index = 0; index < direction.Length; index++)
        {
            ops.aten.add__Tensor(_batch.Parameters[index], direction[index], alpha: -group.LearningRate);
        }
    }

    private ReadOnlySpan<Tensor> Accumulate(double momentum, double dampening, bool nesterov)
    {
        var gradients = _batch.Gradients;
        var states = _batch.States;
        var started = 0;
        foreach (var state in states)
        {
            started += state.momentum_buffer is null ? 0 : 1;
        }
        if (started == states.Length && !_batch.HasSparse)
        {
            var buffers = _batch.Select(state => state.momentum_buffer!);
            ops.aten._foreach_mul__Scalar(buffers, momentum);
            ops.aten._foreach_add__List(buffers, gradients, alpha: 1 - dampening);
        }
        else
        {
            AccumulateEach(states, gradients, momentum, dampening);
        }
        var accumulated = _batch.Select(state => state.momentum_buffer!);
        return !nesterov ? accumulated
            : _batch.HasSparse ? Ahead(gradients, accumulated, momentum)
            : ops.aten._foreach_add_List(gradients, accumulated, alpha: momentum);
    }

    private static Tensor[] Ahead(ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> buffers, double momentum)
    {
        var directions = new Tensor[gradients.Length];
        for (var index = 0; index < directions.Length; index++)
        {
            directions[index] = ops.aten.add_Tensor(gradients[index], buffers[index], alpha: momentum);
        }
        return directions;
    }

    // A parameter's first gradient becomes its buffer whole; parameters may start at different steps.
    private static void AccumulateEach(ReadOnlySpan<State> states, ReadOnlySpan<Tensor> gradients, double momentum, double dampening)
    {
        for (var index = 0; index < states.Length; index++)
        {
            if (states[index].momentum_buffer is { } buffer)
            {
                ops.aten.mul__Scalar(buffer, momentum);
                ops.aten.add__Tensor(buffer, gradients[index], alpha: 1 - dampening);
            }
            else
            {
                states[index].momentum_buffer = ops.aten.clone(gradients[index]).DetachFromDisposeScope();
            }
        }
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Momentum factor.</summary>
        public double? momentum;

        /// <summary>How much of each new gradient the momentum leaves out.</summary>
        public double? dampening;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>Whether to look ahead as Nesterov does.</summary>
        public bool? nesterov;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("momentum", ref momentum);
            visitor.Number("dampening", ref dampening);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Flag("nesterov", ref nesterov);
            visitor.Flag("maximize", ref maximize);
            visitor.Constant("foreach", null);
            visitor.Constant("differentiable", false);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>The accumulated direction; null before the first update.</summary>
        public Tensor? momentum_buffer;

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor) => visitor.Tensor("momentum_buffer", ref momentum_buffer);
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
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="dampening">How much of each new gradient the momentum leaves out.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="nesterov">Whether to look ahead as Nesterov does.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
            })
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
