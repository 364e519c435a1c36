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
                /// <summary>Moves a factor evenly from one value to another over some epochs.</summary>
                public class LinearLR : LRScheduler
                {
                    private double _start_factor;
                    private double _end_factor;
                    private int _total_iters;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="start_factor">Factor at the start.</param>
                    /// <param name="end_factor">Factor at the end.</param>
                    /// <param name="total_iters">Epochs until the end.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (start_factor is not (> 0 and <= 1))
                        {
                            throw new ArgumentOutOfRangeException(nameof(start_factor), start_factor,
                                "The factor has to be above 0 and at most 1.");
                        }
                        if (end_factor is not (>= 0 and <= 1))
                        {
                            throw new ArgumentOutOfRangeException(nameof(end_factor), end_factor, "The factor has to lie between 0 and 1.");
                        }
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["start_factor"] = _start_factor;
                        state["end_factor"] = _end_factor;
                        state["total_iters"] = (long)_total_iters;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _start_factor = SchedulerState.Number(state_dict, "start_factor", _start_factor);
                        _end_factor = SchedulerState.Number(state_dict, "end_factor", _end_factor);
                        _total_iters = (int)SchedulerState.Number(state_dict, "total_iters", _total_iters);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var rise = _end_factor - _start_factor;
                        var factor = LastEpoch == 0 ? _start_factor
                            : LastEpoch > _total_iters ? 1
                            : 1 + (rise / ((_total_iters * _start_factor) + ((LastEpoch - 1) * rise)));
                        return Groups.Select(group => group.LearningRate * factor);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(rate =>
                            rate * (_start_factor + ((_end_factor - _start_factor) * Math.Min(_total_iters, LastEpoch) / _total_iters)));
                }
            }
        }
    }
}
