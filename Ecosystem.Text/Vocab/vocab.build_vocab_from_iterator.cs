using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>Vocabularies and word vectors (Python's <c>torchtext.vocab</c>).</summary>
    public static partial class vocab
    {
        /// <summary>Counts tokens and makes a vocabulary of them: the most frequent first, those seen equally often by code point.</summary>
        /// <param name="iterator">The tokens of each text.</param>
        /// <param name="min_freq">Tokens seen less often are left out.</param>
        /// <param name="specials">Tokens that are there whatever their count, in this order.</param>
        /// <param name="special_first">Whether those stand before the others, or behind.</param>
        /// <param name="max_tokens">The most tokens to keep, special ones included; null for no limit. As in Python, special tokens that were counted
        /// too take up room in the cut, and <paramref name="min_freq"/> is applied behind it.</param>
        /// <exception cref="ArgumentException">A text or token is null or holds half a surrogate pair, a special token is there twice, or
        /// <paramref name="max_tokens"/> leaves no room for any other.</exception>
        public static Vocab build_vocab_from_iterator(
            IEnumerable<IEnumerable<string>> iterator, long min_freq = 1, IEnumerable<string>? specials = null, bool special_first = true,
            int? max_tokens = null)
        {
            ArgumentNullException.ThrowIfNull(iterator);
            string[] always = [.. specials ?? []];
            if (max_tokens <= always.Length)
            {
                throw new ArgumentException(
                    $"max_tokens is {max_tokens} and there are {always.Length} special tokens: no room is left for any other.", nameof(max_tokens));
            }

            IEnumerable<KeyValuePair<string, long>> counted = Count(iterator)
                .OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, CodePointOrder.Comparer);
            if (max_tokens is { } most)
            {
                counted = counted.Take(most - always.Length);
            }
            return vocab_factory.vocab(counted, min_freq, always, special_first);
        }

        private static Dictionary<string, long> Count(IEnumerable<IEnumerable<string>> texts)
        {
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            var text = 0;
            foreach (var tokens in texts)
            {
                var place = 0;
                foreach (var token in tokens ?? throw new ArgumentException($"Text {text} is null.", "iterator"))
                {
                    if (token is null)
                    {
                        throw new ArgumentException($"The token at position {place} of text {text} is null.", "iterator");
                    }
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, token, out var known);
                    if (!known && Quoted.HalfPair(token) is { } unit)
                    {
                        throw new ArgumentException(
                            $"The token {Quoted.Text(token)} at position {place} of text {text} holds half a surrogate pair at its UTF-16 unit {unit}: the "
                            + "text that it comes from was cut or decoded wrongly.",
                            "iterator");
                    }
                    count++;
                    place++;
                }
                text++;
            }
            return counts;
        }
    }
}
