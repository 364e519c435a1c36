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
                /// <summary>Several schedulers that all step at once (Python's <c>ChainedScheduler</c>).</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <summary>Creates the chain.</summary>
                    /// <param name="schedulers">The schedulers, at least one, all for one optimizer.</param>
                    /// <exception cref="ArgumentException">There is none, or they drive several optimizers.</exception>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        ArgumentNullException.ThrowIfNull(schedulers);
                        _schedulers = [.. schedulers];
                        if (_schedulers.Length == 0 || !Array.TrueForAll(_schedulers, scheduler =>
                            ReferenceEquals(scheduler.Optimizer, _schedulers[0].Optimizer)))
                        {
                            throw new ArgumentException("At least one scheduler is needed, and all have to drive one optimizer.",
                                nameof(schedulers));
                        }
                        Optimizer = _schedulers[0].Optimizer;
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                        {
                            scheduler.step();
                        }
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict() => new()
                    {
                        ["_schedulers"] = SchedulerState.OfEach(_schedulers),
                        ["_last_lr"] = get_last_lr().Cast<object?>().ToList(),
                    };

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        ArgumentNullException.ThrowIfNull(state_dict);
                        SchedulerState.LoadEach(state_dict, _schedulers);
                        RememberRates();
                    }
                }
            }
        }
    }
}
