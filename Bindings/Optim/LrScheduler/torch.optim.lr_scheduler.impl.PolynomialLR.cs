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
                /// <summary>Falls to zero along a polynomial.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private int _total_iters;
                    private double _power;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="total_iters">Epochs until the end.</param>
                    /// <param name="power">Power of the polynomial.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total_iters);
                        _total_iters = total_iters;
                        _power = power;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["total_iters"] = (long)_total_iters;
                        state["power"] = _power;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _total_iters = (int)SchedulerState.Number(state_dict, "total_iters", _total_iters);
                        _power = SchedulerState.Number(state_dict, "power", _power);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var factor = LastEpoch == 0 || LastEpoch > _total_iters
                            ? 1
                            : Math.Pow((1 - ((double)LastEpoch / _total_iters)) / (1 - ((double)(LastEpoch - 1) / _total_iters)), _power);
                        return Groups.Select(group => group.LearningRate * factor);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(rate => rate * Math.Pow(1 - ((double)Math.Min(_total_iters, LastEpoch) / _total_iters), _power));
                }
            }
        }
    }
}
