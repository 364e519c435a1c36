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
                /// <summary>Multiplies by a factor until a given epoch.</summary>
                public class ConstantLR : LRScheduler
                {
                    private double _factor;
                    private int _total_iters;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="factor">Factor until the end.</param>
                    /// <param name="total_iters">Epochs until the end.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (factor is not (>= 0 and <= 1))
                        {
                            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor has to lie between 0 and 1.");
                        }
                        _factor = factor;
                        _total_iters = total_iters;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["factor"] = _factor;
                        state["total_iters"] = (long)_total_iters;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _factor = SchedulerState.Number(state_dict, "factor", _factor);
                        _total_iters = (int)SchedulerState.Number(state_dict, "total_iters", _total_iters);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_factor == 0 && LastEpoch == _total_iters && LastEpoch != 0)
                        {
                            // Nothing is left of the rates to divide by the factor.
                            return BaseRates;
                        }

                        var factor = LastEpoch == 0 ? _factor : LastEpoch == _total_iters ? 1 / _factor : 1;
                        return Groups.Select(group => group.LearningRate * factor);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(rate => rate * (_factor + (LastEpoch >= _total_iters ? 1 - _factor : 0)));
                }
            }
        }
    }
}
