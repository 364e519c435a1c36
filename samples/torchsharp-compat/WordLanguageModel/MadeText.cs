using System.Text;

namespace WordLanguageModel;

/// <summary>Sentences in which what follows depends on words before: the animal on its colour, the place on the animal.</summary>
public static class MadeText
{
    private static readonly string[] Colours = { "black", "white", "brown", "grey", "golden", "spotted", "striped", "small" };
    private static readonly string[] Animals = { "cat", "dog", "horse", "owl", "lion", "cow", "tiger", "mouse" };
    private static readonly string[] Verbs = { "slept", "waited", "ran", "sang", "hid", "stood", "played", "walked" };
    private static readonly string[] Places = { "in the house", "at the door", "over the field", "on the roof", "under the tree", "near the river" };

    /// <summary>Writes the three files in a folder.</summary>
    public static void Write(string folder)
    {
        Write(Path.Combine(folder, "wiki.train.tokens"), 3000, new Random(1));
        Write(Path.Combine(folder, "wiki.valid.tokens"), 400, new Random(2));
        Write(Path.Combine(folder, "wiki.test.tokens"), 400, new Random(3));
    }

    private static void Write(string path, int sentences, Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            var colour = random.Next(Colours.Length);
            var animal = (colour + random.Next(2)) % Animals.Length;
            var place = (animal + random.Next(2)) % Places.Length;
            text.Append($" the {Colours[colour]} {Animals[animal]} {Verbs[random.Next(Verbs.Length)]} {Places[place]} . <eos>\n");
        }

        File.WriteAllText(path, text.ToString());
    }
}
