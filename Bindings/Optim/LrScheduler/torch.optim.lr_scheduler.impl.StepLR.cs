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
                /// <summary>Falls by a factor every so many epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private int _step_size;
                    private double _gamma;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="step_size">Epochs between two falls.</param>
                    /// <param name="gamma">Factor of each fall.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step_size);
                        _step_size = step_size;
                        _gamma = gamma;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["step_size"] = (long)_step_size;
                        state["gamma"] = _gamma;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _step_size = (int)SchedulerState.Number(state_dict, "step_size", _step_size);
                        _gamma = SchedulerState.Number(state_dict, "gamma", _gamma);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var factor = LastEpoch == 0 || LastEpoch % _step_size != 0 ? 1 : _gamma;
                        return Groups.Select(group => group.LearningRate * factor);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(rate => rate * Math.Pow(_gamma, LastEpoch / _step_size));
                }
            }
        }
    }
}
