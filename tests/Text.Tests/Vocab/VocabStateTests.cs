using Text.Tests.Datasets;
using TorchSharp;

namespace Text.Tests.Vocab;

/// <summary>A vocabulary in files of torch.save and within checkpoints.</summary>
public sealed class VocabStateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-5L)]
    public void What_is_saved_is_loaded_again(long? fallback)
    {
        var saved = new torchtext.vocab.Vocab(["<unk>", "日本", "\U0001F600", "", "a b", "\t"], fallback);
        saved.save(folder.File("vocab.pt"));
        var loaded = torchtext.vocab.Vocab.load(folder.File("vocab.pt"));

        Assert.Equal(saved.get_itos(), loaded.get_itos());
        Assert.Equal(saved.get_stoi(), loaded.get_stoi());
        Assert.Equal(fallback, loaded.get_default_index());
    }

    [Fact]
    public void The_state_travels_within_a_checkpoint()
    {
        var path = folder.File("model.ckpt");
        torch.serialization.save(new Dictionary<string, object?> { ["vocab"] = new torchtext.vocab.Vocab(["a", "b"], 1).state_dict(), ["epoch"] = 3 }, path);

        var checkpoint = (Dictionary<string, object?>)torch.serialization.load(path)!;
        var vocabulary = new torchtext.vocab.Vocab(["other"]);
        vocabulary.load_state_dict((IReadOnlyDictionary<string, object?>)checkpoint["vocab"]!);

        Assert.Equal([0, 1, 1], vocabulary.call(["a", "b", "other"]));
    }

    [Fact]
    public void What_is_no_vocabulary_is_refused_and_changes_nothing()
    {
        var vocabulary = new torchtext.vocab.Vocab(["a"], 0);
        string Refused(Dictionary<string, object?> state) => Assert.Throws<InvalidDataException>(() => vocabulary.load_state_dict(state)).Message;

        Assert.Contains("nothing", Refused([]));
        Assert.Contains("'weights'", Refused(new() { ["weights"] = 1.0 }));
        Assert.Contains("Int64 at position 1", Refused(new() { ["itos"] = new List<object?> { "x", 7L } }));
        Assert.Contains("null at position 0", Refused(new() { ["itos"] = new List<object?> { null } }));
        Assert.Contains("'x' is there twice, at positions 0 and 1", Refused(new() { ["itos"] = new[] { "x", "x" } }));
        Assert.Contains("'default_index'", Refused(new() { ["itos"] = new[] { "x" }, ["default_index"] = "0" }));
        Assert.Equal(["a"], vocabulary.get_itos());
        Assert.Equal(0, vocabulary.get_default_index());
    }

    [Fact]
    public void A_file_of_another_kind_is_named()
    {
        torch.serialization.save(new List<object?> { 1L }, folder.File("list.pt"));
        Assert.Contains("list.pt", Assert.Throws<InvalidDataException>(() => torchtext.vocab.Vocab.load(folder.File("list.pt"))).Message);

        var text = folder.Put("text.pt", "no vocabulary");
        Assert.Contains("text.pt", Assert.Throws<TorchFileFormatException>(() => torchtext.vocab.Vocab.load(text)).Message);
        Assert.Throws<FileNotFoundException>(() => torchtext.vocab.Vocab.load(folder.File("none.pt")));
    }
}
