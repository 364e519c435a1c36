namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class swa_utils
        {
            /// <summary>The scheduler's class, which <see cref="swa_utils"/> creates.</summary>
            public static partial class impl
            {
                /// <summary>Anneals the learning rates to those that weights are averaged at, and stays there.</summary>
                public class SWALR : lr_scheduler.LRScheduler
                {
                    private const string Rates = "swa_lrs";
                    private readonly bool _linear;
                    private readonly List<double> _swa_lrs;
                    private int _anneal_epochs;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="swa_lr">The rates at the end: one for all groups, or one for each.</param>
                    /// <param name="anneal_epochs">Epochs until they are reached; 0 sets them with the first step.</param>
                    /// <param name="anneal_strategy"><c>cos</c> along half a cosine, or <c>linear</c>.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <exception cref="ArgumentException">
                    /// The strategy is unknown, the number of epochs negative, or there are not as many rates as groups.
                    /// </exception>
                    public SWALR(
                        Optimizer optimizer, IList<double> swa_lr, int anneal_epochs = 10, string anneal_strategy = "cos", int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        ArgumentNullException.ThrowIfNull(swa_lr);
                        ArgumentOutOfRangeException.ThrowIfNegative(anneal_epochs);
                        _swa_lrs = [.. SchedulerState.Spread(swa_lr, Groups.Count, nameof(swa_lr))];
                        _linear = anneal_strategy switch
                        {
                            "cos" => false,
                            "linear" => true,
                            _ => throw new ArgumentException(
                                $"'{anneal_strategy}' is no way to anneal; known are cos and linear.", nameof(anneal_strategy)),
                        };
                        _anneal_epochs = anneal_epochs;
                        Start();
                    }

                    /// <inheritdoc/>
                    /// <remarks>Python keeps the rates at the end in the optimizer's groups; here they are <c>swa_lrs</c>.</remarks>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["anneal_epochs"] = (long)_anneal_epochs;
                        state[Rates] = _swa_lrs.Cast<object?>().ToList();
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _anneal_epochs = (int)SchedulerState.Number(state_dict, "anneal_epochs", _anneal_epochs);
                        SchedulerState.Replace(state_dict, Rates, _swa_lrs);
                    }

                    /// <inheritdoc/>
                    /// <remarks>
                    /// Each rate is taken for a mixture of where it started and where it ends, by the share of the epoch before; a scheduler that
                    /// changes the rates in between moves the start.
                    /// </remarks>
                    protected override IEnumerable<double> get_lr()
                    {
                        int epoch = _anneal_epochs == 0 ? Math.Max(1, _step_count - 1) : _step_count - 1;
                        double before = Share(epoch - 1);
                        double now = Share(epoch);
                        return Groups.Select((group, index) =>
                        {
                            double end = _swa_lrs[index];
                            double start = before == 1 ? end : (group.LearningRate - (before * end)) / (1 - before);
                            return (end * now) + (start * (1 - now));
                        });
                    }

                    private double Share(int epoch)
                    {
                        double part = Math.Clamp(epoch / (double)Math.Max(1, _anneal_epochs), 0, 1);
                        return _linear ? part : (1 - Math.Cos(Math.PI * part)) / 2;
                    }
                }
            }
        }
    }
}
