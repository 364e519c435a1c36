using System.Text.Json;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>Models of every kind, and what sentencepiece 0.1.97 makes of 72 texts with each (tests/golden/text-tokens/pieces.py).</summary>
public class SentencePieceGoldenTests
{
    private static readonly JsonElement Golden = TokenizerData.Golden("pieces.json.gz").GetProperty("models");

    public static TheoryData<string> Models { get; } = [.. Golden.EnumerateObject().Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Texts_become_the_same_pieces_and_numbers(string name)
    {
        var model = Load(name);
        foreach (var golden in Cases(name))
        {
            var text = golden.GetProperty("text").GetString()!;
            Assert.Equal(golden.GetProperty("pieces").Strings(), model.EncodeAsPieces(text));
            Assert.Equal(golden.GetProperty("ids").Numbers(), model.EncodeAsIds(text));
            Assert.Equal(golden.GetProperty("ids").Numbers(), model.EncodeToIds(text));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Pieces_and_numbers_become_the_same_texts(string name)
    {
        var model = Load(name);
        foreach (var golden in Cases(name))
        {
            Assert.Equal(golden.GetProperty("from_pieces").GetString(), model.DecodePieces(golden.GetProperty("pieces").Strings()));
            Assert.Equal(golden.GetProperty("from_ids").GetString(), model.DecodeIds(golden.GetProperty("ids").Numbers()));
        }

        foreach (var golden in Golden.GetProperty(name).GetProperty("decoded").EnumerateArray())
        {
            Assert.Equal(golden.GetProperty("text").GetString(), model.DecodeIds(golden.GetProperty("ids").Numbers()));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Sizes_numbers_and_pieces_are_the_same(string name)
    {
        var model = Load(name);
        var golden = Golden.GetProperty(name);
        Assert.Equal(
            [.. ((string[])["size", "unk", "bos", "eos", "pad"]).Select(key => golden.GetProperty(key).GetInt32())],
            (int[])[model.GetPieceSize(), model.unk_id(), model.bos_id(), model.eos_id(), model.pad_id()]);
        Assert.Equal(golden.GetProperty("all_pieces").Strings(), Enumerable.Range(0, model.GetPieceSize()).Select(model.IdToPiece));
        foreach (var number in golden.GetProperty("numbers").EnumerateObject())
        {
            Assert.Equal(number.Value.GetInt32(), model.PieceToId(number.Name));
        }
    }

    [Fact]
    public void Numbers_that_no_piece_has_are_refused()
    {
        var model = Load("bpe");
        Assert.Throws<ArgumentOutOfRangeException>(() => model.IdToPiece(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.IdToPiece(model.GetPieceSize()));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DecodeIds([0, int.MaxValue]));
    }

    private static IEnumerable<JsonElement> Cases(string name) => Golden.GetProperty(name).GetProperty("cases").EnumerateArray();

    private static SentencePiece Load(string name) => new(TokenizerData.Unzipped(Path.Combine("models", name + ".model.gz")));
}
