using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups as training goes on (Python's <c>LRScheduler</c>).</summary>
            /// <remarks>Call <see cref="step()"/> behind the optimizer's step. Creating a scheduler takes the step to epoch 0, as in
            /// Python.</remarks>
            public abstract class LRScheduler
            {
                private readonly List<double> _baseRates = [];
                private List<double> _lastRates = [];

                /// <summary>How often a step was taken, the one at creation included.</summary>
                protected int _step_count;

                /// <summary>Creates a scheduler over other schedulers, which hold the optimizer.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>Creates a scheduler; the derived constructor calls <see cref="Start"/> when its own fields are set.</summary>
                /// <param name="optimizer">Whose learning rates to set.</param>
                /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                /// <param name="verbose">Whether each change is printed.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    LastEpoch = last_epoch;
                    Verbose = verbose;
                }

                /// <summary>The epoch whose learning rate is set (Python's <c>last_epoch</c>).</summary>
                public int LastEpoch { get; internal set; }

                /// <summary>The optimizer; null for a scheduler over schedulers.</summary>
                public Optimizer? Optimizer { get; private protected set; }

                /// <summary>The groups' learning rates at the start (Python's <c>base_lrs</c>).</summary>
                public IReadOnlyList<double> BaseRates => _baseRates;

                /// <summary>Whether each change is printed.</summary>
                protected bool Verbose { get; }

                /// <summary>The optimizer's groups.</summary>
                private protected IReadOnlyList<ParamGroup> Groups => Optimizer!.param_groups;

                /// <summary>Goes on to the next epoch.</summary>
                public virtual void step() => Advance(null);

                /// <summary>Goes to an epoch; null for the next one.</summary>
                /// <param name="epoch">The epoch.</param>
                public virtual void step(int? epoch) => Advance(epoch);

                /// <summary>Goes on by a measured value, for schedulers that follow one.</summary>
                /// <param name="current">The value.</param>
                /// <param name="epoch">The epoch; null for the next one.</param>
                public virtual void step(double current, int? epoch = null) => Advance(epoch);

                /// <summary>The learning rates that were set last, one for each group.</summary>
                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>What is needed to go on: whole numbers, numbers and lists by Python's names.</summary>
                public virtual Dictionary<string, object?> state_dict() => new()
                {
                    ["base_lrs"] = _baseRates.Cast<object?>().ToList(),
                    ["last_epoch"] = (long)LastEpoch,
                    ["verbose"] = Verbose,
                    ["_step_count"] = (long)_step_count,
                    ["_get_lr_called_within_step"] = false,
                    ["_last_lr"] = _lastRates.Cast<object?>().ToList(),
                };

                /// <summary>Takes over a state dictionary, this library's or Python's. The optimizer's own has to be loaded too.</summary>
                /// <param name="state_dict">What <see cref="state_dict"/> gave.</param>
                /// <exception cref="ArgumentException">The dictionary is not a scheduler's.</exception>
                public virtual void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                {
                    ArgumentNullException.ThrowIfNull(state_dict);
                    LastEpoch = (int)SchedulerState.Number(state_dict, "last_epoch");
                    _step_count = (int)SchedulerState.Number(state_dict, "_step_count", _step_count);
                    SchedulerState.Replace(state_dict, "base_lrs", _baseRates);
                    SchedulerState.Replace(state_dict, "_last_lr", _lastRates);
                }

                /// <summary>The learning rates of <see cref="LastEpoch"/>, from those of the epoch before.</summary>
                protected virtual IEnumerable<double> get_lr() => Groups.Select(group => group.LearningRate);

                /// <summary>The learning rates of <see cref="LastEpoch"/>, from the start.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Remembers the groups' initial rates and takes the first step. The last act of a derived constructor.</summary>
                /// <exception cref="InvalidOperationException">A group has no initial learning rate to go on from.</exception>
                private protected void Start()
                {
                    foreach (var group in Groups)
                    {
                        if (!group.Options.HasInitialLearningRate)
                        {
                            group.InitialLearningRate = LastEpoch == -1
                                ? group.LearningRate
                                : throw new InvalidOperationException(
                                    "To go on from an epoch, each parameter group needs its initial_lr: load the optimizer's state first.");
                        }
                        _baseRates.Add(group.InitialLearningRate);
                    }
                    step();
                }

                /// <summary>Takes the first step once more, for a scheduler that others put off.</summary>
                internal void Restart()
                {
                    _step_count = 0;
                    step();
                }

                /// <param name="rates">One for each group.</param>
                /// <param name="epoch">How the epoch that was asked for is printed; null where none was.</param>
                private protected void SetRates(IReadOnlyList<double> rates, string? epoch = null)
                {
                    for (var index = 0; index < rates.Count; index++)
                    {
                        Groups[index].LearningRate = rates[index];
                        Tell(epoch is null ? "Adjusting" : $"Epoch {epoch}: adjusting", index);
                    }
                    RememberRates();
                }

                /// <summary>Prints a group's new learning rate where that is asked for, in Python's words.</summary>
                private protected void Tell(string what, int group)
                {
                    if (Verbose)
                    {
                        Console.WriteLine(string.Create(
                            CultureInfo.InvariantCulture, $"{what} learning rate of group {group} to {Groups[group].LearningRate:0.0000e+00}."));
                    }
                }

                private protected void RememberRates() => _lastRates = [.. Groups.Select(group => group.LearningRate)];

                private void Advance(int? epoch)
                {
                    _step_count++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    SetRates([.. epoch is null ? get_lr() : get_closed_form_lr()], epoch?.ToString("00000", CultureInfo.InvariantCulture));
                }
            }
        }
    }
}
