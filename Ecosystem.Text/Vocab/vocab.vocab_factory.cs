namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>Makes vocabularies (Python's <c>torchtext.vocab.vocab_factory</c>).</summary>
        /// <remarks>
        /// C# lets no class have a member of its own name, so Python's <c>torchtext.vocab.vocab</c> goes by its module's name here;
        /// <c>using static TorchSharp.torchtext.vocab.vocab_factory</c> makes it plain <c>vocab(...)</c>.
        /// </remarks>
        public static partial class vocab_factory
        {
            /// <summary>Makes a vocabulary of tokens in the order in which they come with their counts.</summary>
            /// <param name="ordered_dict">Tokens and how often each was seen, such as an <see cref="OrderedDictionary{TKey, TValue}"/>.</param>
            /// <param name="min_freq">Tokens seen less often are left out.</param>
            /// <param name="specials">Tokens that are there whatever their count, in this order; each is left out where it stands otherwise.</param>
            /// <param name="special_first">Whether those stand before the others, or behind.</param>
            /// <exception cref="ArgumentException">A token is there twice, or null.</exception>
            public static Vocab vocab(
                IEnumerable<KeyValuePair<string, long>> ordered_dict, long min_freq = 1, IEnumerable<string>? specials = null,
                bool special_first = true)
            {
                ArgumentNullException.ThrowIfNull(ordered_dict);
                string[] always = [.. specials ?? []];
                var special = new HashSet<string>(always, StringComparer.Ordinal);
                var counted = ordered_dict.Where(entry => entry.Value >= min_freq && !special.Contains(entry.Key)).Select(entry => entry.Key);
                return new Vocab(special_first ? always.Concat(counted) : counted.Concat(always));
            }

            /// <inheritdoc cref="vocab(IEnumerable{KeyValuePair{string, long}}, long, IEnumerable{string}?, bool)"/>
            public static Vocab vocab(
                IEnumerable<KeyValuePair<string, int>> ordered_dict, long min_freq = 1, IEnumerable<string>? specials = null,
                bool special_first = true)
            {
                ArgumentNullException.ThrowIfNull(ordered_dict);
                return vocab(ordered_dict.Select(entry => KeyValuePair.Create(entry.Key, (long)entry.Value)), min_freq, specials, special_first);
            }
        }
    }
}
