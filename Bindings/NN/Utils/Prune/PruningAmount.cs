namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class prune
            {
                /// <summary>How much to prune: a count as an integer, or a share between 0 and 1 as a fraction.</summary>
                public readonly struct PruningAmount
                {
                    private readonly double _value;
                    private readonly bool _isShare;

                    private PruningAmount(double value, bool isShare)
                    {
                        if (!(value >= 0) || (isShare && value > 1))
                        {
                            throw new ArgumentOutOfRangeException(nameof(value), value, "An amount to prune is a count of at least 0 or a share within [0, 1].");
                        }

                        _value = value;
                        _isShare = isShare;
                    }

                    /// <summary>A count.</summary>
                    public static implicit operator PruningAmount(long count) => new(count, false);

                    /// <summary>A count.</summary>
                    public static implicit operator PruningAmount(int count) => new(count, false);

                    /// <summary>A share.</summary>
                    public static implicit operator PruningAmount(double share) => new(share, true);

                    /// <summary>A count.</summary>
                    public static PruningAmount FromInt64(long count) => count;

                    /// <summary>A share.</summary>
                    public static PruningAmount FromDouble(double share) => share;

                    /// <summary>How many of so many; half ones round to even, as in Python.</summary>
                    /// <exception cref="ArgumentOutOfRangeException">The count is greater than what there is.</exception>
                    internal long Of(long total) => _isShare ? (long)Math.Round(_value * total)
                        : _value <= total ? (long)_value
                        : throw new ArgumentOutOfRangeException(nameof(total), $"{_value} cannot be pruned of {total}.");
                }
            }
        }
    }
}
