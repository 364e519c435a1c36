using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Falls along a cosine and starts anew, again and again (Loshchilov and Hutter, 2017).</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="T_0">Epochs until the first restart.</param>
            /// <param name="T_mult">Factor of the epochs between restarts, after each of them.</param>
            /// <param name="eta_min">The lowest learning rate.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler CosineAnnealingWarmRestarts(Optimizer optimizer, int T_0, int T_mult = 1, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingWarmRestarts(optimizer, T_0, T_mult, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Falls along a cosine and starts anew, again and again.</summary>
                public class CosineAnnealingWarmRestarts : LRScheduler
                {
                    private int _first;
                    private int _factor;
                    private double _lowest;
                    private double _length;
                    private double _current;

                    /// <summary>Creates the scheduler.</summary>
                    /// <param name="optimizer">Whose learning rates to set.</param>
                    /// <param name="T_0">Epochs until the first restart.</param>
                    /// <param name="T_mult">Factor of the epochs between restarts, after each of them.</param>
                    /// <param name="eta_min">The lowest learning rate.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether each change is printed.</param>
                    public CosineAnnealingWarmRestarts(Optimizer optimizer, int T_0, int T_mult = 1, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_0);
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_mult);
                        (_first, _factor, _lowest, _length, _current) = (T_0, T_mult, eta_min, T_0, last_epoch);
                        Start();
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        if (LastEpoch < 0)
                        {
                            Go(0, Whole(0));
                            return;
                        }

                        _current++;
                        if (_current >= _length)
                        {
                            _current -= _length;
                            _length *= _factor;
                        }

                        Set(LastEpoch + 1, Whole(LastEpoch + 1));
                    }

                    /// <inheritdoc/>
                    public override void step(int? epoch)
                    {
                        if (epoch is null)
                        {
                            step();
                        }
                        else
                        {
                            Go(epoch.Value, Whole(epoch.Value));
                        }
                    }

                    /// <summary>Goes to a point in time, which may lie within an epoch: the epoch plus the share of its batches.</summary>
                    /// <param name="current">The time in epochs, not negative.</param>
                    /// <param name="epoch">Not used.</param>
                    public override void step(double current, int? epoch = null) =>
                        Go(current, current.ToString("0.00", CultureInfo.InvariantCulture));

                    /// <inheritdoc/>
                    public override Dictionary<string, object?> state_dict()
                    {
                        var state = base.state_dict();
                        state["T_0"] = (long)_first;
                        state["T_i"] = (long)_length;
                        state["T_mult"] = (long)_factor;
                        state["eta_min"] = _lowest;
                        state["T_cur"] = _current;
                        return state;
                    }

                    /// <inheritdoc/>
                    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
                    {
                        base.load_state_dict(state_dict);
                        _first = (int)SchedulerState.Number(state_dict, "T_0", _first);
                        _length = SchedulerState.Number(state_dict, "T_i", _length);
                        _factor = (int)SchedulerState.Number(state_dict, "T_mult", _factor);
                        _lowest = SchedulerState.Number(state_dict, "eta_min", _lowest);
                        _current = SchedulerState.Number(state_dict, "T_cur", _current);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        BaseRates.Select(rate => _lowest + ((rate - _lowest) * (1 + Math.Cos(Math.PI * _current / _length)) / 2));

                    private static string Whole(int epoch) => epoch.ToString("00000", CultureInfo.InvariantCulture);

                    private void Go(double time, string told)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegative(time);
                        (_length, _current) = (_first, time);
                        if (_factor == 1)
                        {
                            _current = time % _first;
                        }
                        else
                        {
                            while (_current >= _length)
                            {
                                _current -= _length;
                                _length *= _factor;
                            }
                        }

                        Set((int)Math.Floor(time), told);
                    }

                    // Steps are not counted here, as in Python.
                    private void Set(int epoch, string told)
                    {
                        LastEpoch = epoch;
                        SetRates([.. get_lr()], told);
                    }
                }
            }
        }
    }
}
