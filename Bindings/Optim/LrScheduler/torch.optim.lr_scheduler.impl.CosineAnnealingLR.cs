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
                /// <summary>Falls along half a cosine, and rises again if it goes on.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private double _T_max;
                    private double _eta_min;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="T_max">Epochs from the top to the bottom.</param>
                    /// <param name="eta_min">The lowest learning rate.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                        _T_max = T_max;
                        _eta_min = eta_min;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["T_max"] = _T_max;
                        state["eta_min"] = _eta_min;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _T_max = SchedulerState.Number(state_dict, "T_max", _T_max);
                        _eta_min = SchedulerState.Number(state_dict, "eta_min", _eta_min);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                        {
                            return Groups.Select(group => group.LearningRate);
                        }
                        if (_step_count == 1 && LastEpoch > 0)
                        {
                            return Groups.Select(group => At(group.InitialLearningRate));
                        }
                        if ((LastEpoch - 1 - _T_max) % (2 * _T_max) == 0)
                        {
                            return Groups.Select((group, index) =>
                                group.LearningRate + ((BaseRates[index] - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2));
                        }
                        var ratio = (1 + Math.Cos(Math.PI * LastEpoch / _T_max)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / _T_max));
                        return Groups.Select(group => (ratio * (group.LearningRate - _eta_min)) + _eta_min);
                    }

                    private double At(double rate) => _eta_min + ((rate - _eta_min) * (1 + Math.Cos(Math.PI * LastEpoch / _T_max)) / 2);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(At);
                }
            }
        }
    }
}
