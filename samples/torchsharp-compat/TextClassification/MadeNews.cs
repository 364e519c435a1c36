using System.Text;

namespace TextClassification;

/// <summary>News of four kinds, told apart by some of their words; the others stand in all.</summary>
public static class MadeNews
{
    private static readonly string[][] Telling =
    {
        new[] { "election", "minister", "border", "treaty", "parliament", "embassy", "protest", "refugees" },
        new[] { "match", "goal", "season", "coach", "league", "striker", "medal", "stadium" },
        new[] { "shares", "profit", "market", "merger", "investors", "bank", "quarter", "oil" },
        new[] { "software", "robot", "telescope", "chip", "network", "researchers", "satellite", "browser" },
    };

    private static readonly string[] Common = "the a of to and in on for with after before says new more will has its over by from first last two".Split(' ');

    /// <summary>Writes both files in a folder.</summary>
    public static void Write(string folder)
    {
        Write(Path.Combine(folder, "train.csv"), 2000, new Random(1));
        Write(Path.Combine(folder, "test.csv"), 400, new Random(2));
    }

    private static void Write(string path, int count, Random random)
    {
        var lines = Enumerable.Range(0, count).Select(i =>
        {
            var kind = random.Next(4);
            return $"\"{kind + 1}\",\"{Words(kind, 4, random)}\",\"{Words(kind, 20, random)}.\"";
        });
        File.WriteAllLines(path, lines);
    }

    private static string Words(int kind, int count, Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            // One word in four tells; one in twelve misleads.
            var words = random.Next(12) switch
            {
                < 3 => Telling[kind],
                3 => Telling[random.Next(4)],
                _ => Common,
            };
            text.Append(i == 0 ? "" : " ").Append(words[random.Next(words.Length)]);
        }

        return text.ToString();
    }
}
