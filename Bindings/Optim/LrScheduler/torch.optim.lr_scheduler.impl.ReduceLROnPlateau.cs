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
                /// <summary>Lowers the learning rate when a measured value no longer gets better.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private bool _smaller;
                    private bool _relative;
                    private double _factor;
                    private int _patience;
                    private double _threshold;
                    private int _cooldown;
                    private double[] _lowest;
                    private double _eps;
                    private double _best;
                    private int _badEpochs;
                    private int _cooldownLeft;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="mode"><c>min</c> if smaller values are better, <c>max</c> if larger ones are.</param>
                    /// <param name="factor">Factor of each fall, below 1.</param>
                    /// <param name="patience">Epochs without progress before the rate falls.</param>
                    /// <param name="threshold">How much better counts as progress.</param>
                    /// <param name="threshold_mode"><c>rel</c> for a share of the best value, <c>abs</c> for an amount.</param>
                    /// <param name="cooldown">Epochs after a fall that do not count.</param>
                    /// <param name="min_lr">The lowest learning rate, one for all groups or one for each; null for 0.</param>
                    /// <param name="eps">A fall smaller than this is left out.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    /// <exception cref="ArgumentException">An unknown mode, or a factor of 1 or more.</exception>
                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                        double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, 0, verbose)
                    {
                        if (factor >= 1)
                        {
                            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor has to be below 1.");
                        }
                        SetModes(mode, threshold_mode);
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _lowest = SchedulerState.Spread(min_lr ?? [0], Groups.Count, nameof(min_lr));
                        _eps = eps;
                        _best = Worst;
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        if (IsBetter(current))
                        {
                            _best = current;
                            _badEpochs = 0;
                        }
                        else
                        {
                            _badEpochs++;
                        }
                        if (_cooldownLeft > 0)
                        {
                            _cooldownLeft--;
                            _badEpochs = 0;
                        }
                        if (_badEpochs > _patience)
                        {
                            Reduce();
                            _cooldownLeft = _cooldown;
                            _badEpochs = 0;
                        }
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    /// <exception cref="InvalidOperationException">Always: this scheduler follows a value.</exception>
                    public override void step() =>
                        throw new InvalidOperationException("ReduceLROnPlateau follows a measured value: call step(value).");

                    /// <inheritdoc/>
                    /// <exception cref="InvalidOperationException">Always: this scheduler follows a value.</exception>
                    public override void step(int? epoch) => step();

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict() => new()
                    {
                        ["factor"] = _factor,
                        ["min_lrs"] = _lowest.Cast<object?>().ToList(),
                        ["patience"] = (long)_patience,
                        ["verbose"] = Verbose,
                        ["cooldown"] = (long)_cooldown,
                        ["cooldown_counter"] = (long)_cooldownLeft,
                        ["mode"] = _smaller ? "min" : "max",
                        ["threshold"] = _threshold,
                        ["threshold_mode"] = _relative ? "rel" : "abs",
                        ["best"] = _best,
                        ["mode_worse"] = Worst,
                        ["num_bad_epochs"] = (long)_badEpochs,
                        ["eps"] = _eps,
                        ["last_epoch"] = (long)LastEpoch,
                        ["_last_lr"] = get_last_lr().Cast<object?>().ToList(),
                    };

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        SetModes(state_dict.GetValueOrDefault("mode") as string ?? (_smaller ? "min" : "max"),
                            state_dict.GetValueOrDefault("threshold_mode") as string ?? (_relative ? "rel" : "abs"));
                        _factor = SchedulerState.Number(state_dict, "factor", _factor);
                        _patience = (int)SchedulerState.Number(state_dict, "patience", _patience);
                        _threshold = SchedulerState.Number(state_dict, "threshold", _threshold);
                        _cooldown = (int)SchedulerState.Number(state_dict, "cooldown", _cooldown);
                        _eps = SchedulerState.Number(state_dict, "eps", _eps);
                        var lowest = _lowest.ToList();
                        SchedulerState.Replace(state_dict, "min_lrs", lowest);
                        _lowest = SchedulerState.Spread(lowest, Groups.Count, "min_lrs");
                        _best = SchedulerState.Number(state_dict, "best", _best);
                        _badEpochs = (int)SchedulerState.Number(state_dict, "num_bad_epochs", _badEpochs);
                        _cooldownLeft = (int)SchedulerState.Number(state_dict, "cooldown_counter", _cooldownLeft);
                    }

                    private double Worst => _smaller ? double.PositiveInfinity : double.NegativeInfinity;

                    private void SetModes(string mode, string threshold_mode)
                    {
                        _smaller = mode switch
                        {
                            "min" => true,
                            "max" => false,
                            _ => throw new ArgumentException($"'{mode}' is no mode; known are min and max.", nameof(mode)),
                        };
                        _relative = threshold_mode switch
                        {
                            "rel" => true,
                            "abs" => false,
                            _ => throw new ArgumentException($"'{threshold_mode}' is no threshold mode; known are rel and abs.",
                                nameof(threshold_mode)),
                        };
                    }

                    private bool IsBetter(double value) => (_smaller, _relative) switch
                    {
                        (true, true) => value < _best * (1 - _threshold),
                        (true, false) => value < _best - _threshold,
                        (false, true) => value > _best * (_threshold + 1),
                        (false, false) => value > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        for (var index = 0; index < Groups.Count; index++)
                        {
                            var rate = Math.Max(Groups[index].LearningRate * _factor, _lowest[index]);
                            if (Groups[index].LearningRate - rate > _eps)
                            {
                                Groups[index].LearningRate = rate;
                                Tell($"Epoch {LastEpoch:00000}: reducing", index);
                            }
                        }
                    }
                }
            }
        }
    }
}
