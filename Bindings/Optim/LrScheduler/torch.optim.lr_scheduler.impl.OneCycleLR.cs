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
                    private readonly record struct Phase(double End, double[] FromRate, double[] ToRate, double[] FromMomentum,
                        double[] ToMomentum);

                    private readonly List<Phase> _phases = [];
                    private readonly MomentumOf[] _momenta;
                    private readonly AnnealStrategy _strategy;
                    private readonly int _steps;

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
                        double[] initial = [.. Groups.Select(group => group.InitialLearningRate)];
                        double[] lowest = [.. initial.Select(rate => rate / final_div_factor)];
                        for (var index = 0; last_epoch == -1 && index < highest.Length; index++)
                        {
                            Groups[index].Options.SetCycle(highest[index], lowest[index],
                                cycle_momentum ? highMomentum[index] : null, cycle_momentum ? lowMomentum[index] : null);
                        }
                        _phases.Add(new Phase((pct_start * _steps) - 1, initial, highest, highMomentum, lowMomentum));
                        if (three_phase)
                        {
                            _phases.Add(new Phase((2 * pct_start * _steps) - 2, highest, initial, lowMomentum, highMomentum));
                            _phases.Add(new Phase(_steps - 1, initial, lowest, highMomentum, highMomentum));
                        }
                        else
                        {
                            _phases.Add(new Phase(_steps - 1, highest, lowest, lowMomentum, highMomentum));
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
                        return state;
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
                            _momenta[group].Value = Between(phase.FromMomentum[group], phase.ToMomentum[group], share);
                        }
                        return [.. phase.FromRate.Select((rate, group) => Between(rate, phase.ToRate[group], share))];
                    }

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
