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
                /// <summary>Multiplies the initial learning rate by a function of the epoch.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] _factors;

                    /// <summary>Creates the scheduler with one function for all groups.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="lr_lambda">Gives a factor for an epoch.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Enumerable.Repeat(lr_lambda, optimizer?.param_groups.Count ?? 0), last_epoch, verbose)
                    {
                    }

                    /// <summary>Creates the scheduler with one function for each group.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="lr_lambdas">Gives a factor for an epoch; one for each group.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = SchedulerState.OneForEach(lr_lambdas, Groups.Count);
                        Start();
                    }

                    /// <inheritdoc/>
                    /// <remarks>The functions are not saved; a loaded schedule goes on with those that it was created with.</remarks>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["lr_lambdas"] = _factors.Select(_ => (object?)null).ToList();
                        return state;
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        BaseRates.Select((rate, index) => rate * _factors[index](LastEpoch));
                }
            }
        }
    }
}
