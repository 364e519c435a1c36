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
                /// <summary>One scheduler behind the other, each from its milestone on.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>Creates the chain.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="schedulers">The schedulers, all for this optimizer.</param>
                    /// <param name="milestones">The epochs at which the second and later ones begin.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <exception cref="ArgumentException">A scheduler drives another optimizer, or the numbers do not fit.</exception>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                        int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        ArgumentNullException.ThrowIfNull(schedulers);
                        ArgumentNullException.ThrowIfNull(milestones);
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        if (_schedulers.Length == 0 || _milestones.Length != _schedulers.Length - 1)
                        {
                            throw new ArgumentException(
                        $"{_schedulers.Length} schedulers need {Math.Max(0, _schedulers.Length - 1)} milestones, but there are {_milestones.Length}.",
                        nameof(milestones));
                        }
                        if (!Array.TrueForAll(_schedulers, scheduler => ReferenceEquals(scheduler.Optimizer, optimizer)))
                        {
                            throw new ArgumentException("All schedulers have to drive the optimizer that is given.", nameof(schedulers));
                        }
                        // Creating the schedulers took a first step with each; only the first one's counts.
                        foreach (var group in Groups)
                        {
                            group.LearningRate = group.InitialLearningRate;
                        }
                        foreach (var scheduler in _schedulers)
                        {
                            scheduler.LastEpoch--;
                        }
                        _schedulers[0].Restart();
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        LastEpoch++;
                        var active = _milestones.Count(milestone => milestone <= LastEpoch);
                        if (active > 0 && _milestones[active - 1] == LastEpoch)
                        {
                            _schedulers[active].step((int?)0);
                        }
                        else
                        {
                            _schedulers[active].step();
                        }
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    /// <exception cref="NotSupportedException">An epoch is given: the chain only goes on.</exception>
                    public override void step(int? epoch)
                    {
                        if (epoch is not null)
                        {
                            throw new NotSupportedException("SequentialLR only goes on to the next epoch.");
                        }
                        step();
                    }

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null) => step(epoch);

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict() => new()
                    {
                        ["_milestones"] = _milestones.Select(milestone => (object?)(long)milestone).ToList(),
                        ["_schedulers"] = SchedulerState.OfEach(_schedulers),
                        ["last_epoch"] = (long)LastEpoch,
                        ["_last_lr"] = get_last_lr().Cast<object?>().ToList(),
                    };

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        SchedulerState.LoadEach(state_dict, _schedulers);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => get_last_lr();
                }
            }
        }
    }
}
