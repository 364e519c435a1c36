using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>Both ways of merging a word against the definition, with merges of chance: results may rank below what they are made of.</summary>
public class MergeTableTests
{
    private const int Letters = 4;

    [Theory]
    [InlineData(12, 2000)]
    [InlineData(64, 300)]
    [InlineData(65, 300)]
    [InlineData(400, 60)]
    public void Merging_follows_the_definition(int longest, int rounds)
    {
        var draw = new Random(longest);
        for (var round = 0; round < rounds; round++)
        {
            var merges = RandomMerges(draw);
            var table = new MergeTable();
            foreach (var (pair, rank) in merges)
            {
                table.Add(pair.First, pair.Second, rank.Rank, rank.Merged);
            }

            var word = Enumerable.Range(0, longest - draw.Next(longest / 4)).Select(_ => draw.Next(Letters)).ToArray();
            var expected = Naive([.. word], merges);
            var left = table.Apply(word);
            Assert.Equal(expected, word[..left]);
        }
    }

    private static Dictionary<(int First, int Second), (int Rank, int Merged)> RandomMerges(Random draw)
    {
        var merges = new Dictionary<(int, int), (int, int)>();
        var ranks = Enumerable.Range(0, 30).ToArray();
        draw.Shuffle(ranks);
        foreach (var rank in ranks)
        {
            var symbols = Letters + merges.Count;
            merges.TryAdd((draw.Next(symbols), draw.Next(symbols)), (rank, symbols));
        }

        return merges;
    }

    private static List<int> Naive(List<int> word, Dictionary<(int First, int Second), (int Rank, int Merged)> merges)
    {
        while (true)
        {
            var pairs = word.Zip(word.Skip(1)).Where(merges.ContainsKey).ToArray();
            if (pairs.Length == 0)
            {
                return word;
            }

            var best = pairs.MinBy(pair => merges[pair].Rank);
            var merged = new List<int>();
            for (var i = 0; i < word.Count; i++)
            {
                var fits = i + 1 < word.Count && (word[i], word[i + 1]) == best;
                merged.Add(fits ? merges[best].Merged : word[i]);
                i += fits ? 1 : 0;
            }

            word = merged;
        }
    }
}
