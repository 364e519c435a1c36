namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class utils
        {
            /// <summary>
            /// Shuffles lists by random numbers of its own, whose state can be kept and set (Python's <c>torchtext.data.utils.RandomShuffler</c>). The
            /// numbers are those of Python's <c>random</c>, so that the same seed gives the same orders.
            /// </summary>
            public sealed class RandomShuffler
            {
                private readonly PythonRandom _random;

                /// <summary>Makes a shuffler as <c>random.seed(seed)</c> leaves Python's.</summary>
                /// <param name="seed">The seed; null draws one from the current generator of torch.</param>
                public RandomShuffler(long? seed = null)
                {
                    _random = new PythonRandom(seed ?? DrawSeed());
                }

                /// <summary>Makes a shuffler that goes on from a state.</summary>
                /// <param name="random_state">As <see cref="random_state"/> takes it.</param>
                public RandomShuffler(uint[] random_state)
                    : this(0) => this.random_state = random_state;

                /// <summary>
                /// The state, as a copy: the 624 words and the position in them that are the second part of what Python's <c>random.getstate()</c> gives.
                /// </summary>
                /// <exception cref="ArgumentException">What is set has another length, or its position is beyond the words.</exception>
                public uint[] random_state
                {
                    get => _random.State;
                    set => _random.State = value;
                }

                /// <summary>A new list of the items in random order.</summary>
                /// <typeparam name="T">An item.</typeparam>
                /// <param name="data">The items, left as they are.</param>
                public List<T> call<T>(IReadOnlyList<T> data)
                {
                    ArgumentNullException.ThrowIfNull(data);
                    // random.sample over the whole: each draw takes an item of those left, whose place the last of them takes.
                    List<T> left = [.. data];
                    var shuffled = new List<T>(left.Count);
                    for (var last = left.Count - 1; last >= 0; last--)
                    {
                        var drawn = _random.Below(last + 1);
                        shuffled.Add(left[drawn]);
                        left[drawn] = left[last];
                    }
                    return shuffled;
                }

                private static long DrawSeed()
                {
                    using var drawn = torch.empty(1, dtype: torch.ScalarType.Int64);
                    return torch.ops.aten.random_(drawn, torch.random.Current).item<long>();
                }
            }
        }
    }
}
