using Reporting;
using SentimentAnalysis.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SentimentAnalysis.Tests.Training;

/// <summary>Words start with the vectors of a file, where it has them.</summary>
public sealed class WordVectorsTests : IDisposable
{
    private static readonly torchtext.vocab.Vocab Words = new(["<pad>", "<unk>", "good", "rare", "film"]);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Settings With(string file) => new() { Vectors = file, Output = folder.File("reports"), Dimension = 7 };

    private (Tensor Vectors, string Line) Read(string file)
    {
        Tensor? vectors = null;
        var (_, output, _) = Captured.Run(() =>
        {
            vectors = WordVectors.For(Words, With(file));
            return 0;
        });
        return (vectors!, Assert.Single(output));
    }

    [Fact]
    public void Without_a_file_they_are_random_and_that_of_the_padding_is_zero()
    {
        using var vectors = WordVectors.For(Words, new Settings { Dimension = 7 });
        Assert.Equal([5, 7], vectors.shape);
        Assert.Equal(0, vectors[0].abs().sum().item<float>());
        Assert.InRange(vectors.abs().max().item<float>(), 0.1f, 0.25f);
    }

    [Fact]
    public void Words_that_the_file_has_take_its_vectors()
    {
        var (vectors, line) = Read(folder.Put("some.vec", ["3 3", "film 1 2 3", "other 4 5 6", "good 7 8 9.5"]));
        Assert.StartsWith("2 of 5 words have vectors", line);
        Assert.Equal([5, 3], vectors.shape);
        Assert.Equal([7, 8, 9.5f], vectors[2].data<float>().ToArray());
        Assert.Equal([1, 2, 3], vectors[4].data<float>().ToArray());
        Assert.InRange(vectors[3].abs().max().item<float>(), 1e-3f, 0.25f);
        Assert.Equal(0, vectors[0].abs().sum().item<float>());
    }

    [Fact]
    public void A_file_that_has_changed_is_read_again()
    {
        Read(folder.Put("some.vec", ["film 1 2 3"]));
        var (vectors, _) = Read(folder.Put("some.vec", ["film 1 2 3.5 4"]));
        Assert.Equal([1, 2, 3.5f, 4], vectors[4].data<float>().ToArray());
    }

    [Fact]
    public void What_is_wrong_with_a_file_is_named()
    {
        string Refused(string file) => Assert.Throws<DemoException>(() => Read(file)).Message;
        Assert.Contains("There is no file", Refused(folder.File("nothing")));
        Assert.Contains("line 2", Refused(folder.Put("ragged.vec", ["film 1 2 3", "good 1 2"])));
        Assert.Contains("none of the 5 words", Refused(folder.Put("foreign.vec", ["ouvert 1 2 3"])));
    }
}
