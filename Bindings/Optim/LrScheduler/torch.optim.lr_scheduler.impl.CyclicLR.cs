namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Moves between two learning rates, up and down, step by step; the momentum goes the other way (Smith, 2017).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly List<double> _high;
                    private readonly List<double> _lowMomentum;
                    private readonly List<double> _highMomentum;
                    private readonly Func<double, double>? _custom;
                    private MomentumOf[] _momenta;
                    private double _length;
                    private double _rising;
                    private double _gamma;
                    private Mode _mode;
                    private ScaleMode _scaleMode;

                    /// <summary>Creates the scheduler with the same values for all groups.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="base_lr">The lowest learning rate, and the first.</param>
                    /// <param name="max_lr">The highest learning rate.</param>
                    /// <param name="step_size_up">Steps that it rises.</param>
                    /// <param name="step_size_down">Steps that it falls; -1 for as many as it rises.</param>
                    /// <param name="mode">How the height of the cycles changes, unless <paramref name="scale_fn"/> says so.</param>
                    /// <param name="gamma">Factor of the height at each step, for <see cref="Mode.ExpRange"/>.</param>
                    /// <param name="scale_fn">The height, by the number of the cycle (from 1) or of the step.</param>
                    /// <param name="scale_mode">What <paramref name="scale_fn"/> gets.</param>
                    /// <param name="cycle_momentum">Whether the momentum (or the first beta) is cycled.</param>
                    /// <param name="base_momentum">The lowest momentum.</param>
                    /// <param name="max_momentum">The highest momentum, and the first.</param>
                    /// <param name="last_epoch">The step to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, [base_lr], [max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            [base_momentum], [max_momentum], last_epoch, verbose)
                    {
                    }

                    /// <summary>Creates the scheduler with values for each group.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="base_lr">The lowest learning rate of each group, and the first.</param>
                    /// <param name="max_lr">The highest learning rate of each group.</param>
                    /// <param name="step_size_up">Steps that it rises.</param>
                    /// <param name="step_size_down">Steps that it falls; -1 for as many as it rises.</param>
                    /// <param name="mode">How the height of the cycles changes, unless <paramref name="scale_fn"/> says so.</param>
                    /// <param name="gamma">Factor of the height at each step, for <see cref="Mode.ExpRange"/>.</param>
                    /// <param name="scale_fn">The height, by the number of the cycle (from 1) or of the step.</param>
                    /// <param name="scale_mode">What <paramref name="scale_fn"/> gets.</param>
                    /// <param name="cycle_momentum">Whether the momentum (or the first beta) is cycled.</param>
                    /// <param name="base_momentum">The lowest momentum of each group; null for 0.8.</param>
                    /// <param name="max_momentum">The highest momentum of each group, and the first; null for 0.9.</param>
                    /// <param name="last_epoch">The step to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    /// <exception cref="ArgumentException">The optimizer or the number of values does not fit.</exception>
                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step_size_up);
                        _length = (double)step_size_up + (step_size_down > 0 ? step_size_down : step_size_up);
                        _rising = step_size_up / _length;
                        _scaleMode = scale_fn is not null ? scale_mode : mode == Mode.ExpRange ? ScaleMode.Iterations : ScaleMode.Cycle;
                        _mode = Enum.IsDefined(mode) ? mode
                            : throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode is Triangular, Triangular2 or ExpRange.");
                        (_custom, _gamma) = (scale_fn, gamma);
                        int groups = Groups.Count;
                        var low = SchedulerState.Spread(base_lr, groups, nameof(base_lr));
                        _high = [.. SchedulerState.Spread(max_lr, groups, nameof(max_lr))];
                        _lowMomentum = [.. SchedulerState.Spread(base_momentum ?? [0.8], groups, nameof(base_momentum))];
                        _highMomentum = [.. SchedulerState.Spread(max_momentum ?? [0.9], groups, nameof(max_momentum))];
                        _momenta = cycle_momentum ? MomentumOf.Each(Groups) : [];
                        for (int group = 0; last_epoch == -1 && group < groups; group++)
                        {
                            Groups[group].LearningRate = low[group];
                            Groups[group].InitialLearningRate = low[group];
                        }

                        Start();
                    }

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular,

                        /// <summary>It halves with each cycle.</summary>
                        Triangular2,

                        /// <summary>It falls by a factor with each step.</summary>
                        ExpRange,
                    }

                    /// <summary>What the function of the height gets.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of steps.</summary>
                        Iterations,
                    }

                    /// <inheritdoc/>
                    /// <remarks>A function of the caller's is not saved. Later Pythons look for its place; 1.13 has to have it taken out.</remarks>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["_scale_fn_custom"] = null;
                        state["max_lrs"] = _high.Cast<object?>().ToList();
                        state["total_size"] = _length;
                        state["step_ratio"] = _rising;
                        state["mode"] = _mode switch { Mode.Triangular => "triangular", Mode.Triangular2 => "triangular2", _ => "exp_range" };
                        state["gamma"] = _gamma;
                        state["scale_mode"] = _scaleMode == ScaleMode.Cycle ? "cycle" : "iterations";
                        state["cycle_momentum"] = _momenta.Length > 0;
                        state["base_momentums"] = _lowMomentum.Cast<object?>().ToList();
                        state["max_momentums"] = _highMomentum.Cast<object?>().ToList();
                        return state;
                    }

                    /// <inheritdoc/>
                    /// <remarks>All but a function of the caller's, which stays the one that this scheduler was made with.</remarks>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        SchedulerState.Replace(state_dict, "max_lrs", _high);
                        SchedulerState.Replace(state_dict, "base_momentums", _lowMomentum);
                        SchedulerState.Replace(state_dict, "max_momentums", _highMomentum);
                        _length = SchedulerState.Number(state_dict, "total_size", _length);
                        _rising = SchedulerState.Number(state_dict, "step_ratio", _rising);
                        _gamma = SchedulerState.Number(state_dict, "gamma", _gamma);
                        _mode = state_dict.GetValueOrDefault("mode") switch
                        {
                            "triangular" => Mode.Triangular,
                            "triangular2" => Mode.Triangular2,
                            "exp_range" => Mode.ExpRange,
                            _ => _mode,
                        };
                        _scaleMode = state_dict.GetValueOrDefault("scale_mode") switch
                        {
                            "cycle" => ScaleMode.Cycle,
                            "iterations" => ScaleMode.Iterations,
                            _ => _scaleMode,
                        };
                        _momenta = state_dict.GetValueOrDefault("cycle_momentum") switch
                        {
                            true when _momenta.Length == 0 => MomentumOf.Each(Groups),
                            false => [],
                            _ => _momenta,
                        };
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + (LastEpoch / _length));
                        double place = 1 + (LastEpoch / _length) - cycle;
                        double height = place <= _rising ? place / _rising : (place - 1) / (_rising - 1);
                        double scale = Scale(_scaleMode == ScaleMode.Cycle ? cycle : LastEpoch);
                        for (int group = 0; group < _momenta.Length; group++)
                        {
                            _momenta[group].Value = _highMomentum[group] - ((_highMomentum[group] - _lowMomentum[group]) * height * scale);
                        }

                        return [.. BaseRates.Select((low, group) => low + ((_high[group] - low) * height * scale))];
                    }

                    private double Scale(double at) => _custom is not null ? _custom(at) : _mode switch
                    {
                        Mode.Triangular2 => 1 / Math.Pow(2, at - 1),
                        Mode.ExpRange => Math.Pow(_gamma, at),
                        _ => 1,
                    };
                }
            }

            /// <summary>Moves between two learning rates, up and down, step by step; see <see cref="impl.CyclicLR"/>.</summary>
            /// <inheritdoc cref="impl.CyclicLR(Optimizer, double, double, int, int, impl.CyclicLR.Mode, double, Func{double, double}, impl.CyclicLR.ScaleMode, bool, double, double, int, bool)"/>
            public static LRScheduler CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                    base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Moves between two learning rates of each group, up and down, step by step; see <see cref="impl.CyclicLR"/>.</summary>
            /// <inheritdoc cref="impl.CyclicLR(Optimizer, IEnumerable{double}, IEnumerable{double}, int, int, impl.CyclicLR.Mode, double, Func{double, double}, impl.CyclicLR.ScaleMode, bool, IEnumerable{double}, IEnumerable{double}, int, bool)"/>
            public static LRScheduler CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1,
                Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                    base_momentum, max_momentum, last_epoch, verbose);
        }
    }
}
