using System.Text;
using Reporting;
using SentimentAnalysis.Training;

namespace SentimentAnalysis.Tests.Training;

/// <summary>Texts in every form that <c>--data</c> takes, and what is said of those that are not as they should be.</summary>
public sealed class TextsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Lines(string text, int count = 12) => Enumerable.Range(0, count).Select(i => $"{text} {i}");

    private string Refused(string data, string encoding = "utf-8") =>
        Assert.Throws<DemoException>(() => Texts.Open(new Settings { Data = data, Encoding = encoding })).Message;

    [Fact]
    public void A_file_for_each_class_with_a_text_on_each_line()
    {
        folder.Put("rt-polarity.neg", Lines("dull"));
        folder.Put("rt-polarity.pos", Lines("fine", 15));
        var texts = Texts.Open(new Settings { Data = folder.Path });
        Assert.Equal(["neg", "pos"], texts.classes);
        Assert.Equal((27, (0L, "dull 0"), (1L, "fine 14")), (texts.Count, texts.GetTensor(0), texts.GetTensor(26)));
    }

    [Fact]
    public void A_folder_for_each_class_with_a_file_for_each_text()
    {
        foreach (var i in Enumerable.Range(0, 10))
        {
            folder.Put($"neg/{i}.txt", [$"dull {i}"]);
            folder.Put($"pos/{i}.txt", [$"fine {i}"]);
        }
        Captured.Run(() =>
        {
            var texts = Texts.Open(new Settings { Data = folder.Path });
            Assert.Equal(["neg", "pos"], texts.classes);
            Assert.Equal((20, 1L), (texts.Count, texts.GetTensor(19).label));
            Assert.Equal("fine 9", texts.GetTensor(19).text.Trim());
            return 0;
        });
    }

    [Theory]
    [InlineData("texts.csv", ',')]
    [InlineData("texts.tsv", '\t')]
    public void Records_with_the_columns_text_and_label(string name, char between)
    {
        var lines = Enumerable.Range(0, 20).Select(i => $"{i}{between}\"so, {i}\"{between}{(i % 2 == 0 ? "up" : "down")}");
        var texts = Texts.Open(new Settings { Data = folder.Put(name, lines.Prepend($"id{between}text{between}label")) });
        Assert.Equal(["down", "up"], texts.classes);
        Assert.Equal((1L, "so, 0"), texts.GetTensor(0));
    }

    [Fact]
    public void Latin_1_is_told_from_utf_8()
    {
        folder.Put("t.neg", Lines("ennuyé"), Encoding.Latin1);
        folder.Put("t.pos", Lines("ravi"), Encoding.Latin1);
        var message = Refused(folder.Path);
        Assert.Contains("t.neg, line 1", message);
        Assert.Contains("--encoding latin-1", message);
        Assert.Equal("ennuyé 0", Texts.Open(new Settings { Data = folder.Path, Encoding = "latin-1" }).GetTensor(0).text);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Contains("There is no", Refused(folder.File("nothing")));
        Assert.Contains("id, words; its first line must name a column 'text'", Refused(folder.Put("a.csv", ["id,words", "1,x"])));
        Assert.Contains("line 3", Refused(folder.Put("b.csv", ["text,label", "x,y", "z"])));
        Assert.Contains("two at least", Refused(folder.Put("c.csv", Lines("x,up").Prepend("text,label").Select(line => line.Replace(" ", "")
            .Replace("up0", "up").TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))));
        folder.Put("few/t.neg", Lines("dull"));
        folder.Put("few/t.pos", Lines("fine", 3));
        Assert.Contains("'pos'", Refused(folder.File("few")));
        Assert.Contains("3 text(s)", Refused(folder.File("few")));
    }

    [Fact]
    public void A_mistake_ends_the_program_with_one_line()
    {
        var (code, _, errors) = Captured.Program("--data", folder.File("nothing"), "--output", folder.File("reports"));
        Assert.Equal(1, code);
        Assert.Contains("There is no", Assert.Single(errors));
        Assert.False(Directory.Exists(folder.File("reports")));
    }
}
