namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The schedulers' classes, which the functions of <see cref="lr_scheduler"/> create.</summary>
            public static partial class impl
            {
                /// <summary>Rises to a highest learning rate and falls below the initial one, within one cycle; the momentum goes the other
                /// way.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private const string Initial = "initial_lr";
                    private const string Highest = "max_lr";
                    private const string Lowest = "min_lr";
                    private const string HighMomentum = "max_momentum";
                    private const string LowMomentum = "base_momentum";

                    // What a phase moves between lies in the groups, where Python's looks for it too.
                    private sealed record Phase(double End, string FromRate, string ToRate, string FromMomentum, string ToMomentum);

                    private readonly List<Phase> _phases = [];
                    private readonly MomentumOf[] _momenta;
                    private readonly AnnealStrategy _strategy;
                    private int _steps;

                    /// <summary>Creates the scheduler with the same values for all groups.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="max_lr">The highest learning rate.</param>
                    /// <param name="total_steps">Steps of the cycle; -1 for <paramref name="epochs"/> times
                    /// <paramref name="steps_per_epoch"/>.</param>
                    /// <param name="epochs">Epochs of the cycle.</param>
                    /// <param name="steps_per_epoch">Steps of an epoch.</param>
                    /// <param name="pct_start">Share of the cycle that rises.</param>
                    /// <param name="anneal_strategy">Along a cosine or a straight line.</param>
                    /// <param name="cycle_momentum">Whether the momentum (or the first beta) is cycled.</param>
                    /// <param name="base_momentum">The lowest momentum.</param>
                    /// <param name="max_momentum">The highest momentum.</param>
                    /// <param name="div_factor">The highest learning rate over the initial one.</param>
                    /// <param name="final_div_factor">The initial learning rate over the last one.</param>
                    /// <param name="three_phase">Whether to fall to the initial rate first, and then to the last in a phase of its own.</param>
                    /// <param name="last_epoch">The step to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : this(optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            [base_momentum], [max_momentum], div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Creates the scheduler with values for each group.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="max_lr">The highest learning rate of each group.</param>
                    /// <param name="total_steps">Steps of the cycle; -1 for <paramref name="epochs"/> times
                    /// <paramref name="steps_per_epoch"/>.</param>
                    /// <param name="epochs">Epochs of the cycle.</param>
                    /// <param name="steps_per_epoch">Steps of an epoch.</param>
                    /// <param name="pct_start">Share of the cycle that rises.</param>
                    /// <param name="anneal_strategy">Along a cosine or a straight line.</param>
                    /// <param name="cycle_momentum">Whether the momentum (or the first beta) is cycled.</param>
                    /// <param name="base_momentum">The lowest momentum of each group; null for 0.85.</param>
                    /// <param name="max_momentum">The highest momentum of each group; null for 0.95.</param>
                    /// <param name="div_factor">The highest learning rate over the initial one.</param>
                    /// <param name="final_div_factor">The initial learning rate over the last one.</param>
                    /// <param name="three_phase">Whether to fall to the initial rate first, and then to the last in a phase of its own.</param>
                    /// <param name="last_epoch">The step to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    /// <exception cref="ArgumentException">The number of steps or the optimizer does not fit.</exception>
                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                        int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                            IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = total_steps > 0 ? total_steps
                            : epochs > 0 && steps_per_epoch > 0 ? epochs * steps_per_epoch
                            : throw new ArgumentException(
                        "Either total_steps or both epochs and steps_per_epoch have to be given, and be positive.", nameof(total_steps));
                        if (pct_start is not (>= 0 and <= 1))
                        {
                            throw new ArgumentOutOfRangeException(nameof(pct_start), pct_start, "The share has to lie between 0 and 1.");
                        }
                        _strategy = anneal_strategy;
                        _momenta = cycle_momentum ? MomentumOf.Each(Groups) : [];
                        var highest = SchedulerState.Spread(max_lr, Groups.Count, nameof(max_lr));
                        var lowMomentum = SchedulerState.Spread(base_momentum ?? [0.85], Groups.Count, nameof(base_momentum));
                        var highMomentum = SchedulerState.Spread(max_momentum ?? [0.95], Groups.Count, nameof(max_momentum));
                        if (last_epoch == -1)
                        {
                            SetStart(highest, highMomentum, div_factor);
                        }
                        for (var index = 0; index < highest.Length; index++)
                        {
                            // A loaded optimizer knows them from the run that goes on.
                            if (last_epoch == -1 || Groups[index].Options.OfCycle(Highest) is null)
                            {
                                Groups[index].Options.SetCycle(highest[index], Groups[index].InitialLearningRate / final_div_factor,
                                    cycle_momentum ? highMomentum[index] : null, cycle_momentum ? lowMomentum[index] : null);
                            }
                        }
                        _phases.Add(new Phase((pct_start * _steps) - 1, Initial, Highest, HighMomentum, LowMomentum));
                        if (three_phase)
                        {
                            _phases.Add(new Phase((2 * pct_start * _steps) - 2, Highest, Initial, LowMomentum, HighMomentum));
                            _phases.Add(new Phase(_steps - 1, Initial, Lowest, HighMomentum, HighMomentum));
                        }
                        else
                        {
                            _phases.Add(new Phase(_steps - 1, Highest, Lowest, LowMomentum, HighMomentum));
                        }
                        Start();
                    }

                    /// <summary>How the learning rate moves from one value to the next.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Along a cosine.</summary>
                        Cos,

                        /// <summary>Along a straight line.</summary>
                        Linear,
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["total_steps"] = (long)_steps;
                        state["cycle_momentum"] = _momenta.Length > 0;
                        if (_momenta.Length > 0)
                        {
                            state["use_beta1"] = Groups[0] is not IMomentum;
                        }

                        state["_schedule_phases"] = _phases.Select(phase => (object?)new Dictionary<string, object?>
                        {
                            ["end_step"] = phase.End,
                            ["start_lr"] = phase.FromRate,
                            ["end_lr"] = phase.ToRate,
                            ["start_momentum"] = phase.FromMomentum,
                            ["end_momentum"] = phase.ToMomentum,
                        }).ToList();
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _steps = (int)SchedulerState.Number(state_dict, "total_steps", _steps);
                        if (state_dict.GetValueOrDefault("_schedule_phases") is not System.Collections.IList phases)
                        {
                            return;
                        }

                        var loaded = phases.Cast<object?>().Select(Loaded).ToList();
                        _phases.Clear();
                        _phases.AddRange(loaded);
                    }

                    private static Phase Loaded(object? phase)
                    {
                        var values = phase as IReadOnlyDictionary<string, object?>
                            ?? throw new ArgumentException("The state dictionary's '_schedule_phases' holds what is no phase.");
                        return new(SchedulerState.Number(values, "end_step"), Name("start_lr"), Name("end_lr"), Name("start_momentum"), Name("end_momentum"));

                        string Name(string of) => values.GetValueOrDefault(of) as string
                            ?? throw new ArgumentException($"A phase in the state dictionary has no '{of}'.");
                    }

                    /// <inheritdoc/>
                    /// <exception cref="InvalidOperationException">The cycle is over.</exception>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch > _steps)
                        {
                            throw new InvalidOperationException(
                        $"The cycle has {_steps} steps and this is step {LastEpoch + 1}: "
                        + "give OneCycleLR the number of steps that training takes.");
                        }
                        var start = 0.0;
                        var index = 0;
                        while (index < _phases.Count - 1 && LastEpoch > _phases[index].End)
                        {
                            start = _phases[index++].End;
                        }
                        var phase = _phases[index];
                        var share = (LastEpoch - start) / (phase.End - start);
                        for (var group = 0; group < _momenta.Length; group++)
                        {
                            _momenta[group].Value = Between(Of(group, phase.FromMomentum), Of(group, phase.ToMomentum), share);
                        }
                        return [.. Groups.Select((_, group) => Between(Of(group, phase.FromRate), Of(group, phase.ToRate), share))];
                    }

                    private double Of(int group, string name) => Groups[group].Options.OfCycle(name)
                        ?? throw new InvalidOperationException($"Parameter group {group} has no {name}: OneCycleLR was made for other groups.");

                    private void SetStart(double[] highest, double[] momentum, double divisor)
                    {
                        for (var index = 0; index < Groups.Count; index++)
                        {
                            Groups[index].InitialLearningRate = highest[index] / divisor;
                            if (_momenta.Length > 0)
                            {
                                _momenta[index].Value = momentum[index];
                            }
                        }
                    }

                    private double Between(double start, double end, double share) => _strategy == AnnealStrategy.Cos
                        ? end + ((start - end) / 2 * (Math.Cos(Math.PI * share) + 1))
                        : ((end - start) * share) + start;
                }
            }
        }
    }
}
