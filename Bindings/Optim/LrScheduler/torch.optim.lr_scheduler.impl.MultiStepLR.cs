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
                /// <summary>Falls by a factor at given epochs.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly SortedDictionary<int, int> _milestones = [];
                    private double _gamma;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="milestones">The epochs of the falls; one may be named more than once.</param>
                    /// <param name="gamma">Factor of each fall.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public MultiStepLR(Optimizer optimizer, IEnumerable<int> milestones, double gamma = 0.1, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(milestones);
                        foreach (var milestone in milestones)
                        {
                            _milestones[milestone] = _milestones.GetValueOrDefault(milestone) + 1;
                        }
                        _gamma = gamma;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["milestones"] = _milestones.ToDictionary(entry => (long)entry.Key, entry => (object?)(long)entry.Value);
                        state["gamma"] = _gamma;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _gamma = SchedulerState.Number(state_dict, "gamma", _gamma);
                        if (state_dict.GetValueOrDefault("milestones") is System.Collections.IDictionary milestones)
                        {
                            _milestones.Clear();
                            foreach (System.Collections.DictionaryEntry entry in milestones)
                            {
                                _milestones[(int)Modules.OptionImport.ToNumber("milestones",
                                    entry.Key)] = (int)Modules.OptionImport.ToNumber("milestones", entry.Value);
                            }
                        }
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Groups.Select(group => _milestones.TryGetValue(LastEpoch, out var times) ? group.LearningRate * Math.Pow(_gamma, times)
                            : group.LearningRate);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var falls = _milestones.Where(entry => entry.Key <= LastEpoch).Sum(entry => entry.Value);
                        return BaseRates.Select(rate => rate * Math.Pow(_gamma, falls));
                    }
                }
            }
        }
    }
}
